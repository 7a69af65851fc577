// The lines of a text, of which only those that are asked for are decoded: a document has tens of thousands.

/// Lines end where YAML's do (YAML 1.1, section 5.4), so that they are numbered as positions are.
struct TextLines: Sendable {
    private let bytes: [UInt8]
    /// Where each line starts, and where it ends without what separates it from the next.
    private let ranges: [Range<Int>]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var ranges: [Range<Int>] = []
        bytes.withUnsafeBufferPointer { text in
            var start = 0
            var place = 0
            while place < text.count {
                let length = Self.lengthOfBreak(text, at: place)
                if length > 0 {
                    ranges.append(start..<place)
                    start = place + length
                }
                place += max(length, 1)
            }
            ranges.append(start..<text.count)
        }
        self.ranges = ranges
    }

    var count: Int { ranges.count }
    var indices: Range<Int> { ranges.indices }

    subscript(index: Int) -> String {
        String(decoding: bytes[ranges[index]], as: UTF8.self)
    }

    /// Of CR, LF, both, NEL, LS and PS; 0 where the line goes on.
    private static func lengthOfBreak(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        func byte(_ offset: Int) -> UInt8 {
            place + offset < text.count ? text[place + offset] : 0
        }
        switch text[place] {
        case 0x0A: return 1
        case 0x0D: return byte(1) == 0x0A ? 2 : 1
        case 0xC2: return byte(1) == 0x85 ? 2 : 0
        case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
        default: return 0
        }
    }
}
