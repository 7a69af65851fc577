// A server on the loopback that answers each path with bytes that a test has written down.

import Foundation
import MartletLoopback
import MartletSource

/// Answers with the bytes for a path, and remembers what it was asked.
final class ScriptedServer: Sendable {
    private let server: LoopbackServer
    /// From the threads of several connections.
    private let log: Guarded<[LoopbackRequest]>

    var url: URL { server.url }
    var requests: [LoopbackRequest] { log.withLock { $0 } }
    var counts: LoopbackServer.Counts { server.counts }

    /// - Parameter answers: the content type and the body, by the path.
    convenience init(_ answers: [String: (type: String, body: String)]) {
        self.init { request, responder in
            let path = request.target.prefix { $0 != "?" }
            guard let answer = answers[String(path)] else { return }
            responder.startStream(200, [("Content-Type", answer.type)])
            // Cut where it hurts: after each line, and within each.
            for line in answer.body.split(separator: "\n", omittingEmptySubsequences: false) {
                responder.write(String(line.prefix(3)))
                responder.write(line.dropFirst(3) + "\n")
            }
        }
    }

    init(_ handler: @escaping @Sendable (LoopbackRequest, Responder) -> Void) {
        let log = Guarded<[LoopbackRequest]>([])
        self.log = log
        do {
            server = try LoopbackServer { request, responder in
                log.withLock { $0.append(request) }
                handler(request, responder)
            }
        } catch {
            fatalError("no server on the loopback: \(error)")
        }
    }

    deinit {
        server.stop()
    }
}
