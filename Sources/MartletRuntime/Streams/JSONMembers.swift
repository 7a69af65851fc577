// Looks at the members of a JSON object without reading it whole.

/// The members of one JSON object, found by skipping over their values; nothing where the text is no object.
///
/// The text is trusted to be JSON: a decoder judges it elsewhere.
struct JSONMembers {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Whether a text in quotes ends with `error` anywhere, in any case; much quicker than finding out where.
    var hasTextEndingInError: Bool {
        var text = text
        return text.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            var end = bytes.position(of: UInt8(ascii: "\""), from: 0)
            while end < bytes.count {
                if end > 5, bytes[end - 1] | 0x20 == UInt8(ascii: "r"),
                    zip(bytes[(end - 5)..<end], "error".utf8).allSatisfy({ $0 | 0x20 == $1 })
                {
                    return true
                }
                end = bytes.position(of: UInt8(ascii: "\""), from: end + 1)
            }
            return false
        }
    }

    /// Whether the object has all these members.
    func contains(_ keys: String...) -> Bool {
        var wanted = keys.map { Array($0.utf8) }
        visit { key, _ in
            wanted.removeAll { key.equals($0) }
            return !wanted.isEmpty
        }
        return wanted.isEmpty
    }

    /// Whether the object has no other members.
    func hasOnly(_ keys: [String]) -> Bool {
        let known = keys.map { Array($0.utf8) }
        var hasOther = false
        visit { key, _ in
            hasOther = !known.contains { key.equals($0) }
            return !hasOther
        }
        return !hasOther
    }

    /// A member that is a whole number.
    func integer(_ key: [UInt8]) -> Int? {
        value(key) { Int(String(decoding: $0, as: UTF8.self)) }
    }

    /// The text of the scalar that a path of members leads to.
    func scalar(at path: ArraySlice<String>) -> String? {
        guard let key = path.first else { return nil }
        if path.count > 1 {
            let inner = value(Array(key.utf8)) { String(decoding: $0, as: UTF8.self) }
            return inner.flatMap { JSONMembers($0).scalar(at: path.dropFirst()) }
        }
        return value(Array(key.utf8)) { (try? JSONParser.parse($0))?.scalarText }
    }

    private func value<T>(_ key: [UInt8], _ read: (UnsafeRawBufferPointer) -> T?) -> T? {
        var found: T?
        visit { name, value in
            guard name.equals(key) else { return true }
            found = read(value)
            return false
        }
        return found
    }

    /// Calls `body` for each member, until it says no more.
    private func visit(_ body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool) {
        var text = text
        text.withUTF8 { bytes in
            var cursor = JSONCursor(UnsafeRawBufferPointer(bytes))
            cursor.skipSpace()
            guard cursor.take(UInt8(ascii: "{")) else { return }
            repeat {
                cursor.skipSpace()
                guard let key = cursor.string() else { return }
                cursor.skipSpace()
                guard cursor.take(UInt8(ascii: ":")) else { return }
                cursor.skipSpace()
                let value = cursor.value()
                if value.isEmpty || !body(key, value) { return }
                cursor.skipSpace()
            } while cursor.take(UInt8(ascii: ","))
        }
    }
}

/// A place in a JSON text.
private struct JSONCursor {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    mutating func skipSpace() {
        while next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { position += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// A string without its quotes, as it is written; nil where there is none.
    mutating func string() -> UnsafeRawBufferPointer? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while position < bytes.count {
            let end = bytes.position(of: UInt8(ascii: "\""), from: position)
            var backslashes = 0
            while end - backslashes > start, bytes[end - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
            position = end + 1
            if end < bytes.count, backslashes.isMultiple(of: 2) {
                return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            }
        }
        return nil
    }

    /// Skips a value; empty where there is none.
    mutating func value() -> UnsafeRawBufferPointer {
        let start = position
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard string() != nil else { return UnsafeRawBufferPointer(rebasing: bytes[start..<start]) }
                if depth == 0 { return UnsafeRawBufferPointer(rebasing: bytes[start..<position]) }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return UnsafeRawBufferPointer(rebasing: bytes[start..<position]) }
                depth -= 1
                if depth == 0 {
                    position += 1
                    return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
                }
            case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
                if depth == 0 { return UnsafeRawBufferPointer(rebasing: bytes[start..<position]) }
            default: break
            }
            position += 1
        }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<min(position, bytes.count)])
    }
}
