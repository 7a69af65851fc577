// What is told of operations, word for word, where it isn't about the schema of a body.

import Testing

@testable import MartletDiff

@Suite struct OperationRowTests {
    private func told(_ old: String, _ new: String, _ more: String = "") throws -> [String] {
        try Compared(Fixture.document(old, more), Fixture.document(new, more)).told
    }

    /// A number and a text are two things in JSON, and one in a query.
    @Test func parametersInJSON() throws {
        func document(_ type: String, _ member: String) -> String {
            let schema = "{type: object, properties: {m: {type: \(member)}}}"
            return
                "/a: {get: {parameters: [{name: q, in: query, content: {application/json: {schema: {type: \(type)}}}}, "
                + "{name: r, in: query, content: {application/json: {schema: \(schema)}}}, "
                + "{name: s, in: query, schema: {type: \(type)}}], responses: {\(DocumentEdit.ok)}}}"
        }
        #expect(
            try told(document("integer", "integer"), document("string", "string")) == [
                "GET /a: breaking request-parameter-type-changed: query parameter 'q': the type changed from 'integer' to 'string' at #/paths/~1a/get/parameters/0/content/application~1json/schema/type",
                "GET /a: breaking request-parameter-property-type-specialized: 'm' of query parameter 'r': the type was narrowed from 'integer' to 'string' at #/paths/~1a/get/parameters/1/content/application~1json/schema/properties/m/type",
                "GET /a: info request-parameter-type-generalized: query parameter 's': the type was widened from 'integer' to 'string' at #/paths/~1a/get/parameters/2/schema/type",
            ])
    }

    /// A header field of the operation replaces the path's, in whatever case: it is told once.
    @Test func headersOfThePath() throws {
        func document(_ rest: String) -> String {
            "/a: {parameters: [{name: x-a, in: header, schema: {type: string}\(rest)}], get: {parameters: "
                + "[{name: X-A, in: header, schema: {type: string}\(rest)}], responses: {\(DocumentEdit.ok)}}}"
        }
        #expect(
            try told(document(""), document(", required: true")) == [
                "GET /a: breaking request-parameter-became-required: header parameter 'X-A' became required at #/paths/~1a/get/parameters/0"
            ])
    }

    @Test func arraysThatBecameTexts() throws {
        func document(_ rest: String) -> String {
            "/a: {get: {parameters: [{name: q, in: query, \(rest)}], responses: {\(DocumentEdit.ok)}}}"
        }
        #expect(
            try told(
                document("explode: false, schema: {type: array, items: {type: string}}"),
                document("schema: {type: string}")) == [
                    "GET /a: info request-parameter-type-generalized: query parameter 'q': the type was widened from 'array' to 'string' at #/paths/~1a/get/parameters/0/schema/type"
                ])
    }

    /// A branch that is called otherwise is as unknown to older clients where a mapping says so as where a constant does.
    @Test func tagsOfBranches() throws {
        func document(_ tag: String, isMapped: Bool) -> String {
            let member = isMapped ? "{type: string}" : "{const: \(tag)}"
            let mapping = isMapped ? ", mapping: {a: '#/components/schemas/A', \(tag): '#/components/schemas/B'}" : ""
            return """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a: {get: {responses: {'200': {description: d, content: {text/event-stream: {schema: {$ref: '#/components/schemas/E'}}}}}}}
                components:
                  schemas:
                    E: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: t\(mapping)}}
                    A: {type: object, required: [t], properties: {t: {type: string}}}
                    B: {type: object, required: [t], properties: {t: \(member)}}
                """
        }
        let event = "an event of the body of the 200 response"
        func told(isMapped: Bool) throws -> [String] {
            try Compared(document("b", isMapped: isMapped), document("c", isMapped: isMapped)).told
        }
        #expect(
            try told(isMapped: true)
                == [
                    "breaking response-body-discriminator-tag-changed: \(event): what is 'B' has the tag 'c' now; it was 'b'",
                    "info response-body-discriminator-mapping-added: \(event): the discriminator has new values, 'c'",
                    "info response-body-discriminator-mapping-deleted: \(event): the discriminator lost values, 'b'",
                ].map { "GET /a: \($0) at #/components/schemas/E/discriminator" })
        #expect(
            try told(isMapped: false) == [
                "GET /a: breaking response-property-const-changed: property '<B>/t' of the 200 response must be 'c' now; it was 'b' at #/components/schemas/B/properties/t/const"
            ])
    }

    /// The bytes are the same.
    @Test func theJSONInTheDataOfEvents() throws {
        func document(_ data: String) -> String {
            "/a: {get: {responses: {'200': {description: d, content: {text/event-stream: {itemSchema: "
                + "{type: object, required: [data], properties: {event: {type: string}, data: \(data)}}}}}}}}"
        }
        func json(_ type: String) -> String { "{type: object, properties: {a: {type: \(type)}}}" }
        let content = "{type: string, contentMediaType: application/json, contentSchema: \(json("string"))}"
        #expect(try told(document(json("string")), document(content)) == [])
        #expect(
            try told(document(json("integer")), document(content)) == [
                "GET /a: breaking response-property-type-changed: property 'data/a' of the 200 response: the type changed from 'integer' to 'string' at #/paths/~1a/get/responses/200/content/text~1event-stream/itemSchema/properties/data/contentSchema/properties/a/type"
            ])
    }

    /// As `?q=a&q=b` it isn't the text of one parameter.
    @Test func listsOfParametersThatBecameTexts() throws {
        func document(_ schema: String) -> String {
            "/a: {get: {parameters: [{name: q, in: query, schema: \(schema)}], responses: {\(DocumentEdit.ok)}}}"
        }
        for list in ["{type: array, items: {type: string}}", "{type: object}"] {
            let told = try told(document(list), document("{type: string}"))
            #expect(
                told.map { $0.prefix(45) } == ["GET /a: breaking request-parameter-type-changed"].map { $0.prefix(45) })
        }
        #expect(
            try told(document("{type: string}"), document("{type: array, items: {type: string}}")) == [
                "GET /a: info request-parameter-type-generalized: query parameter 'q': the type was widened from 'string' to 'array' at #/paths/~1a/get/parameters/0/schema/type"
            ])
    }

    /// The values are those of the items then.
    @Test func valuesThatBecameLists() throws {
        func document(_ schema: String) -> String {
            "/a: {get: {parameters: [{name: q, in: query, schema: \(schema)}], responses: {\(DocumentEdit.ok)}}}"
        }
        let value = document("{type: string, enum: [a, b]}")
        let type = "request-parameter-type"
        let place = "at #/paths/~1a/get/parameters/0/schema"
        #expect(
            try told(value, document("{type: array, items: {type: string, enum: [a, b]}}")) == [
                "GET /a: info \(type)-generalized: query parameter 'q': the type was widened from 'string' to 'array' \(place)/type"
            ])
        #expect(
            try told(value, document("{type: array, items: {type: string, enum: [a]}}")) == [
                "GET /a: breaking \(type)-changed: query parameter 'q': the type changed from 'string' to 'array' \(place)/type",
                "GET /a: breaking request-parameter-enum-value-removed: query parameter 'q': the value 'b' was removed \(place)",
            ])
        #expect(
            try told(document("{type: array, items: {type: string, enum: [a]}}"), value) == [
                "GET /a: breaking \(type)-changed: query parameter 'q': the type changed from 'array' to 'string' \(place)/type",
                "GET /a: info request-parameter-enum-value-added: query parameter 'q': the value 'b' is new \(place)/enum/1",
            ])
    }

    @Test func bodiesOfMoreMediaTypes() throws {
        func document(_ media: String) -> String {
            "/a: {post: {requestBody: {content: {'\(media)': {}}}, responses: {\(DocumentEdit.ok)}}}"
        }
        #expect(
            try told(document("application/json"), document("*/*")) == [
                "POST /a: info request-body-media-type-added: the request body may be */* now at #/paths/~1a/post/requestBody/content/*~1*"
            ])
    }

    /// Of two days the one is named that is none.
    @Test func daysThatAreNone() throws {
        func document(_ day: String) -> String {
            "/a: {get: {deprecated: true, x-sunset: '\(day)', responses: {\(DocumentEdit.ok)}}}"
        }
        #expect(
            try told(document("soon"), document("2099-01-01")) == [
                "GET /a: breaking api-path-sunset-parse: 'x-sunset' isn't a date such as 2030-12-31: soon at #/paths/~1a/get"
            ])
        #expect(
            try told(document("2099-01-01"), document("soon")) == [
                "GET /a: breaking api-path-sunset-parse: 'x-sunset' isn't a date such as 2030-12-31: soon at #/paths/~1a/get"
            ])
    }

    @Test func certificates() throws {
        func document(_ scheme: String) -> String {
            Fixture.document("/a: {get: {security: [{k: []}], responses: {\(DocumentEdit.ok)}}}").replacing(
                "components:\n", with: "components:\n  securitySchemes: {k: {\(scheme)}}\n")
        }
        #expect(
            try Compared(document("type: mutualTLS"), document("type: apiKey, in: header, name: X-Key")).told == [
                "info api-security-component-type-changed: the security scheme 'k' is apiKey now; it was mutualTLS at #/components/securitySchemes/k",
                "breaking api-security-component-credentials-changed: credentials of the security scheme 'k' are sent as header 'x-key' now; it was a client's certificate at #/components/securitySchemes/k",
            ])
    }

    /// What comes with a webhook is received, and answers are sent.
    @Test func webhooks() throws {
        func document(_ parameter: String, _ answer: String, _ more: String) -> String {
            Fixture.document(
                "{}",
                "webhooks: {w: {post: {\(more)parameters: [{name: X-Sig, in: header, \(parameter)}], "
                    + "responses: {'200': {description: d\(answer)}}}}}")
        }
        let old = document("required: true, schema: {type: integer, enum: [1]}", ", content: {text/plain: {}}", "")
        let new = document(
            "schema: {type: integer, enum: [1, 2]}",
            ", headers: {X-H: {required: true, schema: {type: string}}}, content: {text/css: {}}", "deprecated: true, ")
        #expect(
            try Compared(old, new).told == [
                "webhook POST w: info endpoint-deprecated: the operation is deprecated now at #/webhooks/w/post",
                "webhook POST w: breaking received-parameter-became-optional: the header parameter 'X-Sig' that is received may be missing now at #/webhooks/w/post/parameters/0",
                "webhook POST w: breaking expected-header-added: the 200 answer must have the header 'X-H' now at #/webhooks/w/post/responses/200/headers/X-H",
                "webhook POST w: breaking expected-media-type-removed: the 200 answer can't be text/plain any more at #/webhooks/w/post/responses/200",
                "webhook POST w: info expected-media-type-added: the 200 answer may be text/css now at #/webhooks/w/post/responses/200/content/text~1css",
                "webhook POST w: warning response-header-enum-value-added: the header parameter 'X-Sig' that is received: the value 2 is new at #/webhooks/w/post/parameters/0/schema/enum/1",
            ])
    }

    /// What a base says is told once of it, and not again of each schema that extends it.
    @Test func editsOfBases() throws {
        func document(_ base: String) -> String {
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/P'}}}}}}}
            components:
              schemas:
                P: {type: object, required: [t], \(base), discriminator: {propertyName: t}}
                Y: {allOf: [{$ref: '#/components/schemas/P'}, {type: object, properties: {y: {type: string}}}]}
                Z: {allOf: [{$ref: '#/components/schemas/P'}, {type: object, properties: {z: {type: string}}}]}
            """
        }
        let old =
            "properties: {t: {type: string}, a: {type: string}}, minProperties: 1, additionalProperties: {type: string}"
        let new = "properties: {t: {type: string}, b: {type: string}}, minProperties: 2"
        #expect(
            try Compared(document(old), document(new)).told == [
                "GET /a: info response-body-min-properties-increased: the body of the 200 response: 'minProperties' was raised from 1 to 2 at #/components/schemas/P/minProperties",
                "GET /a: warning response-optional-property-removed: property 'a' of the 200 response was removed at #/components/schemas/P",
                "GET /a: info response-optional-property-added: property 'b' of the 200 response is new at #/components/schemas/P/properties/b",
                "GET /a: breaking response-body-additional-properties-unrestricted: the body of the 200 response: members that aren't listed may be anything now at #/components/schemas/P",
            ])
    }
}
