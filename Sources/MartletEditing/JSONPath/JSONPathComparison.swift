// Compares values as JSONPath does (RFC 9535, section 2.3.5.2.2): numbers by value, strings by Unicode scalars.

internal import MartletSource

extension JSONPathEvaluator {
    mutating func compare(
        _ left: Compared, _ comparison: Comparison, _ right: Compared
    ) throws(JSONPathFault) -> Bool {
        switch comparison {
        case .equal: return try isEqual(left, right)
        case .notEqual: return try !isEqual(left, right)
        case .less: return isLess(left, right)
        case .greater: return isLess(right, left)
        case .lessOrEqual: return isLess(left, right) ? true : try isEqual(left, right)
        case .greaterOrEqual: return isLess(right, left) ? true : try isEqual(left, right)
        }
    }

    private mutating func isEqual(_ left: Compared, _ right: Compared) throws(JSONPathFault) -> Bool {
        switch (left, right) {
        case (.nothing, .nothing): return true
        case (.scalar(let left), .scalar(let right)): return left.hasValue(of: right)
        case (.collection(let left), .collection(let right)): return try isEqual(left, right)
        default: return false
        }
    }

    private mutating func isEqual(_ left: Node, _ right: Node) throws(JSONPathFault) -> Bool {
        try spend()
        switch (left.value, right.value) {
        case (.scalar(let left), .scalar(let right)):
            return left.resolved.hasValue(of: right.resolved)
        case (.sequence(let left), .sequence(let right)):
            guard left.count == right.count else { return false }
            for (left, right) in zip(left, right) where try !isEqual(left, right) { return false }
            return true
        case (.mapping(let left), .mapping(let right)):
            guard left.entries.count == right.entries.count else { return false }
            for entry in left.entries {
                guard let other = right[entry.key], try isEqual(entry.value, other) else { return false }
            }
            return true
        default:
            return false
        }
    }

    private func isLess(_ left: Compared, _ right: Compared) -> Bool {
        guard case .scalar(let left) = left, case .scalar(let right) = right else { return false }
        switch (left, right) {
        case (.string(let left), .string(let right)):
            return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        case (.integer(let left), .integer(let right)): return left < right
        case (.number(let left), .number(let right)): return left < right
        case (.integer(let left), .number(let right)): return left.isBelow(right)
        case (.number(let left), .integer(let right)):
            // NaN is neither below nor above.
            return left.isFinite ? !right.isBelow(left) && !right.equals(left) : left < 0
        default: return false
        }
    }
}

extension ScalarValue {
    fileprivate func hasValue(of other: ScalarValue) -> Bool {
        switch (self, other) {
        case (.string(let left), .string(let right)): left.unicodeScalars.elementsEqual(right.unicodeScalars)
        case (.integer(let integer), .number(let number)), (.number(let number), .integer(let integer)):
            integer.equals(number)
        default: self == other
        }
    }
}

extension Int64 {
    fileprivate func equals(_ number: Double) -> Bool {
        Int64(exactly: number) == self
    }

    /// Whether this is less than `number`; exact where `Double` can't hold the integer.
    fileprivate func isBelow(_ number: Double) -> Bool {
        if let integer = Int64(exactly: number.rounded(.down)) {
            return self < integer || (self == integer && number > number.rounded(.down))
        }
        return number > 0
    }
}
