// A server on the loopback that remembers what it was sent.

import Foundation
import MartletLoopback
import MartletSource

/// Answers with a status and JSON, or with a stream where the body of the request asks for one.
final class RecordingServer: Sendable {
    let url: URL
    private let server: LoopbackServer
    /// From the threads of several connections.
    private let log: Guarded<[LoopbackRequest]>

    /// - Parameters:
    ///   - json: the body of an answer that is no stream.
    ///   - stream: the pieces of an answer that is one, each written on its own.
    init(
        status: Int = 200, headers: [(String, String)] = [("x-request-id", "req_1")], json: String = "{}",
        contentType: String = "application/json", stream: [String]? = nil
    ) throws {
        let log = Guarded<[LoopbackRequest]>([])
        server = try LoopbackServer { request, responder in
            log.withLock { $0.append(request) }
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

    var requests: [LoopbackRequest] { log.withLock { $0 } }
}
