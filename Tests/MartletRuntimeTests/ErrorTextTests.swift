// What errors say to whoever reads a log, whole.

import Foundation
import MartletRuntime
import Testing

@Suite struct ErrorTextTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var error: ClientError
        var text: String
        var testDescription: String { text }

        init(
            _ kind: ClientError.Kind, status: Int? = nil, headers: HTTPHeaders = [:], body: String = "",
            attempts: Int = 1, _ text: String
        ) {
            error = ClientError(
                "listPets", kind, status: status, headers: headers, body: Data(body.utf8), attempts: attempts)
            self.text = "listPets: " + text
        }
    }

    @Test(arguments: [
        Row(.status, status: 404, "The server answered with status 404"),
        Row(.status, "The server reported a failure"),
        Row(
            .status, status: 429, headers: ["x-request-id": "req_1"], body: #"{"error": {"message": "Too many"}}"#,
            attempts: 3, "The server answered with status 429: Too many (after 3 attempts) [request req_1]"),
        Row(
            .status, status: 400, body: #"{"error": "invalid_grant", "error_description": "The code has expired"}"#,
            "The server answered with status 400: The code has expired"),
        Row(
            .status, status: 403, body: #"{"type": "about:blank", "title": "Forbidden"}"#,
            "The server answered with status 403: Forbidden"),
        Row(
            .status, status: 400, body: #"{"errors": [{"message": "No such zone"}]}"#,
            "The server answered with status 400: No such zone"),
        Row(
            .status, status: 400, body: #"[{"error": {"code": 400, "message": "API key not valid"}}]"#,
            "The server answered with status 400: API key not valid"),
        Row(
            .status, status: 422, body: #"{"detail": [{"msg": "field required"}]}"#,
            "The server answered with status 422: field required"),
        Row(
            .status, status: 422, body: "event: error\ndata: {\"error\": \"too long\"}\n\n",
            "The server answered with status 422: too long"),
        Row(
            .connectTimeout(.seconds(30)),
            "The server didn't accept the connection within 30.0 seconds, the limit 'connect' of Timeouts"),
        Row(
            .firstByteTimeout(.seconds(5)),
            "The server didn't answer within 5.0 seconds, the limit 'firstByte' of Timeouts"),
        Row(
            .idleTimeout(.seconds(5)),
            "Nothing more of the response came for 5.0 seconds, the limit 'idle' of Timeouts"),
        Row(.totalTimeout(.seconds(5)), "The call took longer than 5.0 seconds, the limit 'total' of Timeouts"),
        Row(
            .decoding(DecodingIssue(path: "$.name", message: "is a number", expected: "string")),
            "The response doesn't fit the document at $.name: is a number (expected string)"),
        Row(
            .truncatedStream,
            "The stream broke off before its last event; call again, or set 'resume' of StreamOptions"),
        Row(.streamError(ServerError(message: "Overloaded")), "The server reported an error: Overloaded"),
        Row(.notAStream(nil), "The response isn't the stream that was expected"),
        Row(
            .notAStream(nil), headers: ["Content-Type": "text/html"],
            "The response is text/html, and not the stream that was expected"),
        Row(
            .oversizedEvent(limit: 10), "An event is larger than 10 bytes; raise 'maximumEventBytes' of StreamOptions"),
        Row(
            .oversizedBody(limit: 10),
            "The response is larger than 10 bytes; raise 'maximumBodyBytes' of ClientOptions"),
        Row(.invalidRequest("the body can't be read"), "The request can't be sent: the body can't be read"),
        Row(
            .missingCredential([["bearerAuth"], ["key", "app"]]),
            "The client has no credential for bearerAuth, or for key and app; give it one when you make it"),
        Row(
            .missingResult, "The stream ended, but none of its events carried the result; read the events themselves"),
        Row(.notImplemented, "This double has no such operation; implement it, or don't call it"),
    ])
    func aKindOfClientError(_ row: Row) {
        #expect(row.error.description == row.text)
        #expect(row.error.localizedDescription == row.text)
    }

    @Test(
        arguments: [
            (#"{"error":"ValueError","message":"the model said no"}"#, "the model said no"),
            (#"{"error":{"message":"inner"},"message":"outer"}"#, "inner"),
            (#"{"error":{"code":1},"message":"top"}"#, "top"),
            (#"{"type":"error","errorText":"Rate limit reached"}"#, "Rate limit reached"),
            (#"{"error":"code","error_description":"expired"}"#, "expired"),
            (#"{"type":"error","error":"","detail":"No such job"}"#, "No such job"),
            (#"{"object":"error","detail":[{"loc":["body"],"msg":"field required"}]}"#, "field required"),
            (#"{"type":"error","title":"Kaputt","status":500}"#, "Kaputt"),
            (#"{"type":"error","reason":"Disk full"}"#, "Disk full"), (#"{"type":"error","code":500}"#, "500"),
            (#"{"type":"error"}"#, nil),
        ] as [(String, String?)]) func anErrorInAStream(_ json: String, _ text: String?) async throws
    {
        let stream = EventStream<ReplyStreamEvent>(replaying: Data("data: \(json)\n\n".utf8))
        let error = await #expect(throws: ClientError.self) { for try await _ in stream {} }
        #expect(error?.description == "replay: The server reported an error" + (text.map { ": " + $0 } ?? ""))
    }

    private struct Sample: Decodable {
        var issues: [DecodingIssue]

        init(from decoder: any Decoder) throws {
            var object = try ObjectDecoder(decoder)
            let _: String? = try object.optional("text")
            let _: Int? = try object.optional("count")
            let _: [Int]? = try object.optional("list")
            let _: [String: Bool]? = try object.optional("flags")
            issues = object.wire().issues
        }
    }

    @Test(arguments: [
        (#"{"text": 1}"#, "$.text: is a number (expected string)"),
        (#"{"text": {}}"#, "$.text: is an object (expected string)"),
        (#"{"text": [1]}"#, "$.text: is an array (expected string)"),
        (#"{"text": true}"#, "$.text: is a boolean (expected string)"),
        (#"{"count": "7"}"#, "$.count: is a string, read as the number in it (expected integer)"),
        (#"{"count": "x"}"#, "$.count: is a string (expected integer)"),
        (#"{"count": 1.5}"#, "$.count: is a number that its type can't hold (expected integer)"),
        (#"{"list": [1, null]}"#, "$.list[1]: is null, so $.list is left out (expected integer)"),
        (#"{"flags": {"a": 1}}"#, "$.flags.a: is a number, so $.flags is left out (expected boolean)"),
        (#"{"flags": []}"#, "$.flags: is an array (expected object)"),
    ])
    func whatDoesNotFit(_ json: String, _ text: String) throws {
        let sample = try JSONDecoder().decode(Sample.self, from: Data(json.utf8))
        #expect(sample.issues.map(\.description) == [text])
    }

    private struct Strict: Decodable, Sendable {
        init(from decoder: any Decoder) throws {
            var object = try ObjectDecoder(decoder)
            let _: Int = try object.required("count")
        }
    }

    @Test(arguments: [
        (#"{"count": 1.5}"#, "$.count: is a number that its type can't hold"),
        ("{}", "$.count: is missing (expected a value)"),
        (#"{"count": null}"#, "$.count: is null (expected integer)"),
        ("<html>", "$: isn't JSON, or has a number that its type can't hold"),
    ])
    func whatIsRequired(_ json: String, _ text: String) async throws {
        let core = ClientCore(
            server: try #require(URL(string: "https://api.example.com")),
            transport: ReplayTransport(ReplayResponse.json(json)))
        let error = await #expect(throws: ClientError.self) {
            let _: Strict = try await core.value(OperationRequest("count", .get, "/count"))
        }
        #expect(error?.description == "count: The response doesn't fit the document at " + text)
    }

    /// What is no JSON and isn't called so is told by what it is called.
    @Test(arguments: [
        (
            "text/html; charset=utf-8", "<html>",
            "The response is text/html; charset=utf-8, and not the JSON that was expected"
        ),
        ("text/event-stream", "data: {}\n\n", "The response is text/event-stream, and not the JSON that was expected"),
        (
            "application/problem+json", "<html>",
            "The response doesn't fit the document at $: isn't JSON, or has a number that its type can't hold"
        ),
        ("text/plain", "{}", "The response doesn't fit the document at $.count: is missing (expected a value)"),
    ])
    func whatIsNoJSON(_ type: String, _ body: String, _ text: String) async throws {
        let raw = RawResponse(
            head: ResponseHead(status: 200, headers: ["Content-Type": type]),
            body: ResponseBody(chunks: [Data(body.utf8)]), operation: "count")
        let error = await #expect(throws: ClientError.self) { let _: Strict = try await raw.value() }
        #expect(error?.description == "count: " + text)
        #expect(error?.path != nil)
    }

    /// A failure that is described as text is told by its first line, unless a page came in its place.
    @Test(
        arguments: [
            ("text/plain", "No such zone\nTry another", "No such zone\nTry another", ": No such zone"),
            ("text/plain;charset=iso-8859-1", "caf\u{E9}", "caf\u{E9}", ": caf\u{E9}"),
            ("text/html", "<html>", "<html>", ""),
            ("application/json", #""No such zone""#, "No such zone", ": No such zone"),
            ("application/json", #"{"error": "No such zone"}"#, nil, ": No such zone"),
        ] as [(String, String, String?, String)])
    func failuresOfText(_ type: String, _ body: String, _ text: String?, _ said: String) async throws {
        let data = try #require(body.data(using: type.hasSuffix("8859-1") ? .isoLatin1 : .utf8))
        let core = ClientCore(
            server: try #require(URL(string: "https://api.example.com")),
            transport: Answer(status: 404, headers: ["Content-Type": type], data: data))
        var request = OperationRequest("count", .get, "/count")
        request.failure(.status(404), String.self)
        let asked = request
        let error = await #expect(throws: ClientError.self) { try await core.void(asked) }
        #expect(error?.body(as: String.self) == text)
        #expect(error?.description == "count: The server answered with status 404" + said)
    }

    private struct Answer: ClientTransport {
        var status: Int
        var headers: HTTPHeaders
        var data: Data

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            TransportResponse(status: status, headers: headers, body: ResponseBody(chunks: [data]))
        }
    }
}
