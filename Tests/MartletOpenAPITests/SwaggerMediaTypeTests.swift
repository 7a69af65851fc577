// What the answers of Swagger 2.0 operations come as: `produces` is of the whole operation, failures and files included.

import Testing

@testable import MartletOpenAPI

@Suite struct SwaggerMediaTypeTests {
    /// Lists are joined in forms of either kind, unlike in 3.0.
    @Test(arguments: ["multipart/form-data", "application/x-www-form-urlencoded"])
    func stylesOfForms(_ type: String) throws {
        let decoded = Decoded(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  consumes: [\(type)]
                  parameters:
                    - {in: formData, name: plain, type: array, items: {type: string}}
                    - {in: formData, name: pipes, type: array, items: {type: string}, collectionFormat: pipes}
                  responses: {'204': {description: ok}}
            """)
        let media = decoded.document?.paths.first?.operations.first?.requestBody?.content.first
        #expect(
            media?.encodings.map { "\($0.member) \($0.style ?? "") \($0.explode ?? true)" } == [
                "plain form false", "pipes pipeDelimited false",
            ])
    }

    /// `status produces schema`, and the media types that come of it.
    @Test(
        arguments: [
            ("200", nil, "{type: file}", ["*/*"]), ("200", "[application/json]", "{type: file}", ["*/*"]),
            ("200", "['*/*']", "{type: file}", ["*/*"]),
            ("200", "[application/json, application/pdf]", "{type: file}", ["application/pdf"]),
            ("200", "['*/*']", "{type: string}", ["*/*"]),
            ("200", "[text/event-stream]", "{$ref: '#/definitions/E'}", ["text/event-stream"]),
            ("400", "[text/event-stream]", "{$ref: '#/definitions/E'}", ["application/json"]),
            ("422", "[application/x-ndjson]", "{type: array, items: {}}", ["application/json"]),
            ("default", "[image/png, text/plain; charset=utf-8]", "{$ref: '#/definitions/E'}", ["application/json"]),
            ("503", "[application/pdf]", "{allOf: [{$ref: '#/definitions/E'}]}", ["application/json"]),
            ("400", "[text/plain]", "{type: string}", ["text/plain"]),
            ("400", "[text/plain]", "{$ref: '#/definitions/S'}", ["text/plain"]),
            ("400", "[application/xml]", "{$ref: '#/definitions/E'}", ["application/xml"]),
            (
                "400", "[image/png, application/problem+json]", "{$ref: '#/definitions/E'}",
                ["image/png", "application/problem+json"]
            ),
            ("304", "[image/png]", "{$ref: '#/definitions/E'}", ["image/png"]),
        ] as [(String, String?, String, [String])])
    func mediaTypes(_ status: String, _ produces: String?, _ schema: String, _ types: [String]) {
        for shared in [false, true] where !shared || produces != nil {
            let response = "{description: D, schema: \(schema)}"
            let decoded = Decoded(
                """
                swagger: '2.0'
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      \(produces.map { "produces: \($0)" } ?? "")
                      responses:
                        '201': {description: Done}
                        '\(status)': \(shared ? "{$ref: '#/responses/R'}" : response)
                responses: {R: \(response)}
                definitions: {E: {properties: {m: {type: string}}}, S: {type: string}}
                """)
            #expect(decoded.said == [])
            let responses = decoded.document?.paths.first?.operations.first?.responses
            #expect(responses?.last?.content.map(\.name) == types, "shared: \(shared)")
        }
    }

    /// What is produced as a stream alone is one without a schema, too, unless another answer is what comes.
    @Test(
        arguments: [
            ("[text/event-stream]", "'200': {description: D}", ["text/event-stream"]),
            ("['text/event-stream;charset=UTF-8']", "'200': {description: D}", ["text/event-stream;charset=UTF-8"]),
            ("[application/json, text/event-stream]", "'200': {description: D}", []),
            ("[text/event-stream]", "'204': {description: D}", []),
            ("[text/event-stream]", "'404': {description: D}", []),
            ("[text/event-stream]", "'200': {description: D, schema: {type: object}}, '202': {description: D}", []),
        ] as [(String, String, [String])])
    func streamsWithoutSchemas(_ produces: String, _ responses: String, _ types: [String]) {
        let decoded = Decoded(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths: {/a: {get: {produces: \(produces), responses: {\(responses)}}}}
            """)
        let answers = decoded.document?.paths.first?.operations.first?.responses
        #expect(answers?.last?.content.map(\.name) == types)
    }

    /// It is the success then.
    @Test func aDefaultAloneIsAsItIsProduced() {
        let decoded = Decoded(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths: {/a: {get: {produces: [text/event-stream], responses: {default: {description: D, schema: {type: object}}}}}}
            """)
        let responses = decoded.document?.paths.first?.operations.first?.responses
        #expect(responses?.first?.content.map(\.name) == ["text/event-stream"])
    }
}
