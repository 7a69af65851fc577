// One request on its way through URLSession: hands over the head, then the bytes, and holds the server back.

import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The two sides of one request: the session's delegate puts in, one consumer takes out.
final class Exchange: BodySource {
    /// More unread bytes than this fail, wherever they wait.
    private static let mostUnreadBytes = Int(clamping: Int64(1) << 32)
    #if canImport(FoundationNetworking)
        /// On Linux nothing holds the server back (Swift 6.3.1): a suspended task traps when more data comes
        /// (`NativeProtocol`, "no transfer in progress"), and all sessions read on one queue, so that none may wait there.
        private static let highWater = Int.max
    #else
        /// Reading pauses above this and goes on below ``lowWater`` buffered bytes.
        private static let highWater = 1 << 20
    #endif
    private static let lowWater = 1 << 18

    private struct State: Sendable {
        var head: CheckedContinuation<TransportHead, any Error>?
        var chunk: CheckedContinuation<Data?, any Error>?
        var unread = UnreadBytes()
        var isPaused = false
        var isReleased = false
        var isConnected = false
        var end: End?
    }

    private enum End: Sendable {
        case finished
        case failed(any Error)
    }

    /// Kept until the exchange is over: a temporary file that is being sent goes away with it.
    let request: TransportRequest
    private let task: URLSessionDataTask
    private let session: SessionOwner
    private let state = Locked(State())

    /// - Parameter session: kept alive until the exchange is over.
    init(_ task: URLSessionDataTask, session: SessionOwner, request: TransportRequest) {
        self.task = task
        self.session = session
        self.request = request
    }

    /// Starts the request and waits for the head of its response.
    func start() async throws -> TransportHead {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let failure: (any Error)? = state.withLock { state in
                    if case .failed(let error) = state.end { return error }
                    state.head = continuation
                    return nil
                }
                if let failure { continuation.resume(throwing: failure) } else { task.resume() }
            }
        } onCancel: {
            cancel()
        }
    }

    func next() async throws -> Data? {
        if Task.isCancelled { cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in take(continuation) }
        } onCancel: {
            cancel()
        }
    }

    private func take(_ continuation: CheckedContinuation<Data?, any Error>) {
        enum Step { case chunk(Data), end(End), refuse, wait }
        let step: Step = state.withLock { state in
            do {
                if let chunk = try state.unread.popFirst() {
                    if state.isPaused, state.unread.count < Exchange.lowWater {
                        state.isPaused = false
                        task.resume()
                    }
                    return .chunk(chunk)
                }
            } catch {
                return .end(.failed(error))
            }
            if let end = state.end { return .end(end) }
            if state.chunk != nil { return .refuse }
            state.chunk = continuation
            return .wait
        }
        switch step {
        case .chunk(let chunk): continuation.resume(returning: chunk)
        case .end(.finished): continuation.resume(returning: nil)
        case .end(.failed(let error)): continuation.resume(throwing: error)
        case .refuse: continuation.resume(throwing: ExplainedFault.secondReader)
        case .wait: break
        }
    }

    /// Whether the server was heard, or took some of the request.
    var isConnected: Bool {
        state.withLock { $0.isConnected }
    }

    /// Whether somebody waits for the head of the response.
    var needsHead: Bool {
        state.withLock { $0.head != nil }
    }

    func connected() {
        state.withLock { $0.isConnected = true }
    }

    /// Ends the exchange with an error, unless it is over.
    func fail(_ error: any Error) {
        // A task that is over is no longer the session's: cancelling it could reach another one's handle.
        if end(.failed(error), dropping: true) { task.cancel() }
    }

    func cancel() {
        if !state.withLock({ $0.isReleased }) { stop() }
    }

    func release() {
        let isOpen = state.withLock { state in
            state.isReleased = true
            state.unread = UnreadBytes()
            return state.end == nil
        }
        guard isOpen else { return }
        Task.detached { [self] in
            try? await Task.sleep(for: .seconds(1))
            stop()
        }
    }

    private func stop() {
        fail(CancellationError())
    }
}

// MARK: - The delegate's side

extension Exchange {
    func receive(_ head: TransportHead) {
        state.withLock { state in
            defer { (state.head, state.isConnected) = (nil, true) }
            return state.head
        }?.resume(returning: head)
    }

    func receive(_ bytes: Data) {
        var fault: (any Error)?
        let waiter: CheckedContinuation<Data?, any Error>? = state.withLock { state in
            guard state.end == nil, !state.isReleased else { return nil }
            if let waiter = state.chunk {
                state.chunk = nil
                return waiter
            }
            do {
                try state.unread.append(bytes)
            } catch {
                fault = error
            }
            if state.unread.count > Exchange.mostUnreadBytes { fault = URLError(.dataLengthExceedsMaximum) }
            if state.unread.count > Exchange.highWater, !state.isPaused {
                // Within the lock, or the consumer's resume could come first.
                state.isPaused = true
                task.suspend()
            }
            return nil
        }
        waiter?.resume(returning: bytes)
        if let fault, end(.failed(fault), dropping: true) { task.cancel() }
    }

    func complete(_ error: (any Error)?) {
        _ = end(error.map { .failed($0) } ?? .finished, dropping: false)
    }

    /// Ends the exchange, unless it is over; says whether it was not.
    private func end(_ end: End, dropping: Bool) -> Bool {
        let (isFirst, head, chunk) = state.withLock { state in
            let isFirst = state.end == nil
            if dropping, state.unread.count > 0 {
                state.unread = UnreadBytes()
                // The network is done, but the reader isn't: what is dropped may not pass for the end of the body.
                if !isFirst { state.end = end }
            }
            guard isFirst else { return (false, nil, nil) as Waiters }
            defer { (state.head, state.chunk) = (nil, nil) }
            state.end = end
            return (true, state.head, state.chunk)
        }
        switch end {
        case .finished:
            head?.resume(throwing: URLError(.badServerResponse))
            chunk?.resume(returning: nil)
        case .failed(let error):
            head?.resume(throwing: error)
            chunk?.resume(throwing: error)
        }
        return isFirst
    }

    private typealias Waiters = (
        Bool, CheckedContinuation<TransportHead, any Error>?, CheckedContinuation<Data?, any Error>?
    )
}

/// What comes before a body.
struct TransportHead: Sendable {
    var status: Int
    var headers: HTTPHeaders
}
