// One change gives one entry, however many operations reach it; what makes no difference gives none.

import MartletSource
import Testing

@testable import MartletDiff

@Suite struct GroupingTests {
    private static func document(_ pet: String, version: String = "1.0.0", paths: Int = 1) -> String {
        let operations = (0..<paths).map { number in
            """
              /p\(number):
                get:
                  operationId: get\(number)
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
            """
        }
        return """
            openapi: 3.1.0
            info: {title: Pets, version: \(version)}
            paths:
            \(operations.joined(separator: "\n"))
            components:
              schemas:
                Pet:
                  type: object
                  properties:
                    \(pet)
            """
    }

    private static func report(_ old: String, _ new: String, _ rulings: Rulings = .init()) throws -> DiffReport {
        try ReportPair(old: old, new: new).report(rulings)
    }

    /// What no operation reaches is told of once too: where it changed.
    @Test func outOfReachOneEntry() throws {
        let old = Self.document("name: {type: string}", paths: 0).replacing("paths:\n", with: "paths: {}\n")
        let report = try Self.report(old, old.replacing("name: {type: string}", with: "name: {type: integer}"))
        #expect(report.entries.map(\.title) == ["Pet.name"])
        #expect(report.entries.first?.wire.map(\.id) == ["unused-schema-changed"])
        #expect(report.entries.first?.source.map(\.id) == ["source-property-type-changed"])
    }

