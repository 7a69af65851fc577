// An HTTP/1.1 server on the loopback, for tests, the demo and mocks.

package import Foundation
internal import MartletSource

/// Answers requests on 127.0.0.1, each connection on a thread of its own.
package final class LoopbackServer: Sendable {
    package typealias Handler = @Sendable (LoopbackRequest, Responder) -> Void

    /// What the server has seen.
    package struct Counts: Sendable {
        /// Connections that are open now.
        package var open = 0
        /// Connections accepted so far.
        package var accepted = 0
        /// Requests read so far.
        package var requests = 0
        /// Responses during which the client was seen to hang up.
        package var disconnects = 0
    }

    /// The port listened on.
    package let port: UInt16
    private let listener: Socket
    private let handler: Handler
    private let state = Guarded(State())

    private struct State: Sendable {
        var counts = Counts()
        var connections: [Int32: Socket] = [:]
        var isStopped = false
    }

    /// Listens, and answers from now on.
    ///
    /// - Parameter port: 0 takes one that is free.
    /// - Throws: ``SocketError``.
    package init(port: UInt16 = 0, _ handler: @escaping Handler) throws {
        (listener, self.port) = try Socket.listening(port: port)
        self.handler = handler
        let (listener, state) = (listener, state)
        Thread.detachNewThread {
            while let connection = listener.accept(until: { state.withLock { $0.isStopped } }) {
                guard LoopbackServer.admit(connection, state) else { break }
                Thread.detachNewThread { LoopbackServer.serve(connection, state, handler) }
            }
            listener.close()
        }
    }

    deinit {
        stop()
    }

    /// The address of the server, such as `http://127.0.0.1:49152`.
    package var url: URL {
        var parts = URLComponents()
        (parts.scheme, parts.host, parts.port) = ("http", "127.0.0.1", Int(port))
        return parts.url ?? URL(fileURLWithPath: "/")
    }

    package var counts: Counts {
        state.withLock { $0.counts }
    }

    /// Closes the listener and every connection; handlers see their clients hang up.
    package func stop() {
        let connections = state.withLock { state -> [Socket] in
            if state.isStopped { return [] }
            state.isStopped = true
            return [listener] + state.connections.values
        }
        for connection in connections { connection.shutDown() }
    }

    private static func admit(_ connection: Socket, _ state: Guarded<State>) -> Bool {
        let isAdmitted = state.withLock { state in
            if state.isStopped { return false }
            state.connections[connection.descriptor] = connection
            state.counts.open += 1
            state.counts.accepted += 1
            return true
        }
        if !isAdmitted { connection.close() }
        return isAdmitted
    }

    private static func serve(_ connection: Socket, _ state: Guarded<State>, _ handler: Handler) {
        var reader = RequestReader(connection)
        while let request = reader.next() {
            state.withLock { $0.counts.requests += 1 }
            let responder = Responder(connection, isHead: request.method == "HEAD") {
                state.withLock { $0.counts.disconnects += 1 }
            }
            handler(request, responder)
            responder.finish()
            let isDone = request.header("connection")?.lowercased() == "close" || !responder.keepsAlive
            if isDone || state.withLock({ $0.isStopped }) { break }
        }
        state.withLock { state in
            state.connections[connection.descriptor] = nil
            state.counts.open -= 1
            // Closed under the lock: the number may be another connection's at once.
            connection.close()
        }
    }
}
