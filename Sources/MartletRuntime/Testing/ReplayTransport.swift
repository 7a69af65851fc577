// A transport that answers with fixtures and remembers the requests, for tests of code that uses a client.

public import Foundation

/// Answers requests with what a test prepared, and remembers what was sent.
///
/// ```swift
/// let replay = ReplayTransport([
///     "createResponse": [.events(transcript)],
///     "GET /v1/files/{id}": [.status(503), .json(#"{"id": "file_1"}"#)],
/// ])
/// let client = Client(bearerAuth: "test", transport: replay)
/// …
/// #expect(replay.requests[0].json?["model"] == "gpt-5.4")
/// ```
///
/// A fixture's key is an operation's name, or its method and path as in the document, or `*` for any request; the most
/// particular counts, in this order. Responses are given in order, the last of a key again and again.
public final class ReplayTransport: ClientTransport {
    private let state: Locked<State>

    private struct State: Sendable {
        var fixtures: [ReplayFixture]
        var requests: [ReplayedRequest] = []
    }

    /// Answers each request with the next response of the key that fits it best.
    ///
    /// - Parameter fixtures: responses by operation, by method and path, or by `*`.
    public init(_ fixtures: KeyValuePairs<String, [ReplayResponse]>) {
        state = Locked(State(fixtures: fixtures.map { ReplayFixture($0.key, $0.value) }))
    }

    /// Answers every request with these, in order.
    public convenience init(_ responses: ReplayResponse...) {
        self.init(["*": responses])
    }

    /// Answers every request with these pieces of a body.
    public convenience init(status: Int = 200, headers: HTTPHeaders = [:], chunks: [Data]) {
        self.init(ReplayResponse(status: status, headers: headers, chunks: chunks))
    }

    /// Adds responses of one key, after those that it has.
    public func answer(_ key: String, with responses: ReplayResponse...) {
        state.withLock { state in
            if let place = state.fixtures.firstIndex(where: { $0.key == key }) {
                state.fixtures[place].responses += responses
            } else {
                state.fixtures.append(ReplayFixture(key, responses))
            }
        }
    }

    /// The requests so far, in the order in which they were sent.
    public var requests: [ReplayedRequest] {
        state.withLock { $0.requests }
    }

    /// Remembers the request, and gives the next response for it.
    ///
    /// - Throws: ``NoReplay`` where no fixture is for it; what a response was made to fail with.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let replayed = try ReplayedRequest(request)
        let (response, keys) = state.withLock { state -> (ReplayResponse?, [String]) in
            state.requests.append(replayed)
            let place = state.fixtures.indices
                .compactMap { index in state.fixtures[index].rank(of: replayed).map { (index, $0) } }
                .max { $0.1 < $1.1 }?.0
            return (place.flatMap { state.fixtures[$0].next() }, state.fixtures.map(\.key))
        }
        guard let response else { throw NoReplay(request: replayed, keys: keys) }
        return try response.transported()
    }
}

/// A request that no fixture is for.
public struct NoReplay: LocalizedError, CustomStringConvertible {
    /// The request that nothing answers.
    public let request: ReplayedRequest
    /// What there are fixtures for.
    public let keys: [String]

    public var description: String {
        let others = keys.isEmpty ? "" : ", only for \(keys.joined(separator: ", "))"
        return "The ReplayTransport has no response for \(request)\(others); add one"
    }

    public var errorDescription: String? { description }
}

/// The responses of one key, and how far they are given.
struct ReplayFixture: Sendable {
    let key: String
    var responses: [ReplayResponse]
    private var given = 0

    init(_ key: String, _ responses: [ReplayResponse]) {
        self.key = key
        self.responses = responses
    }

    mutating func next() -> ReplayResponse? {
        let response = responses.indices.contains(given) ? responses[given] : responses.last
        given += 1
        return response
    }

    /// How particular the key is; nil where it isn't for the request.
    func rank(of request: ReplayedRequest) -> Int? {
        if key == "*" { return 0 }
        if key == request.operation { return 1000 }
        let words = key.split(separator: " ")
        guard words.count == 2, words[0] == request.method.rawValue else { return nil }
        let patterns = words[1].split(separator: "/").map(SegmentPattern.init)
        // The path of the server stands before that of the operation.
        let segments = request.segments.suffix(patterns.count)
        guard segments.count == patterns.count, zip(patterns, segments).allSatisfy({ $0.matches($1) }) else {
            return nil
        }
        return patterns.reduce(1) { $0 + $1.precision }
    }
}
