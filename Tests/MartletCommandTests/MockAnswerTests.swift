// What the mock server answers with: examples as they are meant, header fields, challenges, and what is accepted.

import Foundation
import MartletTestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct MockAnswerTests {
    private static func document(_ content: String) -> String {
        """
        openapi: 3.0.3
        info: {title: Shop, version: '1'}
        paths:
          /a: {get: {responses: {'200': {description: x, content: {\(content)}}}}}
        components:
          examples: {E: {value: '{"a": 1}'}}
          schemas:
            A: {type: object, properties: {a: {type: integer}}}
            B: {type: object, properties: {a: {type: integer}}, example: "{\\"a\\": 2}\\n"}
            C: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, t: {type: string, example: '[1]'}}}
            D: {oneOf: [{$ref: '#/components/schemas/A'}, {type: array, items: {type: string}}]}
            S: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}
        """
    }

    private static func schema(_ name: String) -> String {
        "schema: {$ref: '#/components/schemas/\(name)'}"
    }

    /// JSON that is written as a text is JSON where the schema takes no text.
    @Test(arguments: [
        ("application/json: {\(schema("A")), example: '{ \"a\": 1 }'}", "application/json {\n  \"a\": 1\n}"),
        (
            "application/json: {\(schema("A")), examples: {e: {value: '{\"a\": 1}'}}}",
            "application/json {\n  \"a\": 1\n}"
        ),
        (
            "application/json: {\(schema("A")), examples: {e: {$ref: '#/components/examples/E'}}}",
            "application/json {\n  \"a\": 1\n}"
        ),
        ("application/json: {\(schema("B"))}", "application/json {\n  \"a\": 2\n}"),
        (
            "application/json: {\(schema("C"))}",
            "application/json {\n  \"b\": {\n    \"a\": 2\n  },\n  \"t\": \"[1]\"\n}"
        ),
        ("application/json: {\(schema("D")), example: '[\"a\"]'}", "application/json [\n  \"a\"\n]"),
        ("application/json: {schema: {type: integer}, example: '7'}", "application/json 7"),
        // What may be a text, or is no JSON, is one.
        ("application/json: {\(schema("S")), example: '{}'}", "application/json \"{}\""),
        ("application/json: {schema: {}, example: '{}'}", "application/json \"{}\""),
        ("application/json: {schema: {type: string}, example: '7'}", "application/json \"7\""),
        ("application/json: {\(schema("A")), example: '{a: 1}'}", "application/json \"{a: 1}\""),
        ("text/csv: {\(schema("A")), example: '{ \"a\": 1 }'}", "text/csv { \"a\": 1 }"),
    ])
    func textsThatAreJSON(_ content: String, _ answer: String) async throws {
        let mock = try Mock(document: Self.document(content), recording: "")
        defer { mock.stop() }
        #expect(try await mock.answer("GET", "/a") == "200 " + answer)
    }

    /// A range is no type to send.
    @Test(arguments: [
        ("'*/*': {schema: {type: integer}, example: 7}", "application/json 7"),
        ("'text/*': {schema: {type: string}, example: a}", "text/plain a"),
        ("'image/*': {schema: {type: string, format: binary}, example: a}", "application/octet-stream a"),
    ])
    func ranges(_ content: String, _ answer: String) async throws {
        let mock = try Mock(document: Self.document(content), recording: "")
        defer { mock.stop() }
        #expect(try await mock.answer("GET", "/a") == "200 " + answer)
    }

    /// Which of the media types a request would rather have (RFC 9110, section 12.5.1).
    @Test(arguments: [
        ("text/*;q=0.5, application/json;q=0.1", "text/plain a"), ("text/plain", "text/plain a"),
        ("application/json;q=0.1, */*", "text/plain a"), ("text/*, application/json", "application/json 1"),
        ("*/*", "application/json 1"), ("application/json;q=0, text/csv", "text/csv c"),
        ("text/csv, text/plain", "text/csv c"), ("text/plain;q=0.3, text/csv;q=0.4", "text/csv c"),
        ("image/png", "application/json 1"),
    ])
    func acceptance(_ accept: String, _ answer: String) async throws {
        let content = "text/plain: {example: a}, application/json: {example: 1}, text/csv: {example: c}"
        let mock = try Mock(document: Self.document(content), recording: "")
        defer { mock.stop() }
        #expect(try await mock.answer("GET", "/a", ["Accept": accept]) == "200 " + answer)
    }

    /// A stream is weighed as the rest is; among equals it comes last.
    @Test(arguments: [
        ("text/event-stream", "text/event-stream"), ("text/event-stream;q=0.1, application/json", "application/json"),
        ("application/json;q=0.1, text/event-stream", "text/event-stream"),
        ("application/json, text/event-stream", "application/json"),
        ("text/event-stream, application/json", "text/event-stream"),
        ("text/event-stream;q=0, */*", "application/json"), ("application/json;q=0, */*", "text/event-stream"),
        ("text/*, application/json;q=0.5", "text/event-stream"), ("*/*", "application/json"),
        ("text/event-stream;q=0.1, application/jsonl", "application/jsonl"), ("image/png", "application/json"),
    ])
    func acceptanceOfStreams(_ accept: String, _ type: String) async throws {
        let content =
            "text/event-stream: {schema: {type: string}}, application/jsonl: {itemSchema: {type: object}}, "
            + "application/json: {example: 1}"
        let mock = try Mock(document: Self.document(content), recording: "")
        defer { mock.stop() }
        #expect(try await mock.fields("GET", "/a", ["Accept": accept])["content-type"] == type)
    }

    private static let headed = """
        openapi: 3.0.3
        info: {title: Shop, version: '1'}
        paths:
          /a:
            get:
              responses:
                '200':
                  description: x
                  headers:
                    X-A: {schema: {type: integer}, example: 7}
                    X-B: {schema: {type: integer, example: 8}}
                    X-C: {schema: {type: string}, examples: {e: {value: hello}}}
                    X-D: {schema: {type: array, items: {type: string}}, example: [a, b]}
                    X-E: {schema: {type: object}, explode: true, example: {a: 1, b: 2}}
                    X-F: {content: {application/json: {schema: {type: string}, example: a}}}
                    X-G: {schema: {type: string}, example: "a\\nb"}
                    X-H: {schema: {type: string}}
                  content: {text/csv: {example: 'a,b,c,d'}}
          /b: {head: {responses: {'200': {description: x, headers: {X-A: {schema: {type: integer}, example: 9}}}}}}
        """

    @Test func headerFieldsHaveTheirExamples() async throws {
        let mock = try Mock(document: Self.headed, recording: "")
        defer { mock.stop() }
        let fields = try await mock.fields("GET", "/a")
        let own = fields.filter { $0.key.hasPrefix("x-") }
        #expect(
            own == [
                "x-a": "7", "x-b": "8", "x-c": "hello", "x-d": "a,b", "x-e": "a=1,b=2", "x-f": "\"a\"", "x-g": "a b",
                "x-h": "string",
            ])
    }

    /// Fields that say how an answer is sent are those of this server.
    @Test(arguments: [
        ("Content-Length", "1024", "2"), ("transfer-encoding", "chunked", nil), ("Content-Encoding", "gzip", nil),
        ("Connection", "close", nil), ("Trailer", "X-A", nil), ("Upgrade", "h2c", nil),
    ])
    func framingIsItsOwn(_ name: String, _ example: String, _ sent: String?) async throws {
        let content =
            "application/json: {example: 17}}, headers: {\(name): {schema: {type: string}, example: '\(example)'}"
        let mock = try Mock(document: Self.document(content), recording: "")
        defer { mock.stop() }
        #expect(try await mock.answer("GET", "/a") == "200 application/json 17")
        #expect(try await mock.fields("GET", "/a")[name.lowercased()] == sent)
    }

    /// HEAD says the length of what GET sends, or none (RFC 9110, section 8.6).
    @Test func headsOfAnswers() async throws {
        let mock = try Mock(document: Self.headed, recording: "")
        defer { mock.stop() }
        let get = try await mock.fields("GET", "/a")
        #expect(get["content-length"] == "7")
        #expect(try await mock.fields("HEAD", "/a") == get)
        #expect(try await mock.answer("HEAD", "/a") == "200 text/csv ")
        #expect(try await mock.fields("HEAD", "/b") == ["x-a": "9"])
        #expect(try await mock.answer("HEAD", "/none") == "404 application/json ")
    }

    private static let secured = """
        openapi: 3.0.3
        info: {title: Shop, version: '1'}
        paths:
          /key: {get: {security: [{key: []}], responses: {'200': {description: x}}}}
          /basic: {get: {security: [{basic: []}], responses: {'200': {description: x}}}}
          /digest: {get: {security: [{digest: []}], responses: {'200': {description: x}}}}
          /oauth: {get: {security: [{oauth: [x]}], responses: {'200': {description: x}}}}
          /and: {get: {security: [{key: [], q: []}], responses: {'200': {description: x}}}}
          /or: {get: {security: [{oauth: []}, {key: [], basic: []}], responses: {'200': {description: x}}}}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
            q: {type: apiKey, in: query, name: q}
            basic: {type: http, scheme: basic}
            digest: {type: http, scheme: digest}
            oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://x', scopes: {x: y}}}}
        """

    /// What is missing, and a challenge that applies (RFC 9110, section 11.6.1).
    @Test(arguments: [
        ("/key", "", "has no credentials; the operation needs key", "ApiKey"),
        ("/basic", "", "has no credentials; the operation needs basic", "Basic realm=\"mock\""),
        ("/digest", "", "has no credentials; the operation needs digest", "Digest"),
        ("/oauth", "", "has no credentials; the operation needs oauth", "Bearer"),
        ("/and", "", "has no credentials; the operation needs key and q", "ApiKey"),
        ("/and", "k", "lacks q; the operation needs key and q", "ApiKey"),
        (
            "/or", "", "has no credentials; the operation needs oauth or key and basic",
            "Bearer, ApiKey, Basic realm=\"mock\""
        ),
        ("/or", "k", "lacks oauth; the operation needs oauth or key and basic", "Bearer, Basic realm=\"mock\""),
    ])
    func missingCredentials(_ path: String, _ key: String, _ message: String, _ challenge: String) async throws {
        let mock = try Mock(document: Self.secured, recording: "", options: ["--check-security"])
        defer { mock.stop() }
        let headers = key.isEmpty ? [:] : ["X-Key": key]
        #expect(
            try await mock.answer("GET", path, headers)
                == #"401 application/json {"error":{"message":"the request "# + message + #"","type":"mock_error"}}"#)
        #expect(try await mock.fields("GET", path, headers)["www-authenticate"] == challenge)
    }
}
