// What should be JSON Lines, and is something else.
import Foundation
import MartletRuntime
import Testing

@Suite struct ForeignLinesTests {
    @Test(
        arguments: [
            ("{\n  \"error\": {\n    \"message\": \"quota\"\n  }\n}\n", "quota"),
            ("event: error\ndata: {\"error\":{\"message\":\"overloaded\"}}\n\n", "overloaded"),
            ("data: {\"text\":\"a\"}\n\ndata: {\"type\":\"error\",\"message\":\"late\"}\n\n", "late"),
            ("data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\"}\n\n", nil),
            ("[{\"text\":\"a\"},\n{\"text\":\"b\"}]\n", nil),
            ("<html><body>Bad gateway</body></html>", nil),
        ] as [(String, String?)])
    func others(_ body: String, _ message: String?) async throws {
        for cut in [1, 7, body.utf8.count] {
            let (lines, error) = await read(body, cut: cut)
            #expect(lines == [])
            guard let error, case .notAStream(let found) = error.kind else { throw Unexpected(error) }
            #expect(found?.message == message)
            #expect(String(decoding: error.body, as: UTF8.self) == body)
        }
    }

    /// A line that is no JSON is one that doesn't fit; what is cut off is that.
    @Test(
        arguments: [
            ("{\"n\":1}\n{\"n\":2}", ["{\"n\":1}", "{\"n\":2}"], nil), ("[1]\n\n[2,\n", ["[1]", "[2,"], nil),
            ("{\"n\":NaN}\n{\"n\":2}\n", ["{\"n\":NaN}", "{\"n\":2}"], nil), ("{}\n{\"n\":", ["{}"], "truncatedStream"),
            ("\"{\"\n1\n", ["\"{\"", "1"], nil), ("{\"n\":", [], "truncatedStream"), ("", [], nil),
        ] as [(String, [String], String?)])
    func lines(_ body: String, _ told: [String], _ failure: String?) async {
        for cut in [1, 7, max(body.utf8.count, 1)] {
            let (lines, error) = await read(body, cut: cut)
            #expect(lines == told)
            #expect(error.map { "\($0.kind)" } == failure)
        }
    }

    private func read(_ body: String, cut: Int) async -> (lines: [String], ClientError?) {
        let bytes = Array(body.utf8)
        let chunks = stride(from: 0, to: bytes.count, by: cut).map { Data(bytes[$0..<min($0 + cut, bytes.count)]) }
        let stream = EventStream<LineEvent>(
            ResponseBody(chunks: chunks), rules: EventStreamRules(framing: .jsonLines, sentinels: [], errors: []))
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
