// What should be JSON Lines, and is something else.

import Foundation
import MartletRuntime
import Testing

@Suite struct ForeignLinesTests {
    @Test(
        arguments: [
            ("application/json", "{\n  \"error\": {\n    \"message\": \"quota\"\n  }\n}\n", "quota"),
            ("application/json; charset=utf-8", "[{\"text\":\"a\"},\n{\"text\":\"b\"}]\n", nil),
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

    /// Events that come in the place of lines, or lines in the place of events, are read as what they are called.
    @Test(
        arguments: [
            (.jsonLines, "text/event-stream", ": hi\r\n\r\ndata: 1\r\n\r\n", ["1"], nil),
            (
                .jsonLines, "text/event-stream;charset=utf-8", "event: a\ndata: {\"n\":\ndata: 1}\n\n", ["{\"n\":1}"],
                nil
            ),
            (.jsonLines, "text/event-stream", "{\"n\":1}\n2\n", ["{\"n\":1}", "2"], nil),
            (
                .jsonLines, "text/event-stream", "data: 1\n\nevent: error\ndata: {\"message\":\"m\"}\n\n",
                ["1", "{\"message\":\"m\"}"], "m"
            ),
            (.jsonLines, "text/event-stream", "data: 1\r\rdata: 2\r\r", ["1", "2"], nil),
            (.jsonLines, "text/event-stream", "foo: bar\ndata: 1\n\ndata: 2\n\n", ["1", "2"], nil),
            (.jsonLines, "text/event-stream", "data: 1", ["1"], nil),
            (.jsonLines, "text/event-stream", "{\n  \"error\": \"m\"\n}\n", [], "notAStream"),
            (.serverSentEvents, "application/x-ndjson", "{\r\n  \"error\": \"m\"\r\n}\r\n", [], "notAStream"),
            (.serverSentEvents, "application/x-ndjson", " \n{\"n\":1}\n2\n", ["{\"n\":1}", "2"], nil),
            (.serverSentEvents, "application/stream+json", "[1]\n[2]", ["[1]", "[2]"], nil),
            (.serverSentEvents, "application/jsonl", "{\"error\":\"m\"}\n", ["{\"error\":\"m\"}"], "m"),
            (.serverSentEvents, "application/json-lines", "data: 1\n\n", ["1"], nil),
            (.serverSentEvents, "application/json", "{\"error\":\"m\"}\n", [], "notAStream"),
        ] as [(StreamFraming, String, String, [String], String?)])
    func calledOtherwise(
        _ framing: StreamFraming, _ type: String, _ body: String, _ told: [String], _ failure: String?
    ) async {
        for cut in [1, 7, body.utf8.count] {
            let rules = EventStreamRules(framing: framing, sentinels: [])
            let (lines, error) = await read(body, type, rules, cut: cut)
            #expect(lines == told)
            switch error?.kind {
            case .streamError(let reported): #expect(reported.message == failure)
            case let kind: #expect(kind.map { "\("\($0)".prefix { $0 != "(" })" } == failure)
            }
        }
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

    private func read(
        _ body: String, _ type: String?,
        _ rules: EventStreamRules = EventStreamRules(framing: .jsonLines, sentinels: [], errors: []), cut: Int
    ) async -> (lines: [String], ClientError?) {
        let bytes = Array(body.utf8)
        let chunks = stride(from: 0, to: bytes.count, by: cut).map { Data(bytes[$0..<min($0 + cut, bytes.count)]) }
        let head = ResponseHead(status: 200, headers: type.map { ["Content-Type": $0] } ?? [:])
        let stream = EventStream<LineEvent>(ResponseBody(chunks: chunks), head: head, rules: rules)
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
