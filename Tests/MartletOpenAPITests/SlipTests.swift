// What is said of the slips that real documents make.

import MartletOpenAPI
import Testing

@Suite struct SlipTests {
    private static let answer = "responses: {'200': {description: Good}}"

    @Test(arguments: [
        (
            "components: {schemas: {'A B': {}}}",
            "warning: 'A B' has characters that names of components may not have; use letters, digits, '.', '-' and '_' "
                + "[odd-component-name]", "3:24"
        ),
        (
            "paths: {/a: {get: {security: [{kee: []}], \(answer)}}}\n"
                + "components: {securitySchemes: {key: {type: http, scheme: bearer}}}",
            "warning: 'components/securitySchemes' has no 'kee'; did you mean 'key'? [undeclared-security-scheme]",
            "3:32"
        ),
        (
            "paths: {}\nsecurity: [{key: []}]",
            "warning: 'components/securitySchemes' has no 'key'; add it there [undeclared-security-scheme]", "4:13"
        ),
        (
            "paths:\n  /a: {get: {operationId: x, \(answer)}}\n  /b: {get: {operationId: x, \(answer)}}",
            "warning: the operationId 'x' already belongs to GET /a; give this operation another one "
                + "[duplicate-operation-id]", "5:8"
        ),
        (
            "paths: {}\ntags: [{name: a}, {name: a}]",
            "warning: the tag 'a' is already listed above; this one is ignored; delete it [duplicate-tag]", "4:19"
        ),
        (
            "paths: {}\ntags: [{name: a, parent: b}]",
            "warning: 'tags' has no other tag 'b' for this one to stand under; add it or fix the name "
                + "[unknown-tag-parent]", "4:8"
        ),
        (
            "paths: {/a: {get: {}}}",
            "warning: the operation has no 'responses'; its answer is taken to be empty; describe at least one "
                + "[missing-responses]",
            "3:14"
        ),
        (
            "paths: {/a: {get: {tag: [b], \(answer)}}}",
            "warning: 'tag' isn't a field of an Operation Object; did you mean 'tags'? [unknown-field]", "3:20"
        ),
        (
            "paths: {}\nmodels: {}",
            "warning: 'models' isn't a field of an OpenAPI document; remove it, or begin it with x- if it is your own "
                + "[unknown-field]", "4:1"
        ),
        (
            "components: {schemas: {A: {desciption: B, strange: C}}}",
            "warning: 'desciption' isn't a field of a Schema Object; did you mean 'description'? [unknown-field]",
            "3:28"
        ),
        (
            "components: {schemas: {A: {anyof: []}}}",
            "warning: 'anyof' isn't a field of a Schema Object; did you mean 'anyOf'? [unknown-field]", "3:28"
        ),
        (
            "paths: {}\nservers: [{url: 'https://a b'}]",
            "warning: 'https://a b' isn't a URL; write one such as 'https://api.example.com/v1' [bad-server-url]",
            "4:17"
        ),
        (
            "paths: {}\nservers: [{url: 'https://{host}/v1'}]",
            "warning: the URL has '{host}', which 'variables' doesn't declare; add it there with a 'default' "
                + "[undeclared-server-variable]", "4:17"
        ),
        (
            "paths: {/a: {get: {responses: {'200': {description: B, content: {json: {}}}}}}}",
            "warning: 'json' isn't a media type; write one such as 'application/json', each on its own "
                + "[bad-media-type]",
            "3:66"
        ),
        (
            "components: {schemas: {A: {type: integer, enum: ['1', '2']}}}",
            "note: 'enum' has a text where 'type' says integer, which decides; read as the value in the quotes; remove "
                + "them, or write type: string if texts are sent [quoted-value]", "3:50"
        ),
        (
            "components: {schemas: {A: {type: boolean, const: maybe}}}",
            "note: 'const' has a text that isn't how JSON writes the boolean that 'type' says; texts are read as such; "
                + "write type: string if they are sent [quoted-value]", "3:50"
        ),
        (
            "components: {schemas: {A: {type: integer, enum: ['10', '01']}}}",
            "note: 'enum' has a text that isn't how JSON writes the integer that 'type' says; texts are read as such; "
                + "write type: string if they are sent [quoted-value]", "3:50"
        ),
        (
            "paths: {/a: {post: {requestBody: {content: {application/x-www-form-urlencoded: {schema: "
                + "{properties: {b: {type: string, format: binary}}}}}}, \(answer)}}}",
            "warning: 'b' is a file, which application/x-www-form-urlencoded has no place for; sent as multipart/form-data; "
                + "write that [file-in-text]",
            "3:45"
        ),
        (
            "paths: {/a: {get: {parameters: [{name: Authorization, in: header, schema: {type: string}}], \(answer)}}}",
            "warning: OpenAPI 3 ignores a header parameter 'Authorization', but no security scheme covers the operation; read "
                + "as a parameter; describe it in 'securitySchemes', and name that in 'security' [ignored-header]",
            "3:33"
        ),
        (
            "components: {schemas: {A: {maximum: 1e999}}}",
            "warning: the number of 'maximum' is too large to bound anything; remove it [number-out-of-range]", "3:37"
        ),
        (
            "components: {schemas: {A: {maxLength: 18446744073709551615}}}",
            "warning: the number of 'maxLength' is too large to bound anything; remove it [number-out-of-range]", "3:39"
        ),
        (
            "components: {schemas: {A: {default: .inf}}}",
            "warning: 'default' has .inf, a number that JSON can't write; it is left out; remove it, or put it in quotes "
                + "if it is a text [number-out-of-range]", "3:37"
        ),
        (
            "components: {schemas: {A: {enum: [1, .nan]}}}",
            "warning: 'enum' has .nan, a number that JSON can't write; it is left out; remove it, or put it in quotes if "
                + "it is a text [number-out-of-range]", "3:38"
        ),
        (
            "components: {schemas: {A: {const: 1e999}}}",
            "warning: 'const' has 1e999, a number that JSON can't write; it is left out; remove it, or put it in quotes "
                + "if it is a text [number-out-of-range]", "3:35"
        ),
        (
            "components: {schemas: {A: {$ref: '#/components/schemas/B', $defs: {c: {$dynamicAnchor: T}}}, "
                + "B: {items: {$dynamicRef: '#T'}}}}",
            "warning: '$dynamicAnchor' puts nothing in the place of '#T' in what is referred to here, which is read as it "
                + "stands; write out a schema with '$ref' where that has '$dynamicRef' [bound-reference]", "3:72"
        ),
        (
            "paths: {/a: {additionalOperations: {BAD METHOD: {\(answer)}, GOOD-ONE: {\(answer)}}}}",
            "warning: 'BAD METHOD' can't be the method of a request; the operation is left out; write one of letters, "
                + "digits and '-' [bad-method]", "3:37"
        ),
        (
            "components: {schemas: {A: {maxItems: -1}}}",
            "warning: 'maxItems' must be a whole number, 0 or more; this one is ignored [bad-count]", "3:38"
        ),
        (
            "components: {schemas: {A: {minimum: '3'}}}",
            "warning: 'minimum' must be a number; read as one; remove the quotes [number-in-quotes]", "3:37"
        ),
        (
            "paths: {/a: {get: {responses: {ok: {}}}}}",
            "warning: 'ok' isn't a status code; this response is left out; write a code (200), a range (4XX) or "
                + "'default' "
                + "[bad-status]", "3:32"
        ),
        (
            "components: {schemas: {A: {type: file}}}",
            "warning: 'file' is not a JSON Schema type; read as bytes; write type: string and format: binary "
                + "[file-type]",
            "3:34"
        ),
        (
            "components: {schemas: {A: {type: any}}}",
            "note: 'any' is not a JSON Schema type; any value is taken here; leave 'type' out to say so [any-type]",
            "3:34"
        ),
        (
            "components: {schemas: {A: {type: object, properties: {b: {type: string, required: true}}}}}",
            "note: 'required' lists names and says nothing of the schema itself; name the property in 'required' of its "
                + "object [boolean-required]", "3:83"
        ),
        (
            "paths: {/a: {get: {responses: {200: {description: B, content: {a/b: {example: 1, examples: {c: {value: 2}}}}}}}}}",
            "note: 'example' and 'examples' exclude each other; both are read; keep 'examples' [example-and-examples]",
            "3:70"
        ),
        (
            "components: {schemas: {A: {items: }}}",
            "warning: there is nothing where a schema is expected; any value is taken; write {} to say so "
                + "[empty-schema]",
            "3:35"
        ),
        (
            "components: {schemas: {A: {oneOf: [null, {type: string}]}}}",
            "warning: there is nothing where a branch is expected; read as null; write {type: 'null'} to say so "
                + "[empty-schema]",
            "3:36"
        ),
        (
            "paths: {/a: {x-b: 1}}",
            "note: the path '/a' has extensions and no operation; nothing is generated for it "
                + "[path-without-operations]", "3:9"
        ),
        (
            "paths: {/a: {summary: b}}",
            "note: the path '/a' has no operation; nothing is generated for it; add one, such as 'get:', or remove the "
                + "path [path-without-operations]",
            "3:9"
        ),
        (
            "paths: {/a: {additionalOperations: {Get: {\(answer)}}}}",
            "warning: 'Get' has a field of its own; write 'get:' in the path item [ordinary-method]", "3:37"
        ),
        (
            "components: {schemas: {A: {oneOf: [], discriminator: {propertyName: a, mapping: {x-b: 1, c: B}}}}}",
            "warning: '#/components/schemas/B' names nothing; did you mean '#/components/schemas/A'? "
                + "[unknown-reference]", "3:93"
        ),
    ])
    func says(body: String, message: String, place: String) {
        let decoded = Decoded(body: body)
        #expect(decoded.said == ["api.yaml:\(place): \(message)"])
        #expect(decoded.document != nil)
    }

