// Small random changes of a document, as its next version might have them.

import MartletSource

/// A generator of numbers that gives the same ones for the same seed (SplitMix64), as Swift's own doesn't.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Applies changes to mappings somewhere in a tree: what a schema, a parameter or an operation says.
struct Mutation {
    private var numbers: SeededNumbers
    private(set) var said: [String] = []

    init(seed: UInt64) {
        numbers = SeededNumbers(seed)
    }

    /// `root` with `count` changes.
    mutating func changed(_ root: Node, count: Int) -> Node {
        var root = root
        var left = count
        var tries = 0
        while left > 0, tries < 200 {
            tries += 1
            var paths: [[String]] = []
            Self.collect(root, [], &paths)
            guard let path = paths.randomElement(using: &numbers) else { break }
            if let changed = edit(root, path[...]) {
                root = changed
                left -= 1
            }
        }
        return root
    }

    /// The paths of all mappings below `components` and `paths`.
    private static func collect(_ node: Node, _ path: [String], _ paths: inout [[String]]) {
        switch node.value {
        case .scalar: break
        case .sequence(let items):
            for (place, item) in items.enumerated() { collect(item, path + [String(place)], &paths) }
        case .mapping(let mapping):
            if path.count > 1, ["components", "paths"].contains(path[0]) { paths.append(path) }
            for entry in mapping.entries where !["example", "examples", "description", "default"].contains(entry.key) {
                collect(entry.value, path + [entry.key], &paths)
            }
        }
    }

    private mutating func edit(_ node: Node, _ path: ArraySlice<String>) -> Node? {
        guard let step = path.first else { return edited(node) }
        switch node.value {
        case .scalar: return nil
        case .sequence(var items):
            guard let place = Int(step), items.indices.contains(place), let inner = edit(items[place], path.dropFirst())
            else { return nil }
            items[place] = inner
            return Node(.sequence(items), at: node.position)
        case .mapping(var mapping):
            guard let entry = mapping.entry(step), let inner = edit(entry.value, path.dropFirst()) else { return nil }
            mapping.set(step, to: inner, keyPosition: entry.keyPosition)
            return Node(.mapping(mapping), at: node.position)
        }
    }

    /// One change of what stands in `node`; nil where the one that was drawn doesn't fit there.
    private mutating func edited(_ node: Node) -> Node? {
        guard var mapping = node.mapping else { return nil }
        func scalar(_ text: String, isString: Bool = false) -> Node {
            Node(.scalar(Scalar(text, isString: isString)), at: node.position)
        }
        let draw = Int.random(in: 0..<11, using: &numbers)
        switch draw {
        case 0:
            guard let properties = mapping["properties"]?.mapping else { return nil }
            var added = properties
            let type = ["string", "integer", "boolean", "number"].randomElement(using: &numbers) ?? "string"
            let schema = Node(
                .mapping(Mapping([.init(key: "type", keyPosition: node.position, value: scalar(type))])),
                at: node.position)
            added.set("extra_member", to: schema, keyPosition: node.position)
            mapping.set("properties", to: Node(.mapping(added), at: node.position), keyPosition: node.position)
        case 1:
            guard var properties = mapping["properties"]?.mapping,
                let key = properties.entries.randomElement(using: &numbers)?.key
            else { return nil }
            properties.remove(key)
            mapping.set("properties", to: Node(.mapping(properties), at: node.position), keyPosition: node.position)
        case 2:
            guard let properties = mapping["properties"]?.mapping,
                let key = properties.entries.randomElement(using: &numbers)?.key
            else { return nil }
            var required = mapping["required"]?.sequence ?? []
            let isThere = required.contains { $0.scalar?.text == key }
            required.removeAll { $0.scalar?.text == key }
            if !isThere { required.append(scalar(key, isString: true)) }
            mapping.set("required", to: Node(.sequence(required), at: node.position), keyPosition: node.position)
        case 3:
            guard let type = mapping["type"]?.scalar?.text, mapping["properties"] == nil, mapping["enum"] == nil else {
                return nil
            }
            let other = type == "string" ? "integer" : "string"
            mapping.set("type", to: scalar(other), keyPosition: node.position)
            mapping.remove("items")
        case 4, 5:
            guard var values = mapping["enum"]?.sequence, values.count > 1, values[0].scalar?.isString != false else {
                return nil
            }
            if draw == 4 { values.append(scalar("one_more", isString: true)) } else { values.removeLast() }
            mapping.set("enum", to: Node(.sequence(values), at: node.position), keyPosition: node.position)
        case 6:
            guard let key = ["oneOf", "anyOf"].first(where: { mapping[$0] != nil }), var items = mapping[key]?.sequence,
                items.count > 2
            else { return nil }
            items.remove(at: Int.random(in: 0..<items.count, using: &numbers))
            mapping.set(key, to: Node(.sequence(items), at: node.position), keyPosition: node.position)
            mapping.remove("discriminator")
        case 7:
            guard mapping["type"] != nil || mapping["responses"] != nil, mapping["deprecated"] == nil else {
                return nil
            }
            mapping.set("deprecated", to: scalar("true"), keyPosition: node.position)
        case 8:
            guard mapping["in"] != nil, mapping["in"]?.scalar?.text != "path" else { return nil }
            let isRequired = mapping["required"]?.scalar?.text == "true"
            mapping.set("required", to: scalar(isRequired ? "false" : "true"), keyPosition: node.position)
        case 9:
            guard let name = mapping["operationId"]?.scalar?.text else { return nil }
            mapping.set("operationId", to: scalar(name + "Anew", isString: true), keyPosition: node.position)
        default:
            guard let properties = mapping["properties"]?.mapping, properties.entries.count > 1 else { return nil }
            let turned = Mapping(properties.entries.reversed())
            mapping.set("properties", to: Node(.mapping(turned), at: node.position), keyPosition: node.position)
        }
        said.append(
            [
                "add a property", "remove a property", "turn required", "change a type", "add a value",
                "remove a value", "remove a branch", "deprecate", "turn a parameter's required", "rename an operation",
                "reverse properties",
            ][draw])
        return Node(.mapping(mapping), at: node.position)
    }
}
