// Reads the fields of an OpenAPI object, and says where one has the wrong type.
import MartletSource

struct Fields {
    let node: Node
    let mapping: Mapping
    /// What the object is, in the words of the specification: `Info Object`.
    let object: String

    init?(_ node: Node, as object: String, _ diagnostics: inout Diagnostics) {
        guard let mapping = node.mapping else {
            diagnostics.report(.wrongType(object, expected: "a mapping", found: node), at: node.position)
            return nil
        }
        self.node = node
        self.mapping = mapping
        self.object = object
    }

    subscript(key: String) -> Node? {
        mapping[key]
    }

    var position: Position {
        node.position
    }

    /// Takes a number or boolean for a string too: `version: 1.0` is the slip that most documents make.
    func string(_ key: String, _ diagnostics: inout Diagnostics) -> String? {
        guard let node = mapping[key] else { return nil }
        guard let scalar = node.scalar else {
            diagnostics.report(.wrongType("'\(key)'", expected: "a string", found: node), at: node.position)
            return nil
        }
        return node.isNull ? nil : scalar.text
    }

    func bool(_ key: String, _ diagnostics: inout Diagnostics) -> Bool? {
        guard let node = mapping[key] else { return nil }
        switch node.scalar?.resolved {
        case .bool(let value): return value
        case .string("true"): return true
        case .string("false"): return false
        default:
            diagnostics.report(.wrongType("'\(key)'", expected: "true or false", found: node), at: node.position)
            return nil
        }
    }

    func number(_ key: String, _ diagnostics: inout Diagnostics) -> Double? {
        guard let node = mapping[key] else { return nil }
        switch node.scalar?.resolved {
        case .integer(let value): return Double(value)
        case .number(let value): return value
        default:
            diagnostics.report(.wrongType("'\(key)'", expected: "a number", found: node), at: node.position)
            return nil
        }
    }

    func count(_ key: String, _ diagnostics: inout Diagnostics) -> Int? {
        number(key, &diagnostics).flatMap { Int(exactly: $0.rounded()) }
    }

    func strings(_ key: String, _ diagnostics: inout Diagnostics) -> [String] {
        items(key, &diagnostics).compactMap { item in
            if let scalar = item.scalar { return scalar.text }
            diagnostics.report(.wrongType("an item of '\(key)'", expected: "a string", found: item), at: item.position)
            return nil
        }
    }

    func items(_ key: String, _ diagnostics: inout Diagnostics) -> [Node] {
        guard let node = mapping[key], !node.isNull else { return [] }
        if let items = node.sequence { return items }
        diagnostics.report(.wrongType("'\(key)'", expected: "a sequence", found: node), at: node.position)
        return []
    }

    /// The entries of the mapping at `key`, extensions (`x-…`) left out where they can't be names.
    func entries(_ key: String, _ diagnostics: inout Diagnostics) -> [Mapping.Entry] {
        guard let node = mapping[key], !node.isNull else { return [] }
        if let mapping = node.mapping { return mapping.entries }
        diagnostics.report(.wrongType("'\(key)'", expected: "a mapping", found: node), at: node.position)
        return []
    }
}

extension Diagnostic {
    fileprivate static func wrongType(_ what: String, expected: String, found: Node) -> Diagnostic {
        Diagnostic(.error, id: "wrong-type", "\(what) must be \(expected), but this is \(found.kindName)")
    }
}
