// The bytes of a response, as they come.

public import Foundation

/// The bytes of a response as they come, for one consumer.
///
/// Dropping its iterator, dropping it unread, or cancelling the task that reads it stops the network at once.
public struct ResponseBody: AsyncSequence, Sendable {
    public typealias Element = Data

    private let closer: BodyCloser

    init(_ source: any BodySource) {
        closer = BodyCloser(source)
    }

    /// A body that is already there.
    public init(_ data: Data) {
        self.init(chunks: data.isEmpty ? [] : [data])
    }

    /// A body that comes in these pieces.
    public init(chunks: [Data]) {
        self.init(ChunkSource(chunks))
    }

    /// A body that comes as another stream, which is dropped where reading stops.
    public init(_ stream: AsyncThrowingStream<Data, any Error>) {
        self.init(StreamSource(stream))
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(closer: BodyCloser(closer.source), body: closer)
    }

    public struct Iterator: AsyncIteratorProtocol, Sendable {
        let closer: BodyCloser
        /// Nobody else may hold on to the body that is read.
        private let body: BodyCloser

        init(closer: BodyCloser, body: BodyCloser) {
            self.closer = closer
            self.body = body
        }

        /// The next bytes, as they come; nil at the end.
        ///
        /// - Throws: what the transport throws; `CancellationError` where the task is cancelled.
        public mutating func next() async throws -> Data? {
            try await closer.source.next()
        }
    }

    var source: any BodySource { closer.source }

    /// Reads what is left, but no more than `limit` bytes.
    ///
    /// - Throws: what the transport throws.
    public func data(upTo limit: Int = .max) async throws -> Data {
        var whole = Data()
        for try await chunk in self {
            if chunk.count >= limit - whole.count {
                whole.append(chunk.prefix(limit - whole.count))
                break
            }
            whole.append(chunk)
        }
        return whole
    }
}

extension ResponseBody {
    /// Writes what is left to a file, piece by piece; a file that is there is replaced once all is written.
    ///
    /// - Throws: what the transport throws, or writing does.
    public func write(to url: URL) async throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue {
            throw ExplainedFault("'\(url.path)' is a folder; give the name of a file")
        }
        let part = url.deletingLastPathComponent().appendingPathComponent(".martlet-\(UUID().uuidString)")
        do {
            try Data().write(to: part)
            let file = try FileHandle(forWritingTo: part)
            defer { try? file.close() }
            for try await chunk in self { try file.write(contentsOf: chunk) }
            try file.close()
            if rename(part.path, url.path) != 0 {
                throw ExplainedFault("'\(url.path)' can't be written: \(String(cString: strerror(errno)))")
            }
        } catch {
            try? FileManager.default.removeItem(at: part)
            throw error
        }
    }
}

/// Where a body comes from.
protocol BodySource: AnyObject, Sendable {
    /// The next bytes, or nil at the end.
    func next() async throws -> Data?

    /// Stops at once, and wakes whoever waits for bytes; harmless at the end, and after a release.
    func cancel()

    /// Wants no more bytes, but lets a server that is about to finish do so, which keeps its connection usable.
    func release()
}

extension BodySource {
    func release() {
        cancel()
    }
}

/// Cancels a source when nobody holds on to it any more.
final class BodyCloser: Sendable {
    let source: any BodySource

    init(_ source: any BodySource) {
        self.source = source
    }

    deinit {
        source.cancel()
    }
}

/// Bytes that are already there.
private final class ChunkSource: BodySource {
    private let chunks: Locked<ArraySlice<Data>>

    init(_ chunks: [Data]) {
        self.chunks = Locked(chunks[...])
    }

    func next() async throws -> Data? {
        try Task.checkCancellation()
        return chunks.withLock { $0.popFirst() }
    }

    func cancel() {
        chunks.withLock { $0 = [] }
    }
}

/// Bytes of another stream.
private final class StreamSource: BodySource {
    private struct State: Sendable {
        var stream: AsyncThrowingStream<Data, any Error>?
        var waiting: Task<Data?, any Error>?
    }

    private let state: Locked<State>

    init(_ stream: AsyncThrowingStream<Data, any Error>) {
        state = Locked(State(stream: stream))
    }

    func next() async throws -> Data? {
        try Task.checkCancellation()
        let waiting: Task<Data?, any Error>? = try state.withLock { state in
            guard let stream = state.stream else { return nil }
            // A stream that two wait for traps.
            if state.waiting != nil { throw ExplainedFault.secondReader }
            // Iterators of one stream share its buffer, so that a new one goes on where the last one stopped.
            let waiting = Task { () async throws -> Data? in
                var iterator = stream.makeAsyncIterator()
                return try await iterator.next()
            }
            state.waiting = waiting
            return waiting
        }
        guard let waiting else { throw CancellationError() }
        defer { state.withLock { $0.waiting = nil } }
        let chunk = try await withTaskCancellationHandler {
            try await waiting.value
        } onCancel: {
            waiting.cancel()
        }
        if chunk == nil {
            try Task.checkCancellation()
            if state.withLock({ $0.stream == nil }) { throw CancellationError() }
        }
        return chunk
    }

    func cancel() {
        state.withLock { state in
            defer { state = State() }
            return state.waiting
        }?.cancel()
    }
}
