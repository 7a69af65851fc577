// The Server Object (OpenAPI 3.2.0, section 4.6).

internal import MartletSource

enum ServerDecoder {
    static func servers(_ fields: Fields, _ reading: inout Reading) -> [Server] {
        fields.list("servers", &reading).items.compactMap { node in
            guard let server = Fields(node, as: "a Server Object", in: fields.base, &reading),
                let url = server.string("url", &reading)
            else { return nil }
            server.noteUnknown(known: ["url", "description", "name", "variables"], &reading)
            let variables = server.namedMap("variables", &reading).entries.compactMap { variable($0, server, &reading) }
            check(url, variables, at: server["url"]?.position ?? node.position, &reading)
            return Server(
                url: url, description: server.string("description", &reading), variables: variables,
                position: node.position)
        }
    }

    private static func variable(
        _ entry: Mapping.Entry, _ server: Fields, _ reading: inout Reading
    ) -> ServerVariable? {
        guard let fields = Fields(entry.value, as: "a Server Variable Object", in: server.base, &reading) else {
            return nil
        }
        fields.noteUnknown(known: ["enum", "default", "description"], &reading)
        let values = fields.strings("enum", &reading)
        let defaultValue = fields.string("default", &reading)
        if defaultValue == nil { reading.report(.noDefault(entry.key), at: entry.keyPosition) }
        return ServerVariable(
            name: entry.key, values: values, defaultValue: defaultValue ?? values.first ?? "",
            description: fields.string("description", &reading))
    }

    private static func check(
        _ url: String, _ variables: [ServerVariable], at position: Position, _ reading: inout Reading
    ) {
        var plain = ""
        var name: String?
        for character in url {
            switch (name, character) {
            case (nil, "{"): name = ""
            case (let open?, "}"):
                if !variables.contains(where: { $0.name == open }) {
                    reading.report(.undeclared(open), at: position)
                }
                name = nil
                plain += "x"
            case (let open?, _): name = open + String(character)
            case (nil, _): plain.append(character)
            }
        }
        if name != nil || !URLText.isURL(plain) { reading.report(.badURL(url), at: position) }
    }
}

extension Diagnostic {
    fileprivate static func badURL(_ url: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bad-server-url", "'\(url)' isn't a URL; write one such as 'https://api.example.com/v1'")
    }

    fileprivate static func undeclared(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "undeclared-server-variable",
            "the URL has '{\(name)}', which 'variables' doesn't declare; add it there with a 'default'")
    }

    fileprivate static func noDefault(_ name: String) -> Diagnostic {
        Diagnostic(.warning, id: "missing-field", "the server variable '\(name)' needs 'default'; add it")
    }
}
