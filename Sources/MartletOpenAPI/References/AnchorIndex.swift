// The anchors and the embedded resources of one file (JSON Schema 2020-12 core, section 8.2).

internal import MartletSource

struct AnchorIndex: Sendable {
    /// A schema with an `$id` of its own.
    struct Embedded: Sendable {
        var id: String
        var tokens: [String]
    }

    private(set) var anchors: [String: [[String]]] = [:]
    private(set) var embedded: [Embedded] = []

    init(_ root: Node) {
        var stack = [Visit(node: root, tokens: [], isNames: false)]
        while let visit = stack.popLast() {
            switch visit.node.value {
            case .scalar: continue
            case .sequence(let items):
                for (place, item) in items.enumerated().reversed() {
                    stack.append(Visit(node: item, tokens: visit.tokens + [String(place)], isNames: false))
                }
            case .mapping(let mapping):
                if !visit.isNames { read(mapping, visit.tokens) }
                for entry in mapping.entries.reversed() where visit.isNames || !Self.isData(entry.key) {
                    if entry.value.scalar != nil { continue }
                    stack.append(
                        Visit(
                            node: entry.value, tokens: visit.tokens + [entry.key],
                            isNames: !visit.isNames && Self.namesOfSchemas.contains(entry.key)))
                }
            }
        }
    }

    private struct Visit {
        var node: Node
        var tokens: [String]
        /// Whether the keys are names that the document's author chose, not keywords.
        var isNames: Bool
    }

    private mutating func read(_ mapping: Mapping, _ tokens: [String]) {
        for key in ["$anchor", "$dynamicAnchor"] {
            if let name = mapping[key]?.scalar?.text { anchors[name, default: []].append(tokens) }
        }
        guard let id = mapping["$id"]?.scalar?.text, !tokens.isEmpty else { return }
        if let name = Self.anchor(in: id) {
            anchors[name, default: []].append(tokens)
        } else {
            embedded.append(Embedded(id: id, tokens: tokens))
        }
    }

    /// What `$anchor` is since 2019-09, `$id: '#name'` was before (JSON Schema draft-07 core, section 8.2.3).
    static func anchor(in id: String) -> String? {
        id.hasPrefix("#") && id != "#" ? String(id.dropFirst()) : nil
    }

    /// Those of schemas, and the section of the components.
    private static let namesOfSchemas = Set(ObjectKind.mapsOfSchemas + ["schemas"])

    private static func isData(_ key: String) -> Bool {
        ["example", "examples", "default", "const", "enum"].contains(key) || key.hasPrefix("x-")
    }
}
