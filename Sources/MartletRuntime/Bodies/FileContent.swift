// What is uploaded: bytes in memory, a file on disk, or bytes that are still to come.

public import Foundation

/// The content of a file that is uploaded, as a whole body or as a part of a form.
///
/// A file is sent from disk. A stream is first written to a temporary file, so that its length is known and the request
/// can be sent again; neither is held in memory.
public struct FileContent: Hashable, Sendable {
    enum Source: Hashable, Sendable {
        case data(Data)
        case file(URL)
        case stream(ByteStream)
    }

    let source: Source

    /// The name that the server is told; nil leaves it out, but for a part of a form, which is then called `file`.
    public var filename: String?

    /// The media type, such as `image/png`; nil takes what the document says, or `application/octet-stream`.
    public var contentType: String?

    /// Further header fields of the part of a form; a whole body has none.
    public var headers: HTTPHeaders = [:]

    private init(_ source: Source, _ filename: String?, _ contentType: String?) {
        self.source = source
        self.filename = filename
        self.contentType = contentType
    }

    /// Bytes in memory.
    public static func data(_ data: Data, filename: String? = nil, contentType: String? = nil) -> FileContent {
        FileContent(.data(data), filename, contentType)
    }

    /// Text, in UTF-8.
    public static func text(_ text: String, filename: String? = nil, contentType: String? = nil) -> FileContent {
        FileContent(.data(Data(text.utf8)), filename, contentType)
    }

    /// A file on disk, read while it is sent; its own name is the default.
    public static func file(_ url: URL, filename: String? = nil, contentType: String? = nil) -> FileContent {
        FileContent(.file(url), filename ?? url.lastPathComponent, contentType)
    }

    /// Bytes that come one after the other; they are read once.
    public static func stream<Bytes: AsyncSequence & Sendable>(
        _ bytes: Bytes, filename: String? = nil, contentType: String? = nil
    ) -> FileContent where Bytes.Element == Data {
        FileContent(.stream(ByteStream(bytes)), filename, contentType)
    }
}

/// A stream of bytes whatever its type, known by its identity.
final class ByteStream: Hashable, Sendable {
    /// Hands each chunk on.
    let forEach: @Sendable (_ body: (Data) throws -> Void) async throws -> Void

    init<Bytes: AsyncSequence & Sendable>(_ bytes: Bytes) where Bytes.Element == Data {
        forEach = { body in
            for try await chunk in bytes { try body(chunk) }
        }
    }

    static func == (left: ByteStream, right: ByteStream) -> Bool {
        left === right
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}

extension FileContent: Codable {
    /// In JSON, content is a string: the bytes as they are.
    ///
    /// - Throws: `DecodingError` where it is no string.
    public init(from decoder: any Decoder) throws {
        self = .text(try decoder.singleValueContainer().decode(String.self))
    }

    /// Leaves a token where a form is encoded; elsewhere writes text in memory as a string.
    ///
    /// - Throws: `EncodingError` for what isn't text in memory: JSON has no place for it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let form = FormFiles.of(encoder) { return try container.encode(form.token(for: self)) }
        guard case .data(let data) = source, let text = String(data: data, encoding: .utf8) else {
            throw EncodingError.invalidValue(
                self,
                .init(
                    codingPath: encoder.codingPath,
                    debugDescription: "JSON takes no files; send this one as a body, or in a multipart form"))
        }
        try container.encode(text)
    }
}
