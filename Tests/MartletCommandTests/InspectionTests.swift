// `martlet validate` and `martlet inspect`.

import Foundation
import MartletTestSupport
import Testing

@Suite struct InspectionTests {
    @Test func goodDocument() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        let run = try ToolRun(["validate", "openapi.yaml"], in: folder)
        #expect(run == ToolRun(code: 0, output: "0 errors, 0 warnings\n"))
        #expect(folder.names() == ["openapi.yaml"])
    }

    @Test func severalInputsAreCountedTogether() throws {
        let folder = try TemporaryFolder()
        try folder.write("good.yaml", Sample.document)
        try folder.write("martlet.yaml", "spec: good.yaml\n")
        try folder.write("bad.yaml", "openapi: 3.1.0\npaths: {}\n")
        let run = try ToolRun(["validate", "martlet.yaml", "bad.yaml", "none.yaml"], in: folder)
        let output = """
            bad.yaml:1:1: warning: 'info' is required by OpenAPI; add it [missing-field]
            error: none.yaml: no such file; check the path [unreadable-file]

              1 error [unreadable-file]
              1 warning [missing-field]

            'martlet explain ID' says what each means.
            1 error, 1 warning

            """
        #expect(run == ToolRun(code: 3, output: output))
    }

    @Test func strictTakesWarningsForErrors() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", "openapi: 3.1.0\npaths: {}\n")
        let message = "'info' is required by OpenAPI; add it [missing-field]"
        let relaxed = try ToolRun(["validate", "openapi.yaml"], in: folder)
        let explain = "'martlet explain ID' says what each means.\n"
        #expect(
            relaxed.output
                == "openapi.yaml:1:1: warning: \(message)\n\n  1 warning [missing-field]\n\n\(explain)0 errors, 1 warning\n"
        )
        #expect(relaxed.code == 0)
        let strict = try ToolRun(["validate", "--strict", "openapi.yaml"], in: folder)
        #expect(
            strict.output
                == "openapi.yaml:1:1: error: \(message)\n\n  1 error [missing-field]\n\n\(explain)1 error, 0 warnings\n"
        )
        #expect(strict.code == 3)
        let generation = try ToolRun(["generate", "--strict", "openapi.yaml", "-o", "API"], in: folder)
        #expect(generation == ToolRun(code: 3, errors: "openapi.yaml:1:1: error: \(message)\n"))
        #expect(folder.names() == ["openapi.yaml"])
    }

    @Test func modelIsJSON() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        let run = try ToolRun(["inspect", "openapi.yaml"], in: folder)
        // Places name the file that was read.
        let piped = try ToolRun(["inspect", "-"], in: folder, input: Sample.document)
        let output = run.output.replacing("\"openapi.yaml\"", with: "\"<standard input>\"")
        #expect(piped == ToolRun(code: 0, output: output))
        try folder.write(
            "level.yaml",
            "openapi: 3.1.0\ninfo: {title: Lamps, version: '1'}\npaths: {}\n"
                + "components: {schemas: {Level: {enum: [low, high]}}}\n")
        let level = try ToolRun(["inspect", "level.yaml"], in: folder)
        #expect(level.code == 0 && level.errors.isEmpty)
        #expect(
            level.output.split(whereSeparator: \.isWhitespace).joined(separator: " ") == #"""
                { "client" : { "name" : "Client", "operations" : [ ], "securitySchemes" : [ ], "servers" : [ ] }, \#
                "documentation" : [ ], "format" : "martlet-api/1", "generator" : "martlet 0.1.0", "title" : "Lamps", \#
                "types" : [ { "cases" : [ { "documentation" : [ ], "name" : "low", "origin" : { "column" : 39, \#
                "file" : "level.yaml", "line" : 4, "mark" : "value" }, "value" : "low" }, { "documentation" : [ ], \#
                "name" : "high", "origin" : { "column" : 44, "file" : "level.yaml", "line" : 4, "mark" : "value" }, \#
                "value" : "high" } ], "documentation" : [ ], "kind" : "enumeration", "name" : "Level", "nested" : [ ], \#
                "origin" : { "column" : 31, "file" : "level.yaml", "line" : 4, "mark" : "value" }, "rawType" : "String", \#
                "unknownName" : "unknown" } ], "version" : "1" }
                """#)
    }

    /// YAML has numbers that JSON can't write.
    @Test func numbersWithoutEnd() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi.yaml",
            Sample.document.replacing("type: boolean", with: "type: number\n          default: .inf"))
        let run = try ToolRun(["inspect", "openapi.yaml"], in: folder)
        #expect(run.code == 0)
        #expect((try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? NSDictionary)?["title"] != nil)
    }

    @Test func unionsAreATable() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        let table = """
            Lamp.Colour
              string         → .string → String
              integer        → .integer → Int
              any other kind → .unknown

            """
        #expect(try ToolRun(["inspect", "--unions", "openapi.yaml"], in: folder) == ToolRun(code: 0, output: table))
    }

    @Test func examplesHaveTheirTypes() throws {
        let folder = try TemporaryFolder()
        let document = """
            openapi: 3.1.0
            info: {title: Lighthouse, version: "1"}
            paths:
              /lamp:
                get:
                  operationId: lamp
                  parameters:
                    - {name: at, in: query, schema: {type: string, format: date}, example: 2026-11-20}
                  responses:
                    "200":
                      description: The lamp.
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Lamp"}
                          examples:
                            lit: {$ref: "#/components/examples/Lit"}
            components:
              examples:
                Lit: {value: '{"watts": 12.50}'}
              schemas:
                Lamp:
                  type: object
                  properties:
                    watts: {type: [number, "null"], examples: [60, null]}

            """
        try folder.write("openapi.yaml", document)
        let list = """
            [{
              "place": "openapi.yaml:8:80",
              "schema": "openapi.yaml:8:41",
              "type": "CalendarDate",
              "example": "2026-11-20"
            }, {
              "place": "openapi.yaml:19:18",
              "schema": "openapi.yaml:14:23",
              "type": "Lamp",
              "example": {
              "watts": 12.50
            }
            }, {
              "place": "openapi.yaml:24:52",
              "schema": "openapi.yaml:24:16",
              "type": "Double?",
              "example": 60
            }, {
              "place": "openapi.yaml:24:56",
              "schema": "openapi.yaml:24:16",
              "type": "Double?",
              "example": null
            }]

            """
        #expect(try ToolRun(["inspect", "--examples", "openapi.yaml"], in: folder) == ToolRun(code: 0, output: list))
    }
}
