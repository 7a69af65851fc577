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
            entries.append(Entry(key: key, keyPosition: keyPosition, value: value))
            if index == nil { rebuildIndex() }
        }
    }

    package mutating func remove(_ key: String) {
        guard let place = position(of: key) else { return }
        entries.remove(at: place)
        rebuildIndex()
    }

    private func position(of key: String) -> Int? {
        if let index { return index[key] }
        return entries.firstIndex { $0.key == key }
    }

    private mutating func rebuildIndex() {
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
