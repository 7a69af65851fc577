// Members of forms, whose bytes tell less than their types.

import Testing

@testable import MartletDiff

@Suite struct FormMemberTests {
    private static let (text, texts) = ("{type: string}", "{type: array, items: {type: string}}")
    private static let (file, files) = (
        "{type: string, format: binary}", "{type: array, items: {type: string, format: binary}}"
    )
    private static let object = "{type: object, properties: {a: {type: string}}}"

    private func told(_ media: String, _ old: String, _ new: String, more: String = "") throws -> [String] {
        func document(_ schema: String) -> String {
            Fixture.document(
                "/a: {post: {requestBody: {content: {\(media): {schema: {type: object, properties: {p: \(schema)}}\(more)}}}, "
                    + "responses: {\(DocumentEdit.ok)}}}")
        }
        return try Compared(document(old), document(new)).findings.filter { !$0.id.hasPrefix("api-") }.map {
            "\($0.level) \($0.id)"
        }
    }

    /// A list of one is a field of its own; one that is spelt in another way isn't.
    @Test func listsOfOne() throws {
        let (form, parts) = ("application/x-www-form-urlencoded", "multipart/form-data")
        let (wider, other) = (["info request-property-type-generalized"], ["breaking request-property-type-changed"])
        #expect(try told(form, Self.text, Self.texts) == wider)
        #expect(try told(parts, Self.text, Self.texts) == wider)
        #expect(try told(parts, Self.file, Self.files) == wider)
        #expect(try told(parts, Self.files, Self.file) == other)
        for media in [form, parts] { #expect(try told(media, Self.texts, Self.text) == other) }
        #expect(
            try told(form, Self.texts, Self.text, more: ", encoding: {p: {explode: false}}") == [
                "info request-property-type-compatible"
            ])
        let bytes = "{type: string, contentMediaType: application/octet-stream}"
        #expect(try told(parts, bytes, "{type: array, items: \(bytes)}") == wider)
        #expect(try told(parts, Self.file, Self.texts) == other)
        #expect(try told(form, Self.text, Self.texts, more: ", encoding: {p: {explode: false}}") == other)
        #expect(
            try told(parts, Self.text, Self.texts, more: ", encoding: {p: {contentType: application/json}}") == other)
        #expect(try told("application/json", Self.text, Self.texts) == other)
        // Only the members of the form itself are fields.
        #expect(
            try told(
                form, "{type: object, properties: {p: \(Self.text)}}", "{type: object, properties: {p: \(Self.texts)}}")
                == other)
    }

    /// A part that is an object is JSON.
    @Test func partsThatBecameText() throws {
        let parts = "multipart/form-data"
        #expect(
            try told(parts, Self.object, Self.text) == [
                "breaking request-body-encoding-content-type-changed", "warning request-property-removed",
            ])
        func list(_ items: String) -> String { "{type: array, items: \(items)}" }
        #expect(
            try told(parts, list(Self.object), Self.texts) == [
                "breaking request-body-encoding-content-type-changed", "warning request-property-removed",
            ])
        #expect(
            try told(parts, Self.object, Self.text, more: ", encoding: {p: {contentType: application/json}}") == [
                "breaking request-property-type-changed", "warning request-property-removed",
            ])
        #expect(
            try told(parts, Self.text, Self.object) == [
                "breaking request-property-type-changed", "info new-optional-request-property",
            ])
    }
}
