/// What a template is rendered with: the shape of JSON, with numbers already written as text.
///
/// In a section `null`, `false` and an empty list count as nothing; everything else is there, the empty string too.
package enum MustacheValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case string(String)
    /// Text that is nothing but text: where an `OutputContext` knows code, it doesn't belong there.
    case text(String)
    case list([MustacheValue])
    case made(MadeList)
    case object([String: MustacheValue])

    /// Whether a section over this value is left out, and an inverted one rendered.
    var isNothing: Bool {
        switch self {
        case .null: true
        case .bool(let flag): !flag
        case .list(let items): items.isEmpty
        case .made(let list): list.count == 0
        case .string, .text, .object: false
        }
    }

    /// The value as an error message calls it.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .string, .text: "text"
        case .list, .made: "a list"
        case .object: "an object"
        }
    }
}

extension MustacheValue: ExpressibleByNilLiteral {
    package init(nilLiteral: ()) { self = .null }
}

extension MustacheValue: ExpressibleByBooleanLiteral {
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension MustacheValue: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self = .string(value) }
}

extension MustacheValue: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: MustacheValue...) { self = .list(elements) }
}

extension MustacheValue: ExpressibleByDictionaryLiteral {
    /// Of a key that is written twice, the last value counts.
    package init(dictionaryLiteral elements: (String, MustacheValue)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}
