// The data of events, where one version describes that alone and the other the events with their fields.

import Testing

@testable import MartletDiff

@Suite struct EventDataTests {
    private static let a = "{$ref: '#/components/schemas/A'}"
    private static let b = "{$ref: '#/components/schemas/B'}"

    private func told(_ old: String, _ new: String) throws -> [String] {
        func document(_ media: String) -> String {
            DocumentEdit.answers("'200': {description: d, content: {text/event-stream: {\(media)}}}")
        }
        return try Compared(document(old), document(new)).told
    }

    private static func json(_ schema: String) -> String {
        "{type: string, contentMediaType: application/json, contentSchema: \(schema)}"
    }

    private static func event(_ data: String, name: String = "{type: string}", required: String = "data") -> String {
        "{type: object, required: [\(required)], properties: {event: \(name), id: {type: string}, data: \(data)}}"
    }

    /// The bytes are the same, whichever version comes first.
    @Test(arguments: [
        ("schema: \(a)", "itemSchema: \(event(a))"),
        ("schema: \(a)", "itemSchema: \(event(json(a)))"),
        ("schema: {type: array, items: \(a)}", "itemSchema: \(event(a))"),
        ("itemSchema: \(a)", "itemSchema: \(event(a))"),
        ("schema: {type: string}", "itemSchema: \(event("{type: string}"))"),
        ("schema: {anyOf: [\(a), \(b)]}", "itemSchema: {oneOf: [\(event(a)), \(event(b)), \(event(a))]}"),
        (
            "itemSchema: \(event("{type: string}"))",
            "itemSchema: \(event("{type: string, contentMediaType: application/json}"))"
        ),
    ])
    func isDescribedMoreExactly(_ old: String, _ new: String) throws {
        #expect(try told(old, new) == [])
        #expect(try told(new, old) == [])
    }

    /// Where what was in a text isn't said any more, it may be anything.
    @Test(arguments: [
        ("schema: {type: string}", "body", "an event of the body", "", "schema", "schema/type"),
        (
            "itemSchema: \(event("{type: string}"))", "property", "property 'data'", "data/",
            "itemSchema/properties/data", "itemSchema/properties/data/type"
        ),
    ])
    func contentThatIsSaidOrNot(
        _ text: String, _ scope: String, _ subject: String, _ path: String, _ place: String, _ type: String
    ) throws {
        let json = "itemSchema: \(Self.event(Self.json(Self.a)))"
        #expect(try told(text, json) == [])
        let media = "#/paths/~1a/get/responses/200/content/text~1event-stream/"
        #expect(
            try told(json, text) == [
                "GET /a: breaking response-\(scope)-type-changed: \(subject) of the 200 response: "
                    + "the type changed from 'object' to 'string' at \(media)\(type)",
                "GET /a: breaking response-required-property-removed: property '\(path)a' of the 200 response "
                    + "was removed; it was always there at \(media)\(place)",
            ])
    }

    /// A stream is described as a list of its items, or as one of them.
    @Test(arguments: ["text/event-stream", "application/jsonl", "application/x-ndjson", "application/json-seq"])
    func listsOfItems(_ media: String) throws {
        func document(_ schema: String) -> String {
            DocumentEdit.answers("'200': {description: d, content: {\(media): {schema: \(schema)}}}")
        }
        func object(_ type: String) -> String { "{type: object, properties: {a: {type: \(type)}}}" }
        let (one, list) = (object("string"), "{type: array, items: \(object("string"))}")
        #expect(try Compared(document(one), document(list)).told == [])
        #expect(try Compared(document(list), document(one)).told == [])
        let bounded = "{type: array, minItems: 1, items: \(object("string"))}"
        for other in [bounded, list + ", itemSchema: " + object("string")] {
            #expect(try Compared(document(one), document(other)).told == [])
            #expect(try Compared(document(other), document(one)).told == [])
        }
        let place = "#/paths/~1a/get/responses/200/content/\(media.replacing("/", with: "~1"))/schema/items"
        #expect(
            try Compared(document(object("integer")), document(list)).told == [
                "GET /a: breaking response-property-type-changed: property 'a' of the 200 response: the type changed from 'integer' to 'string' at \(place)/properties/a/type"
            ])
    }

    /// Lines are no string each where the whole is one.
    @Test func textsAndListsOfThem() throws {
        func document(_ media: String, _ schema: String) -> String {
            DocumentEdit.answers("'200': {description: d, content: {\(media): {schema: \(schema)}}}")
        }
        let (text, texts) = ("{type: string}", "{type: array, items: {type: string}}")
        #expect(try Compared(document("text/event-stream", text), document("text/event-stream", texts)).told == [])
        #expect(
            try Compared(document("application/jsonl", text), document("application/jsonl", texts)).ids.first
                == "response-body-type-changed")
    }

    /// Names and fields that weren't promised before are no change; that they are promised no more is told.
    @Test func namesOfEvents() throws {
        let named =
            "itemSchema: {oneOf: [\(Self.event(Self.a, name: "{const: a}")), \(Self.event(Self.b, name: "{const: b}"))]}"
        let plain = "schema: {oneOf: [\(Self.a), \(Self.b)]}"
        #expect(try told(plain, named) == [])
        #expect(
            try told(named, plain).map { String($0.prefix { $0 != ":" }) + ($0.split(separator: ":")[1].prefix(30)) }
                == [
                    "GET /a info stream-event-removed", "GET /a info stream-event-removed",
                    "GET /a info stream-event-added", "GET /a info stream-event-added",
                ])
        let needed = "itemSchema: \(Self.event(Self.a, required: "id, data"))"
        #expect(try told("schema: \(Self.a)", needed) == [])
        #expect(try told(needed, "schema: \(Self.a)").contains { $0.contains("breaking") })
    }

    @Test func whatChangesInTheData() throws {
        let item = "#/paths/~1a/get/responses/200/content/text~1event-stream/itemSchema/properties/data"
        #expect(
            try told(
                "schema: {type: object, properties: {x: {type: string}}}",
                "itemSchema: \(Self.event(Self.json("{type: object, properties: {x: {type: integer}}}")))")
                == [
                    "GET /a: breaking response-property-type-changed: property 'x' of the 200 response: the type changed from 'string' to 'integer' at \(item)/contentSchema/properties/x/type"
                ])
        #expect(
            try told("itemSchema: \(Self.event("{type: string}"))", "itemSchema: \(Self.event("{type: integer}"))") == [
                "GET /a: breaking response-property-type-changed: property 'data' of the 200 response: the type changed from 'string' to 'integer' at \(item)/type"
            ])
        // An object with such a member is the data, as it was.
        #expect(
            try told(
                "schema: {type: object, properties: {data: {type: string}}}",
                "schema: {type: object, properties: {data: {type: string}, more: {type: string}}}") == [
                    "GET /a: info response-optional-property-added: property 'more' of the 200 response is new at \(item.replacing("itemSchema/properties/data", with: "schema/properties/more"))"
                ])
    }
}
