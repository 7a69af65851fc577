// Bytes, as OpenAPI 3.0 and 3.1 spell them.

import MartletOpenAPI

/// `format: byte` is `contentEncoding: base64`, and `format: binary` is `contentMediaType: application/octet-stream`
/// (OpenAPI 3.1.0, section 4.8.14.4.1).
enum ByteSpelling {
    private enum Bytes {
        case base64, raw
    }

    /// Whether both say the same of bytes in different words.
    static func isSame(_ old: Schema.Keywords, _ new: Schema.Keywords) -> Bool {
        guard old.format != new.format, let before = bytes(old), let after = bytes(new) else { return false }
        return before == after
    }

    /// Whether `keywords` say of bytes that they are, and no more.
    static func isRaw(_ keywords: Schema.Keywords) -> Bool {
        guard bytes(keywords) == .raw, keywords.types == nil || keywords.types == [.string] else { return false }
        var rest = keywords
        (rest.types, rest.format, rest.contentMediaType) = (nil, nil, nil)
        return !rest.asserts
    }

    /// Whether both are the same kind of bytes, or both are none.
    static func areAlike(_ old: Schema.Keywords, _ new: Schema.Keywords) -> Bool {
        bytes(old) == bytes(new)
    }

    private static func bytes(_ keywords: Schema.Keywords) -> Bytes? {
        switch (keywords.format, keywords.contentEncoding, keywords.contentMediaType) {
        case ("byte", nil, _), (nil, "base64", _): .base64
        case ("binary", nil, nil), (nil, nil, "application/octet-stream"): .raw
        default: nil
        }
    }
}
