// Many short calls, some at a time: memory and sockets stay where they were.

import Foundation
import MartletLoopback
import MartletRuntime
import MartletSource

/// Sends requests by the thousand, and watches what the process holds.
package struct RequestStress: Sendable {
    /// What became of the calls.
    package struct Report: Sendable {
        package var answered = 0
        /// The largest resident memory until a fifth of all calls were answered, and after that; 0 where unknown.
        package var earlyKiB = 0
        package var lateKiB = 0
        /// Open files and sockets that are there after all, and were not before, but for those of kept connections.
        package var leakedDescriptors = 0
        /// What calls threw, each once.
        package var faults: Set<String> = []
    }

    package var requests: Int
    package var width: Int

    /// - Parameter width: how many are under way at a time.
    package init(requests: Int, width: Int) {
        (self.requests, self.width) = (requests, width)
    }

    /// - Throws: where no server can be started.
    package func run() async throws -> Report {
        let server = try LoopbackServer { request, responder in
            let status = request.path == "/missing" ? 404 : 200
            responder.respond(
                status, [("Content-Type", "application/json")], body: Data(#"{"id": "r", "items": [1, 2, 3]}"#.utf8))
        }
        defer { server.stop() }
        let core = ClientCore(server: server.url, options: ClientOptions(retry: .never))
        var report = Report()
        // As many connections as calls at a time are kept, each with two ends in this process.
        let descriptors = ProcessFigures.descriptors + 2 * width
        var sent = 0
        while sent < requests {
            let batch = min(width * 10, requests - sent)
            let results = await withTaskGroup(of: [String?].self) { group in
                for lane in 0..<width {
                    group.addTask {
                        var faults: [String?] = []
                        for number in stride(from: lane, to: batch, by: width) {
                            faults.append(await Self.call(core, number))
                        }
                        return faults
                    }
                }
                return await group.reduce(into: []) { $0 += $1 }
            }
            sent += batch
            report.answered += results.count { $0 == nil }
            report.faults.formUnion(results.compactMap { $0 })
            let resident = ProcessFigures.residentKiB ?? 0
            if sent <= requests / 5 {
                report.earlyKiB = max(report.earlyKiB, resident)
            } else {
                report.lateKiB = max(report.lateKiB, resident)
            }
        }
        await ProcessFigures.wait(.seconds(5)) { ProcessFigures.descriptors <= descriptors }
        report.leakedDescriptors = max(0, ProcessFigures.descriptors - descriptors)
        return report
    }

    /// What went wrong, if anything. Of each ten, one is an error of the server, and one is left unread.
    private static func call(_ core: ClientCore, _ number: Int) async -> String? {
        do {
            switch number % 10 {
            case 3:
                try await core.void(OperationRequest("missing", .get, "/missing"))
                return "no error"
            case 7: _ = try await core.raw(OperationRequest("unread", .get, "/unread"))
            default:
                let value: JSONValue = try await core.value(OperationRequest("read", .get, "/read"))
                if value["id"] != "r" { return "another answer" }
            }
            return nil
        } catch let error as ClientError where error.status == 404 && number % 10 == 3 {
            return nil
        } catch {
            return "\(error)"
        }
    }
}
