// Links that lead nowhere any more become their text.

package enum EmptyLinks {
    /// `[text]()` is its text, and what is left of another `]()` is its bracket.
    package static func removed(from text: String) -> String {
        guard var end = place(in: text[...]) else { return text }
        var plain = ""
        var rest = text[...]
        while true {
            // Whichever bracket comes last: one that opens is the link's own.
            let before = rest[..<end]
            let bracket = before.utf8.lastIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
            if let bracket, before.utf8[bracket] == UInt8(ascii: "[") {
                plain += before[..<bracket]
                plain += before[bracket...].dropFirst()
            } else {
                plain += before
                plain += "]"
            }
            rest = rest[rest.utf8.index(end, offsetBy: 3)...]
            guard let next = place(in: rest) else { return plain + rest }
            end = next
        }
    }

    /// Where `]()` begins, byte by byte: a search of the library's takes many times as long, and descriptions make up
    /// most of a document.
    private static func place(in text: Substring) -> String.Index? {
        var rest = text.utf8[...]
        while let place = rest.firstIndex(of: UInt8(ascii: "]")) {
            rest = rest[place...].dropFirst()
            if rest.starts(with: "()".utf8) { return place }
        }
        return nil
    }
}