    /// Files of one schema each have the same pointers.
    @Test func filesAreApart() throws {
        func document(_ type: String) -> [String: String] {
            let answers = ["Pet", "Owner"].map { name in
                "  /\(name): {get: {responses: {'200': {description: ok, content: {application/json: "
                    + "{schema: {$ref: schemas/\(name).yaml}}}}}}}\n"
            }
            let schema = "{type: object, properties: {name: {type: \(type)}}}"
            return [
                "openapi.yaml": "openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0}\npaths:\n" + answers.joined(),
                "schemas/Pet.yaml": schema, "schemas/Owner.yaml": schema,
            ]
        }
        let pair = try ReportPair(oldFiles: document("string"), newFiles: document("integer"))
        let entries = pair.report().entries.filter { $0.title != "info" }
        #expect(
            entries.map(\.component) == [
                "schemas/Pet.yaml#/properties/name", "schemas/Owner.yaml#/properties/name",
            ])
        #expect(entries.map(\.title) == ["Pet.name", "Owner.name"])
        #expect(entries.map(\.samplePath) == ["GET /Pet → Pet.name", "GET /Owner → Owner.name"])
        #expect(entries.map { $0.wire.count + $0.source.count } == [2, 2])
        func left(_ line: String) -> [String] {
            var (rulings, diagnostics) = (Rulings(), Diagnostics())
            rulings.ignore(line, file: diagnostics.addFile("ignore.txt"), &diagnostics)
            #expect(!diagnostics.hasErrors)
            return pair.report(rulings).entries.map(\.title).filter { $0 != "info" }
        }
        #expect(left("schemas/Pet.yaml#/properties/name") == ["Owner.name"])
        #expect(left("#/properties") == [])
    }

    @Test func onePropertyOneEntry() throws {
        let report = try Self.report(
            Self.document("name: {type: string}", paths: 50),
            Self.document("name: {type: string}\n        age: {type: integer}", version: "1.1.0", paths: 50))
        #expect(report.entries.map(\.title) == ["Pet.age"])
        let entry = try #require(report.entries.first)
        #expect(entry.component == "#/components/schemas/Pet/properties/age")
        #expect(entry.operations.count == 50)
        #expect(entry.samplePath == "GET /p0 → Pet.age")
        #expect(entry.source.map(\.id) == ["source-property-added"])
        #expect(!entry.wire.isEmpty)
    }

    @Test func bothVerdictsMeet() throws {
        let report = try Self.report(
            Self.document("age: {type: integer}"), Self.document("age: {type: string}", version: "2.0.0"))
        #expect(report.entries.count == 1)
        #expect(report.entries.first?.wireLevel == .breaking)
        #expect(report.entries.first?.sourceLevel == .breaking)
    }

    /// What is gone, renamed, or held by a list is told by both verdicts at one place.
    @Test(arguments: [
        ("{name: {type: string}, age: {type: integer}}", "{name: {type: string}}", "Pet.age"),
        (
            "{name: {type: string}, tagline: {type: string, maxLength: 9}}",
            "{name: {type: string}, tag_line: {type: string, maxLength: 9}}", "Pet.tag_line"
        ),
        ("{tags: {type: array, items: {type: string}}}", "{tags: {type: array, items: {type: integer}}}", "Pet.tags"),
        (
            "{tags: {additionalProperties: {items: {type: string}}}}",
            "{tags: {additionalProperties: {items: {type: integer}}}}", "Pet.tags"
        ),
        ("{items: {type: string}}", "{items: {type: integer}}", "Pet.items"),
        (
            "{kind: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}}",
            "{kind: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}}", "Pet.kind[oneOf 3]"
        ),
    ]) func verdictsMeet(_ old: String, _ new: String, _ title: String) throws {
        func document(_ properties: String) -> String {
            let branches = ["A", "B", "C"].map {
                "    \($0): {required: [\($0)], properties: {\($0): {type: string}}}\n"
            }
            return Self.document("").replacing("properties:\n        ", with: "properties: " + properties) + "\n"
                + branches.joined()
        }
        let entries = try Self.report(document(old), document(new)).entries.filter { $0.title != "info" }
        #expect(entries.map(\.title) == [title])
        #expect(entries.allSatisfy { !$0.wire.isEmpty && !$0.source.isEmpty })
    }

    /// A schema that stands at many places is told of at the first of them.
    @Test func fewPlaces() throws {
        func document(_ type: String) -> String {
            let members = (1...9).map { "way\($0): {$ref: '#/components/schemas/End'}" }.joined(separator: ", ")
            return Self.document(members).replacing("        way1", with: "        way0: {type: string}\n        way1")
                .replacing(", way", with: "\n        way") + "\n    End: {properties: {name: {type: \(type)}}}\n"
        }
        let entry = try #require(try Self.report(document("string"), document("integer")).entries.first)
        #expect(
            entry.wire.map(\.text) == [
                "response: property 'way1/name' of the 200 response: the type changed from 'string' to 'integer'",
                "response: property 'way2/name' of the 200 response: the type changed from 'string' to 'integer'",
                "response: property 'way3/name' of the 200 response: the type changed from 'string' to 'integer'; "
                    + "the same at other places",
            ])
    }

    @Test func nothingChanged() throws {
        let text = Self.document("name: {type: string}")
        let report = try Self.report(text, text)
        #expect(report.entries == [])
        #expect(report.summary == "no changes")
        #expect(report.advice?.wire.bump == .patch)
        #expect(report.advice?.source.text == "the client's interface is the same")
    }

    /// Lines move, and the change is still the same.
    @Test func fingerprintsStay() throws {
        let old = Self.document("name: {type: string}")
        let new = Self.document("name: {type: integer}")
        let moved = "# One line more.\n" + new
        let first = try Self.report(old, new).entries.map(\.fingerprint)
        #expect(try Self.report(old, moved).entries.map(\.fingerprint) == first)
        // The second is that the version didn't grow.
        #expect(first.count == 2)
    }

    @Test(arguments: [
        (
            "#/paths/~1pets/get/responses/200/content/application~1json/schema",
            "GET /pets, response 200, application/json"
        ),
        ("#/paths/~1pets/get/parameters/1/schema/type", "GET /pets, parameter 2"),
        ("#/components/schemas/Pet/required/0", "Pet"),
        ("#/components/schemas/Pet/properties/owner/properties/name/format", "Pet.owner.name"),
        ("#/components/schemas/Pets/items/properties/name", "Pets[].name"),
        ("#/components/schemas/Pet/oneOf/1", "Pet[oneOf 2]"),
        ("#/definitions/Pet/properties/name/enum/0", "Pet.name"),
        ("#/info/version", "info"),
        (
            "#/paths/~1log/get/responses/200/content/application~1jsonl/itemSchema/properties/line/type",
            "GET /log, response 200, application/jsonl, line"
        ),
        ("#/paths/~1pets/additionalOperations/LINK/requestBody/required", "LINK /pets, request body"),
        ("#/paths/~1pets/parameters/0/schema/maximum", "/pets, parameter 1"),
        (
            "#/paths/~1pets/post/requestBody/content/multipart~1form-data/encoding/photo/contentType",
            "POST /pets, request body, multipart/form-data, encoding of photo"
        ),
        ("#/paths/~1pets/post/responses/201/links/pet/operationId", "POST /pets, response 201, link pet"),
        (
            "#/paths/~1pets/post/callbacks/onSale/{$url}/post/responses/200/description",
            "POST /pets, callback onSale, POST, response 200"
        ),
        ("#/paths/~1pets/post/servers/0/url", "POST /pets, servers.0"),
        (
            "#/webhooks/sale/post/requestBody/content/application~1json/schema/properties/at",
            "POST sale, request body, application/json, at"
        ),
        ("#/components/mediaTypes/Lines/itemSchema/properties/line/type", "Lines, line"),
        (
            "#/components/responses/Lost/content/application~1json/schema/properties/code",
            "Lost, application/json, code"
        ),
        ("#/components/pathItems/Pets/get/parameters/0/name", "GET Pets, parameter 1"),
        ("#/components/securitySchemes/key/name", "key"),
        ("#/components/schemas/Pet/dependentSchemas/name/required/0", "Pet.dependentSchemas.name"),
        ("#/components/schemas/Pet/properties/items/items/items/type", "Pet.items"),
        ("#/components/schemas/Pet/discriminator/mapping/cat", "Pet"),
        ("#/servers/1/url", "1"), ("#/tags/0/name", "tags"),
    ]) func titles(_ pointer: String, _ title: String) {
        #expect(ComponentPointer(pointer).title == title)
    }

    /// Files hold an object of any kind, or several by their names.
    @Test(arguments: [
        ("schemas/Pet.yaml#/properties/name/type", "Pet.name"), ("Pets.yaml#/items/properties/name", "Pets[].name"),
        ("pets.yaml#/Pet/properties/name/type", "pets.Pet.name"), ("pets.yaml#/Pet/required", "pets.Pet"),
        ("pets.yaml#/get/responses/200/content/application~1json/schema", "GET pets, response 200, application/json"),
        ("lost.yaml#/content/application~1json/schema/properties/code", "lost, application/json, code"),
        ("common.yaml#/components/schemas/Pet/properties/name", "Pet.name"),
    ]) func titlesInFiles(_ component: String, _ title: String) {
        #expect(ComponentName(component).title == title)
    }

    /// Of a stream's items, each member is a component, as of what a schema describes as a whole.
    @Test(arguments: ["schema", "itemSchema"]) func membersOfMedia(_ keyword: String) throws {
        func document(_ type: String) -> String {
            """
            openapi: 3.2.0
            info: {title: Log, version: 1.0.0}
            paths:
              /log:
                get:
                  responses:
                    '200':
                      description: x
                      content:
                        application/jsonl:
                          \(keyword): {type: object, properties: {a: {type: \(type)}, b: {type: \(type)}}}
            """
        }
        let titles = try Self.report(document("string"), document("integer")).entries.map(\.title)
        #expect(
            titles.filter { $0 != "info" } == [
                "GET /log, response 200, application/jsonl, a", "GET /log, response 200, application/jsonl, b",
            ])
    }
}
