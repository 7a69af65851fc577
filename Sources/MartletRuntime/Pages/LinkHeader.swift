// Reads the `Link` field (RFC 8288, section 3).

/// A link of a response to something else.
struct LinkHeader: Hashable {
    var target: String
    /// In lower case: `next`, `prev` …
    var relations: [String]

    /// The links of one field: `<https://h/items?page=2>; rel="next", <…>; rel=last`.
    static func links(_ text: String) -> [LinkHeader] {
        var links: [LinkHeader] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let target = String(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
            links.append(LinkHeader(target: target, relations: relations(parameters(&rest))))
        }
        return links
    }

    /// Takes parameters up to the comma that ends the link; a comma in quotes doesn't.
    private static func parameters(_ rest: inout Substring) -> [String] {
        var parameters = [""]
        var isQuoted = false
        while let character = rest.popFirst() {
            switch character {
            case "\\" where isQuoted: parameters[parameters.count - 1] += rest.popFirst().map(String.init) ?? ""
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: return parameters
            case ";" where !isQuoted: parameters.append("")
            default: parameters[parameters.count - 1].append(character)
            }
        }
        return parameters
    }

    /// Of the first `rel`; later ones don't count.
    private static func relations(_ parameters: [String]) -> [String] {
        for parameter in parameters {
            let pair = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != "\t" } }
            guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == "rel" else { continue }
            return pair[1].lowercased().split(separator: " ").map(String.init)
        }
        return []
    }
}
