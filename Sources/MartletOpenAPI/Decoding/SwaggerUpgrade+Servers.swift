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
        if let host = root["host"]?.scalar?.text, !host.isEmpty {
            // Transfer is by HTTPS where the document leaves it open; of several schemes the safe one comes first.
            let written = root["schemes"]?.sequence?.compactMap(\.scalar?.text) ?? []
            let schemes = written.isEmpty ? ["https"] : written
            let ordered = schemes.filter { $0.hasSuffix("s") } + schemes.filter { !$0.hasSuffix("s") }
            urls = ordered.filter { !$0.hasPrefix("ws") }.map { "\($0)://\(host)\(Self.rooted(path))" }
        } else if Self.rooted(path) != "" {
            urls = [Self.rooted(path)]
        }
        guard !urls.isEmpty else { return nil }
        let nodes = urls.map { Node.object([("url", .text($0, at: entry.value.position))], at: entry.value.position) }
        return Mapping.Entry(
            key: "servers", keyPosition: entry.keyPosition, value: Node(.sequence(nodes), at: entry.value.position))
    }

    /// The paths that follow begin with a slash themselves.
    private static func rooted(_ path: String) -> String {
        var path = Substring(path)
        while path.last == "/" { path = path.dropLast() }
        return path.isEmpty || path.hasPrefix("/") ? String(path) : "/" + path
    }
}
