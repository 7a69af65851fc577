// Servers, and the parts of their addresses that the caller may choose.

import Foundation
import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct ServerLowering {
    private let servers: [Server]
    /// What relative URLs are seen from (OpenAPI 3.2.0, "Relative References in API URLs"): the document's name for
    /// itself, where it is a whole URL.
    private let base: String?

    init(_ document: Document) {
        servers = document.servers.isEmpty ? Self.servers(ofAll: document.paths) : document.servers
        base = document.selfURI.flatMap { $0.contains("://") ? $0 : nil }
    }

    /// Where the document has none, and every operation has its own, those that all have, or the first one: the client's
    /// would serve nothing.
    private static func servers(ofAll paths: [PathItem]) -> [Server] {
        let own = paths.flatMap { item in item.operations.map { $0.servers(in: item) } }
        guard let servers = own.first, let first = servers.first, own.allSatisfy({ $0.first?.absoluteURL != nil })
        else {
            return []
        }
        if own.allSatisfy({ $0.map(\.url) == servers.map(\.url) }) { return servers }
        // What is chosen for one operation is another server than those of the others.
        return first.variables.isEmpty ? [first] : []
    }

    /// Of the first server, which is where requests go unless the caller says otherwise; nil where it isn't whole: a
    /// later one is another server, to which no credential goes unasked.
    var defaultURL: String? {
        servers.first.flatMap(url)
    }

    /// What `reference` is, seen from the default server, and whether it is below that; nil where there is none (OpenAPI
    /// 3.1.0, section 4.6, and RFC 3986, section 5.2: what follows the last slash of the server's path doesn't count).
    func address(ofRelative reference: String) -> (url: String, isBelow: Bool)? {
        guard let server = servers.first, let whole = server.wholeURL ?? base.flatMap(server.wholeURL(beside:)),
            let url = URL(string: reference, relativeTo: URL(string: whole))?.absoluteString
        else { return nil }
        return (url, url.hasPrefix(whole.droppingSlashes + "/"))
    }

    /// As the document writes the first server where its URL isn't whole.
    var incompleteURL: String? {
        defaultURL == nil ? servers.first?.url : nil
    }

    private func url(of server: Server) -> String? {
        server.absoluteURL ?? base.flatMap(server.absoluteURL(beside:))
    }

    /// The address of the first of `others`, which stand in for the document's; beside that where it is relative.
    func address(of others: [Server], _ diagnostics: inout Diagnostics) -> String? {
        guard let server = others.first else { return nil }
        let own = defaultURL
        guard let url = server.absoluteURL ?? (own ?? base).flatMap(server.absoluteURL(beside:)) else {
            diagnostics.report(.relative(server.url), at: server.position)
            return nil
        }
        if url == own { return nil }
        let shared = server.usedVariables.map(\.name).filter { name in
            servers.first?.usedVariables.contains { $0.name == name } == true
        }
        if !shared.isEmpty { diagnostics.report(.ownVariables(shared, url), at: server.position) }
        return url
    }

    /// Those that have an address of their own.
    func choices(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> [ServerChoice] {
        var choices: [ServerChoice] = []
        for (place, server) in servers.enumerated() {
            guard let url = url(of: server) else {
                if !server.url.contains("{") {
                    diagnostics.report(.withoutHost(server.url, isFirst: place == 0), at: server.position)
                }
                continue
            }
            let number = choices.count + (incompleteURL == nil ? 1 : 2)
            let prefix = number == 1 ? "DefaultServer" : "Server\(number)"
            // The address of a relative one is made once.
            let isWhole = server.absoluteURL != nil
            let variables = isWhole ? variables(of: server, prefix: prefix, &schemas, &diagnostics) : []
            choices.append(
                ServerChoice(
                    url: url, template: isWhole ? server.url.droppingSlashes : url, variables: variables,
                    documentation: Documentation(DocumentationLowering.lines(server.description)),
                    origin: diagnostics.origin(of: server.position)))
        }
        return choices
    }

    private func variables(
        of server: Server, prefix: String, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> [MartletIR.ServerVariable] {
        var scope = NameScope(reserved: ["self": "the client", "init": "`x.init` is an initialiser"])
        return server.usedVariables.map { variable in
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
        wholeURL?.droppingSlashes
    }

    /// The same, seen from `base` (RFC 3986, section 5.2).
    func absoluteURL(beside base: String) -> String? {
        wholeURL(beside: base)?.droppingSlashes
    }

    fileprivate var wholeURL: String? {
        let url = resolved
        return url.contains("://") && !url.contains("{") ? url : nil
    }

    fileprivate func wholeURL(beside base: String) -> String? {
        let url = resolved
        guard !url.contains("{"), let base = URL(string: base) else { return nil }
        return URL(string: url, relativeTo: base)?.absoluteString
    }

    private var resolved: String {
        variables.reduce(url) { url, variable in
            url.split(separator: "{\(variable.name)}", omittingEmptySubsequences: false)
                .joined(separator: variable.defaultValue)
        }
    }

    /// Those that are in the URL.
    fileprivate var usedVariables: [MartletOpenAPI.ServerVariable] {
        variables.filter { url.contains("{\($0.name)}") }
    }
}

extension Diagnostic {
    /// What is chosen for the client isn't chosen for the operation.
    fileprivate static func ownVariables(_ names: [String], _ url: String) -> Diagnostic {
        let listed = names.map { "'\($0)'" }.joined(separator: ", ")
        return Diagnostic(
            .note, id: "own-server-variables",
            "the operation goes to '\(url)' where the client has its default server, and to the client's otherwise, also "
                + "where that has another \(listed); pass 'server' in RequestOptions with such a one")
    }

    fileprivate static func relative(_ url: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "relative-server",
            "the document has no server beside which '\(url)' could be; the client's own is used; write the whole URL")
    }

    fileprivate static func withoutHost(_ url: String, isFirst: Bool) -> Diagnostic {
        Diagnostic(
            .note, id: "server-without-host",
            isFirst
                ? "the client has no default server, since '\(url)' names no host; pass 'server' with that path to the "
                    + "client, or write the whole URL here"
                : "the client has no name for the server '\(url)', which names no host; write the whole URL")
    }
}

extension String {
    fileprivate var droppingSlashes: String {
        var text = self
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }
}
