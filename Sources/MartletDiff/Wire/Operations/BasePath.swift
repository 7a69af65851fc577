// What a server's URL puts before all paths.

import MartletOpenAPI

enum BasePath {
    /// `/v1` of `https://a.example/v1`; nil where the servers differ in it.
    static func shared(by servers: [Server]) -> String? {
        let paths = Set(servers.map { OperationPairing.erased(path($0.url)) })
        return paths.count > 1 ? nil : paths.first ?? ""
    }

    /// The URL without its path.
    static func host(_ url: String) -> Substring {
        trimmed(url).dropLast(path(url).count)
    }

    private static func path(_ url: String) -> String {
        var rest = trimmed(url)
        if let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...].drop { $0 != "/" }
        } else if rest.hasPrefix("{") {
            // A variable that may be a whole host.
            rest = rest.drop { $0 != "/" }
        }
        return String(rest)
    }

    /// What ends with a slash is the same place: paths begin with one.
    static func trimmed(_ url: String) -> Substring {
        url.hasSuffix("/") ? url.dropLast() : url[...]
    }
}
