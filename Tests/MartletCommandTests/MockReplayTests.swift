// Recorded exchanges that `martlet mock --replay` serves.

import Testing

@Suite(.serialized, .timeLimit(.minutes(1))) struct MockReplayTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Log, version: '1'}
        paths:
          /log:
            get:
              operationId: readLog
              responses: {'200': {description: x, content: {application/jsonl: {itemSchema: {type: object}}}}}
          /pages:
            get: {responses: {'200': {description: x, content: {application/json: {schema: {type: object}}}}}}
          /pets:
            post:
              operationId: addPet
              requestBody: {content: {application/json: {schema: {type: object}}}}
              responses: {'201': {description: x, content: {application/json: {schema: {type: object}}}}}
        """

    /// The answer to `GET /log`, for which an exchange with these members is recorded.
    private func answer(_ members: String) async throws -> String {
        let mock = try Mock(
            document: Self.document, recording: "", exchanges: #"{"operation": "readLog", \#(members)}"#)
        defer { mock.stop() }
        return try await mock.answer("GET", "/log")
    }

    @Test(arguments: [
        (#""body": "{\"n\":1}\n{\"n\":2}\n""#, "200 application/jsonl {\"n\":1}\n{\"n\":2}\n"),
        (
            #""headers": {"Content-Type": "application/x-ndjson"}, "body": "{\"n\":1}\n""#,
            "200 application/x-ndjson {\"n\":1}\n"
        ),
        (
            #""body": "\u001e{\"n\":1}\n\u001e{\"n\":2}\n""#,
            "200 application/json-seq \u{1E}{\"n\":1}\n\u{1E}{\"n\":2}\n"
        ),
        (#""body": "data: 1\n\ndata: 2\n\n""#, "200 text/event-stream data: 1\n\ndata: 2\n\n"),
        (#""body": "{\"n\":1}\n""#, "200 application/jsonl {\"n\":1}\n"),
        (#""body": {"n": 1}"#, "200 application/jsonl {\"n\":1}\n"),
        (#""body": "two\nlines""#, #"200 application/json "two\nlines""#),
        (#""status": 503, "body": {"a": null}"#, #"503 application/json {"a":null}"#),
        (
            #""headers": {"content-type": "application/problem+json"}, "body": {}"#,
            "200 application/problem+json {}"
        ),
        (
            #""status": 503, "headers": {"content-length": "99", "Content-Encoding": "gzip"}, "body": {"a": 1}"#,
            #"503 application/json {"a":1}"#
        ),
    ])
    func bodies(_ members: String, _ answer: String) async throws {
        #expect(try await self.answer(members) == answer)
    }

    @Test func theRequestChoosesTheExchange() async throws {
        let exchanges = """
            {"method": "POST", "path": "/pets", "status": 201, "request": {"name": "Ada"}, "body": {"id": 1}}
            {"method": "POST", "path": "/pets", "status": 201, "request": {"name": "Bob"}, "body": {"id": 2}}
            """
        let mock = try Mock(document: Self.document, recording: "", exchanges: exchanges)
        defer { mock.stop() }
        let json = ["Content-Type": "application/json"]
        #expect(
            try await mock.answer("POST", "/pets", body: #"{"name":"Bob"}"#, json)
                == #"201 application/json {"id":2}"#)
        #expect(
            try await mock.answer("POST", "/pets", body: #"{"name":"Eve"}"#, json)
                == #"404 application/json {"error":{"message":"none of the 2 recorded exchanges has this request: {\"name\":\"Eve\"}","type":"mock_error"}}"#
        )
    }

    /// The page with the request's path and query, equal exchanges in order, and what no request can have.
    @Test func thePathAndTheQueryChooseTheExchange() async throws {
        let exchanges = """
            {"method": "GET", "path": "/log", "body": {"page": 1}}
            {"method": "GET", "path": "https://api.test/v1/log?cursor=n&size=2", "body": {"page": 2}}
            {"operation": "GET /log?", "body": {}}
            {"operation": "GET /pages", "body": {"any": 1}}
            {"method": "GET", "path": "/pages?page=1", "body": {"page": 1}}
            {"method": "POST", "path": "/pets", "status": 202, "body": {"state": "waits"}}
            {"method": "POST", "path": "/pets", "status": 201, "body": {"state": "done"}}
            """
        let mock = try Mock(document: Self.document, recording: "", exchanges: exchanges)
        defer { mock.stop() }
        let json = ["Content-Type": "application/json"]
        for (target, page) in [
            ("/log", 1), ("/log?size=2&cursor=n", 2), ("/v1/log?cursor=n&size=2", 2), ("/log?x=1", 1),
        ] {
            #expect(try await mock.answer("GET", target) == "200 application/jsonl {\"page\":\(page)}\n", "\(target)")
        }
        for (target, body) in [
            ("/pages?page=1", #"{"page":1}"#), ("/pages?page=2", #"{"any":1}"#), ("/pages", #"{"any":1}"#),
        ] {
            #expect(try await mock.answer("GET", target) == "200 application/json \(body)", "\(target)")
        }
        for answer in ["202", "201", "201"] {
            let state = answer == "202" ? "waits" : "done"
            #expect(
                try await mock.answer("POST", "/pets", body: "{}", json)
                    == "\(answer) application/json {\"state\":\"\(state)\"}")
        }
    }
}
