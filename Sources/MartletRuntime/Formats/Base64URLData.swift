// Bytes that travel as base64url text.

public import Foundation

/// Bytes in base64url (RFC 4648, section 5; the standard alphabet and padding are read too).
///
/// Keeps the text that it was read from, and writes it back; equality is that of the bytes.
public struct Base64URLData: Sendable {
    /// The text, as it was read or as it will be written.
    public let text: String
    /// The bytes.
    public let data: Data

    /// A value that is written in the URL alphabet, without padding (RFC 4648, sections 3.2 and 5; RFC 7515, section 2).
    public init(_ data: Data) {
        self.data = data
        text = data.base64EncodedString().filter { $0 != "=" }.replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
    }

    /// Bytes in base64url; nil where the text is none.
    public init?(_ text: String) {
        guard let data = base64Bytes(text) else { return nil }
        self.text = text
        self.data = data
    }
}

/// The bytes that `text` is in either alphabet, with or without padding; nil where it is neither.
func base64Bytes(_ text: String) -> Data? {
    var plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    plain += String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
    return Data(base64Encoded: plain)
}

extension Base64URLData: Hashable, LosslessStringConvertible {
    public static func == (left: Base64URLData, right: Base64URLData) -> Bool {
        left.data == right.data
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(data)
    }

    public var description: String { text }
}

extension Base64URLData: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decodeText(decoder, "base64url") { Base64URLData($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
