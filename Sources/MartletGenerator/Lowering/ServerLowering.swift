// Servers, and the parts of their addresses that the caller may choose.
import MartletIR
import MartletOpenAPI
import MartletSource

struct ServerLowering {
    private let servers: [Server]

    init(_ document: Document) {
        servers = document.servers
    }

    /// Those that have an address of their own.
    func choices(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> [ServerChoice] {
        var choices: [ServerChoice] = []
        for server in servers {
            guard let url = server.absoluteURL else { continue }
            let prefix = choices.isEmpty ? "DefaultServer" : "Server\(choices.count + 1)"
            let variables = variables(of: server, prefix: prefix, &schemas, &diagnostics)
            choices.append(
                ServerChoice(
                    url: url, template: server.url.droppingSlashes, variables: variables,
                    documentation: Documentation(DocumentationLowering.lines(server.description)),
                    origin: diagnostics.origin(of: server.position)))
        }
        return choices
    }

    private func variables(
        of server: Server, prefix: String, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> [MartletIR.ServerVariable] {
        var scope = NameScope(reserved: ["self": "the client", "init": "`x.init` is an initialiser"])
        return server.variables.filter { server.url.contains("{\($0.name)}") }.map { variable in
            let name = scope.claim(SwiftName.member(variable.name))
            var cases = NameScope(reserved: ReservedWords.enumCases)
            var texts: [String] = []
            for text in variable.values + [variable.defaultValue] where !texts.contains(text) { texts.append(text) }
            let isListed = !variable.values.isEmpty
            let values = (isListed ? texts : []).map { text in
                MartletIR.ServerVariable.Value(name: cases.claim(SwiftName.member(text)), text: text)
            }
            return MartletIR.ServerVariable(
                key: variable.name, name: name, defaultValue: variable.defaultValue,
                typeName: isListed ? schemas.names.claimInline(prefix + SwiftName.type(variable.name)) : nil,
                values: values, documentation: Documentation(DocumentationLowering.lines(variable.description)))
        }
    }
}

extension Server {
    /// With the defaults of its variables and without a slash at its end; nil where it is relative.
    var absoluteURL: String? {
        var url = url
        for variable in variables {
            url = url.split(separator: "{\(variable.name)}", omittingEmptySubsequences: false)
                .joined(separator: variable.defaultValue)
        }
        guard url.contains("://"), !url.contains("{") else { return nil }
        return url.droppingSlashes
    }
}

extension String {
    fileprivate var droppingSlashes: String {
        var text = self
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }
}
