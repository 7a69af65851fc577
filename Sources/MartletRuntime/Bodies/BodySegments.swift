// A body put together from pieces: in memory while all of them are, and on disk otherwise.

import Foundation

/// The pieces of a body, one after the other.
struct BodySegments: Sendable {
    private(set) var segments: [FileContent.Source] = []

    mutating func append(_ text: String) {
        append(.data(Data(text.utf8)))
    }

    /// Neighbours in memory become one.
    mutating func append(_ source: FileContent.Source) {
        if case .data(let more) = source, case .data(var last)? = segments.last {
            // Held once, it grows in place.
            segments.removeLast()
            last.append(more)
            segments.append(.data(last))
        } else {
            segments.append(source)
        }
    }

    /// The whole body.
    ///
    /// - Throws: what reading a file or a stream throws, or writing the temporary file.
    func body() async throws -> TransportBody {
        switch segments.first {
        case nil: return .data(Data())
        case .data(let data)? where segments.count == 1: return .data(data)
        case .file(let url)? where segments.count == 1:
            try UnreadableFile.check(url)
            return .file(BodyFile(url, isTemporary: false))
        default: return .file(try await written())
        }
    }

    private func written() async throws -> BodyFile {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        try Data().write(to: url)
        // From here on the file goes away with what refers to it, also where writing fails.
        let file = BodyFile(url, isTemporary: true)
        let output = try FileHandle(forWritingTo: url)
        defer { try? output.close() }
        for segment in segments {
            switch segment {
            case .data(let data): try output.write(contentsOf: data)
            case .file(let url): try copy(url, to: output)
            case .stream(let stream): try await stream.forEach { try output.write(contentsOf: $0) }
            }
        }
        return file
    }

    private func copy(_ url: URL, to output: FileHandle) throws {
        try UnreadableFile.check(url)
        let input = try FileHandle(forReadingFrom: url)
        defer { try? input.close() }
        while let chunk = try input.read(upToCount: 1 << 18), !chunk.isEmpty { try output.write(contentsOf: chunk) }
    }
}

/// A file that can't be sent.
private struct UnreadableFile: LocalizedError {
    let errorDescription: String?

    static func check(_ url: URL) throws {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        if isThere, !isFolder.boolValue, FileManager.default.isReadableFile(atPath: url.path) { return }
        let why = !isThere ? "isn't there" : isFolder.boolValue ? "is a folder" : "may not be read"
        throw UnreadableFile(errorDescription: "the file '\(url.path)' \(why)")
    }
}
