// What requests carry.

import MartletIR
import Testing

@Suite struct BodyTests {
    private func body(_ content: String, _ more: String = "") throws -> (Body, LoweredAPI) {
        let lowered = try LoweredAPI(
            paths:
                "/a: {post: {operationId: send, responses: {}, requestBody: {required: true, content: {\(content)}}}}",
            schemas: """
                Note: {type: object, properties: {text: {type: string}, scan: {type: string, format: binary}}}
                Scan: {type: string, format: binary}
                Strings: {type: array, items: {type: string}}
                Scans: {type: array, items: {$ref: '#/components/schemas/Scan'}}
                Files: {type: array, items: {type: string, format: binary}}
                """)
        return (try #require(lowered.operation("send").body), lowered)
    }

    private static let inner = "{$ref: '#/components/schemas/Note'}"
    private static let note = "{schema: {$ref: '#/components/schemas/Note'}}"

    @Test(arguments: [
        ("application/json: \(note)", TypeReference.declared(["Note"]), Body.Content.Encoding.json),
        (
            "application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Strings'}}", .builtin(.string),
            .text
        ),
        ("multipart/form-data: \(note)", .declared(["Note"]), .multipart([])),
        ("text/plain: {}", .builtin(.string), .text),
        ("application/octet-stream: {}", .builtin(.fileContent), .file),
        ("image/png: {schema: {type: string, format: binary}}", .builtin(.fileContent), .file),
        ("'image/*': {}", .builtin(.fileContent), .file),
        ("'*/*': {}", .builtin(.fileContent), .file),
        ("'*/*': {schema: {type: string, format: binary}}", .builtin(.fileContent), .file),
        (
            "application/jsonl: {itemSchema: {$ref: '#/components/schemas/Note'}}", .array(.declared(["Note"])),
            .lines(.jsonLines)
        ),
        ("application/x-ndjson: \(note)", .array(.declared(["Note"])), .lines(.jsonLines)),
        (
            "application/json-seq: {schema: {type: array, items: {$ref: '#/components/schemas/Note'}}}",
            .array(.declared(["Note"])), .lines(.jsonSequence)
        ),
        (
            "application/x-ndjson: {schema: {oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, \(note.dropFirst(9).dropLast())]}}",
            .array(.declared(["SendRequestItem"])), .lines(.jsonLines)
        ),
        ("application/x-ndjson: {schema: {type: string}}", .builtin(.fileContent), .file),
        ("application/x-ndjson: {}", .builtin(.fileContent), .file),
        // Bytes are a file, whatever they are labelled, and so is what may be anything.
        ("text/csv: {schema: {type: string, format: binary}}", .builtin(.fileContent), .file),
        ("application/json: {schema: {type: string, format: binary}}", .builtin(.fileContent), .file),
        ("'*/*': {schema: {}}", .builtin(.fileContent), .file),
        // The same value under several names is sent under the first.
        (
            "application/json: \(note), text/json: \(note), application/*+json: \(note)", .declared(["Note"]), .json
        ),
        // So is one that is described under each in the same words.
        (
            "application/json: {schema: {type: array, items: \(inner)}}, text/json: {schema: {type: array, items: \(inner)}}, "
                + "application/*+json: {schema: {type: array, description: Notes, items: \(inner)}}",
            .array(.declared(["Note"])), .json
        ),
        (
            "application/json: {schema: {type: object, additionalProperties: {type: string, enum: [a]}}}, "
                + "text/json: {schema: {type: object, additionalProperties: {type: string, enum: [a]}}}",
            .dictionary(.declared(["SendRequestValue"])), .json
        ),
        (
            "application/json: {schema: {allOf: [\(inner)], description: x}}, text/json: {schema: {allOf: [\(inner)]}}",
            .declared(["Note"]), .json
        ),
        // What the client can't write is left out where it can write something else.
        ("application/xml: \(note), application/json: \(note)", .declared(["Note"]), .json),
    ])
    func oneContent(_ content: String, _ type: TypeReference, _ encoding: Body.Content.Encoding) throws {
        let (body, _) = try body(content)
        #expect(body.type == type)
        #expect(body.contents.map(\.encoding) == [encoding])
    }

    /// A form with a file is sent in parts.
    @Test(arguments: [
        ("\(note)", "multipart/form-data"),
        ("{schema: {type: object, properties: {a: {type: string}}}}", "application/x-www-form-urlencoded"),
        (
            "{schema: {allOf: [{properties: {a: {anyOf: [{type: string, contentMediaType: application/octet-stream}, "
                + "{type: 'null'}]}}}]}}", "multipart/form-data"
        ),
        (
            "{schema: {properties: {a: {type: array, items: {$ref: '#/components/schemas/Scan'}}}}}",
            "multipart/form-data"
        ),
        (
            "{schema: {properties: {a: {type: string, format: binary}}}}, multipart/form-data: \(note)",
            "application/x-www-form-urlencoded"
        ),
    ])
    func formsWithFiles(_ media: String, _ type: String) throws {
        let content = try body("application/x-www-form-urlencoded: \(media)").0.contents[0]
        #expect(content.contentType == type)
        #expect(content.caseName == (type == "multipart/form-data" ? "multipart" : "form"))
    }

    /// A range is no type to send; a file may have one of its own.
    @Test(arguments: [
        ("'*/*': \(note)", "application/json"), ("application/*+json: \(note)", "application/json"),
        ("'text/*': {}", "text/plain"), ("'image/*': {}", "image/*"), ("'*/*': {schema: {}}", "*/*"),
        ("application/json; charset=utf-8: \(note)", "application/json; charset=utf-8"),
    ])
    func labels(_ content: String, _ label: String) throws {
        #expect(try body(content).0.contents.map(\.contentType) == [label])
    }

    /// The values of a map are the parts of a form.
    @Test func mapsOfFiles() throws {
        let (body, _) = try body(
            "multipart/form-data: {schema: {type: object, additionalProperties: {type: string, format: binary}}}")
        #expect(body.type == .dictionary(.builtin(.fileContent)))
    }

    /// Files as every version of OpenAPI describes them, and those that a text may stand for.
    @Test(arguments: [
        ("{type: string, format: binary}", TypeReference.builtin(.fileContent)),
        ("{type: string, contentMediaType: image/png}", .builtin(.fileContent)),
        ("{contentMediaType: image/png}", .builtin(.fileContent)),
        ("{type: string, contentEncoding: binary}", .builtin(.fileContent)),
        ("{type: array, items: {contentMediaType: image/png}}", .array(.builtin(.fileContent))),
        ("{oneOf: [{type: string}, {type: string, format: binary}]}", .declared(["SendRequest", "Part"])),
        ("{type: string, contentMediaType: text/csv}", .builtin(.string)),
    ])
    func parts(_ schema: String, _ type: TypeReference) throws {
        let lowered = try body(
            "multipart/form-data: {schema: {type: object, required: [part], properties: {part: \(schema)}}}"
        ).1
        guard let form = lowered.api.types.first(where: { $0.name == "SendRequest" }),
            case .structure(let structure) = form.kind
        else {
            Issue.record("there are \(lowered.typeNames)")
            return
        }
        #expect(structure.properties.map(\.type) == [type])
        guard case .union(let union)? = form.nested.first?.kind else { return }
        #expect(union.cases.map(\.type) == [.builtin(.fileContent), .builtin(.string)])
    }

    /// What has no members can't be a form: it comes encoded.
    @Test(arguments: [
        (
            "application/x-www-form-urlencoded", "{type: string}", TypeReference.builtin(.string),
            Body.Content.Encoding.text
        ),
        ("application/x-www-form-urlencoded", "{type: array, items: {type: string}}", .builtin(.string), .text),
        ("multipart/form-data", "{$ref: '#/components/schemas/Scan'}", .builtin(.fileContent), .file),
        ("multipart/form-data", "{type: array, items: {type: string, format: binary}}", .builtin(.fileContent), .file),
    ])
    func formsWithoutMembers(
        _ media: String, _ schema: String, _ type: TypeReference, _ encoding: Body.Content.Encoding
    ) throws {
        let (body, lowered) = try body("\(media): {schema: \(schema)}")
        #expect(body.type == type)
        #expect(body.contents.map(\.encoding) == [encoding])
        #expect(lowered.said == ["raw-body"])
    }

    /// A content type speaks of each item of a list.
    @Test(arguments: [
        "c: {type: array, items: {type: string, format: binary}}", "c: {type: array, items: {type: string}}",
        "c: {type: array, items: {type: string, contentMediaType: image/png}}",
    ])
    func listsOfFiles(_ member: String) throws {
        let encoding = member.contains("png") ? "" : ", encoding: {c: {contentType: image/png}}"
        let (body, lowered) = try body(
            "multipart/form-data: {schema: {type: object, required: [c], properties: {\(member)}}\(encoding)}")
        guard case .structure(let structure) = try lowered.type("SendRequest").kind else {
            Issue.record("SendRequest is no structure")
            return
        }
        #expect(structure.properties.map(\.type) == [.array(.builtin(.fileContent))])
        #expect(
            body.contents.map(\.encoding) == [.multipart([FormRule(member: "c", kind: .contentType("image/png"))])])
    }