    @Test func saysNothing() {
        let decoded = Decoded(
            body: """
                servers: [{url: '/'}, {url: 'https://{a}.b/{c}', variables: {a: {default: x}, c: {default: y}}}]
                paths:
                  /a:
                    get:
                      responses:
                        200: {description: '', content: {'text/*; q=1': {}, application/vnd.a+json: {}}}
                        4xx: {description: B}
                        default: {description: C}
                components: {schemas: {A: {properties: []}, A.b-c_1: {x-strange: 1, strange: 1}}}
                """)
        #expect(decoded.said == [])
        #expect(
            decoded.document?.paths.first?.operations.first?.responses.map(\.status.description) == [
                "200", "4XX", "default",
            ])
    }

    @Test func missingInfo() {
        #expect(
            Decoded("openapi: 3.0.0\ninfo: {}\npaths: {}\n").said == [
                "api.yaml:2:7: warning: 'info.title' is required by OpenAPI; add it [missing-field]",
                "api.yaml:2:7: warning: 'info.version' is required by OpenAPI; add it [missing-field]",
            ])
    }

    @Test func fileIsBinary() {
        let keywords = Decoded(body: "components: {schemas: {A: {type: file}}}").schema("A")?.keywords
        #expect(keywords?.types == [.string])
        #expect(keywords?.format == "binary")
    }

    @Test func largeBoundsDontTrap() {
        let range = Decoded(body: "components: {schemas: {A: {minimum: -9223372036854775809, maxLength: 1e3}}}")
            .schema("A")?.keywords.range
        #expect(range?.minimum == -9_223_372_036_854_775_808)
        #expect(range?.maxLength == 1000)
    }
}
