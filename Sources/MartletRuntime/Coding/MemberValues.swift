// The values of members, as they are hashed or compared.

/// What is done with the values of members where no JSON is read or written.
enum MemberValues {
    case hash(Hasher)
    case comparison(MemberComparison)

    mutating func visit<T: Hashable>(_ value: T) {
        switch self {
        case .hash(var hasher):
            hasher.combine(value)
            self = .hash(hasher)
        case .comparison(let comparison): comparison.visit(value)
        }
    }
}

/// Compares the members of two values, which are visited one after the other.
final class MemberComparison {
    private class Slot {}

    private final class TypedSlot<T>: Slot {
        let value: T
        init(_ value: T) { self.value = value }
    }

    private var slots: [Slot] = []
    private var isSecond = false
    private var place = 0
    private var areEqual = true

    /// Whether all members that `visit` hands over are equal.
    static func areEqual<Value>(
        _ left: Value, _ right: Value, _ visit: (inout Value, MemberComparison) throws -> Void
    ) -> Bool {
        let comparison = MemberComparison()
        var (left, right) = (left, right)
        do {
            try visit(&left, comparison)
            comparison.isSecond = true
            try visit(&right, comparison)
        } catch {
            return false
        }
        return comparison.areEqual && comparison.place == comparison.slots.count
    }

    func visit<T: Equatable>(_ value: T) {
        guard isSecond else { return slots.append(TypedSlot(value)) }
        guard areEqual else { return place += 1 }
        areEqual = place < slots.count && (slots[place] as? TypedSlot<T>)?.value == value
        place += 1
    }
}
