// A path as documents write it: parameters in braces, and sometimes a query that belongs to it.

import MartletIR

/// Braces may hold more than a name: `{+name}`, `{/id}` and `{path*}` (RFC 6570), `{name=projects/*}` (Google's HTTP
/// annotations), `{id:[0-9]{1,3}}`, `{path+}` and `{id?}` (routers). The path itself has names alone.
struct PathTemplate {
    let path: String
    /// The names in braces, in order, each once.
    let parameterNames: [String]
    /// Those whose values may hold slashes.
    let reserved: Set<String>
    /// The parts of the query that are always the same: `beta=true`.
    let query: [QueryItem]
    /// The parts of the query that are parameters: `q={text}`, as key and name; those of `{?text}` may be left out.
    let queryParameters: [(key: String, name: String, isRequired: Bool)]
    /// What follows `#`: it tells operations of one path apart, and is never sent.
    let fragment: String

    /// `declared` are the names of the parameters that there are: one is never taken for more than a name.
    init(_ text: String, declared: Set<String> = []) {
        let (plain, expanded) = Self.withoutQueryExpansions(text)
        let (whole, fragment) = Self.halves(plain, at: "#")
        self.fragment = fragment
        let (path, fixed) = Self.halves(whole, at: "?")
        let items = fixed.split(separator: "&").map { item in
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return QueryItem(name: pair[0], value: pair.count > 1 ? pair[1] : "")
        }
        query = items.filter { !Self.isParameter($0) }
        queryParameters =
            items.filter(Self.isParameter).map { ($0.name, String($0.value.dropFirst().dropLast()), true) }
            + expanded.map { ($0, $0, false) }
        let named = Self.named(path.hasPrefix("/") ? path : "/" + path, declared)
        self.path = named.path
        parameterNames = named.names
        reserved = named.reserved
    }

    /// What stands before and after the first `mark` outside of braces.
    private static func halves(_ text: String, at mark: Character) -> (String, String) {
        var depth = 0
        for place in text.indices {
            switch text[place] {
            case "{": depth += 1
            case "}": depth -= 1
            case mark where depth < 1: return (String(text[..<place]), String(text[text.index(after: place)...]))
            default: break
            }
        }
        return (text, "")
    }

    private static func isParameter(_ item: QueryItem) -> Bool {
        item.value.count > 2 && item.value.hasPrefix("{") && item.value.hasSuffix("}")
    }

    /// `/pets{?limit,tag}` (RFC 6570, section 3.2.8) without its end, and the names there.
    private static func withoutQueryExpansions(_ text: String) -> (String, [String]) {
        var rest = text
        var names: [String] = []
        for opening in ["{?", "{&"] {
            while let open = rest.firstRange(of: opening), let close = rest[open.upperBound...].firstIndex(of: "}") {
                names += rest[open.upperBound..<close].split(separator: ",").map { name in
                    name.hasSuffix("*") ? String(name.dropLast()) : String(name)
                }
                rest.removeSubrange(open.lowerBound...close)
            }
        }
        return (rest, names)
    }

    private static func named(
        _ path: String, _ declared: Set<String>
    ) -> (path: String, names: [String], reserved: Set<String>) {
        var text = ""
        var names: [String] = []
        var reserved: Set<String> = []
        var rest = path[...]
        while let open = rest.firstIndex(of: "{"), let close = closing(rest[open...]) {
            var inside = String(rest[rest.index(after: open)..<close])
            text += rest[..<open]
            rest = rest[rest.index(after: close)...]
            // A whole step of the path (RFC 6570, section 3.2.6).
            if inside.hasPrefix("/"), inside.count > 1 {
                inside.removeFirst()
                text += "/"
            }
            let name = declared.contains(inside) ? inside : Self.name(inside)
            // Smithy declares a parameter by what stands in the braces: `baz+`.
            let isGreedy = inside.hasPrefix("+") || "*+".contains(inside.last ?? " ")
            if isGreedy || name != inside && inside.contains("=") { reserved.insert(name) }
            text += "{\(name)}"
            if !names.contains(name) { names.append(name) }
        }
        return (text + rest, names, reserved)
    }

    /// The brace that closes the one that `text` begins with: expressions may have some of their own.
    private static func closing(_ text: Substring) -> Substring.Index? {
        var depth = 0
        for place in text.indices {
            if text[place] == "{" { depth += 1 }
            if text[place] == "}" { depth -= 1 }
            if depth == 0 { return place }
        }
        return text.firstIndex(of: "}")
    }

    private static func name(_ inside: String) -> String {
        let trimmed = inside.drop { $0 == "+" || $0 == " " }.prefix { !"=:*+?".contains($0) }
        let name = String(trimmed.reversed().drop { $0 == " " }.reversed())
        return name.isEmpty ? inside : name
    }
}
