// Helpers of these tests: text in, tree or rendered diagnostics out.

import MartletSource

/// What reading `text` gives: the tree as one line of JSON, and what was said of it.
struct Reading {
    var node: Node?
    var said: [String]

    init(_ text: String, limits: Limits = .init()) {
        self.init(bytes: Array(text.utf8), limits: limits)
    }

    init(bytes: [UInt8], firstLine: UInt32 = 1, limits: Limits = .init()) {
        var diagnostics = Diagnostics()
        let file = diagnostics.addFile("in.yaml")
        node = YAMLReader(bytes, file: file, firstLine: firstLine, limits: limits).read(&diagnostics)
        said = diagnostics.rendered()
    }

    var json: String? {
        node?.compactJSON
    }
}

extension Node {
    /// The tree on one line: `{"a": [1, "b"]}`.
    var compactJSON: String {
        switch value {
        case .scalar: jsonText
        case .sequence(let items): "[" + items.map(\.compactJSON).joined(separator: ", ") + "]"
        case .mapping(let mapping):
            "{"
                + mapping.entries.map { JSONText.quoted($0.key) + ": " + $0.value.compactJSON }.joined(separator: ", ")
                + "}"
        }
    }

    var place: String {
        "\(position.line):\(position.column)"
    }

    /// Whether both trees mean the same, in the same order.
    func equals(_ other: Node) -> Bool {
        switch (value, other.value) {
        case (.scalar(let left), .scalar(let right)):
            switch (left.resolved, right.resolved) {
            case (.string(let left), .string(let right)): return left.utf8.elementsEqual(right.utf8)
            case (.number, .number): return left.text == right.text
            case (let left, let right): return left == right
            }
        case (.sequence(let left), .sequence(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
        case (.mapping(let left), .mapping(let right)):
            return left.entries.count == right.entries.count
                && zip(left.entries, right.entries).allSatisfy {
                    $0.key.utf8.elementsEqual($1.key.utf8) && $0.value.equals($1.value)
                }
        default:
            return false
        }
    }
}
