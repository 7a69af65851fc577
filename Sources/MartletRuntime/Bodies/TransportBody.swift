// The bytes of a request as a transport takes them.

public import Foundation

/// The body of a request: bytes in memory, or a file that is sent from disk.
public enum TransportBody: Sendable {
    /// Bytes that are in memory.
    case data(Data)
    /// A file whose bytes are read as they are sent.
    case file(BodyFile)

    /// The bytes in memory; nil for a file.
    public var data: Data? {
        if case .data(let data) = self { data } else { nil }
    }
}

/// A file with the bytes of a request's body.
public final class BodyFile: Sendable {
    /// Where the file is, on this machine.
    public let url: URL
    private let isTemporary: Bool

    /// - Parameter isTemporary: whether it is deleted once nothing refers to it any more.
    init(_ url: URL, isTemporary: Bool) {
        self.url = url
        self.isTemporary = isTemporary
    }

    deinit {
        if isTemporary { try? FileManager.default.removeItem(at: url) }
    }
}
