// A server on the loopback that remembers what it was sent.

import Foundation
import MartletLoopback

/// Answers with a status and JSON, or with a stream where the body of the request asks for one.
final class RecordingServer: Sendable {
    let url: URL
    private let server: LoopbackServer
    private let log: RequestLog

    /// - Parameters:
    ///   - json: the body of an answer that is no stream.
    ///   - stream: the pieces of an answer that is one, each written on its own.
    init(
        status: Int = 200, headers: [(String, String)] = [("x-request-id", "req_1")], json: String = "{}",
        contentType: String = "application/json", stream: [String]? = nil
    ) throws {
        let log = RequestLog()
        server = try LoopbackServer { request, responder in
            log.append(request)
            if let stream, String(decoding: request.body, as: UTF8.self).contains("\"stream\":true") {
                responder.startStream(200, headers + [("Content-Type", "text/event-stream")])
                for piece in stream { responder.write(piece) }
            } else {
                responder.respond(status, headers + [("Content-Type", contentType)], body: Data(json.utf8))
            }
        }
        self.log = log
        url = server.url
    }

    deinit {
        server.stop()
    }

    var requests: [LoopbackRequest] { log.requests }
}

/// The requests so far, from the threads of several connections.
private final class RequestLog: @unchecked Sendable {
    private let lock = NSLock()
    private var seen: [LoopbackRequest] = []

    func append(_ request: LoopbackRequest) {
        lock.lock()
        defer { lock.unlock() }
        seen.append(request)
    }

    var requests: [LoopbackRequest] {
        lock.lock()
        defer { lock.unlock() }
        return seen
    }
}
