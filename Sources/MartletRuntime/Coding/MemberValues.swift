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
///
/// The first value's members are copied into raw memory, each with its type beside it: boxes of generic types would cost
/// several times what there is to compare.
final class MemberComparison {
    private struct Slot {
        let type: any Equatable.Type
        let address: UnsafeMutableRawPointer
    }

    private static let pieceSize = 512

    private var slots: [Slot] = []
    private var pieces: [UnsafeMutableRawPointer] = []
    /// How much of the last piece is taken.
    private var end = pieceSize
    private var isSecond = false
    private var place = 0
    private var areEqual = true

    deinit {
        for slot in slots { destroy(slot.type, at: slot.address) }
        for piece in pieces { piece.deallocate() }
    }

    /// Whether all members that `visit` hands over are equal.
    static func areEqual<Value>(
        _ left: Value, _ right: Value, _ visit: (inout Value, MemberComparison) throws -> Void
    ) -> Bool {
        let comparison = MemberComparison()
        do {
            var value = left
            try visit(&value, comparison)
            comparison.isSecond = true
            value = right
            try visit(&value, comparison)
        } catch {
            return false
        }
        return comparison.areEqual && comparison.place == comparison.slots.count
    }

    func visit<T: Equatable>(_ value: T) {
        guard isSecond else { return record(value) }
        defer { place += 1 }
        guard areEqual else { return }
        guard place < slots.count, ObjectIdentifier(slots[place].type) == ObjectIdentifier(T.self) else {
            return areEqual = false
        }
        areEqual = slots[place].address.assumingMemoryBound(to: T.self).pointee == value
    }

    private func record<T: Equatable>(_ value: T) {
        let address = address(size: MemoryLayout<T>.size, alignment: MemoryLayout<T>.alignment)
        address.initializeMemory(as: T.self, repeating: value, count: 1)
        slots.append(Slot(type: T.self, address: address))
    }

    private func address(size: Int, alignment: Int) -> UnsafeMutableRawPointer {
        var start = (end + alignment - 1) & ~(alignment - 1)
        if pieces.isEmpty || alignment > 16 || start + size > Self.pieceSize {
            pieces.append(.allocate(byteCount: max(size, Self.pieceSize), alignment: max(alignment, 16)))
            start = 0
        }
        end = start + size
        return pieces[pieces.count - 1] + start
    }

    private func destroy<T: Equatable>(_ type: T.Type, at address: UnsafeMutableRawPointer) {
        address.assumingMemoryBound(to: T.self).deinitialize(count: 1)
    }
}
