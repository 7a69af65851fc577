// Where a reference leads elsewhere, what differs is told of it, and not of components that didn't change.

import Testing

@testable import MartletDiff

@Suite struct ChangedReferenceTests {
    private func told(_ old: String, _ new: String, _ components: String = "", to others: String? = nil) throws
        -> [String]
    {
        func document(_ member: String, _ components: String) -> String {
            DocumentEdit.answers(
                "'200': {description: d, content: {application/json: {schema: {type: object, properties: {p: \(member)}}}}}"
            ).replacing("    A: {", with: components + "    A: {")
        }
        return try Compared(document(old, components), document(new, others ?? components)).told
    }

    private static let place = "#/paths/~1a/get/responses/200/content/application~1json/schema/properties/p"
    private static let g = "{$ref: '#/components/schemas/G'}"
    private static let h = "{$ref: '#/components/schemas/H'}"
    private static let both = """
            H: {type: object, properties: {x: {type: object, properties: {a: {type: string}}}}}
            G: {type: object, properties: {x: {type: object, properties: {a: {type: integer}}}}}

        """.replacing("        ", with: "    ")

    @Test func toAnotherComponent() throws {
        let type = "property 'p/x/a' of the 200 response: the type changed from 'string' to 'integer'"
        #expect(
            try told(Self.h, Self.g, Self.both) == [
                "GET /a: breaking response-property-type-changed: \(type) at \(Self.place)"
            ])
        #expect(
            try told("{anyOf: [\(Self.h), {type: 'null'}]}", "{anyOf: [{type: 'null'}, \(Self.g)]}", Self.both) == [
                "GET /a: breaking response-property-type-changed: \(type) at \(Self.place)/anyOf/1"
            ])
        #expect(
            try told("{type: array, items: \(Self.h)}", "{type: array, items: \(Self.g)}", Self.both) == [
                "GET /a: breaking response-property-type-changed: \(type.replacing("p/x", with: "p/items/x")) at \(Self.place)/items"
            ])
    }

    /// A text in its place became a component that both versions have.
    @Test func toAComponent() throws {
        let type = "property 'p' of the 200 response: the type changed from"
        #expect(
            try told("{type: string}", Self.g, Self.both) == [
                "GET /a: breaking response-property-type-changed: \(type) 'string' to 'object' at \(Self.place)",
                "GET /a: info response-optional-property-added: property 'p/x' of the 200 response is new at \(Self.place)",
            ])
        #expect(
            try told(Self.g, "{type: string}", Self.both) == [
                "GET /a: breaking response-property-type-changed: \(type) 'object' to 'string' at \(Self.place)/type",
                "GET /a: warning response-optional-property-removed: property 'p/x' of the 200 response was removed at \(Self.place)",
            ])
    }

    /// What is new, or is in both and changed, is where its changes are.
    @Test func componentsThatChanged() throws {
        let x =
            "GET /a: breaking response-property-type-changed: property 'p/x' of the 200 response: the type changed from 'string' to 'integer' at"
        let old = "    H: {type: object, properties: {x: {type: string}}}\n"
        let new = "    G: {type: object, properties: {x: {type: integer}}}\n"
        #expect(
            try told(Self.h, Self.g, old, to: new) == [
                "\(x) #/components/schemas/G/properties/x/type",
                "info api-schema-removed: the schema 'H' was removed at #/components/schemas",
            ])
        #expect(
            try told(Self.h, Self.h, old, to: new.replacing("G:", with: "H:")) == [
                "\(x) #/components/schemas/H/properties/x/type"
            ])
    }

    /// However many members differ, each is told, in one entry that the operation with the reference reaches.
    @Test func oneEntry() throws {
        func document(_ name: String) -> String {
            func get(_ path: String, _ schema: String) -> String {
                "  \(path): {get: {responses: {'200': {description: d, content: {application/json: {schema: \(schema)}}}}}}\n"
            }
            let names = ["a", "b", "c", "d", "e"].map { "\($0): {type: string}" }.joined(separator: ", ")
            return "openapi: 3.1.0\ninfo: {title: t, version: 1.0.0}\npaths:\n"
                + get("/x", "{type: object, properties: {p: {$ref: '#/components/schemas/\(name)'}}}")
                + get("/g", Self.g) + get("/h", Self.h)
                + "components:\n  schemas:\n    H: {type: object, properties: {\(names)}}\n    G: {type: object}\n"
        }
        let entries = try ReportPair(old: document("H"), new: document("G")).report().entries
        let entry = try #require(entries.first { !$0.wire.isEmpty })
        #expect(entries.count { !$0.wire.isEmpty } == 1)
        #expect(entry.component == "#/paths/~1x/get/responses/200/content/application~1json/schema/properties/p")
        #expect(entry.operations == ["GET /x"])
        #expect(
            entry.wire.map(\.message)
                == ["a", "b", "c", "d", "e"].map { "property 'p/\($0)' of the 200 response was removed" })
    }
}
