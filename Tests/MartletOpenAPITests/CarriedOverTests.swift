// Slips that have a sensible reading: what is said of them, and what is read.

import MartletOpenAPI
import Testing

@Suite struct CarriedOverTests {
    private static let answer = "responses: {'200': {description: Good}}"

    /// Since 3.2 a scheme may be named by its URI.
    @Test func schemesByTheirURIs() {
        let decoded = Decoded(
            body: "paths: {}\nsecurity: [{'#/components/securitySchemes/a~1b': [r]}]\n"
                + "components: {securitySchemes: {a/b: {type: http, scheme: bearer}}}")
        #expect(decoded.document?.security?.map(\.schemes) == [["a/b"]])
        #expect(decoded.document?.security?.first?.scopes == ["a/b": ["r"]])
        #expect(!decoded.said.contains { $0.contains("undeclared") })
    }

    /// A list of schemas where a value may be no array is a choice, but for what may have positions.
    @Test(arguments: [
        ("3.0.3", "{items: [{type: string}, {type: 'null'}]}", [0, 2]),
        ("3.0.3", "{type: array, items: [{type: string}, {type: 'null'}]}", [2, 0]),
        ("3.0.3", "{minItems: 2, items: [{type: string}, {type: 'null'}]}", [2, 0]),
        ("3.0.3", "{example: [a, null], items: [{type: string}, {type: 'null'}]}", [2, 0]),
        ("3.1.0", "{items: [{type: string}, {type: 'null'}]}", [2, 0]),
    ])
    func listsOfItems(_ version: String, _ schema: String, _ counts: [Int]) {
        let decoded = Decoded(
            "openapi: \(version)\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: \(schema)}}")
        let keywords = decoded.schema("A")?.keywords
        #expect([keywords?.prefixItems.count, keywords?.anyOf.count] == counts)
        let said =
            counts[0] == 2
            ? "note: 'items' is the schema of all items; read as 'prefixItems'; write that for positions [items-list]"
            : "warning: 'items' must be a schema, and without a type this is no array; read as 'anyOf'; write that, or "
                + "type: array [items-list]"
        #expect(decoded.said.map { $0.split(separator: " ", maxSplits: 1)[1] } == [said[...]])
    }

