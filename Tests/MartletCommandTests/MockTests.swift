// The mock server: a document's examples, a recorded stream, and what it says where it has neither.

import Foundation
import MartletLoopback
import MartletTestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct MockTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        paths:
          /pets/{id}:
            get:
              responses: {'200': {description: x, content: {application/json: {schema: {}, example: {name: Ada}}}}}
            delete:
              responses: {'204': {description: x}}
          /ask:
            post:
              responses:
                '200':
                  description: x
                  content:
                    application/json: {schema: {}, example: {text: hello}}
                    text/event-stream: {schema: {}}
          /pets/{id}:feed:
            get: {responses: {'200': {description: x, content: {application/json: {schema: {}, example: fed}}}}}
          /bare:
            get: {responses: {'200': {description: x, content: {application/json: {schema: {}}}}}}
        """

    private static let recording = "data: {\"a\":1}\n\nevent: end\ndata: 2\n\n"

    @Test func answersAsTheDocumentDescribes() async throws {
        let mock = try Mock(document: Self.document, recording: Self.recording)
        defer { mock.stop() }
        #expect(try await mock.answer("GET", "/pets/7") == "200 application/json {\n  \"name\": \"Ada\"\n}")
        #expect(try await mock.answer("GET", "/v1/pets/7?x=1") == "200 application/json {\n  \"name\": \"Ada\"\n}")
        #expect(try await mock.answer("GET", "/pets/7:feed") == "200 application/json \"fed\"")
        #expect(try await mock.answer("DELETE", "/pets/7") == "204  ")
        #expect(
            try await mock.answer("POST", "/ask", body: #"{"stream": false}"#)
                == "200 application/json {\n  \"text\": \"hello\"\n}")
        #expect(
            try await mock.answer("POST", "/ask", body: #"{"stream": true}"#)
                == "200 text/event-stream " + Self.recording)
        #expect(
            try await mock.answer("POST", "/ask?streaming=true", body: "{}") == "200 text/event-stream "
                + Self.recording)
        #expect(
            try await mock.answer("POST", "/ask", body: #"{"isStream": true}"#)
                == "200 text/event-stream " + Self.recording)
        #expect(
            try await mock.answer("POST", "/ask?stream=false", body: #"{"upstream": true}"#)
                == "200 application/json {\n  \"text\": \"hello\"\n}")
        #expect(try await mock.answer("GET", "/bare") == "200 application/json {\n  \"key\": \"value\"\n}")
        #expect(
            try await mock.answer("GET", "/nothing") == "404 application/json "
                + #"{"error":{"message":"no operation of the document answers GET /nothing","type":"mock_error"}}"#)
    }

    /// What is accepted may tell media types apart by their parameters alone.
    @Test(arguments: [
        ("application/json", "200 application/json 1"), ("application/json; q=0.5", "200 application/json 1"),
        ("text/html, application/json; stream=watch", "200 application/json;stream=watch 2"),
        ("*/*", "200 application/json 1"),
    ])
    func parametersOfMediaTypes(_ accept: String, _ answer: String) async throws {
        let mock = try Mock(
            document: """
                openapi: 3.1.0
                info: {title: Shop, version: '1'}
                paths:
                  /pets:
                    get:
                      responses:
                        '200':
                          description: x
                          content: {application/json: {example: 1}, application/json;stream=watch: {example: 2}}
                """, recording: "")
        defer { mock.stop() }
        #expect(try await mock.answer("GET", "/pets", body: nil, ["Accept": accept]) == answer)
    }

    private static let detailed = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        security: [{key: []}]
        paths:
          /pets:
            get:
              parameters:
                - {name: page, in: query, required: true, schema: {type: integer}}
                - {name: x-team, in: header, required: true, schema: {type: string}}
              responses:
                '200':
                  description: x
                  headers: {x-left: {schema: {type: integer, minimum: 7}}}
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                      examples: {none: {value: []}, one: {value: [{id: 1}]}}
                4XX: {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
            post:
              security: []
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses: {'201': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
          /events:
            get:
              security: []
              responses:
                '200':
                  description: x
                  content:
                    text/event-stream:
                      schema: {oneOf: [{$ref: '#/components/schemas/Done'}, {$ref: '#/components/schemas/Step'}]}
                      x-martlet-stream: {terminal: [done]}
        components:
          securitySchemes: {key: {type: apiKey, name: x-key, in: header}}
          schemas:
            Pet:
              type: object
              required: [id, kind, friend]
              properties:
                id: {type: integer, minimum: 3}
                kind: {enum: [cat, dog]}
                born: {type: string, format: date}
                friend: {oneOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}
                secret: {type: string, writeOnly: true}
                kin: {type: array, items: {$ref: '#/components/schemas/Pet'}}
            Fault: {type: object, required: [message], properties: {message: {type: string, maxLength: 3}}}
            Done: {type: object, required: [type], properties: {type: {const: done}}}
            Step: {type: object, required: [type, at], properties: {type: {const: step}, at: {type: number, minimum: 2}}}
        """

    @Test func valuesAreMadeToFitTheSchemas() async throws {
        let mock = try Mock(document: Self.detailed, recording: "")
        defer { mock.stop() }
        let pet = """
            {
              "id": 3,
              "kind": "cat",
              "born": "2024-05-01",
              "friend": null,
              "kin": []
            }
            """
        #expect(
            try await mock.answer("POST", "/pets", body: "{}", ["Content-Type": "application/json"])
                == "201 application/json " + pet)
        #expect(
            try await mock.answer("GET", "/events") == """
                200 text/event-stream event: step
                data: {"type": "step","at": 2}

                event: done
                data: {"type": "done"}


                """)
    }

    @Test func theRequestChoosesTheAnswer() async throws {
        let mock = try Mock(document: Self.detailed, recording: "")
        defer { mock.stop() }
        let rows: [(prefer: String?, answer: String)] = [
            (";", "200 application/json []"), ("=; ,", "200 application/json []"),
            (nil, "200 application/json []"), ("example=one", "200 application/json [\n  {\n    \"id\": 1\n  }\n]"),
            ("code=404", "404 application/json {\n  \"message\": \"str\"\n}"),
            (
                "code=abc",
                #"400 application/json {"error":{"message":"'Prefer: code=abc' is no status; write one such as 404","#
                    + #""type":"mock_error"}}"#
            ),
            (
                "example=two",
                #"400 application/json {"error":{"message":"the answer has no example 'two'; it has none, one","#
                    + #""type":"mock_error"}}"#
            ),
            (
                "code=500",
                #"400 application/json {"error":{"message":"the operation has no answer 500; it has 200, 4XX","#
                    + #""type":"mock_error"}}"#
            ),
        ]
        for row in rows {
            var headers = ["x-team": "birds"]
            headers["Prefer"] = row.prefer
            #expect(try await mock.answer("GET", "/pets?page=1", headers) == row.answer)
        }
    }

    @Test func requestsThatCannotBeAreRefused() async throws {
        let mock = try Mock(document: Self.detailed, recording: "", options: ["--check-security"])
        defer { mock.stop() }
        func message(_ text: String) -> String {
            #"application/json {"error":{"message":""# + text + #"","type":"mock_error"}}"#
        }
        let json = ["Content-Type": "application/json"]
        #expect(
            try await mock.answer("GET", "/pets")
                == "401 " + message("the request has no credentials; the operation needs key"))
        #expect(
            try await mock.answer("GET", "/pets", ["x-key": "k"])
                == "400 "
                + message("the request lacks what is required: query parameter 'page', header parameter 'x-team'"))
        #expect(
            try await mock.answer("DELETE", "/pets")
                == "405 " + message("/pets doesn't answer DELETE, only GET, POST"))
        #expect(try await mock.answer("POST", "/pets") == "400 " + message("the operation needs a body"))
        #expect(
            try await mock.answer("POST", "/pets", body: "{", json)
                == "400 " + message("the body isn't JSON, although its content type says so"))
        #expect(
            try await mock.answer("POST", "/pets", body: "x", ["Content-Type": "text/plain"])
                == "415 " + message("the body is 'text/plain', but the operation takes application/json"))
    }

    /// A name that only ends or begins alike, or that stands in a value, is another.
    @Test(arguments: [
        ("?x-key=1", "", 401), ("?a=b?key=1", "", 401), ("?a&key", "", 200), ("?%6Bey=1", "", 200),
        ("", "other_sid=1", 401), ("", "a=sid=1", 401), ("", "a=1; sid=2", 200),
    ])
    func credentialsByName(_ query: String, _ cookie: String, _ status: Int) async throws {
        let document = """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            security: [{query: []}, {cookie: []}]
            paths: {/pets: {get: {responses: {'200': {description: x}}}}}
            components:
              securitySchemes:
                query: {type: apiKey, name: key, in: query}
                cookie: {type: apiKey, name: sid, in: cookie}
            """
        let mock = try Mock(document: document, recording: "", options: ["--check-security"])
        defer { mock.stop() }
        let answer = try await mock.answer("GET", "/pets" + query, ["Cookie": cookie])
        #expect(answer.prefix(3) == String(status))
    }

    @Test func aPortThatIsTaken() throws {
        let server = try LoopbackServer { _, responder in responder.respond(204) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        try folder.write("api.yaml", Self.document)
        let said =
            "martlet mock: port \(server.port) can't be used: bind failed: Address already in use; choose another with "
            + "'--port'\n"
        #expect(
            try ToolRun(["mock", "api.yaml", "--port", String(server.port)], in: folder)
                == ToolRun(code: 1, errors: said))
    }

    @Test func faultsAreSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write("api.yaml", Self.document)
        #expect(
            try ToolRun(["mock", "api.yaml", "--stream", "none.sse"], in: folder)
                == ToolRun(code: 1, errors: "martlet mock: none.sse: no such file; check the path\n"))
        #expect(try ToolRun(["mock", "none.yaml"], in: folder).code == 3)
        #expect(try ToolRun(["mock", "api.yaml", "--port", "x"], in: folder).code == 2)
    }
}