    /// A file says in its schema what it is; an object is JSON or a form, whatever else it is called.
    @Test func membersOfForms() throws {
        let (body, lowered) = try body(
            "multipart/form-data: {schema: {type: object, properties: {png: {type: string, contentMediaType: image/png}, "
                + "gif: {type: string, contentMediaType: image/gif}, form: {type: object, properties: {x: {}}}, "
                + "xml: {type: object, properties: {x: {}}}, text: {type: string}}}, "
                + "encoding: {gif: {contentType: image/webp}, form: {contentType: application/x-www-form-urlencoded}, "
                + "xml: {contentType: application/xml}, text: {contentType: text/markdown}}}")
        let types = [
            "gif": "image/webp", "form": "application/x-www-form-urlencoded", "xml": "application/xml",
            "text": "text/markdown", "png": "image/png",
        ]
        guard case .multipart(let rules) = body.contents[0].encoding else {
            Issue.record("it is no multipart form")
            return
        }
        #expect(Set(rules) == Set(types.map { FormRule(member: $0.key, kind: .contentType($0.value)) }))
        #expect(lowered.said == ["raw-part"])
    }

    @Test func severalContents() throws {
        let (body, lowered) = try body(
            "application/x-www-form-urlencoded: \(Self.note), application/json: \(Self.note), "
                + "application/merge-patch+json: \(Self.note), multipart/form-data: \(Self.note), text/csv: {}, "
                + "text/plain: {}, application/octet-stream: {}, 'image/*': {}")
        #expect(body.type == .declared(["SendBody"]))
        #expect(
            body.contents.map(\.caseName) == [
                "json", "mergePatch", "form", "multipart", "csv", "text", "file", "image",
            ])
        guard case .choice(let choice) = try lowered.type("SendBody").kind else {
            Issue.record("SendBody is no choice")
            return
        }
        #expect(choice.cases.map(\.type) == body.contents.map(\.type))
        #expect(!choice.isAnswer)
    }

    /// A list with a name may be files in one member, and texts in another.
    @Test func listsThatFormsShare() throws {
        let strings = "{$ref: '#/components/schemas/Strings'}"
        let (_, lowered) = try body(
            "multipart/form-data: {schema: {type: object, required: [a, b], properties: {a: \(strings), b: \(strings)}}, "
                + "encoding: {a: {contentType: image/png}}}")
        guard case .structure(let structure) = try lowered.type("SendRequest").kind else {
            Issue.record("SendRequest is no structure")
            return
        }
        #expect(structure.properties.map(\.type) == [.array(.builtin(.fileContent)), .declared(["Strings"])])
    }

    /// A difference in what is taken is one, however deep it is.
    @Test(arguments: [
        ("{type: array, items: {type: string}}", "{type: array, items: {type: string, maxLength: 3}}"),
        ("{type: object, properties: {a: {enum: [a]}}}", "{type: object, properties: {a: {enum: [b]}}}"),
        ("{type: object, properties: {a: {}}}", "{type: object, properties: {a: {}}, required: [a]}"),
        ("{allOf: [\(inner)]}", "{allOf: [\(inner)], nullable: true}"), ("{oneOf: [\(inner)]}", "{anyOf: [\(inner)]}"),
    ])
    func otherSchemas(_ one: String, _ other: String) throws {
        let (body, _) = try body("application/json: {schema: \(one)}, text/json: {schema: \(other)}")
        #expect(body.contents.map(\.caseName) == ["json", "json2"])
    }

    /// JSON itself is called so, in whatever place it stands.
    @Test(arguments: [
        ("ld+json, json, vnd.api+json", ["jsonLD", "json", "vndAPI"]), ("ld+json, problem+json", ["json", "problem"]),
        (
            "json-patch+json, merge-patch+json, strategic-merge-patch+json",
            ["jsonPatch", "mergePatch", "strategicMergePatch"]
        ),
        ("*+json, ld+json", ["json", "jsonLD"]),
    ])
    func namesOfJSON(_ types: String, _ names: [String]) throws {
        let contents = types.split(separator: ", ").enumerated().map { place, type in
            "application/\(type): {schema: {type: object, minProperties: \(place)}}"
        }
        #expect(try body(contents.joined(separator: ", ")).0.contents.map(\.caseName) == names)
    }

    @Test func whatIsLeftOutIsReported() throws {
        #expect(
            try body("application/json: \(Self.note), application/xml: \(Self.note)").1.said == ["other-content-type"])
        #expect(try body("application/xml: \(Self.note)").1.said == ["raw-body"])
        #expect(try body("text/event-stream: \(Self.note)").1.said == ["raw-body"])
        #expect(try body("application/connect+json: \(Self.note)").1.said == ["framed-messages"])
        #expect(
            try body("application/json: \(Self.note), application/connect+json: \(Self.note)").1.said
                == ["other-content-type"])
        let mixed = try body("multipart/mixed: {itemSchema: {$ref: '#/components/schemas/Note'}}")
        #expect(mixed.0.type == .builtin(.fileContent))
        #expect(mixed.1.said == ["raw-body"])
        let headers = "{a: {headers: {X-Page: {schema: {type: integer}}}}, b: {headers: {Content-Type: {}}}}"
        #expect(
            try body("multipart/form-data: {schema: {$ref: '#/components/schemas/Note'}, encoding: \(headers)}").1.said
                == ["untyped-part-headers"])
    }

    @Test func encodings() throws {
        let (body, _) = try body(
            "multipart/form-data: {schema: {$ref: '#/components/schemas/Note'}, encoding: "
                + "{a: {contentType: image/png}, b: {style: deepObject}, c: {explode: false}, d: {headers: {}}}}")
        #expect(
            body.contents.map(\.encoding) == [
                .multipart([
                    FormRule(member: "a", kind: .contentType("image/png")),
                    FormRule(member: "b", kind: .style(.deepObject, explode: true, allowReserved: false)),
                    FormRule(member: "c", kind: .style(.form, explode: false, allowReserved: false)),
                ])
            ])
    }

    /// Members of forms have the styles of queries.
    @Test func stylesOfOtherPlaces() throws {
        let (body, lowered) = try body(
            "application/x-www-form-urlencoded: {schema: {properties: {a: {}, b: {}}}, encoding: "
                + "{a: {style: simple}, b: {style: fancy, explode: false}}}")
        #expect(
            body.contents.map(\.encoding) == [
                .form([
                    FormRule(member: "a", kind: .style(.form, explode: true, allowReserved: false)),
                    FormRule(member: "b", kind: .style(.form, explode: false, allowReserved: false)),
                ])
            ])
        #expect(lowered.said == ["misplaced-style", "unknown-style"])
    }

    /// Files are parts of forms; in JSON such a string is a string.
    @Test(arguments: [
        ("multipart/form-data", "{type: string, format: binary}", TypeReference.builtin(.fileContent)),
        ("multipart/form-data", "{type: string, contentMediaType: image/png}", .builtin(.fileContent)),
        ("multipart/form-data", "{type: string, contentMediaType: text/html}", .builtin(.string)),
        ("multipart/form-data", "{$ref: '#/components/schemas/Scan'}", .builtin(.fileContent)),
        ("multipart/form-data", "{type: array, items: {type: string, format: binary}}", .array(.builtin(.fileContent))),
        ("multipart/form-data", "{$ref: '#/components/schemas/Scans'}", .array(.builtin(.fileContent))),
        ("multipart/form-data", "{$ref: '#/components/schemas/Files'}", .array(.builtin(.fileContent))),
        (
            "multipart/form-data", "{oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Scans'}]}",
            .array(.builtin(.fileContent))
        ),
        ("multipart/form-data", "{type: string, format: byte}", .builtin(.base64Data)),
        // What is deeper is JSON.
        (
            "multipart/form-data", "{type: object, additionalProperties: {type: string, format: binary}}",
            .dictionary(.builtin(.string))
        ),
        (
            "multipart/form-data", "{type: array, items: {type: array, items: {type: string, format: binary}}}",
            .array(.array(.builtin(.string)))
        ),
        ("application/json", "{type: string, format: binary}", .builtin(.string)),
        ("application/json", "{$ref: '#/components/schemas/Scan'}", .declared(["Scan"])),
        ("application/json", "{$ref: '#/components/schemas/Scans'}", .declared(["Scans"])),
    ])
    func files(_ media: String, _ schema: String, _ type: TypeReference) throws {
        let (_, lowered) = try body("\(media): {schema: {type: object, properties: {scan: \(schema)}}}")
        guard case .structure(let structure) = try lowered.type("SendRequest").kind else {
            Issue.record("SendRequest is no structure")
            return
        }
        #expect(structure.properties.map(\.type) == [type])
    }
}
