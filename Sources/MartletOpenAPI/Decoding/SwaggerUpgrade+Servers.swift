// `schemes`, `host` and `basePath` of Swagger 2.0 to `servers`.

internal import MartletSource

struct SwaggerServers {
    private let root: Mapping
    private let position: Position

    init(_ root: Mapping, at position: Position) {
        self.root = root
        self.position = position
    }

    /// Nil where the document says nothing of a server: it is the one that the document came from.
    func servers(_ diagnostics: inout Diagnostics) -> Mapping.Entry? {
        guard let entry = root.entry("host") ?? root.entry("basePath") else { return nil }
        let path = root["basePath"]?.scalar?.text ?? ""
        var urls: [String] = []
        if let host = host(&diagnostics), !host.name.isEmpty {
            // Of several schemes the safe one comes first.
            var schemes = root["schemes"]?.sequence?.compactMap(\.scalar?.text) ?? []
            if schemes.isEmpty, let scheme = host.scheme { schemes = [scheme] }
            if schemes.isEmpty { schemes = [guessedScheme(host.name, &diagnostics)] }
            let ordered = schemes.filter { $0.hasSuffix("s") } + schemes.filter { !$0.hasSuffix("s") }
            urls = ordered.filter { !$0.hasPrefix("ws") }.map { "\($0)://\(host.name)\(Self.rooted(path))" }
        } else if Self.rooted(path) != "" {
            urls = [Self.rooted(path)]
        }
        guard !urls.isEmpty else { return nil }
        let nodes = urls.map { Node.object([("url", .text($0, at: entry.value.position))], at: entry.value.position) }
        return Mapping.Entry(
            key: "servers", keyPosition: entry.keyPosition, value: Node(.sequence(nodes), at: entry.value.position))
    }

    /// The name without what belongs to other fields: a scheme before it, a slash after it.
    private func host(_ diagnostics: inout Diagnostics) -> (scheme: String?, name: Substring)? {
        guard let node = root["host"], let text = node.scalar?.text else { return nil }
        var name = text[...]
        var scheme: String?
        if let mark = name.firstRange(of: "://") {
            scheme = name[..<mark.lowerBound].lowercased()
            name = name[mark.upperBound...]
        }
        while name.last == "/" { name = name.dropLast() }
        if name != text { diagnostics.report(.badHost(text, name), at: node.position) }
        return (scheme, name)
    }

    /// Transfer is by HTTPS where the document leaves it open, but for what runs beside its client.
    private func guessedScheme(_ host: Substring, _ diagnostics: inout Diagnostics) -> String {
        let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
        let isHere = ["localhost", "0.0.0.0", "[::1]"].contains(name.lowercased()) || name.hasPrefix("127.")
        let scheme = isHere ? "http" : "https"
        diagnostics.report(.guessedScheme("\(scheme)://\(host)"), at: root["host"]?.position ?? position)
        return scheme
    }

    /// The paths that follow begin with a slash themselves.
    private static func rooted(_ path: String) -> String {
        var path = Substring(path)
        while path.last == "/" { path = path.dropLast() }
        return path.isEmpty || path.hasPrefix("/") ? String(path) : "/" + path
    }
}

extension Diagnostic {
    fileprivate static func guessedScheme(_ url: String) -> Diagnostic {
        Diagnostic(
            .note, id: "guessed-scheme",
            "'schemes' doesn't say how the server is reached; read as \(url); write schemes: [https], or [http]")
    }

    fileprivate static func badHost(_ text: String, _ name: Substring) -> Diagnostic {
        Diagnostic(
            .warning, id: "bad-host",
            "'host' is the name of a server, and maybe its port; '\(text)' is read as '\(name)'; write that, the scheme in "
                + "'schemes' and a path in 'basePath'")
    }
}
