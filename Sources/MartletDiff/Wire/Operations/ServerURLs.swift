// Which URLs a server with variables stands for.

import MartletOpenAPI

enum ServerURLs {
    /// More are told apart by their variables alone.
    private static let most = 100

    /// One for each choice of listed values; `{}` stands for any value.
    static func all(of server: Server) -> [String] {
        var urls = [server.url]
        for variable in server.variables where !variable.values.isEmpty {
            let filled = urls.flatMap { url in
                variable.values.map { url.replacing("{\(variable.name)}", with: $0) }
            }
            if filled.count <= most { urls = filled }
        }
        return urls.map(OperationPairing.erased)
    }

    /// Whether `url` is what `pattern` stands for, where that may have `{}` in it.
    static func matches(_ url: String, _ pattern: String) -> Bool {
        let pieces = pattern.split(separator: "{}", omittingEmptySubsequences: false)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return url == pattern }
        var rest = url[...]
        guard rest.hasPrefix(first) else { return false }
        rest = rest.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() {
            guard let range = rest.dropFirst().firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.count > last.count && rest.hasSuffix(last)
    }
}
