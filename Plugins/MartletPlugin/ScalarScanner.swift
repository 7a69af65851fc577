// Scalars of YAML, and of JSON: a plugin has no library that would read documents for it.

import Foundation

/// Reads what stands at a place of a text, and moves on: YAML 1.2.2, chapters 6 and 7 and section 8.1. It says nothing
/// of what is wrong, since martlet does.
struct ScalarScanner {
    let bytes: UnsafeRawBufferPointer
    var place: Int

    init(_ bytes: UnsafeRawBufferPointer, at place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    /// Nil at the end.
    var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

    /// The number of bytes before `place` in its line.
    var column: Int {
        var start = place
        while start > 0, !Byte.breaks.contains(bytes[start - 1]) { start -= 1 }
        return place - start
    }

    func hasBreak(since start: Int) -> Bool {
        bytes[start..<place].contains(where: Byte.breaks.contains)
    }

    // MARK: Between scalars

    mutating func skip(_ set: [UInt8]) {
        while let byte, set.contains(byte) { place += 1 }
    }

    /// True where `byte` was there, and was passed.
    mutating func skip(_ expected: UInt8) -> Bool {
        guard byte == expected else { return false }
        place += 1
        return true
    }

    mutating func skipLine() {
        while let byte, !Byte.breaks.contains(byte) { place += 1 }
        skip(Byte.breaks)
    }

    /// Spaces, breaks and comments.
    mutating func skipSeparation() {
        skip(Byte.white)
        while byte == Byte.hash {
            skipLine()
            skip(Byte.white)
        }
    }

    /// Tags and anchors, and what separates them from the scalar.
    mutating func skipProperties() {
        skipSeparation()
        while byte == Byte.exclamation || byte == Byte.ampersand {
            while let byte, !Byte.white.contains(byte) { place += 1 }
            skipSeparation()
        }
    }

    // MARK: Scalars

    /// Where a scalar stands: what it may hold, and where it ends.
    enum Context {
        /// In `[…]` or `{…}`.
        case flow
        /// Behind the key or dash at this place: lines that go on with the scalar begin in a later column.
        case block(Int)
        /// Somewhere in a line, to whose end the scalar goes at most.
        case line
    }

    /// The scalar at `place`, its lines folded into one.
    mutating func scalar(_ context: Context) -> String {
        let lines =
            switch (byte, context) {
            case (Byte.doubleQuote, _): doubleQuoted()
            case (Byte.singleQuote, _): singleQuoted()
            case (Byte.bar, .block), (Byte.greater, .block): block(context)
            default: plain(context)
            }
        let texts = lines.map { String(decoding: $0, as: UTF8.self) }
        if texts.count == 1 { return texts[0] }
        return texts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private mutating func doubleQuoted() -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        place += 1
        while let byte, byte != Byte.doubleQuote {
            place += 1
            if byte == Byte.backslash {
                lines[lines.count - 1] += escape()
            } else if Byte.breaks.contains(byte) {
                skip(Byte.white)
                lines.append([])
            } else {
                lines[lines.count - 1].append(byte)
            }
        }
        _ = skip(Byte.doubleQuote)
        return lines
    }

    /// What a backslash before `place` means: YAML 1.2.2, section 5.7.
    private mutating func escape() -> [UInt8] {
        guard let kind = byte else { return [] }
        place += 1
        let digits = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8][kind]
        if let digits {
            let end = min(place + digits, bytes.count)
            let text = String(decoding: bytes[place..<end], as: UTF8.self)
            place = end
            let scalar = UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
            return scalar.map { Array(String($0).utf8) } ?? []
        }
        if Byte.breaks.contains(kind) {
            skip(Byte.white)
            return []
        }
        return [[UInt8(ascii: "t"): Byte.tab][kind] ?? kind]
    }

    private mutating func singleQuoted() -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        place += 1
        while let byte {
            place += 1
            if byte == Byte.singleQuote, !skip(Byte.singleQuote) { break }
            if Byte.breaks.contains(byte) {
                skip(Byte.white)
                lines.append([])
            } else {
                lines[lines.count - 1].append(byte)
            }
        }
        return lines
    }

    private mutating func plain(_ context: Context) -> [[UInt8]] {
        var lines = [plainLine(context)]
        while let byte, Byte.breaks.contains(byte) {
            var next = self
            next.skip(Byte.white)
            guard next.byte != nil, next.byte != Byte.hash, next.isWithin(context) else { break }
            self = next
            lines.append(plainLine(context))
        }
        return lines
    }

    /// Whether a line that begins at `place` may go on with a scalar of the one before.
    func isWithin(_ context: Context) -> Bool {
        switch context {
        case .flow: true
        case .block(let key): column > ScalarScanner(bytes, at: key).column
        case .line: false
        }
    }

    /// Up to a comment, to `: ` or to the end of the line; in flow to what ends a member of it too.
    private mutating func plainLine(_ context: Context) -> [UInt8] {
        // Somewhere in a line, a quote begins another scalar: documents may be one line of megabytes.
        let ends =
            switch context {
            case .flow: Byte.flowEnds
            case .block: [UInt8]()
            case .line: Byte.quotes
            }
        let start = place
        while let byte, !Byte.breaks.contains(byte), !ends.contains(byte) {
            let next = place + 1 < bytes.count ? bytes[place + 1] : Byte.space
            if byte == Byte.colon, Byte.white.contains(next) || ends.contains(next) { break }
            if byte == Byte.hash, place > start, Byte.spaces.contains(bytes[place - 1]) { break }
            place += 1
        }
        var end = place
        while end > start, Byte.spaces.contains(bytes[end - 1]) { end -= 1 }
        return Array(bytes[start..<end])
    }

    /// The lines after `|` or `>`.
    private mutating func block(_ context: Context) -> [[UInt8]] {
        skipLine()
        var lines: [[UInt8]] = []
        while byte != nil {
            var next = self
            next.skip(Byte.spaces)
            guard next.isWithin(context) else { break }
            let start = next.place
            while let byte = next.byte, !Byte.breaks.contains(byte) { next.place += 1 }
            lines.append(Array(bytes[start..<next.place]))
            next.skip(Byte.breaks)
            self = next
        }
        return lines.isEmpty ? [[]] : lines
    }
}

enum Byte {
    static let ampersand = UInt8(ascii: "&")
    static let backslash = UInt8(ascii: "\\")
    static let bar = UInt8(ascii: "|")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let dash = UInt8(ascii: "-")
    static let doubleQuote = UInt8(ascii: "\"")
    static let exclamation = UInt8(ascii: "!")
    static let greater = UInt8(ascii: ">")
    static let hash = UInt8(ascii: "#")
    static let singleQuote = UInt8(ascii: "'")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let closeBrace = UInt8(ascii: "}")
    static let closeBracket = UInt8(ascii: "]")
    static let openBrace = UInt8(ascii: "{")
    static let openBracket = UInt8(ascii: "[")

    static let orderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    static let breaks = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    static let spaces = [space, tab]
    static let white = spaces + breaks
    static let quotes = [doubleQuote, singleQuote]
    static let flowEnds = [comma, closeBrace, closeBracket]
}
