// References: to places, anchors, identifiers and files, and those that lead nowhere.

import MartletOpenAPI
import MartletSource
import Testing

@Suite struct ReferenceTests {
    private static let root = "openapi: 3.1.0\n"

    @Test func everyObjectMayBeAReference() {
        let decoded = Decoded(files: [
            "api.yaml": """
            openapi: 3.0.0
            info: {$ref: parts/texts.yml#/info}
            tags: [{$ref: 'parts/texts.yml#/tag'}]
            paths:
              /a: {get: {$ref: parts/get.yml}}
              /b: {$ref: parts/item.yml}
            components: {schemas: {$ref: parts/schemas.yml}}
            """,
            "parts/texts.yml": """
            info: {title: T, version: '1', description: {$ref: '#/words'}}
            words: Words
            tag: {name: t, description: {$ref: '#/words'}}
            """,
            "parts/get.yml": """
            parameters: {$ref: 'list.yml'}
            responses:
              '200': {description: '', content: {application/json: {schema: {$ref: '../api.yaml#/components/schemas/A'}}}}
            """,
            "parts/list.yml": "- {name: p, in: query, schema: {$ref: schemas.yml#/A}}\n",
            "parts/item.yml": "post: {$ref: get.yml}\n",
            "parts/schemas.yml": "A: {type: object, properties: {$ref: '#/B'}}\nB: {b: {type: string}}\n",
        ])
        #expect(decoded.said == [])
        #expect(decoded.calls == ["GET /a", "POST /b"])
        #expect(decoded.document?.info.description == "Words")
        #expect(decoded.document?.tags.first?.description == "Words")
        #expect(decoded.schema("A")?.keywords.properties.map(\.name) == ["b"])
        let operation = decoded.document?.paths.first?.operations.first
        let component = decoded.document?.components.schemas.first?.location
        #expect(operation?.parameters.first?.schema?.keywords.reference == component)
        #expect(operation?.responses.first?.content.first?.schema?.keywords.reference == component)
    }

    @Test(arguments: [
        ("#/components/schemas/Pet", "/components/schemas/Pet"),
        ("#/components/schemas/Pet/properties/a~1b", "/components/schemas/Pet/properties/a~1b"),
        ("#/components/schemas/Pet/$defs/tail", "/components/schemas/Pet/$defs/tail"),
        ("#/components/schemas/Pet%2D", "/components/schemas/Pet-"),
        ("#tail", "/components/schemas/Pet/$defs/tail"),
        ("#moving", "/components/schemas/Pet/$defs/moving"),
        ("https://example.com/pets", "/components/schemas/Identified"),
        ("https://example.com/pets#/$defs/inner", "/components/schemas/Identified/$defs/inner"),
        ("https://example.com/pets#deep", "/components/schemas/Identified/$defs/inner"),
        ("https://example.com/inner/x.json", "/components/schemas/Identified/$defs/relative"),
        ("urn:uuid:1-2", "/components/schemas/Urn"),
        ("api.yaml#/components/schemas/Pet", "/components/schemas/Pet"),
        ("./api.yaml#tail", "/components/schemas/Pet/$defs/tail"),
        ("https://example.com/self#/components/schemas/Pet", "/components/schemas/Pet"),
        (
            "#/paths/~1x/get/responses/200/content/application~1json/schema",
            "/paths/~1x/get/responses/200/content/application~1json/schema"
        ),
        ("#/components/schemas/Alias/properties/a~1b", "/components/schemas/Pet/properties/a~1b"),
    ])
    func finds(reference: String, pointer: String) {
        let decoded = Decoded(
            """
            openapi: 3.2.0
            $self: https://example.com/self
            info: {title: T, version: '1'}
            paths:
              /x: {get: {responses: {'200': {content: {application/json: {schema: {type: string}}}}}}}
            components:
              schemas:
                Here: {$ref: '\(reference)'}
                Pet:
                  properties: {a/b: {type: string}, $id: {type: string}}
                  $defs: {tail: {$anchor: tail}, moving: {$dynamicAnchor: moving}}
                Pet-: {}
                Alias: {$ref: '#/components/schemas/Pet'}
                Identified:
                  $id: https://example.com/pets
                  $defs: {inner: {$anchor: deep, type: string}, relative: {$id: inner/x.json}}
                Urn: {$id: 'urn:uuid:1-2'}
            """)
        #expect(decoded.said == [])
        #expect(decoded.schema("Here")?.keywords.reference == SchemaLocation(document: 0, pointer: pointer))
        let target = decoded.schema("Here")?.keywords.reference.flatMap { decoded.document?.schemas[$0] }
        #expect(target != nil)
    }

