/// The UTF-8 bytes that the grammar of templates mentions.
enum Byte {
    static let tab: UInt8 = 0x09
    static let newline: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let equals: UInt8 = 0x3D

    /// What may surround a standalone tag on its line.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == space || byte == tab
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == newline || byte == carriageReturn
    }

    static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == newline || byte == carriageReturn
    }

    /// Whether a byte continues a scalar that an earlier byte began; columns leave such bytes out.
    static func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0xC0 == 0x80
    }
}
