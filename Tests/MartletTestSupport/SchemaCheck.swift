// Holds a value against a JSON Schema, in the few keywords that the schemas of this package use.

package import MartletSource

package struct SchemaCheck {
    private let root: Node
    /// Whether a member that an object's schema doesn't list is a fault, even where the schema would let it be.
    private let isClosed: Bool

    /// The alternatives that something fitted, each by its `kind` and the members that it requires.
    package private(set) var fitted: Set<String> = []

    package init(_ schema: Node, isClosed: Bool = false) {
        root = schema
        self.isClosed = isClosed
    }

    /// What of `value` doesn't fit, each with its JSON pointer; a keyword that isn't known here is a fault too.
    package mutating func faults(in value: Node) -> [String] {
        faults(value, root, "")
    }

    /// All alternatives with a `kind` that the schema has.
    package var alternatives: Set<String> {
        func collect(_ node: Node) -> [String] {
            if let mapping = node.mapping {
                return (Self.label(node).map { [$0] } ?? []) + mapping.entries.flatMap { collect($0.value) }
            }
            return (node.sequence ?? []).flatMap(collect)
        }
        return Set(collect(root))
    }

    /// `array(element, kind)`
    private static func label(_ schema: Node) -> String? {
        let properties = schema.mapping?["properties"]?.mapping
        guard let kind = properties?["kind"]?.mapping?["const"]?.scalar?.text else { return nil }
        let required = schema.mapping?["required"]?.sequence?.compactMap(\.scalar?.text) ?? []
        return "\(kind)(\(required.sorted().joined(separator: ", ")))"
    }

    private mutating func faults(_ value: Node, _ schema: Node, _ path: String) -> [String] {
        guard let keywords = schema.mapping else {
            return schema.scalar?.resolved == .bool(true) ? [] : ["\(path): nothing may be here"]
        }
        var faults: [String] = []
        for entry in keywords.entries { faults += check(value, entry.key, entry.value, keywords, path) }
        return faults
    }

    private mutating func check(
        _ value: Node, _ keyword: String, _ argument: Node, _ schema: Mapping, _ path: String
    ) -> [String] {
        switch keyword {
        case "$schema", "$defs", "title", "description", "default": return []
        case "$ref":
            let name = argument.scalar?.text.split(separator: "/").last.map(String.init) ?? ""
            guard let target = root.mapping?["$defs"]?.mapping?[name] else { return ["\(path): no schema \(name)"] }
            return faults(value, target, path)
        case "type":
            let kinds = (argument.sequence ?? [argument]).compactMap(\.scalar?.text)
            let fits = kinds.contains { Self.isOf($0, value) }
            return fits ? [] : ["\(path): \(value.kindName) is no \(kinds.joined(separator: " or "))"]
        case "const": return value.jsonText == argument.jsonText ? [] : ["\(path): isn't \(argument.jsonText)"]
        case "enum":
            let isListed = argument.sequence?.contains { $0.jsonText == value.jsonText } ?? false
            return isListed ? [] : ["\(path): \(value.jsonText) isn't listed"]
        case "pattern":
            guard let text = value.scalar?.text, let pattern = try? Regex(argument.scalar?.text ?? "") else {
                return []
            }
            return text.contains(pattern) ? [] : ["\(path): '\(text)' doesn't match"]
        case "minimum": return compare(value, argument, path, <)
        case "maximum": return compare(value, argument, path, >)
        case "items":
            var found: [String] = []
            for (place, item) in (value.sequence ?? []).enumerated() {
                found += faults(item, argument, "\(path)/\(place)")
            }
            return found
        case "required":
            guard let mapping = value.mapping else { return [] }
            return (argument.sequence ?? []).compactMap(\.scalar?.text).filter { mapping[$0] == nil }
                .map { "\(path): '\($0)' is missing" }
        case "properties":
            guard let mapping = value.mapping, let properties = argument.mapping else { return [] }
            var found: [String] = []
            for property in properties.entries {
                if let value = mapping[property.key] {
                    found += faults(value, property.value, "\(path)/\(property.key)")
                }
            }
            return found + (isClosed && schema["additionalProperties"] == nil ? unlisted(mapping, argument, path) : [])
        case "additionalProperties":
            guard let mapping = value.mapping else { return [] }
            let listed = schema["properties"]?.mapping
            var found: [String] = []
            for entry in mapping.entries where listed?[entry.key] == nil {
                found += faults(entry.value, argument, "\(path)/\(entry.key)")
            }
            return found
        case "anyOf", "oneOf":
            let choices = Self.candidates(argument.sequence ?? [], for: value)
            var branches: [[String]] = []
            for choice in choices { branches.append(faults(value, choice, path)) }
            let fitting = branches.count { $0.isEmpty }
            if keyword == "anyOf" ? fitting > 0 : fitting == 1 {
                let place = branches.firstIndex { $0.isEmpty }
                if let label = place.flatMap({ Self.label(choices[$0]) }) { fitted.insert(label) }
                return []
            }
            let least = branches.min { $0.count < $1.count } ?? []
            return ["\(path): fits \(fitting) of the alternatives"] + least
        default: return ["\(path): the schema has the keyword \(keyword), which isn't checked here"]
        }
    }

    /// Alternatives that the value's `kind` rules out aren't tried: it would take a while for long values.
    private static func candidates(_ schemas: [Node], for value: Node) -> [Node] {
        guard let kind = value.mapping?["kind"]?.scalar?.text else { return schemas }
        let named = schemas.filter {
            $0.mapping?["properties"]?.mapping?["kind"]?.mapping?["const"]?.scalar?.text == kind
        }
        return named.isEmpty ? schemas : named
    }

    private func unlisted(_ mapping: Mapping, _ properties: Node, _ path: String) -> [String] {
        mapping.entries.filter { properties.mapping?[$0.key] == nil }.map { "\(path): '\($0.key)' isn't in the schema" }
    }

    private func compare(_ value: Node, _ limit: Node, _ path: String, _ isOut: (Double, Double) -> Bool) -> [String] {
        guard let number = value.scalar.flatMap({ Double($0.text) }), let limit = Double(limit.scalar?.text ?? ""),
            isOut(number, limit)
        else { return [] }
        return ["\(path): \(number) is out of range"]
    }

    private static func isOf(_ type: String, _ value: Node) -> Bool {
        switch (type, value.value) {
        case ("object", .mapping), ("array", .sequence): return true
        case (_, .scalar(let scalar)):
            switch (type, scalar.resolved) {
            case ("null", .null), ("boolean", .bool), ("integer", .integer), ("number", .integer), ("number", .number),
                ("string", .string):
                return true
            default: return false
            }
        default: return false
        }
    }
}