    @Test func identifiersAreBases() {
        let decoded = Decoded(
            body: """
                components:
                  schemas:
                    A:
                      $id: https://example.com/a
                      properties:
                        own: {$ref: '#/$defs/b'}
                        root: {$ref: '#'}
                        file: {$ref: '#/components/schemas/C'}
                        sibling: {$ref: c}
                      $defs: {b: {type: string}}
                    C: {$id: https://example.com/c}
                """)
        #expect(decoded.said == [])
        let places = decoded.schema("A")?.keywords.properties.map { $0.schema.keywords.reference?.pointer ?? "none" }
        #expect(
            places == [
                "/components/schemas/A/$defs/b", "/components/schemas/A", "/components/schemas/C",
                "/components/schemas/C",
            ])
    }

    @Test func recursiveReferences() {
        let decoded = Decoded(
            body: """
                components:
                  schemas:
                    A: {properties: {a: {$recursiveRef: '#'}, b: {$dynamicRef: '#node'}}, $dynamicAnchor: node}
                    B: {properties: {a: {$ref: '#'}, b: {$dynamicRef: '#node'}}, $dynamicAnchor: node}
                """)
        #expect(
            decoded.said == [
                "api.yaml:6:32: warning: '#' is the whole document; read as the schema around it; write "
                    + "'#/components/schemas/B' [reference-to-document]"
            ])
        for name in ["A", "B"] {
            let places = decoded.schema(name)?.keywords.properties.map { $0.schema.keywords.reference?.pointer }
            #expect(places == ["/components/schemas/\(name)", "/components/schemas/\(name)"])
        }
    }

    @Test(arguments: [
        ("#/components/schemas/Pets", "did you mean '#/components/schemas/Pet'? [unknown-reference]"),
        ("#/components/schema/Pet", "did you mean 'schemas'? [unknown-reference]"),
        ("#/components/schemas/Elephant", "fix the reference or add its target [unknown-reference]"),
        ("#tails", "did you mean '#tail'? [unknown-reference]"),
        ("b.yaml#/Cat", "did you mean 'b.yaml#/Cats'? [unknown-reference]"),
        ("#/components/schemas/Pet/tail/~", "fix the reference or add its target [unknown-reference]"),
    ])
    func unknown(reference: String, advice: String) {
        let decoded = Decoded(files: [
            "api.yaml": """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components:
              schemas:
                Here: {$ref: '\(reference)'}
                Pet: {$anchor: tail}
            """,
            "b.yaml": "Cats: {}\n",
        ])
        #expect(
            decoded.said == [
                "api.yaml:5:18: warning: '\(reference)' names nothing, so that any value is taken; \(advice)"
            ])
    }

    @Test(arguments: ["Pets", "c.yaml#/Cat"]) func missingFile(reference: String) {
        let decoded = Decoded(files: [
            "api.yaml": """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components: {schemas: {A: {$ref: '\(reference)'}}}
            """
        ])
        #expect(
            decoded.said == [
                "api.yaml:3:34: error: '\(reference)' can't be read: no such file; check the path [unreadable-file]"
            ])
    }

    @Test(arguments: ["Pet", "#components/schemas/Pet", "components/schemas/Pet"])
    func bareNames(reference: String) {
        let decoded = Decoded(body: "components: {schemas: {A: {$ref: '\(reference)'}, Pet: {}}}")
        #expect(
            decoded.said == [
                "api.yaml:3:34: warning: '\(reference)' isn't a reference; read as '#/components/schemas/Pet'; write "
                    + "that [bare-reference]"
            ])
        #expect(decoded.schema("A")?.keywords.reference?.pointer == "/components/schemas/Pet")
    }

    /// What a schema calls itself is no slip, nor is a name within its file, as draft 7 has it.
    @Test(arguments: ["Address", "Address#", "#place"])
    func namesOfTheirOwn(reference: String) {
        let decoded = Decoded(
            body: """
                components:
                  schemas:
                    User: {$id: User, properties: {a: {$ref: '\(reference)'}}, definitions: {b: {$id: '#place'}}}
                    Address: {$id: Address}
                """)
        #expect(decoded.said == [])
        let pointer = decoded.schema("User")?.keywords.properties.first?.schema.keywords.reference?.pointer
        #expect(
            pointer
                == (reference == "#place" ? "/components/schemas/User/definitions/b" : "/components/schemas/Address"))
    }

    /// A whole file, and a pointer into one, as tools write them by mistake.
    @Test(arguments: [
        ("b.yaml#/", "warning: 'b.yaml#/' isn't a reference; read as 'b.yaml'; write that [bare-reference]"),
        (
            "b.yaml#definitions/Cat",
            "warning: 'b.yaml#definitions/Cat' isn't a reference; read as 'b.yaml#/definitions/Cat'; write that "
                + "[bare-reference]"
        ),
        (
            "b.yaml#definitions/Dog",
            "warning: 'b.yaml#definitions/Dog' names nothing, so that any value is taken; fix the reference or add its "
                + "target [unknown-reference]"
        ),
    ])
    func bareFragments(reference: String, message: String) {
        let decoded = Decoded(files: [
            "api.yaml": """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components: {schemas: {A: {$ref: '\(reference)'}}}
            """,
            "b.yaml": "definitions: {Cat: {}}\n",
        ])
        #expect(decoded.said == ["api.yaml:3:34: \(message)"])
    }

    /// Its own error is what there is to mend: that nothing is found in it is a note.
    @Test func aFileWithErrors() {
        let decoded = Decoded(files: [
            "api.yaml": """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components: {schemas: {A: {$ref: 'b.yaml#/X'}}}
            """,
            "b.yaml": "X: [1\n",
        ])
        #expect(
            decoded.said == [
                "api.yaml:3:34: note: 'b.yaml#/X' isn't looked up, since its file has errors; mend these [unknown-reference]",
                "b.yaml:2:1: error: did not find expected ',' or ']' while parsing a flow sequence; a bracket opened further "
                    + "up is not closed before this, or a key has more than 1,024 characters or its colon on another line "
                    + "[yaml-syntax]",
            ])
    }

    @Test(.timeLimit(.minutes(1))) func aPointerBehindACircle() {
        let decoded = Decoded(
            body: "components: {schemas: {A: {$ref: '#/components/schemas/A'}, B: {$ref: '#/components/schemas/A/x'}}}")
        #expect(
            decoded.said == [
                "api.yaml:3:27: error: this schema is '#/components/schemas/A', which is this schema again; there is "
                    + "nothing in the circle; give one of them a type [reference-cycle]",
                "api.yaml:3:71: warning: '#/components/schemas/A/x' names nothing, so that any value is taken; fix the "
                    + "reference or add its target [unknown-reference]",
            ])
    }

    /// Messages on a Swagger document are in its words.
    @Test(arguments: [
        ("Pet", "warning: 'Pet' isn't a reference; read as '#/definitions/Pet'; write that [bare-reference]"),
        (
            "#/definitions/Pat",
            "warning: '#/definitions/Pat' names nothing, so that any value is taken; did you mean '#/definitions/Pet'? "
                + "[unknown-reference]"
        ),
    ])
    func swagger(reference: String, message: String) {
        let decoded = Decoded(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths: {}
            definitions: {A: {$ref: '\(reference)'}, Pet: {}}
            """)
        #expect(decoded.said == ["api.yaml:4:25: \(message)"])
    }

    @Test func onTheNetwork() {
        #expect(
            Decoded(body: "components: {schemas: {A: {$ref: 'https://example.com/b.yaml#/B'}}}").said == [
                "api.yaml:3:34: error: 'https://example.com/b.yaml#/B' can't be read: no such file; check the path "
                    + "[unreadable-file]"
            ])
    }

    @Test(arguments: [
        ("{$ref: '#/components/schemas/A'}", "A"),
        ("{allOf: [{$ref: '#/components/schemas/B'}]}\n    B: {$ref: '#/components/schemas/A'}", "A"),
    ])
    func circles(schema: String, name: String) {
        let said = Decoded(body: "components:\n  schemas:\n    A: \(schema)\n").said
        let line = schema.contains("B:") ? 6 : 5
        #expect(
            said == [
                "api.yaml:\(line):8: error: this schema is '#/components/schemas/\(name)', which is this schema again; "
                    + "there is nothing in the circle; give one of them a type [reference-cycle]"
            ])
    }

    @Test func circlesWithSomethingInThem() {
        let decoded = Decoded(
            body: """
                components:
                  schemas:
                    A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {a: {}}}]}
                    B: {anyOf: [{$ref: '#/components/schemas/B'}, {type: string}]}
                    C: {properties: {c: {$ref: '#/components/schemas/C'}}}
                """)
        #expect(decoded.said == [])
    }

    @Test func circleOfResponses() {
        let said = Decoded(
            body: """
                paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/A'}}}}}
                components: {responses: {A: {$ref: '#/components/responses/A'}}}
                """
        ).said
        #expect(
            said == [
                "api.yaml:3:39: error: '#/components/responses/A' leads back to itself, with nothing in the circle; "
                    + "refer to something else [reference-cycle]"
            ])
    }

    @Test func chains() {
        var schemas = "components:\n  schemas:\n"
        var responses = "  responses:\n"
        for number in 0..<10_000 {
            schemas += "    A\(number): {$ref: '#/components/schemas/A\(number + 1)'}\n"
            responses += "    A\(number): {$ref: '#/components/responses/A\(number + 1)'}\n"
        }
        schemas += "    A10000: {type: string}\n"
        responses += "    A10000: {}\n"
        let paths = "paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/A0'}}}}}\n"
        #expect(
            Decoded(body: schemas + responses + paths).said == [
                "api.yaml:9924:12: error: more than 80 references follow one another from here; "
                    + "refer to the last of them directly [reference-chain]",
                "api.yaml:20008:39: error: more than 80 references follow one another from here; "
                    + "refer to the last of them directly [reference-chain]",
            ])
    }

    @Test func sharedObjectsAreDecodedOnce() {
        let decoded = Decoded(
            body: """
                paths:
                  /a:
                    get: {responses: {'200': {$ref: '#/components/responses/R'}, 4xx: {$ref: '#/components/responses/R'}}}
                components: {responses: {R: {content: {a/b: {schema: {type: string}}}}}}
                """)
        let responses = decoded.document?.paths.first?.operations.first?.responses ?? []
        #expect(responses.map(\.status) == [.code(200), .range(4)])
        #expect(Set(responses.compactMap { $0.content.first?.schema?.id }).count == 1)
    }
}
