// Swift as templates write it: whether the next value lands in code, in a comment or in a string literal, and fits there.

import MartletMustache

/// The default templates are known to put everything in its place; for a user's own, this makes sure. Regular
/// expressions between plain slashes aren't known to it.
struct SwiftContext: OutputContext {
    private enum Place: Equatable {
        case code
        case lineComment
        case blockComment(depth: Int)
        /// After the first quote, or the first two: three begin a literal of several lines.
        case opening(hashes: Int, quotes: Int)
        case literal(hashes: Int, isLong: Bool)
        /// After a backslash in a literal, and some of its number signs.
        case escape(hashes: Int, isLong: Bool, seen: Int)
        /// After quotes in a literal that may end it, and some of the number signs.
        case closing(hashes: Int, isLong: Bool, quotes: Int, seen: Int)
    }

    private var place = Place.code
    /// The literals around the code in an interpolation, each with the parentheses that are open in it.
    private var around: [(literal: Place, parentheses: Int)] = []
    private var previous: UInt8 = 0
    /// Whether the byte that is passed now ended a mark such as `/*`.
    private var isMarked = false
    /// Number signs that were just passed in code.
    private var hashes = 0

    // MARK: What is written

    mutating func pass(_ text: String) {
        for byte in text.utf8 {
            isMarked = false
            pass(byte)
            hashes = byte == Self.hash && place == .code ? hashes + 1 : 0
            previous = isMarked ? 0 : byte
        }
    }

    private mutating func pass(_ byte: UInt8) {
        switch place {
        case .code: passCode(byte)
        case .lineComment: if byte == Self.newline || byte == Self.returnKey { place = .code }
        case .blockComment(let depth): passComment(byte, depth)
        case .opening(let hashes, let quotes): passOpening(byte, hashes, quotes)
        case .literal(let hashes, let isLong): passLiteral(byte, hashes, isLong)
        case .escape(let hashes, let isLong, let seen): passEscape(byte, hashes, isLong, seen)
        case .closing(let hashes, let isLong, let quotes, let seen): passClosing(byte, hashes, isLong, quotes, seen)
        }
    }

    private mutating func passCode(_ byte: UInt8) {
        switch byte {
        case Self.slash where previous == Self.slash: place = .lineComment
        case Self.star where previous == Self.slash: begin(.blockComment(depth: 1))
        case Self.quote: place = .opening(hashes: hashes, quotes: 1)
        case Self.open where !around.isEmpty: around[around.count - 1].parentheses += 1
        case Self.close where !around.isEmpty:
            around[around.count - 1].parentheses -= 1
            if around[around.count - 1].parentheses == 0 { place = around.removeLast().literal }
        default: break
        }
    }

    private mutating func passComment(_ byte: UInt8, _ depth: Int) {
        if byte == Self.slash, previous == Self.star {
            depth == 1 ? begin(.code) : begin(.blockComment(depth: depth - 1))
        } else if byte == Self.star, previous == Self.slash {
            begin(.blockComment(depth: depth + 1))
        }
    }

    /// `/*/` is no comment that has ended: the characters of one mark are none of the next.
    private mutating func begin(_ next: Place) {
        place = next
        isMarked = true
    }

    private mutating func passOpening(_ byte: UInt8, _ hashes: Int, _ quotes: Int) {
        if byte == Self.quote {
            place = quotes == 2 ? .literal(hashes: hashes, isLong: true) : .opening(hashes: hashes, quotes: 2)
        } else if quotes == 1 {
            place = .literal(hashes: hashes, isLong: false)
            pass(byte)
        } else {
            place = hashes == 0 ? .code : .closing(hashes: hashes, isLong: false, quotes: 1, seen: 0)
            pass(byte)
        }
    }

    private mutating func passLiteral(_ byte: UInt8, _ hashes: Int, _ isLong: Bool) {
        switch byte {
        case Self.quote where hashes == 0 && !isLong: place = .code
        case Self.quote: place = .closing(hashes: hashes, isLong: isLong, quotes: 1, seen: 0)
        case Self.backslash: place = .escape(hashes: hashes, isLong: isLong, seen: 0)
        // A fault, which the compiler reports.
        case Self.newline where !isLong: place = .code
        default: break
        }
    }

    private mutating func passEscape(_ byte: UInt8, _ hashes: Int, _ isLong: Bool, _ seen: Int) {
        let literal = Place.literal(hashes: hashes, isLong: isLong)
        if seen < hashes {
            place = byte == Self.hash ? .escape(hashes: hashes, isLong: isLong, seen: seen + 1) : literal
            if byte != Self.hash { pass(byte) }
        } else if byte == Self.open {
            around.append((literal, 1))
            place = .code
        } else {
            place = literal
        }
    }

    private mutating func passClosing(_ byte: UInt8, _ hashes: Int, _ isLong: Bool, _ quotes: Int, _ seen: Int) {
        let wanted = isLong ? 3 : 1
        if byte == Self.quote, seen == 0, quotes < wanted {
            let isEnd = quotes + 1 == wanted && hashes == 0
            place = isEnd ? .code : .closing(hashes: hashes, isLong: isLong, quotes: quotes + 1, seen: 0)
        } else if byte == Self.hash, quotes == wanted, seen < hashes {
            let isEnd = seen + 1 == hashes
            place = isEnd ? .code : .closing(hashes: hashes, isLong: isLong, quotes: quotes, seen: seen + 1)
        } else {
            place = .literal(hashes: hashes, isLong: isLong)
            pass(byte)
        }
    }

    // MARK: What fits

    func fitted(_ value: String, isCode: Bool) throws(Misfit) -> String {
        switch place {
        case .code, .opening(hashes: 0, quotes: 2): return try code(value, isCode)
        case .lineComment: return SwiftText.plain(value)
        case .blockComment: return comment(value)
        case .opening(let hashes, _), .literal(let hashes, _): return SwiftText.escaped(value, hashes: hashes)
        case .closing(let hashes, _, _, _):
            // A number sign would go on with what may be the end.
            let escaped = SwiftText.escaped(value, hashes: hashes)
            let mark = "\\" + String(repeating: "#", count: hashes)
            return value.hasPrefix("#") ? mark + "u{23}" + escaped.dropFirst() : escaped
        case .escape: throw Misfit("can't follow a backslash; write a space between them")
        }
    }

    private func code(_ value: String, _ isCode: Bool) throws(Misfit) -> String {
        guard isCode else {
            throw Misfit("is text of the document, and can't be code; put it into a comment or a literal")
        }
        let isMark = [Self.slash, Self.star, Self.quote, Self.hash].contains(previous)
        if isMark, let first = value.utf8.first, [Self.slash, Self.star, Self.quote, Self.hash].contains(first) {
            throw Misfit("can't follow this directly; write a space between them")
        }
        return value
    }

    private func comment(_ value: String) -> String {
        var text = SwiftText.plain(value).replacing("*/", with: "* /").replacing("/*", with: "/ *")
        let marks = [Self.star, Self.slash]
        if let first = text.utf8.first, marks.contains(first), marks.contains(previous) { text = " " + text }
        if let last = text.utf8.last, marks.contains(last) { text += " " }
        return text
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let hash = UInt8(ascii: "#")
    private static let slash = UInt8(ascii: "/")
    private static let star = UInt8(ascii: "*")
    private static let open = UInt8(ascii: "(")
    private static let close = UInt8(ascii: ")")
    private static let newline = UInt8(ascii: "\n")
    private static let returnKey = UInt8(ascii: "\r")
}
