// The members of a mapping in YAML, as far as a configuration has them.

import Foundation

/// Members whose values are scalars or sequences of them, in either style; deeper values are passed over.
struct MappingScanner {
    /// The scalars by key: one, or those of a sequence.
    private(set) var members: [String: [String]] = [:]
    private var scanner: ScalarScanner

    init(_ bytes: UnsafeRawBufferPointer) {
        let mark = bytes.starts(with: Byte.orderMark) ? Byte.orderMark.count : 0
        scanner = ScalarScanner(UnsafeRawBufferPointer(rebasing: bytes[mark...]))
        skipToMember()
        members = scanner.skip(Byte.openBrace) ? flowMembers() : blockMembers()
    }

    // MARK: Block style

    private mutating func blockMembers() -> [String: [String]] {
        var members: [String: [String]] = [:]
        while scanner.byte != nil {
            let start = scanner.place
            let key = scanner.scalar(.line)
            scanner.skip(Byte.spaces)
            if scanner.skip(Byte.colon) { members[key] = blockValue(ofKey: start) }
            skipToMember()
        }
        return members
    }

    /// To the next line that begins with a key: not with a space, a comment, or what belongs to the value before.
    private mutating func skipToMember() {
        if scanner.column > 0 { scanner.skipLine() }
        let others = Byte.white + [Byte.hash, Byte.dash, Byte.closeBracket, Byte.closeBrace, UInt8(ascii: "%")]
        while let byte = scanner.byte, others.contains(byte) { scanner.skipLine() }
    }

    private mutating func blockValue(ofKey key: Int) -> [String] {
        let end = scanner
        scanner.skipProperties()
        if isDash { return blockItems() }
        if scanner.byte == nil || scanner.column == 0 {
            // The next member: this one has no value.
            scanner = end
            return []
        }
        let isFlow = scanner.byte == Byte.openBracket || scanner.byte == Byte.openBrace
        return isFlow ? flowValue() : [scanner.scalar(.block(key))]
    }

    private var isDash: Bool {
        guard scanner.byte == Byte.dash else { return false }
        let next = scanner.place + 1
        return next == scanner.bytes.count || Byte.white.contains(scanner.bytes[next])
    }

    private mutating func blockItems() -> [String] {
        let column = scanner.column
        var items: [String] = []
        while isDash, scanner.column == column {
            let dash = scanner.place
            scanner.place += 1
            scanner.skipProperties()
            if isDash { continue }
            items.append(scanner.scalar(.block(dash)))
            scanner.skipSeparation()
        }
        return items
    }

    // MARK: Flow style

    /// The members after `{`, up to and with `}`.
    private mutating func flowMembers() -> [String: [String]] {
        var members: [String: [String]] = [:]
        flow(until: Byte.closeBrace) { mapping in
            let key = mapping.scanner.scalar(.flow)
            mapping.scanner.skipSeparation()
            members[key] = mapping.scanner.skip(Byte.colon) ? mapping.flowValue() : []
        }
        return members
    }

    private mutating func flowValue() -> [String] {
        scanner.skipProperties()
        if scanner.skip(Byte.openBrace) {
            _ = flowMembers()
            return []
        }
        guard scanner.skip(Byte.openBracket) else { return [scanner.scalar(.flow)] }
        var items: [String] = []
        flow(until: Byte.closeBracket) { items += $0.flowValue() }
        return items
    }

    /// Reads what is between commas, up to and with `end`.
    private mutating func flow(until end: UInt8, _ read: (inout Self) -> Void) {
        while true {
            scanner.skipProperties()
            if scanner.byte == nil || scanner.skip(end) { return }
            let start = scanner.place
            if !scanner.skip(Byte.comma) { read(&self) }
            // What is wrong here is passed over.
            if scanner.place == start { scanner.place += 1 }
        }
    }
}
