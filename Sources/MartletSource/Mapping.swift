// A mapping that keeps the order of its keys, and where each stands.

package struct Mapping: Sendable {
    package struct Entry: Sendable {
        package var key: String
        package var keyPosition: Position
        package var value: Node

        package init(key: String, keyPosition: Position, value: Node) {
            self.key = key
            self.keyPosition = keyPosition
            self.value = value
        }
    }

    package private(set) var entries: [Entry]
    /// A bit for each key: most keys that are asked for aren't there, and this tells most of those without a look at any.
    private var signs: UInt64 = 0
    /// Only kept for long mappings, where it beats a walk over the keys.
    private var index: [String: Int]?

    private static let indexedCount = 12

    /// Keys are expected to differ; of equal ones the first is found.
    package init(_ entries: [Entry] = []) {
        self.entries = entries
        rebuildIndex()
    }

    package subscript(key: String) -> Node? {
        position(of: key).map { entries[$0].value }
    }

    package func entry(_ key: String) -> Entry? {
        position(of: key).map { entries[$0] }
    }

    package mutating func set(_ key: String, to value: Node, keyPosition: Position) {
        if let place = position(of: key) {
            entries[place].value = value
        } else {
            index?[key] = entries.count
            signs |= Self.signs(key)
            entries.append(Entry(key: key, keyPosition: keyPosition, value: value))
            if index == nil { rebuildIndex() }
        }
    }

    /// Puts `entry` in the place of the one with its key, or at the end.
    package mutating func put(_ entry: Entry) {
        if let place = position(of: entry.key) {
            entries[place] = entry
        } else {
            set(entry.key, to: entry.value, keyPosition: entry.keyPosition)
        }
    }

    package mutating func remove(_ key: String) {
        guard let place = position(of: key) else { return }
        entries.remove(at: place)
        rebuildIndex()
    }

    private func position(of key: String) -> Int? {
        guard signs & Self.sign(key) != 0 else { return nil }
        if let index { return index[key] }
        return entries.firstIndex { $0.key == key }
    }

    /// A bit that the length and the first byte decide.
    private static func sign(_ key: String) -> UInt64 {
        let bytes = key.utf8
        return 1 << UInt64((bytes.count &* 7 &+ Int(bytes.first ?? 0)) & 63)
    }

    /// The bits of every key that is equal to `key`: outside of ASCII the bytes of equal texts differ.
    private static func signs(_ key: String) -> UInt64 {
        key.utf8.allSatisfy { $0 < 0x80 } ? sign(key) : .max
    }

    private mutating func rebuildIndex() {
        signs = entries.reduce(0) { $0 | Self.signs($1.key) }
        guard entries.count > Self.indexedCount else {
            index = nil
            return
        }
        var places = [String: Int](minimumCapacity: entries.count)
        for (place, entry) in entries.enumerated() where places[entry.key] == nil {
            places[entry.key] = place
        }
        index = places
    }
}
