// `martlet bundle` where one reference leads to the next: an index of files, and what was called after its file.

import MartletTestSupport
import Testing

@Suite struct BundleChainTests {
    private func bundle(_ root: String, _ files: KeyValuePairs<String, String>) throws -> [Substring] {
        let folder = try TemporaryFolder()
        try folder.write("api.yaml", "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\n" + root)
        for (name, text) in files { try folder.write(name, text + "\n") }
        let run = try ToolRun(["bundle", "api.yaml"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors == "")
        return Self.lines(run.output)
    }

    private static let index: KeyValuePairs = [
        "s/index.yaml": "Pet: {$ref: Pet.yaml}\nCat: {$ref: ./Cat.yaml}",
        "s/Pet.yaml": "oneOf: [{$ref: 'index.yaml#/Cat'}, {$ref: Cat.yaml}]",
        "s/Cat.yaml": "{type: object, properties: {friend: {$ref: 'index.yaml#/Pet'}}}",
    ]

    private static let whole = """
        openapi: 3.1.0
        info:
          title: Zoo
          version: '1'
        components:
          schemas:
            Pet:
              oneOf:
                - $ref: '#/components/schemas/Cat'
                - $ref: '#/components/schemas/Cat'
            Cat:
              type: object
              properties:
                friend:
                  $ref: '#/components/schemas/Pet'

        """

    /// Whatever is on the way, each component is there once, by the name that the root gives.
    @Test(arguments: [
        "Pet: {$ref: 's/index.yaml#/Pet'}, Cat: {$ref: 's/index.yaml#/Cat'}",
        "Pet: {$ref: s/Pet.yaml}, Cat: {$ref: 's/index.yaml#/Cat'}",
        "Pet: {$ref: s/Pet.yaml}, Cat: {$ref: s/Cat.yaml}",
    ])
    func anIndexAddsNothing(_ schemas: String) throws {
        let lines = try bundle("components: {schemas: {\(schemas)}}\n", Self.index)
        #expect(lines == Self.lines(Self.whole))
    }

    /// Also where the root has no names for them, and where it has two for one.
    @Test func namesThatTheRootLacks() throws {
        let schemas = "Some: {$ref: 's/index.yaml#/Pet'}, Other: {$ref: s/Pet.yaml}"
        let lines = try bundle("components: {schemas: {\(schemas)}}\n", Self.index)
        let expected = """
            openapi: 3.1.0
            info:
              title: Zoo
              version: '1'
            components:
              schemas:
                Some:
                  oneOf:
                    - $ref: '#/components/schemas/Cat'
                    - $ref: '#/components/schemas/Cat'
                Other:
                  $ref: '#/components/schemas/Some'
                Cat:
                  type: object
                  properties:
                    friend:
                      $ref: '#/components/schemas/Some'

            """
        #expect(lines == Self.lines(expected))
    }

    /// A name on the way that is another than that of its end stays one.
    @Test func namesOnTheWay() throws {
        let lines = try bundle(
            "components: {schemas: {Zoo: {type: array, items: {$ref: 'index.yaml#/Pet'}}}}\n",
            ["index.yaml": "Pet: {$ref: Animal.yaml}", "Animal.yaml": "type: object"])
        let expected = """
            openapi: 3.1.0
            info:
              title: Zoo
              version: '1'
            components:
              schemas:
                Zoo:
                  type: array
                  items:
                    $ref: '#/components/schemas/Pet'
                Animal:
                  type: object
                Pet:
                  $ref: '#/components/schemas/Animal'

            """
        #expect(lines == Self.lines(expected))
    }

    /// The value of the tag is the name that the schema had, also where a base doesn't list what extends it.
    @Test func whatExtendsABaseKeepsItsValue() throws {
        let heir = "allOf: [{$ref: ../index.yaml#/Pet}, {properties: {NAME: {type: string}}}]"
        let lines = try bundle(
            """
            components:
              schemas:
                Zoo: {type: array, items: {anyOf: [{$ref: wild/Cat.yaml}, {$ref: wild/Dog.yaml}]}}
                Cat: {type: string}
                Dog: {type: string}

            """,
            [
                "index.yaml": "Pet: {$ref: Pet.yaml}",
                "Pet.yaml": "type: object\ndiscriminator: {propertyName: kind, mapping: {dog: wild/Dog.yaml}}",
                "wild/Cat.yaml": heir.replacing("NAME", with: "mew"),
                "wild/Dog.yaml": heir.replacing("NAME", with: "bark"),
            ])
        let expected = """
            openapi: 3.1.0
            info:
              title: Zoo
              version: '1'
            components:
              schemas:
                Zoo:
                  type: array
                  items:
                    anyOf:
                      - $ref: '#/components/schemas/Cat_wild'
                      - $ref: '#/components/schemas/Dog_wild'
                Cat:
                  type: string
                Dog:
                  type: string
                Cat_wild:
                  allOf:
                    - $ref: '#/components/schemas/Pet'
                    - properties:
                        mew:
                          type: string
                Dog_wild:
                  allOf:
                    - $ref: '#/components/schemas/Pet'
                    - properties:
                        bark:
                          type: string
                Pet:
                  type: object
                  discriminator:
                    propertyName: kind
                    mapping:
                      dog: '#/components/schemas/Dog_wild'
                      Cat: '#/components/schemas/Cat_wild'

            """
        #expect(lines == Self.lines(expected))
    }

    private static func lines(_ text: String) -> [Substring] {
        text.replacing("\"", with: "'").split(separator: "\n")
    }

    /// Where a path item is written out, what stands beside the reference to it stands beside its fields.
    @Test func fieldsBesideAPathItem() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "api.yaml",
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths:
              /a:
                $ref: pi.yaml
                servers: [{url: 'https://b.c'}]
                get: {operationId: own, responses: {'200': {description: ok}}}
                post: {operationId: post, responses: {'200': {$ref: 'more.yaml#/ok'}}}

            """)
        try folder.write("pi.yaml", "get: {operationId: get, responses: {'200': {description: ok}}}\n")
        try folder.write("more.yaml", "ok: {description: fine}\n")
        let bundle = """
            openapi: 3.0.3
            info:
              title: T
              version: '1'
            paths:
              /a:
                get:
                  operationId: get
                  responses:
                    '200':
                      description: ok
                servers:
                  - url: https://b.c
                post:
                  operationId: post
                  responses:
                    '200':
                      $ref: '#/components/responses/ok'
            components:
              responses:
                ok:
                  description: fine

            """
        let said =
            "api.yaml:7:5: warning: 'get' stands beside '$ref' and in what that names; the one there is read; remove one of "
            + "them [beside-reference]\n"
        let run = try ToolRun(["bundle", "api.yaml"], in: folder)
        #expect(run.output == bundle)
        #expect(run.errors == said)
        try folder.write("bundle.yaml", run.output)
        #expect(try ToolRun(["diff", "api.yaml", "bundle.yaml"], in: folder).output.contains("\nno changes\n"))
    }
}
