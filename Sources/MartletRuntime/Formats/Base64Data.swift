// Bytes that travel as base64 text.

public import Foundation

/// Bytes in base64 (RFC 4648, section 4; the URL alphabet of section 5 and missing padding are read too).
///
/// Keeps the text that it was read from, and writes it back; equality is that of the bytes.
public struct Base64Data: Sendable {
    /// The text, as it was read or as it will be written.
    public let text: String
    /// The bytes.
    public let data: Data

    /// A value that is written in standard Base64 with padding (RFC 4648, section 4).
    public init(_ data: Data) {
        self.data = data
        text = data.base64EncodedString()
    }

    /// Bytes in base64; nil where the text is none.
    public init?(_ text: String) {
        guard let data = base64Bytes(text) else { return nil }
        self.text = text
        self.data = data
    }
}

extension Base64Data: Hashable, LosslessStringConvertible {
    public static func == (left: Base64Data, right: Base64Data) -> Bool {
        left.data == right.data
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(data)
    }

    public var description: String { text }
}

extension Base64Data: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decodeText(decoder, "base64") { Base64Data($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
