// Streams, structured answers and older names whose parts are called, or are null, like what generated code needs itself.

import MartletConfiguration
import MartletIR
import MartletTemplates
import MartletTestSupport
import Testing

@Suite(.serialized, .enabled(if: SwiftCompiler.found != nil)) struct StreamCompileTests {
    /// Pieces, statements, texts and results in members where absent and null differ.
    @Test func nullsOnTheWay() throws {
        let pieces =
            "x-martlet-stream: {text: choices.delta.content, pieces: {append: [choices.delta.content], "
            + "complete: choices.finish, rename: {choices.delta: message}}}"
        let statements =
            "x-martlet-stream: {text: {delta: text}, terminal: [done], value: {start: $ = whole, delta: title += text}}"
        let document = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /pieces: {post: {operationId: pieces, responses: {'200': {description: D, content: {
                application/json: {schema: {$ref: '#/components/schemas/Whole'}},
                text/event-stream: {schema: {$ref: '#/components/schemas/Piece'}, \(pieces)}}}}}}
              /statements: {post: {operationId: statements, x-martlet-structured: {request: format, answer: title},
                requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Whole'}}}},
                responses: {'200': {description: D, content: {
                  application/json: {schema: {$ref: '#/components/schemas/Whole'}},
                  text/event-stream: {schema: {$ref: '#/components/schemas/Event'}, \(statements)}}}}}}
            components:
              schemas:
                Text: {type: [string, 'null']}
                Whole: {type: object, properties: {title: {type: [string, 'null']}, format: {type: [object, 'null']}, choices: {type: array, items: {
                  type: object, required: [index, message], properties: {index: {type: integer}, finish: {type: [string, 'null']},
                    message: {type: object, properties: {content: {type: [string, 'null']}}}}}}}}
                Piece: {type: object, required: [choices], properties: {choices: {type: array, items: {
                  type: object, required: [index, delta], properties: {index: {type: integer}, finish: {type: [string, 'null']},
                    delta: {type: object, properties: {content: {type: [string, 'null']}}}}}}}}
                Start: {type: object, required: [type], properties: {type: {const: start}, whole: {oneOf: [{$ref: '#/components/schemas/Whole'}, {type: 'null'}]}}}
                Delta: {type: object, required: [type], properties: {type: {const: delta}, text: {$ref: '#/components/schemas/Text'}}}
                Done: {type: object, required: [type], properties: {type: {const: done}, whole: {oneOf: [{$ref: '#/components/schemas/Whole'}, {type: 'null'}]}}}
                Event: {oneOf: [{$ref: '#/components/schemas/Start'}, {$ref: '#/components/schemas/Delta'}, {$ref: '#/components/schemas/Done'}]}
            """
        let api = LoweredAPI(try Snippet(document)) { $0.explicitNull = true }.api
        #expect(try complaints(of: api) == "")
    }

    /// What asks for a stream by a text, a number or a branch, in bodies and parameters; what else rules may say.
    @Test func truthsThatAreNoBooleans() throws {
        let truths = [
            "{type: string, default: 'false'}", "{type: integer, minimum: 0, maximum: 1, default: 1}",
            "{anyOf: [{type: boolean}, {type: string, enum: [sse]}]}",
        ]
        let content =
            "application/json: {schema: {type: object, properties: {text: {type: string}}}}, text/event-stream: {schema: "
            + "{type: object, properties: {data: {}}}, x-martlet-stream: {errors: [job.broke]}}"
        let answers = "responses: {'200': {description: D, content: {\(content)}}}"
        let paths = truths.enumerated().map { number, schema in
            "/a\(number): {get: {operationId: get\(number), parameters: [{name: stream, in: query, schema: \(schema)}], "
                + "\(answers)}, post: {operationId: post\(number), requestBody: {required: true, content: {application/json: "
                + "{schema: {type: object, properties: {stream: \(schema)}}}}}, \(answers)}}"
        }
        let lowered = LoweredAPI(
            try Snippet(schemas: "A: {type: string}", root: "paths: {\(paths.joined(separator: ", "))}"))
        #expect(lowered.said == [])
        #expect(try complaints(of: lowered.api) == "")
    }

    /// `Snapshot` and `Result` belong to the protocols of events, and in scripts without capitals a type would be its case.
    @Test func namesInsideUnions() throws {
        let schemas = """
            Page: {type: object, required: [id], properties: {id: {type: string}}}
            Feed:
              oneOf:
              - {type: object, required: [type, rows], properties: {type: {const: snapshot}, rows: {type: array, items: {type: string}}}}
              - {title: Result, type: object, required: [type], properties: {type: {const: done}, page: {$ref: '#/components/schemas/Page'}}}
            Mail: {type: object, properties: {raw: {type: object, properties: {a: {type: string}}}}}
            Line: {type: object, properties: {result: {type: object, properties: {a: {type: string}}}}}
            Contact:
              oneOf:
              - {title: メール, type: object, required: [メール], properties: {メール: {type: string}}}
              - {title: 電話, type: object, required: [電話], properties: {電話: {type: string}}}
            Size:
              oneOf:
              - {title: 1080p, type: object, required: [kind], properties: {kind: {const: 1080p}}}
              - {title: 4K, type: object, required: [kind], properties: {kind: {const: 4K}}}
            """
        let content =
            "application/json: {schema: {$ref: '#/components/schemas/Page'}}, "
            + "text/event-stream: {schema: {$ref: '#/components/schemas/Feed'}}"
        let lines = "application/jsonl: {schema: {$ref: '#/components/schemas/Line'}}"
        let root =
            "paths: {/feed: {get: {operationId: feed, responses: {'200': {description: D, content: {\(content)}}}}, "
            + "post: {operationId: lines, responses: {'200': {description: D, content: {\(lines)}}}}}}"
        let lowered = LoweredAPI(try Snippet(schemas: schemas, root: root))
        #expect(try lowered.type("Feed").nested.map(\.name) == ["SnapshotValue", "ResultValue"])
        // What is no union has no such protocol, and what is inside of a type hides nothing in the client.
        #expect(try lowered.type("Line").nested.map(\.name) == ["Result"])
        #expect(try lowered.type("Mail").nested.map(\.name) == ["Raw"])
        #expect(try lowered.type("Contact").nested.map(\.name) == ["メールValue", "電話Value"])
        #expect(try complaints(of: lowered.api) == "")
    }

    /// Settings that are `true` among others, and fields of events under other names.
    @Test func settingsAndFields() throws {
        let schemas = """
            Page: {type: object, required: [id], properties: {id: {type: string}}}
            Ask: {type: object, properties: {stream: {type: string, enum: ['true', 'false'], default: 'true'}}}
            Item: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Page'},
              eventType: {type: string}, eventId: {type: integer}, reconnectionInterval: {type: string}}}
            """
        let content =
            "content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}, "
            + "text/event-stream: {schema: {$ref: '#/components/schemas/Item'}}}"
        let body = "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Ask'}}}}"
        let parameters = "parameters: [{name: stream, in: query, schema: {type: string, enum: ['true', 'false']}}]"
        let root =
            "paths: {/ask: {post: {operationId: ask, \(body), responses: {'200': {description: D, \(content)}}}, "
            + "get: {operationId: find, \(parameters), responses: {'200': {description: D, \(content)}}}}}"
        let lowered = LoweredAPI(try Snippet(schemas: schemas, root: root))
        #expect(try complaints(of: lowered.api) == "")
    }

    @Test func namesBesideAStructuredAnswer() throws {
        let parameters = ["type", "schema", "output", "reply"].map {
            "{name: \($0), in: query, schema: {type: string}}"
        }
        let schemas = """
            Value: {type: object, properties: {format: {type: object}, text: {type: string}}}
            """
        let root = """
            paths:
              /ask:
                post:
                  operationId: ask
                  x-martlet-structured: {request: format, answer: text}
                  parameters: [\(parameters.joined(separator: ", "))]
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Value'}}}}
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Value'}}}}}
            """
        let lowered = LoweredAPI(try Snippet(schemas: schemas, root: root))
        #expect(
            try lowered.operation("ask").parameters.map(\.name)
                == ["typeValue", "schemaValue", "outputValue", "replyValue"])
        #expect(try complaints(of: lowered.api) == "")
    }

    /// An older name may be that of a type which generated code names.
    @Test func olderNamesHideAsOthersDo() throws {
        let schemas = "Moment: {type: object, required: [at], properties: {at: {type: string, format: date-time}}}"
        let root = """
            security: [{key: []}]
            paths: {/at: {get: {operationId: at, responses: {'200': {description: D, content: {
              application/json: {schema: {$ref: '#/components/schemas/Moment'}}}}}}}}
            """
        var older = CompatibilityNames()
        older.types = ["Timestamp", "Credential", "String"].map { .init(path: [$0], target: .declared(["Moment"])) }
        for namespace in [nil, "Older"] {
            let api = LoweredAPI(try Snippet(schemas: schemas, root: root)) { $0.namespace = namespace }.api
            #expect(try complaints(of: api, beside: older) == "", "\(namespace ?? "no namespace")")
        }
    }

    /// What the compiler says of the client, and of the older names beside it.
    private func complaints(of api: API, beside older: CompatibilityNames? = nil) throws -> String? {
        let renderer = try Renderer()
        let names = FileNames(namespace: api.namespace, shards: 1)
        var files = try renderer.render(api, beside: older, source: "T 1", names: names)
        if let older { files.append(try renderer.render(older, beside: api, source: "T 1", names: names)) }
        return try SwiftCompiler.found?.typecheck(files.map { ($0.name, $0.text) }, module: "Sample", .swift6)
    }
}
