// What is generated compiles without a warning, however its user's target is set up.

import Foundation
import MartletConfiguration
import MartletIR
import MartletTestSupport
import Testing

@testable import MartletTemplates

@Suite(.serialized, .enabled(if: SwiftCompiler.found != nil)) struct CompileTests {
    /// Every case is a target of this package too, in Swift 6 mode.
    @Test(arguments: ["CometAPI", "Names", "Namespace", "Recursion"].map(GoldenCase.init), SwiftCompiler.Mode.allCases)
    func goldenCode(_ golden: GoldenCase, _ mode: SwiftCompiler.Mode) throws {
        let files = try PackageFiles.names(in: golden.folder).map { PackageFiles.path(golden.folder + "/" + $0) }
        let said = try SwiftCompiler.found?.typecheck(files, module: golden.name, mode)
        #expect(said == "")
    }

    /// Schemas that are called like every type that generated code uses, and some more of Swift's.
    @Test(arguments: [SwiftCompiler.Mode.swift5, .mainActor])
    func hiddenNames(_ mode: SwiftCompiler.Mode) throws {
        try expectCompiles(try HidingDocument().snippet(), mode)
    }

    /// The same schemas, inside an enum that hides them from extensions of the client.
    @Test func hiddenNamesInANamespace() throws {
        try expectCompiles(try HidingDocument().snippet(), .swift6, namespace: "Hiding")
    }

    @Test(arguments: [SwiftCompiler.Mode.swift5, .mainActor])
    func hostileTexts(_ mode: SwiftCompiler.Mode) throws {
        try expectCompiles(try HostileDocument().snippet(), mode)
    }

    /// Members, cases and parameters that are called like what generated code declares beside them.
    @Test(arguments: [SwiftCompiler.Mode.swift5, .mainActor])
    func takenNames(_ mode: SwiftCompiler.Mode) throws {
        try expectCompiles(try TakenNamesDocument().snippet(), mode)
    }

    /// An event that is called like what its data holds, in a branch of its own and in one beside members.
    @Test func eventsCalledLikeTheirData() throws {
        let data =
            "data: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Log'}}"
        let union = """
            oneOf: [{type: object, required: [event, data], properties: {event: {const: log}, \(data)}}, \
            {type: object, required: [event], properties: {event: {const: done}}}]
            """
        let beside = """
            properties: {id: {type: string}}, oneOf: [{$ref: '#/components/schemas/LogEvent'}, \
            {type: object, required: [event], properties: {event: {const: done}}}]
            """
        let schemas = """
            Log: {type: object, properties: {line: {type: string}}}
            LogEvent: {type: object, required: [event, data], properties: {event: {const: log}, \(data)}}
            """
        let paths = [union, beside].enumerated().map { place, schema in
            "  /\(place): {get: {operationId: watch\(place), responses: {'200': {description: D, "
                + "content: {text/event-stream: {itemSchema: {\(schema)}}}}}}}"
        }
        let snippet = try Snippet(schemas: schemas, root: "paths:\n" + paths.joined(separator: "\n"), version: "3.2.0")
        try expectCompiles(snippet, .swift6)
    }

    /// Slips that a compiler would hear of: an import that nothing needs, a value twice, numbers that Swift can't write.
    @Test func oddDocuments() throws {
        let strings = "A: {type: string}\nB: {type: array, items: {type: string}}"
        try expectCompiles(try Snippet(schemas: strings), .swift6)
        let odd = """
            C: {type: number, enum: [.inf, -.inf, 1.5], default: .inf}
            D:
              oneOf: [{properties: {kind: {enum: ['']}}}, {properties: {kind: {enum: [b]}}}]
              discriminator: {propertyName: kind}
            """
        try expectCompiles(try Snippet(schemas: odd), .swift6)
        // The smallest integer has no positive twin, and a type that only a pointer names may hide one that is nested.
        let deeper = """
            E: {type: integer, enum: [-9223372036854775808, 9223372036854775807]}
            F: {type: object, properties: {data: {type: object, properties: {next: {$ref: '#/components/schemas/G/properties/data'}}}}}
            G: {type: object, properties: {data: {type: object, properties: {a: {type: string}}}}}
            H: {type: number, enum: [1, 1.0, -0.0, 1e300]}
            """
        try expectCompiles(try Snippet(schemas: deeper), .swift6)
    }

    /// Members that extend the schema they stand in, once and in two parts that are joined.
    @Test func schemasThatExtendThemselves() throws {
        let schemas = """
            Reply:
              type: object
              properties:
                text: {type: string}
                replies: {type: array, items: {allOf: [{$ref: '#/components/schemas/Reply'}, {type: object, properties: {depth: {type: integer}}}]}}
            Node:
              allOf:
              - {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}
              - {type: object, properties: {next: {allOf: [{$ref: '#/components/schemas/Node'}, {properties: {x: {type: string}}}]}}}
            """
        try expectCompiles(try Snippet(schemas: schemas), .swift6)
    }

    /// Events that carry what a place holds as another type of the same JSON.
    @Test func convertedParts() throws {
        let snippet = try Snippet(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /ask:
                post:
                  operationId: ask
                  responses:
                    '200':
                      description: d
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Reply'}}
                        text/event-stream:
                          schema: {$ref: '#/components/schemas/Event'}
                          x-martlet-stream:
                            terminal: [completed]
                            value: {started: $ = reply, added: 'lines[index] = line', named: 'title = line'}
            components:
              schemas:
                Reply: {type: object, required: [lines], properties: {lines: {type: array, items: {$ref: '#/components/schemas/Line'}}, title: {$ref: '#/components/schemas/Line'}}}
                Line: {type: object, required: [text], properties: {text: {type: string}}}
                Sent: {type: object, required: [text], properties: {text: {type: string}, more: {type: string}}}
                Started: {type: object, required: [type, reply], properties: {type: {const: started}, reply: {$ref: '#/components/schemas/Reply'}}}
                Added: {type: object, required: [type, index, line], properties: {type: {const: added}, index: {type: integer}, line: {$ref: '#/components/schemas/Sent'}}}
                Named: {type: object, required: [type, line], properties: {type: {const: named}, line: {$ref: '#/components/schemas/Sent'}}}
                Completed: {type: object, required: [type, reply], properties: {type: {const: completed}, reply: {$ref: '#/components/schemas/Reply'}}}
                Event: {oneOf: [{$ref: '#/components/schemas/Started'}, {$ref: '#/components/schemas/Added'}, {$ref: '#/components/schemas/Named'}, {$ref: '#/components/schemas/Completed'}]}
            """)
        try expectCompiles(snippet, .swift6)
    }

    /// Every slip that is read as what it means, in one document.
    @Test func slips() throws {
        let root = """
            servers: [{url: 'https:// b'}]
            tags: [{name: a}, {name: a}]
            paths:
              '/a/{b}?c=d&e={f}': {get: {operationId: x, internal: true, parameters: [{name: g, in: query, type: int}]}}
              /b: {get: {operationId: x, responses: {'200': {schema: {type: file}}, ok: {description: ''}}}}
              c: {post: {parameters: [{name: h, in: body, schema: {$ref: Union}}], responses: {'200': {description: '', content: {json: {}}}}}}
              /d: {}
            """
        let schemas = """
            Nullable: {type: string, nullable: true, example: b}
            Bounds: {type: integer, minimum: 1, exclusiveMinimum: true, maximum: 18446744073709551615}
            Values: {type: integer, enum: [1, 9223372036854775808]}
            Union: {properties: {a: {type: string}}, oneOf: [{$ref: '#/components/schemas/A B'}, {type: array}]}
            Tagged: {oneOf: [{$ref: '#/components/schemas/A B'}, {$ref: '#/components/schemas/C'}], discriminator: kind}
            A B: {type: object, required: [kind, nobody], properties: {kind: {type: str}, gone: {$ref: '#/components/schemas/Gone'}}}
            C: {type: object, properties: {kind: {const: cc}, items: {items: [{type: string}, {type: long}]}}}
            """
        try expectCompiles(try Snippet(schemas: schemas, root: root), .swift6)
    }

    /// A double on the main actor, as those of models on the screen are, may keep state.
    @Test(arguments: SwiftCompiler.Mode.allCases) func doubles(_ mode: SwiftCompiler.Mode) throws {
        let text = """
            @MainActor final class Counting: ClientProtocol {
                var calls = 0
                func ask(q: String?, options: RequestOptions) async throws -> String { calls += 1; return "a" }
            }
            @MainActor func use(_ client: any ClientProtocol) async throws -> String { try await client.ask(q: "b") }
            @MainActor func run() async throws { _ = try await use(Counting()) }
            """
        let get =
            "{operationId: ask, parameters: [{name: q, in: query, schema: {type: string}}], "
            + "responses: {'200': {description: D, content: {application/json: {schema: {type: string}}}}}}"
        let snippet = try Snippet(schemas: "A: {type: string}", root: "paths: {/a: {get: \(get)}}")
        try expectCompiles(snippet, mode, with: "import MartletRuntime\n" + text)
    }

    @Test func faultsAreFound() throws {
        let file = PackageFiles.path("Generated/Names/Types.swift")
        let said = try SwiftCompiler.found?.typecheck([file, file + ".missing"], module: "Names", .swift6)
        #expect(said?.contains("error: ") == true)
    }

    private func expectCompiles(
        _ snippet: Snippet, _ mode: SwiftCompiler.Mode, namespace: String? = nil, with text: String = ""
    ) throws {
        let api = LoweredAPI(snippet) {
            $0.namespace = namespace
            $0.explicitNull = true
            $0.keepsUnknownMembers = true
        }.api
        let files = try Renderer().render(
            api, source: "\(api.title) \(api.version)", names: FileNames(namespace: api.namespace, shards: 3)
        )
        .map { (name: $0.name, text: $0.text) }
        let said = try SwiftCompiler.found?.typecheck(
            files + [(name: "Own.swift", text: text)], module: "Sample", mode)
        #expect(said == "")
    }
}

extension SwiftCompiler.Mode: CustomTestStringConvertible {
    public var testDescription: String {
        rawValue
    }
}
