// What should be JSON Lines, and is something else.
import Foundation
import MartletRuntime
import Testing

@Suite struct ForeignLinesTests {
    @Test(
        arguments: [
            ("application/json", "{\n  \"error\": {\n    \"message\": \"quota\"\n  }\n}\n", "quota"),
            ("application/json; charset=utf-8", "[{\"text\":\"a\"},\n{\"text\":\"b\"}]\n", nil),
            (
                "text/event-stream", "event: error\ndata: {\"error\":{\"message\":\"overloaded\"}}\n\n",
                "overloaded"
            ),
            ("text/event-stream", "data: {\"text\":\"a\"}\n\n", nil),
            (nil, "<html><body>Bad gateway</body></html>", nil),
        ] as [(String?, String, String?)])
    func others(_ type: String?, _ body: String, _ message: String?) async throws {
        for cut in [1, 7, body.utf8.count] {
            let (lines, error) = await read(body, type, cut: cut)
            #expect(lines == [])
            guard let error, case .notAStream(let found) = error.kind else { throw Unexpected(error) }
            #expect(found?.message == message)
            #expect(String(decoding: error.body, as: UTF8.self) == body)
        }
    }

    /// A stream of events is told from lines by its first event: there may be no end.
    @Test func eventsThatGoOn() async throws {
        let chunks = AsyncThrowingStream<Data, any Error> { $0.yield(Data(": connected\r\n\r\ndata: 1\r\n\r\n".utf8)) }
        let stream = stream(ResponseBody(chunks), "text/event-stream")
        let error = await #expect(throws: ClientError.self) { for try await _ in stream {} }
        #expect(error.map { "\($0.kind)" } == "notAStream(nil)")
    }

    /// A line that is no JSON is one that doesn't fit; what is cut off is that. What is called lines is lines.
    @Test(
        arguments: [
            ("{\"n\":1}\n{\"n\":2}", ["{\"n\":1}", "{\"n\":2}"], nil), ("[1]\n\n[2,\n", ["[1]", "[2,"], nil),
            ("{\"n\":NaN}\n{\"n\":2}\n", ["{\"n\":NaN}", "{\"n\":2}"], nil), ("{}\n{\"n\":", ["{}"], "truncatedStream"),
            ("\"{\"\n1\n", ["\"{\"", "1"], nil), ("{\"n\":", [], "truncatedStream"), ("", [], nil),
            ("{\"x\":\"cut,\n2\n", ["{\"x\":\"cut,", "2"], nil), ("{\"x\":\n2\n", ["{\"x\":", "2"], nil),
        ] as [(String, [String], String?)])
    func lines(_ body: String, _ told: [String], _ failure: String?) async {
        for type in [nil, "application/x-ndjson", "application/json"] {
            for cut in [1, 7, max(body.utf8.count, 1)] {
                let (lines, error) = await read(body, type, cut: cut)
                #expect(lines == told)
                #expect(error.map { "\($0.kind)" } == failure)
            }
        }
    }

    @Test(arguments: [
        ("data: 1\nid: x\n", ["\"data: 1\"", "\"id: x\""]), ("{\n}\n", ["{", "\"}\""]),
        ("[1,\n2]\n", ["[1,", "\"2]\""]),
    ]) func namedLines(_ body: String, _ told: [String]) async {
        let (lines, error) = await read(body, "application/x-ndjson", cut: 5)
        #expect(lines == told)
        #expect(error == nil)
    }

    private func stream(_ body: ResponseBody, _ type: String?) -> EventStream<LineEvent> {
        let head = ResponseHead(status: 200, headers: type.map { ["Content-Type": $0] } ?? [:])
        return EventStream(body, head: head, rules: EventStreamRules(framing: .jsonLines, sentinels: [], errors: []))
    }

    private func read(_ body: String, _ type: String?, cut: Int) async -> (lines: [String], ClientError?) {
        let bytes = Array(body.utf8)
        let chunks = stride(from: 0, to: bytes.count, by: cut).map { Data(bytes[$0..<min($0 + cut, bytes.count)]) }
        let stream = stream(ResponseBody(chunks: chunks), type)
        var lines: [String] = []
        do {
            for try await event in stream { lines.append(event.told) }
            return (lines, nil)
        } catch {
            return (lines, error as? ClientError)
        }
    }
}

private enum LineEvent: StreamEvent {
    case line(JSONValue)
    case unknown(UnknownEvent)
    case undecodable(UndecodableEvent)

    init(from decoder: any Decoder) throws {
        self = .line(try UnionDecoder(decoder).branch())
    }

    var payload: any UnionPayload {
        switch self {
        case .line(let event): event
        case .unknown(let event): event
        case .undecodable(let event): event
        }
    }

    var told: String {
        switch self {
        case .line(let json): "\(json)"
        case .unknown(let event): event.data
        case .undecodable(let event): event.data
        }
    }
}
