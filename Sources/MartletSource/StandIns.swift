// Characters that YAML takes (YAML 1.2.2, sections 5.1 and 5.4) and libyaml doesn't, or takes for line breaks.

internal import Foundation

/// A text in which such characters are replaced by some for private use, each as wide as the one that it stands for, so that
/// nothing moves.
struct StandIns {
    /// The text to read.
    let bytes: [UInt8]
    /// The first of those that stand in; all are behind one another.
    private let first: UInt32

    /// Nil where there is no such character, or where all that could stand in are used already.
    init?(_ text: [UInt8]) {
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        guard scalars.contains(where: { Self.place(of: $0.value) != nil }),
            let first = Self.unused(scalars, text)
        else { return nil }
        self.first = first
        bytes = Array(Self.mapped(scalars) { Self.place(of: $0).map { first + $0 } }.utf8)
    }

    /// The text of which a part of this one was made.
    func replaced(in text: String) -> String {
        let characters = Self.characters
        return Self.mapped(text.unicodeScalars) { value in
            value >= first && value < first + UInt32(characters.count) ? characters[Int(value - first)] : nil
        }
    }

    /// Whether a text has U+0085, U+2028 or U+2029, which break lines for libyaml alone. Every text is asked, so that the C
    /// library looks for their first bytes: a tool that was built for debugging takes long for each byte.
    static func areBreaks(in text: [UInt8]) -> Bool {
        text.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return false }
            for character: [UInt8] in [[0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]] {
                var place = 0
                while let found = memchr(start + place, Int32(character[0]), bytes.count - place) {
                    place = start.distance(to: found)
                    if bytes[place...].starts(with: character) { return true }
                    place += 1
                }
            }
            return false
        }
    }

    // MARK: Characters

    private static let characters = Array(UInt32(0x7F)...0x9F) + [0x2028, 0x2029, 0xFFFE, 0xFFFF]

    private static func place(of value: UInt32) -> UInt32? {
        switch value {
        case 0x7F...0x9F: value - 0x7F
        case 0x2028, 0x2029: value - 0x2028 + 33
        case 0xFFFE, 0xFFFF: value - 0xFFFE + 35
        default: nil
        }
    }

    /// The first of as many characters as are needed that the text has neither as they are nor as escapes.
    private static func unused(_ scalars: String.UnicodeScalarView, _ text: [UInt8]) -> UInt32? {
        let area: ClosedRange<UInt32> = 0x10_0000...0x10_FFFD
        let size = UInt32(characters.count)
        var used = Set(scalars.lazy.map(\.value).filter(area.contains))
        for place in text.indices where text[place] == UInt8(ascii: "\\") && text[place...].dropFirst().first == 0x55 {
            let digits = String(decoding: text[place...].dropFirst(2).prefix(8), as: UTF8.self)
            if let value = UInt32(digits, radix: 16), area.contains(value) { used.insert(value) }
        }
        let taken = Set(used.map { ($0 - area.lowerBound) / size })
        return (0..<UInt32(area.count) / size).first { !taken.contains($0) }.map { area.lowerBound + $0 * size }
    }

    private static func mapped(_ scalars: String.UnicodeScalarView, _ change: (UInt32) -> UInt32?) -> String {
        var changed = String.UnicodeScalarView()
        for scalar in scalars { changed.append(change(scalar.value).flatMap(Unicode.Scalar.init) ?? scalar) }
        return String(changed)
    }
}
