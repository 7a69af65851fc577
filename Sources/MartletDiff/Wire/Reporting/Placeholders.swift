// Texts with names in braces, as rules have them.

extension String {
    /// The text with `value` of each name in place of it and its braces; of what has none, it stays as it is.
    ///
    /// A comparison makes many thousands of texts, and `replacing` searches slowly.
    func filled(_ value: (Substring) -> String?) -> String {
        var text = ""
        var rest = self[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let next = rest.utf8.index(after: close)
            text += rest[..<open]
            if let value = value(rest[rest.utf8.index(after: open)..<close]) {
                text += value
            } else {
                text += rest[open..<next]
            }
            rest = rest[next...]
        }
        return text + rest
    }
}
