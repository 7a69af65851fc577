// Branches and events that a document doesn't list.

import Testing

@Suite struct UnionTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Feed, version: '1'}
        paths:
          /feed:
            get:
              operationId: readFeed
              responses:
                '200':
                  description: x
                  content:
                    text/event-stream:
                      schema:
                        oneOf:
                          - $ref: '#/components/schemas/Started'
                          - $ref: '#/components/schemas/ItemAdded'
                        discriminator:
                          propertyName: type
                          mapping:
                            started: '#/components/schemas/Started'
                            item.added: '#/components/schemas/ItemAdded'
        components:
          schemas:
            Started: {type: object, required: [type], properties: {type: {const: started}}}
            ItemAdded:
              type: object
              required: [type, item]
              properties: {type: {const: item.added}, item: {$ref: '#/components/schemas/Item'}}
            Item: {type: object, required: [id], properties: {id: {type: string}}}
        """

    @Test func eventsThatAreNotListedGetASchemaOfTheirOwn() throws {
        let transcript = """
            data: {"type": "started"}

            data: {"type": "item.added", "item": {"id": "1"}}

            data: {"type": "item.removed", "item": {"id": "1"}, "reason": "old"}

            event: ended
            data: {"total": 1}

            data: [DONE]


            """
        let traffic = [("feed.sse", transcript)]
        let run = try ReconcileRun(Self.document, traffic)
        #expect(
            run.lines == [
                "api.yaml:13:17: the union has no branch for 'item.removed', the tag in 1 of 4 cases [unknown-branch]",
                "api.yaml:13:17: the union has no branch for 'ended', the tag in 1 of 4 cases [unknown-branch]",
                "1 recording of readFeed stream", "2 disagreements, seen 2 times, in 1 recording",
            ])
        #expect(
            run.actions == """

                  # the union has no branch for 'item.removed', the tag in 1 of 4 cases
                  # the union has no branch for 'ended', the tag in 1 of 4 cases
                  - target: $.components.schemas
                    update:
                      ItemRemoved:
                        type: object
                        required:
                          - type
                        properties:
                          type:
                            type: string
                            const: item.removed
                          item:
                            $ref: '#/components/schemas/Item'
                          reason:
                            type: string
                      Ended:
                        type: object
                        properties:
                          type:
                            type: string
                            const: ended
                          total:
                            type: integer

                  # the union has no branch for 'item.removed', the tag in 1 of 4 cases
                  # the union has no branch for 'ended', the tag in 1 of 4 cases
                  - target: $.paths['/feed'].get.responses['200'].content['text/event-stream'].schema
                    update:
                      oneOf:
                        - $ref: '#/components/schemas/ItemRemoved'
                        - $ref: '#/components/schemas/Ended'
                      discriminator:
                        mapping:
                          item.removed: '#/components/schemas/ItemRemoved'
                          ended: '#/components/schemas/Ended'

                """)
        let again = try ReconcileRun(Self.document, traffic, overlay: run.overlay)
        #expect(again.lines == ["1 recording of readFeed stream", "0 disagreements, seen 0 times, in 1 recording"])
    }

    /// What a fix brings to light is put right too.
    @Test func newBranchesAreHeldAgainstTheSchemasThatTheyName() throws {
        let transcript = """
            data: {"type": "started"}

            data: {"type": "item.added", "item": {"id": "1"}}

            data: {"type": "item.removed", "item": {"id": "1", "owner": null}}


            """
        let traffic = [("feed.sse", transcript)]
        let run = try ReconcileRun(Self.document, traffic)
        #expect(
            run.actions.hasSuffix(
                """
                  # 'owner' isn't declared, but is there in 1 of 2 cases
                  - target: $.components.schemas.Item
                    update:
                      properties:
                        owner: {}

                """))
        #expect(try ReconcileRun(Self.document, traffic, overlay: run.overlay).overlay == nil)
    }

    /// A value is held against the branch that it fits, else against the first.
    @Test(arguments: [
        ("[1, 2.5]", []),
        (
            #"[1, "x"]"#,
            ["api.yaml:14:42: string isn't allowed, but is the type of the value in 1 of 2 cases [wrong-type]"]
        ),
        (#"["b", "x"]"#, []),
        (
            #"["b", 1]"#,
            ["api.yaml:17:61: integer isn't allowed, but is the type of the value in the only case [wrong-type]"]
        ),
    ])
    func branchesThatOnlyReadingTellsApart(_ value: String, _ lines: [String]) throws {
        let document = """
            openapi: 3.1.0
            info: {title: Lists, version: '1'}
            paths:
              /list:
                get:
                  operationId: readList
                  responses:
                    '200':
                      description: x
                      content:
                        application/json:
                          schema:
                            anyOf:
                              - {type: array, items: {type: integer}}
                              - {type: array, items: {type: number}}
                              - {type: array, prefixItems: [{const: a}, {type: integer}], minItems: 2}
                              - {type: array, prefixItems: [{const: b}, {type: string}], minItems: 2}
            """
        let run = try ReconcileRun(document, [("list.json", value)])
        #expect(run.lines.dropLast(2) == lines[...])
    }

    /// As generated code takes them: what has none of a closed object's members, but others, is another, and null is what
    /// isn't there. Of what fits none, the nearest says what is wrong.
    @Test(arguments: [
        (
            closed, #"{"z": 1}"#,
            ["api.yaml:15:21: 'z' isn't declared, but is there in the only case [undeclared-member]"]
        ),
        (
            closed, #"{"a": 1, "z": 1}"#,
            ["api.yaml:14:21: 'z' isn't declared, but is there in the only case [undeclared-member]"]
        ),
        (
            pairs, #"{"x": null, "z": 1}"#,
            [
                "api.yaml:15:21: 'w' is required, but missing in the only case [required-absent]",
                "api.yaml:15:21: 'x' isn't declared, but is there in the only case [undeclared-member]",
            ]
        ),
    ])
    func branchesThatMembersTellApart(_ branches: [String], _ value: String, _ lines: [String]) throws {
        let document = """
            openapi: 3.1.0
            info: {title: Kinds, version: '1'}
            paths:
              /kind:
                get:
                  operationId: readKind
                  responses:
                    '200':
                      description: x
                      content:
                        application/json:
                          schema:
                            anyOf:
                              - \(branches[0])
                              - \(branches[1])
            """
        let run = try ReconcileRun(document, [("kind.json", value)], operation: "readKind")
        #expect(run.lines.dropLast(2) == lines[...])
    }

    private static let closed = [
        "{type: object, properties: {a: {}}, additionalProperties: false}", "{type: object, properties: {b: {}}}",
    ]

    private static let pairs = [
        "{type: object, required: [x, y], properties: {x: {}, y: {}}}",
        "{type: object, required: [z, w], properties: {z: {}, w: {}}}",
    ]

    /// What is deep inside is held against each branch once.
    @Test(.timeLimit(.minutes(1)))
    func recursiveBranches() throws {
        let document = """
            openapi: 3.1.0
            info: {title: Trees, version: '1'}
            paths:
              /tree:
                get:
                  operationId: readTree
                  responses:
                    '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}}
            components:
              schemas:
                Tree:
                  oneOf:
                    - type: object
                      required: [leaves]
                      properties:
                        child: {$ref: '#/components/schemas/Tree'}
                        leaves: {type: array, items: {type: integer}}
                    - type: object
                      required: [leaves]
                      properties:
                        child: {$ref: '#/components/schemas/Tree'}
                        leaves: {type: array, items: {type: string}}
            """
        let tree = (0..<30).reduce(#"{"leaves":["a"]}"#) { child, _ in #"{"child":\#(child),"leaves":["b"]}"# }
        #expect(try ReconcileRun(document, [("tree.json", tree)]).lines.dropLast(2) == [])
    }
}