    @Test(arguments: [
        (
            "paths: {/a: {get: {responses: {'200': }}}}",
            "warning: there is nothing where a Response Object is expected; read as an empty one; write {} "
                + "[empty-object]",
            "3:39"
        ),
        (
            "paths: {/a: {get: {responses: {'200': {content: {application/json: }}}}}}",
            "warning: there is nothing where a Media Type Object is expected; read as an empty one; write {} "
                + "[empty-object]",
            "3:68"
        ),
        (
            "paths: {}\ntags: [pets]",
            "warning: a Tag Object must be a mapping; read as one of this name; write {name: pets} [bare-tag]", "4:8"
        ),
        (
            "paths: {/a: {get: {tags: pets, \(answer)}}}",
            "warning: 'tags' must be a list, but this is a string; read as a list of one; put it in brackets "
                + "[wrong-type]", "3:26"
        ),
        (
            "paths: {/a: {get: {description: {a: b}, \(answer)}}}",
            "warning: 'description' must be a string, but this is a mapping; it is left out [wrong-type]", "3:33"
        ),
        (
            "paths: {/a: {get: {externalDocs: 'https://a.example', \(answer)}}}",
            "warning: an External Documentation Object must be a mapping, but this is a string; it is left out [wrong-type]",
            "3:34"
        ),
        (
            "paths: {/a: {get: {\(answer)}}, /b: []}",
            "warning: a Path Item Object must be a mapping, but this is a list; it is left out [wrong-type]", "3:67"
        ),
        (
            "components: {schemas: {A: {properties: {a: []}}}}",
            "warning: a Schema Object must be a mapping; any value is taken for a list; write a schema such as "
                + "{type: string} [bare-schema]",
            "3:44"
        ),
        (
            "paths: {/a: {get: {deprecated: maybe, \(answer)}}}",
            "warning: 'deprecated' must be true or false, but this is a string; it is left out [wrong-type]", "3:32"
        ),
        (
            "components: {schemas: {A: {required: [{a: b}]}}}",
            "warning: an item of 'required' must be a string, but this is a mapping; it is left out [wrong-type]",
            "3:39"
        ),
        (
            "components: {schemas: {A: {items: str}}}",
            "warning: a Schema Object must be a mapping; 'str' is read as its type; write {type: string} [bare-schema]",
            "3:35"
        ),
        (
            "components: {schemas: {A: {items: B}, B: {}}}",
            "warning: a Schema Object must be a mapping; 'B' is read as a reference to the schema of that name; write it "
                + "as $ref [bare-schema]", "3:35"
        ),
        (
            "components: {schemas: {A: {items: none of these}}}",
            "warning: a Schema Object must be a mapping; any value is taken for 'none of these'; write a schema such "
                + "as {type: string} [bare-schema]",
            "3:35"
        ),
        (
            "paths: {/a: {get: {parameters: [{name: b}], \(answer)}}}",
            "warning: a parameter needs 'name', and 'in' as one of query, header, path, cookie, querystring; this one is "
                + "left out [bad-parameter]", "3:33"
        ),
        (
            "paths: {/a: {get: {parameters: [{name: b, in: Query, schema: {}}], \(answer)}}}",
            "warning: 'Query' isn't a place for a parameter; read as 'query'; write that [misspelt-location]", "3:47"
        ),
        (
            "paths: {/a: {get: {parameters: [{name: b, in: query, schema: {}}, {name: b, in: query, schema: {}}], \(answer)}}}",
            "warning: the parameter 'b' in query is already listed above; this one is ignored; delete it "
                + "[duplicate-parameter]", "3:67"
        ),
        (
            "paths: {/a: {get: {parameters: [{name: X-B, in: header, schema: {}}, {name: x-b, in: header, schema: {}}], \(answer)}}}",
            "warning: the parameter 'x-b' in header is already listed above; this one is ignored; delete it "
                + "[duplicate-parameter]", "3:70"
        ),
        (
            "paths: {/a: {get: {parameters: [{name: b, in: query, type: string}], \(answer)}}}",
            "warning: 'type' of a parameter belongs in its 'schema'; read as if it stood there; move it "
                + "[type-beside-schema]", "3:54"
        ),
        (
            "paths: {/a: {get: {parameters: [{name: b, in: body, schema: {}}], \(answer)}}}",
            "warning: OpenAPI 3 has no parameters in the body; read as the request body; write 'requestBody' "
                + "[parameter-in-body]", "3:33"
        ),
        (
            "paths: {/a: {get: {responses: {'200': {description: B, schema: {}}}}}}",
            "warning: 'schema' belongs under a media type in 'content'; read as that of 'application/json'; move it "
                + "there "
                + "[schema-without-content]", "3:56"
        ),
        (
            "paths: {}\ncomponents: {securitySchemes: {a: {type: magic}}}",
            "warning: a security scheme is 'apiKey' (with 'name' and 'in'), 'http' (with 'scheme'), 'oauth2', "
                + "'openIdConnect' or 'mutualTLS'; this one is none of them, and is left out [unknown-security-scheme]",
            "4:35"
        ),
        (
            "paths: {}\nsecurity: [a]\ncomponents: {securitySchemes: {a: {type: bearer}}}",
            "warning: a Security Requirement Object must be a mapping; read as the scheme of this name; write {a: []} "
                + "[bare-requirement]", "4:12"
        ),
        (
            "paths: {}\nsecurity: {a: []}\ncomponents: {securitySchemes: {a: {type: http, bearerFormat: JWT}}}",
            "warning: 'security' must be a list, but this is a mapping; read as a list of one; put it in brackets "
                + "[wrong-type]", "4:11"
        ),
    ])
    func says(body: String, message: String, place: String) {
        // What else is missing from a response in short is said elsewhere.
        let said = Decoded(body: body).said.filter { !$0.contains("a response needs") }
        #expect(said == ["api.yaml:\(place): \(message)"])
    }

    @Test(arguments: [("yes", true), ("'no'", false), ("on", true), ("0", false), ("TRUE", true)])
    func words(text: String, value: Bool) {
        let decoded = Decoded(body: "paths: {/a: {get: {deprecated: \(text), \(Self.answer)}}}")
        #expect(decoded.said == [])
        #expect(decoded.document?.paths.first?.operations.first?.isDeprecated == value)
    }

    @Test func parametersInTheBody() {
        let operation = Decoded(
            body: """
                paths:
                  /a:
                    post:
                      parameters:
                        - {name: a, in: formData, schema: {type: string}, required: true}
                        - {name: b, in: formData, type: file}
                        - {name: c, in: query, type: integer}
                      \(Self.answer)
                """
        ).document?.paths.first?.operations.first
        #expect(operation?.parameters.map(\.name) == ["c"])
        #expect(operation?.parameters.first?.schema?.keywords.types == [.integer])
        #expect(operation?.requestBody?.isRequired == true)
        let media = operation?.requestBody?.content.first
        #expect(media?.name == "multipart/form-data")
        #expect(media?.schema?.keywords.properties.map(\.name) == ["a", "b"])
    }

    @Test func schemaOfAnAnswer() {
        let body = "paths: {/a: {get: {responses: {'200 ': {schema: {type: string}}, Default: {description: B}}}}}"
        let responses = Decoded(body: body).document?.paths.first?.operations.first?.responses
        #expect(responses?.map(\.status) == [.code(200), .rest])
        #expect(responses?.first?.content.first?.name == "application/json")
        #expect(responses?.first?.content.first?.schema?.keywords.types == [.string])
    }

    @Test func securityOfABareName() {
        let decoded = Decoded(body: "paths: {}\nsecurity: a\ncomponents: {securitySchemes: {a: {type: bearer}}}")
        #expect(decoded.document?.security?.map(\.schemes) == [["a"]])
    }

    @Test func aWholeNumberIsAVersion() {
        #expect(Decoded("openapi: 3\ninfo: {title: T, version: '1'}\npaths: {}\n").said == [])
    }
}
