// `martlet bundle --format json`: values that YAML spells as no JSON number.

import Foundation
import MartletTestSupport
import Testing

@Suite struct BundleJSONTests {
    private static let document = """
        openapi: 3.0.3
        info: {title: T, version: 1.10, x-build: 0x1F}
        servers: [{url: 'https://a.b:{port}', variables: {port: {default: 0443, enum: [0443, 8443]}}}]
        paths:
          /a:
            get:
              operationId: 007
              tags: [01]
              parameters:
                - {name: m, in: query, schema: {type: string, enum: [01, 02, 12], default: 01, maxLength: 0x2}, example: 02}
                - {name: n, in: query, schema: {type: integer, enum: [012, 0x1F], default: 0x1F, maximum: 012}, example: 012}
              responses:
                200:
                  description: ok
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/A'}
                      example: {id: 007, size: .5, list: [.5, True, ~], more: 0x10, any: 1.10}
                      examples: {one: {summary: 1.0, value: {id: 010}}, two: {$ref: '#/components/examples/B'}}
        components:
          examples: {B: {value: {id: 1}}}
          schemas:
            A:
              allOf: [{type: object, properties: {id: {type: string}}, example: {size: +1}}]
              properties:
                size: {type: number, multipleOf: .01, maximum: 1e400}
                list: {type: array, items: {type: string, nullable: true}}
                either: {oneOf: [{type: string}, {type: integer}], default: 0x1F}
              additionalProperties: {type: string}

        """

    private static let bundle = """
        {"openapi": "3.0.3",
        "info": {"title": "T", "version": "1.10", "x-build": 31},
        "servers": [{"url": "https://a.b:{port}", "variables": {"port": {"default": "0443", "enum": ["0443", "8443"]}}}],
        "paths": {"/a": {"get": {
          "operationId": "007",
          "tags": ["01"],
          "parameters": [
            {"name": "m", "in": "query",
             "schema": {"type": "string", "enum": ["01", "02", "12"], "default": "01", "maxLength": 2}, "example": "02"},
            {"name": "n", "in": "query",
             "schema": {"type": "integer", "enum": [12, 31], "default": 31, "maximum": 12}, "example": 12}],
          "responses": {"200": {"description": "ok", "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/A"},
            "example": {"id": "007", "size": 0.5, "list": [".5", "True", null], "more": "0x10", "any": "1.10"},
            "examples": {"one": {"summary": "1.0", "value": {"id": "010"}},
                         "two": {"$ref": "#/components/examples/B"}}}}}}}}},
        "components": {
          "examples": {"B": {"value": {"id": 1}}},
          "schemas": {"A": {
            "allOf": [{"type": "object", "properties": {"id": {"type": "string"}}, "example": {"size": 1}}],
            "properties": {
              "size": {"type": "number", "multipleOf": 0.01, "maximum": 1e400},
              "list": {"type": "array", "items": {"type": "string", "nullable": true}},
              "either": {"oneOf": [{"type": "string"}, {"type": "integer"}], "default": 31}},
            "additionalProperties": {"type": "string"}}}}}
        """

    private static func compact(_ text: String) -> String {
        text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined().replacing(", ", with: ",")
    }

    /// What is a string by the specification or by the schema beside it keeps its text; what is a number, its value.
    @Test func valuesMeanTheSame() throws {
        let folder = try TemporaryFolder()
        try folder.write("api.yaml", Self.document)
        let run = try ToolRun(["bundle", "api.yaml", "--format", "json"], in: folder)
        #expect(Self.compact(run.output) == Self.compact(Self.bundle))
        #expect(run.errors == "")
    }

    @Test func nothingIsRemoved() throws {
        let folder = try TemporaryFolder()
        try folder.write("api.yaml", Self.document)
        #expect(try ToolRun(["bundle", "api.yaml", "-o", "api.json"], in: folder) == ToolRun(code: 0))
        for pair in [["api.yaml", "api.json"], ["api.json", "api.yaml"]] {
            #expect(try ToolRun(["diff"] + pair, in: folder).output.contains("\nno changes\n"))
        }
    }

    /// Parameters of Swagger 2.0 are their own schemas.
    @Test func parametersOfSwagger() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "api.yaml",
            """
            swagger: '2.0'
            info: {title: T, version: 2}
            paths:
              /a:
                get:
                  parameters:
                    - {name: a, in: query, type: string, enum: [01], maxLength: 02}
                    - {name: b, in: query, type: array, items: {type: string, enum: [0x1]}, default: [0x1], maxItems: 3}
                  responses: {200: {description: x, schema: {type: string}, examples: {application/json: 01}}}

            """)
        let bundle = """
            {"swagger": "2.0", "info": {"title": "T", "version": "2"}, "paths": {"/a": {"get": {
            "parameters": [
            {"name": "a", "in": "query", "type": "string", "enum": ["01"], "maxLength": 2},
            {"name": "b", "in": "query", "type": "array", "items": {"type": "string", "enum": ["0x1"]},
            "default": ["0x1"], "maxItems": 3}],
            "responses": {"200": {"description": "x", "schema": {"type": "string"},
            "examples": {"application/json": "01"}}}}}}}
            """
        let run = try ToolRun(["bundle", "api.yaml", "--format", "json"], in: folder)
        #expect(Self.compact(run.output) == Self.compact(bundle))
    }

    /// So is a listed value that would be no number of JSON.
    @Test func listedTextsInSwift() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "api.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components: {schemas: {A: {type: string, enum: [1e3, 1e400, .inf, .nan]}}}

            """)
        #expect(try ToolRun(["bundle", "api.yaml", "-o", "api.json"], in: folder).code == 0)
        for name in ["api.yaml", "api.json"] {
            #expect(
                try ToolRun(["generate", name, "-o", name + "-API", "--quiet"], in: folder)
                    == ToolRun(code: 0))
        }
        let types = ["api.yaml", "api.json"].map { folder.read($0 + "-API/Types.swift") }
        #expect(
            ["\"1e3\"", "\"1e400\"", "\".inf\"", "\".nan\""].allSatisfy { types[0]?.contains($0) == true })
        #expect(types[0] == types[1])
    }

    /// A default of a string without its quotes is one, whichever file says so.
    @Test func defaultsInSwift() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "api.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {/a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
            components: {schemas: {A: {type: object, required: [m], properties: {m: {type: string, default: 01}}}}}

            """)
        #expect(try ToolRun(["bundle", "api.yaml", "-o", "api.json"], in: folder).code == 0)
        for name in ["api.yaml", "api.json"] {
            #expect(try ToolRun(["generate", name, "-o", name + "-API", "--quiet"], in: folder).code == 0)
        }
        let types = ["api.yaml", "api.json"].map { folder.read($0 + "-API/Types.swift") }
        #expect(types[0]?.contains("m: String = \"01\"") == true)
        #expect(types[0] == types[1])
    }
}
