// Characters that YAML takes in quotes (YAML 1.2.2, section 5.1) and libyaml takes nowhere.

/// U+007F to U+009F, U+FFFE and U+FFFF. A text that has them is read with characters for private use in their place, each
/// as wide as the one that it stands for, so that nothing moves.
enum StandIns {
    private static let offset: UInt32 = 0x10_0000

    /// `bytes` with every such character replaced; nil where there is none, or where the stand-ins are used already.
    static func standing(in bytes: [UInt8]) -> [UInt8]? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.unicodeScalars.contains(where: { isRefused($0.value) }),
            !text.unicodeScalars.contains(where: { $0.value >= offset })
        else { return nil }
        return Array(mapped(text) { isRefused($0) ? $0 + offset : $0 }.utf8)
    }

    static func replaced(in text: String) -> String {
        mapped(text) { $0 >= offset ? $0 - offset : $0 }
    }

    /// But for U+0085, which is a line break to libyaml.
    private static func isRefused(_ value: UInt32) -> Bool {
        (0x7F...0x84).contains(value) || (0x86...0x9F).contains(value) || value == 0xFFFE || value == 0xFFFF
    }

    private static func mapped(_ text: String, _ change: (UInt32) -> UInt32) -> String {
        var changed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { changed.append(Unicode.Scalar(change(scalar.value)) ?? scalar) }
        return String(changed)
    }
}
