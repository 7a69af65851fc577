// A server on the loopback that streams completions until told to stop, and notes when each client hangs up.

import Foundation
import MartletLoopback
import MartletSource

/// Streams completions: of as many pieces as the field `x-pieces` says, or until ``end()``.
final class StressServer: Sendable {
    private struct State: Sendable {
        var isEnding = false
        var hangUps: [String: ContinuousClock.Instant] = [:]
    }

    private let server: LoopbackServer
    private let state: Guarded<State>

    init() throws {
        let state = Guarded(State())
        self.state = state
        server = try LoopbackServer { request, responder in
            responder.startStream()
            if let count = request.header("x-pieces").flatMap({ Int($0) }) {
                Self.send(count, to: responder)
            } else if !Self.sendPaced(to: responder, until: { state.withLock { $0.isEnding } }) {
                let now = ContinuousClock.now
                state.withLock { $0.hangUps[request.header("x-call") ?? ""] = now }
                return
            }
            responder.write("data: [DONE]\n\n")
        }
    }

    var url: URL { server.url }
    var counts: LoopbackServer.Counts { server.counts }

    /// When each client hung up, by the field `x-call` of its request.
    var hangUps: [String: ContinuousClock.Instant] { state.withLock { $0.hangUps } }

    /// Ends the streams that run.
    func end() {
        state.withLock { $0.isEnding = true }
    }

    func stop() {
        server.stop()
    }

    /// As fast as the client takes them, some at a time.
    private static func send(_ count: Int, to responder: Responder) {
        for start in stride(from: 0, to: count, by: 20) {
            let pieces = (start..<min(start + 20, count)).map { piece($0, isLast: $0 == count - 1) }
            guard responder.write(pieces.joined()) else { return }
        }
    }

    /// Fifty a second; says whether the client stayed.
    private static func sendPaced(to responder: Responder, until isEnding: () -> Bool) -> Bool {
        var number = 0
        while !isEnding() {
            guard responder.write(piece(number, isLast: false)), responder.pause(milliseconds: 20) else { return false }
            number += 1
        }
        return responder.write(piece(number, isLast: true))
    }

    /// One piece, its number in place of a time.
    private static func piece(_ number: Int, isLast: Bool) -> String {
        #"data: {"id":"c","object":"chat.completion.chunk","created":\#(number),"model":"m","choices":[{"index":0,"#
            + #""delta":{"content":"a"},"finish_reason":\#(isLast ? #""stop""# : "null")}]}"# + "\n\n"
    }
}
