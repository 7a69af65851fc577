// Writes one response, in pieces where the handler wants that.

package import Foundation

/// Writes the response to one request, on the connection's own thread.
///
/// Every call says whether the client is still there.
package final class Responder {
    private let socket: Socket
    private let onDisconnect: () -> Void
    /// Whether HEAD is answered: with the head that GET would be, and nothing behind it (RFC 9110, section 9.3.2).
    private let isHead: Bool
    private var isChunked = false
    private(set) var isConnected = true
    private(set) var isHeadWritten = false
    private(set) var keepsAlive = true

    init(_ socket: Socket, isHead: Bool, onDisconnect: @escaping () -> Void) {
        self.socket = socket
        self.isHead = isHead
        self.onDisconnect = onDisconnect
    }

    /// Sends a whole response.
    @discardableResult package func respond(
        _ status: Int, _ headers: [(String, String)] = [], body: Data = Data()
    ) -> Bool {
        // A length that isn't that of GET must not be sent (RFC 9110, section 8.6); without a body it isn't known.
        let isWithout = status == 204 || status == 304 || isHead && body.isEmpty
        let length = isWithout ? [] : [("Content-Length", String(body.count))]
        return writeHead(status, headers + length) && putBody(Array(body))
    }

    /// Sends the head of a response whose body follows in chunks.
    @discardableResult package func startStream(
        _ status: Int = 200, _ headers: [(String, String)] = [("Content-Type", "text/event-stream")]
    ) -> Bool {
        isChunked = !isHead
        return writeHead(status, headers + [("Transfer-Encoding", "chunked")])
    }

    /// Sends a part of the body.
    @discardableResult package func write(_ text: String) -> Bool {
        write(Data(text.utf8))
    }

    /// Sends a part of the body.
    @discardableResult package func write(_ bytes: Data) -> Bool {
        if bytes.isEmpty { return isConnected }
        let size = Array((String(bytes.count, radix: 16) + "\r\n").utf8)
        return putBody(isChunked ? size + Array(bytes) + [0x0D, 0x0A] : Array(bytes))
    }

    /// Waits, but not longer than the client does.
    @discardableResult package func pause(milliseconds: Int) -> Bool {
        if isConnected, socket.waitForHangUp(milliseconds: milliseconds) { disconnected() }
        return isConnected
    }

    /// Waits until the client hangs up, at most so long; says whether it did.
    @discardableResult package func waitForHangUp(milliseconds: Int) -> Bool {
        !pause(milliseconds: milliseconds)
    }

    /// Sends bytes as they are, such as a response that is no HTTP.
    @discardableResult package func writeRaw(_ bytes: Data) -> Bool {
        isHeadWritten = true
        return put(Array(bytes))
    }

    /// Closes the connection after this response, finished or not.
    package func close() {
        keepsAlive = false
        isChunked = false
        isHeadWritten = true
    }

    /// Resets the connection, as where a server crashes.
    package func reset() {
        socket.resetOnClose()
        close()
    }

    /// Ends the response, where the handler left that open.
    func finish() {
        if !isHeadWritten { respond(500) }
        if isChunked { _ = put(Array("0\r\n\r\n".utf8)) }
    }

    private func writeHead(_ status: Int, _ headers: [(String, String)]) -> Bool {
        isHeadWritten = true
        let lines = ["HTTP/1.1 \(status) Status"] + headers.map { "\($0.0): \($0.1)" }
        return put(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
    }

    private func putBody(_ bytes: [UInt8]) -> Bool {
        isHead ? isConnected : put(bytes)
    }

    private func put(_ bytes: [UInt8]) -> Bool {
        if isConnected, !socket.write(bytes) { disconnected() }
        return isConnected
    }

    private func disconnected() {
        isConnected = false
        keepsAlive = false
        onDisconnect()
    }
}
