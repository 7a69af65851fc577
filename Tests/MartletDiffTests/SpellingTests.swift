// What is spelt in two ways is no change, and what looks alike isn't the same.

import Testing

@testable import MartletDiff

@Suite struct SpellingTests {
    private func ids(request isRequest: Bool = true, _ old: String, _ new: String) throws -> [String] {
        let place = try #require(SchemaPlace(isRequest ? "request-property-what" : "response-property-what"))
        return try Compared(place.document(old), place.document(new)).ids.filter { !$0.hasPrefix("api-version") }
    }

    /// Null of a member that several parts describe is what all of them say.
    @Test func nullOfMergedMembers() throws {
        func parts(_ first: String, _ second: String) -> String {
            "{allOf: [{type: object, properties: {a: {type: \(first)}}}, {type: object, properties: {a: {type: \(second)}}}]}"
        }
        let (null, plain) = ("[integer, 'null']", "integer")
        #expect(
            try ids(request: false, parts(plain, plain), parts(null, null)) == ["response-property-became-nullable"])
        #expect(try ids(parts(null, null), parts(plain, null)) == ["request-property-became-not-nullable"])
        let single = "{allOf: [{type: object, properties: {a: {type: \(null)}}}, {type: object, properties: {b: {}}}]}"
        let twice = single.replacing("b: {}", with: "b: {}, a: {type: \(null), description: d}")
        #expect(try ids(single, twice) == [])
    }

    /// A branch that may be anything and is null unless it says otherwise is a spelling of null.
    @Test func branchesOfNull() throws {
        let spellings = ["{type: 'null'}", "{default: null}", "{enum: [null]}"]
        for spelling in spellings {
            let choice = "{oneOf: [{type: string}, \(spelling)]}"
            #expect(try ids("{type: [string, 'null']}", choice) == [])
            #expect(try ids(request: false, "{type: string}", choice) == ["response-property-became-nullable"])
        }
    }

    /// A text in quotes or without, but for what is a number.
    @Test func defaultsWithoutQuotes() throws {
        #expect(try ids("{type: string, default: 01}", "{type: string, default: '01'}") == [])
        let changed = ["request-property-default-value-changed"]
        #expect(try ids("{type: string, default: 01}", "{type: string, default: '1'}") == changed)
        #expect(try ids("{type: integer, default: 1}", "{type: integer, default: '1'}") == changed)
    }

    @Test func partsSayWhoSends() throws {
        let old = "{type: object}"
        let new = "{type: object, required: [a], properties: {a: {allOf: [{type: string}, {readOnly: true}]}}}"
        #expect(try ids(old, new) == [])
    }

    /// What was sent, and is read-only now, is no less of another type.
    @Test func typeOfWhatBecameReadOnly() throws {
        let compared = try Compared(
            Fixture.document(Self.post("{type: integer}")),
            Fixture.document(Self.post("{type: boolean, readOnly: true}")))
        let type = compared.findings.first { $0.id == "request-property-type-changed" }
        #expect(type?.level == .breaking)
    }

    private static func post(_ member: String) -> String {
        "/a: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {p: \(member)}}}}}, "
            + "responses: {'200': {description: d}}}}"
    }

    @Test func anythingBehindAReference() throws {
        func any(_ schema: String) -> String {
            Fixture.document(Self.post(schema)).replacing(
                "    A: {", with: "    Any: {description: anything}\n    A: {")
        }
        let reference = "{$ref: '#/components/schemas/Any'}"
        for (old, new) in [
            ("{type: array, items: {}}", "{type: array, items: \(reference)}"),
            ("{type: object, additionalProperties: true}", "{type: object, additionalProperties: \(reference)}"),
        ] {
            #expect(try Compared(any(old), any(new)).ids == [])
            #expect(try Compared(any(new), any(old)).ids == [])
        }
    }

    @Test func bytes() throws {
        for (old, new) in [
            ("format: byte", "contentEncoding: base64"),
            ("format: binary", "contentMediaType: application/octet-stream"),
        ] {
            #expect(try ids("{type: string, \(old)}", "{type: string, \(new)}") == [])
            #expect(try ids("{type: string, \(new)}", "{type: string, \(old)}") == [])
        }
        #expect(try !ids("{type: string, format: byte}", "{type: string, contentEncoding: base16}").isEmpty)
    }

    /// What has members is an object, and bytes are text, whether or not a type says so.
    @Test func typesThatGoWithoutSaying() throws {
        for (old, new) in [
            ("properties: {a: {type: string}}", "type: object, properties: {a: {type: string}}"),
            ("type: string, format: binary", "contentMediaType: application/octet-stream"),
            ("format: int32", "type: integer, format: int32"),
            (
                "type: [number, string], format: double, pattern: '^\\d+(?:[eE]\\d+)?$'",
                "type: number, format: double"
            ),
        ] {
            for isRequest in [true, false] {
                #expect(try ids(request: isRequest, "{\(old)}", "{\(new)}") == [])
                #expect(try ids(request: isRequest, "{\(new)}", "{\(old)}") == [])
            }
        }
    }

    @Test func exclusiveBounds() throws {
        let (inclusive, exclusive) = ("{type: integer, minimum: 5}", "{type: integer, exclusiveMinimum: 5}")
        #expect(try ids(exclusive, inclusive) == ["request-property-exclusive-min-unset"])
        #expect(try ids(request: false, exclusive, inclusive) == ["response-property-exclusive-min-unset"])
        #expect(try ids(inclusive, exclusive) == ["request-property-exclusive-min-set"])
    }

    @Test func nullAmongListedValues() throws {
        let (with, without) = ("{type: [string, 'null'], enum: [x, null]}", "{type: [string, 'null'], enum: [x]}")
        #expect(try ids(with, without) == ["request-property-enum-value-removed"])
        #expect(try ids(request: false, without, with) == ["response-property-enum-value-added"])
    }

    @Test func falseIsNoType() throws {
        #expect(try ids("{type: string}", "false") == ["request-property-type-changed"])
        #expect(try ids("false", "{type: string}") == ["request-property-type-generalized"])
        #expect(try ids(request: false, "{type: string}", "false") == ["response-property-type-specialized"])
    }

    /// What older versions say of any type stands for it.
    @Test func anyTypeOfBodies() throws {
        func document(_ head: String, _ operation: String) -> String {
            "\(head)\ninfo: {title: t, version: 1.0.0}\npaths: {/a: {post: {\(operation), responses: {'200': {description: d}}}}}\n"
        }
        let body = "{name: b, in: body, required: true, schema: {type: object, properties: {k: {type: string}}}}"
        func old(_ type: String) -> String {
            document("swagger: '2.0'\nconsumes: ['\(type)']", "parameters: [\(body)]")
        }
        func new(_ type: String) -> String {
            document(
                "openapi: 3.0.3",
                "requestBody: {required: true, content: {'\(type)': {schema: {type: object, properties: {k: {type: string}}}}}}"
            )
        }
        #expect(try Compared(old("*/*"), new("*/*")).told == [])
        #expect(try Compared(new("*/*"), old("*/*")).told == [])
        #expect(try Compared(old("application/json"), new("*/*")).ids == ["request-body-media-type-added"])
        #expect(
            try Compared(new("*/*"), old("application/json")).ids == [
                "request-body-media-type-name-changed", "api-version-not-bumped",
            ])
    }

    /// Names of components with a slash.
    @Test func namesInMessages() throws {
        func document(_ schema: String) throws -> String {
            try #require(SchemaPlace("request-property-what")).document(schema).replacing(
                "    A: {", with: "    c/b: {type: object, properties: {c: {type: string}}}\n    A: {")
        }
        let a = "{$ref: '#/components/schemas/A'}"
        #expect(
            try Compared(document(a), document("{oneOf: [\(a), {$ref: '#/components/schemas/c~1b'}]}")).findings.map(
                \.message) == ["request property 'p' may be 'c/b' too now"])
    }

    /// A slash at the end makes another path.
    @Test func slashAtTheEnd() throws {
        let path = "/a: {get: {responses: {'200': {description: d}}}}"
        let compared = try Compared(Fixture.document(path), Fixture.document(path.replacing("/a:", with: "/a/:")))
        #expect(compared.ids == ["api-path-removed-without-deprecation", "endpoint-added", "api-version-not-bumped"])
    }
}
