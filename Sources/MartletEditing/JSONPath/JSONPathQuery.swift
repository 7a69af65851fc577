// The parts of a JSONPath query (RFC 9535, section 2), its functions already type-checked.

internal import MartletSource

struct Query: Sendable {
    enum Start: Sendable {
        /// `$`
        case root
        /// `@`, in a filter
        case current
    }

    var start: Start
    var segments: [Segment]

    /// Whether the query selects one node at most (section 2.3.5.1), as a comparison demands.
    var isSingular: Bool {
        segments.allSatisfy { segment in
            guard case .child(let selectors) = segment, selectors.count == 1 else { return false }
            switch selectors[0] {
            case .name, .index: return true
            case .wildcard, .slice, .filter: return false
            }
        }
    }
}

enum Segment: Sendable {
    case child([Selector])
    case descendant([Selector])
}

enum Selector: Sendable {
    case name(String)
    case wildcard
    case index(Int)
    case slice(Slice)
    indirect case filter(Condition)
}

indirect enum Condition: Sendable {
    case any([Condition])
    case all([Condition])
    case not(Condition)
    case exists(Query)
    case compare(Operand, Comparison, Operand)
    /// `match()` and `search()`.
    case matches(Operand, Pattern, Reach)
}

enum Comparison: Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// What yields one value or none: `ValueType` in section 2.4.1.
indirect enum Operand: Sendable {
    case literal(ScalarValue)
    /// A singular query.
    case node(Query)
    case length(Operand)
    case count(Query)
    case value(Query)
}

enum Pattern: Sendable {
    /// A literal; nil where it is no I-Regexp, which matches nothing (section 2.4.6).
    case fixed(IRegexp?)
    case computed(Operand)
}

enum Reach: Sendable {
    /// The pattern describes the whole string: `match()`.
    case whole
    /// The pattern describes a part of the string: `search()`.
    case part
}
