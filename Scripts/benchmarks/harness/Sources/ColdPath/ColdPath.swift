// The time to the first event by a generated client, and by URLSession alone: `ColdPath PORT COUNT`.

import CometAPI
import Foundation
import MartletRuntime

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@main enum ColdPath {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let count = Int(arguments[2]),
            let server = URL(string: "http://127.0.0.1:\(arguments[1])")
        else { throw CocoaError(.keyValueValidation) }
        var (client, bare): ([Double], [Double]) = ([], [])
        for round in 0..<(count + 20) {
            // In turns, the first of each pair now the one and now the other.
            let isClientFirst = round.isMultiple(of: 2)
            let first = try await isClientFirst ? byClient(server) : bySession(server)
            let second = try await isClientFirst ? bySession(server) : byClient(server)
            // The first rounds warm up what both share.
            if round < 20 { continue }
            client.append(isClientFirst ? first : second)
            bare.append(isClientFirst ? second : first)
        }
        print(#"{"client": \#(median(client)), "bare": \#(median(bare))}"#)
    }

    private static func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }

    private static let model = "gpt-5.4"
    private static let text = "Write a haiku"

    /// In milliseconds.
    private static func byClient(_ server: URL) async throws -> Double {
        let start = ContinuousClock.now
        let client = Client(bearerAuth: "sk-test", server: server)
        let stream = try await client.createResponseStream(.init(model: model, input: .init(stringLiteral: text)))
        for try await event in stream {
            guard case .outputTextDelta(let delta) = event, delta.delta == "Hello" else {
                throw CocoaError(.coderInvalidValue)
            }
            break
        }
        return start.duration(to: .now) / .milliseconds(1)
    }

    /// In milliseconds.
    private static func bySession(_ server: URL) async throws -> Double {
        struct Delta: Decodable {
            var type: String
            var delta: String
        }
        let start = ContinuousClock.now
        let events = FirstEvent()
        let session = URLSession(configuration: .ephemeral, delegate: events, delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        var request = URLRequest(url: server.appendingPathComponent("v1/responses"))
        request.httpMethod = "POST"
        request.setValue("Bearer sk-test", forHTTPHeaderField: "Authorization")
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("text/event-stream", forHTTPHeaderField: "Accept")
        request.httpBody = try JSONSerialization.data(withJSONObject: ["model": model, "input": text, "stream": true])
        let data = try await events.first(session.dataTask(with: request))
        guard try JSONDecoder().decode(Delta.self, from: data).delta == "Hello" else {
            throw CocoaError(.coderInvalidValue)
        }
        return start.duration(to: .now) / .milliseconds(1)
    }
}

/// Collects bytes up to the first empty line.
private final class FirstEvent: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    private let lock = NSLock()
    private var bytes = Data()
    private var waiter: CheckedContinuation<Data, any Error>?

    func first(_ task: URLSessionDataTask) async throws -> Data {
        try await withCheckedThrowingContinuation { continuation in
            lock.withLock { waiter = continuation }
            task.resume()
        }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let found = lock.withLock { () -> (CheckedContinuation<Data, any Error>?, Data)? in
            bytes.append(data)
            guard let end = bytes.range(of: Data("\n\n".utf8)), let waiter else { return nil }
            self.waiter = nil
            return (waiter, bytes[bytes.startIndex + 6..<end.lowerBound])
        }
        found?.0?.resume(returning: found?.1 ?? Data())
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let waiter = lock.withLock { () -> CheckedContinuation<Data, any Error>? in
            defer { self.waiter = nil }
            return self.waiter
        }
        waiter?.resume(throwing: error ?? URLError(.badServerResponse))
    }
}
