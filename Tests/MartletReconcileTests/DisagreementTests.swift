// Each kind of disagreement: what is said of it, and what the overlay does about it.

import Testing

/// One schema, one body, and what comes of them.
private struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var version = "3.1.0"
    /// The schema of the answer, as YAML in flow style.
    var schema: String
    /// Bodies of answers.
    var bodies: [String]
    var lines: [String]
    var actions: String

    var testDescription: String { name }
}

@Suite struct DisagreementTests {
    private static let cases = [
        Case(
            name: "a required member that is absent",
            schema: "{type: object, required: [id, name], properties: {id: {type: integer}, name: {type: string}}}",
            bodies: [#"{"id": 1}"#, #"{"id": 2, "name": "Ada"}"#],
            lines: ["api.yaml:12:10: 'name' is required, but missing in 1 of 2 cases [required-absent]"],
            actions: """

                  # 'name' is required, but missing in 1 of 2 cases
                  - target: $.components.schemas.Pet.required[?@ == 'name']
                    remove: true

                """),
        Case(
            name: "all required members are absent at times",
            schema: "{type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}",
            bodies: [#"{"name": "Ada"}"#],
            lines: ["api.yaml:12:10: 'id' is required, but missing in the only case [required-absent]"],
            actions: """

                  # 'id' is required, but missing in the only case
                  - target: $.components.schemas.Pet['required']
                    remove: true

                """),
        Case(
            name: "a date where a moment is described",
            schema: "{type: object, required: [at], properties: {at: {type: string, format: date-time}}}",
            bodies: [#"{"at": "2024-01-01"}"#, #"{"at": "2024-01-01T12:00:00Z"}"#],
            lines: [
                "api.yaml:12:58: \"2024-01-01\" isn't a 'date-time', but is the value in 1 of 2 cases [wrong-format]"
            ],
            actions: """

                  # "2024-01-01" isn't a 'date-time', but is the value in 1 of 2 cases
                  - target: $.components.schemas.Pet.properties.at['format']
                    remove: true

                """),
        Case(
            name: "null beside a type",
            schema: "{type: object, properties: {name: {type: string, description: A name.}}}",
            bodies: [#"{"name": null}"#],
            lines: ["api.yaml:12:44: null isn't allowed, but is the value in the only case [null]"],
            actions: """

                  # null isn't allowed, but is the value in the only case
                  - target: $.components.schemas.Pet.properties.name['type']
                    remove: true
                  - target: $.components.schemas.Pet.properties.name
                    update:
                      type:
                        - string
                        - 'null'

                """),
        Case(
            name: "null beside a type in 3.0", version: "3.0.3",
            schema: "{type: object, properties: {name: {type: string}}}", bodies: [#"{"name": null}"#],
            lines: ["api.yaml:12:44: null isn't allowed, but is the value in the only case [null]"],
            actions: """

                  # null isn't allowed, but is the value in the only case
                  - target: $.components.schemas.Pet.properties.name
                    update:
                      nullable: true

                """),
        Case(
            name: "null for a reference",
            schema: "{type: object, properties: {friend: {$ref: '#/components/schemas/Pet'}, id: {type: integer}}}",
            bodies: [#"{"friend": null, "id": 1}"#],
            lines: ["api.yaml:12:46: null isn't allowed, but is the value in the only case [null]"],
            actions: """

                  # null isn't allowed, but is the value in the only case
                  - target: $.components.schemas.Pet.properties.friend['$ref']
                    remove: true
                  - target: $.components.schemas.Pet.properties.friend
                    update:
                      anyOf:
                        - $ref: '#/components/schemas/Pet'
                        - type: 'null'

                """),
        Case(
            name: "null for a reference in 3.0", version: "3.0.3",
            schema: "{type: object, properties: {friend: {$ref: '#/components/schemas/Pet'}, id: {type: integer}}}",
            bodies: [#"{"friend": null, "id": 1}"#],
            lines: ["api.yaml:12:46: null isn't allowed, but is the value in the only case [null]"],
            actions: """

                  # null isn't allowed, but is the value in the only case
                  - target: $.components.schemas.Pet.properties.friend['$ref']
                    remove: true
                  - target: $.components.schemas.Pet.properties.friend
                    update:
                      allOf:
                        - $ref: '#/components/schemas/Pet'
                      nullable: true

                """),
        Case(
            name: "values that a list lacks",
            schema: "{type: object, properties: {size: {type: string, enum: [small, large]}}}",
            bodies: [#"{"size": "tiny"}"#, #"{"size": "huge"}"#, #"{"size": "large"}"#],
            lines: [#"api.yaml:12:44: "tiny", "huge" isn't listed, but is the value in 2 of 3 cases [unknown-value]"#],
            actions: """

                  # "tiny", "huge" isn't listed, but is the value in 2 of 3 cases
                  - target: $.components.schemas.Pet.properties.size
                    update:
                      enum:
                        - tiny
                        - huge

                """),
        Case(
            name: "a constant that isn't one, and is null at times",
            schema: "{type: object, properties: {id: {type: integer}, object: {const: pet}}}",
            bodies: [#"{"id": 1, "object": ""}"#, #"{"id": 1, "object": null}"#],
            lines: [
                #"api.yaml:12:67: "" isn't listed, but is the value in 1 of 2 cases [unknown-value]"#,
                "api.yaml:12:67: null isn't allowed, but is the value in 1 of 2 cases [null]",
            ],
            actions: """

                  # "" isn't listed, but is the value in 1 of 2 cases
                  # null isn't allowed, but is the value in 1 of 2 cases
                  - target: $.components.schemas.Pet.properties.object['const']
                    remove: true
                  - target: $.components.schemas.Pet.properties.object
                    update:
                      enum:
                        - pet
                        - ''
                        - null

                """),
        Case(
            name: "numbers that aren't whole",
            schema: "{type: object, properties: {weight: {type: integer, format: int32}}}",
            bodies: [#"{"weight": 1.5}"#, #"{"weight": 2}"#],
            lines: ["api.yaml:12:46: number isn't allowed, but is the type of the value in 1 of 2 cases [wrong-type]"],
            actions: """

                  # number isn't allowed, but is the type of the value in 1 of 2 cases
                  - target: $.components.schemas.Pet.properties.weight['format']
                    remove: true
                  - target: $.components.schemas.Pet.properties.weight
                    update:
                      type: number

                """),
        Case(
            name: "an object where a text is declared",
            schema: "{type: object, properties: {owner: {type: string}}}",
            bodies: [#"{"owner": {"name": "Ada"}}"#, #"{"owner": "Ada"}"#],
            lines: ["api.yaml:12:45: object isn't allowed, but is the type of the value in 1 of 2 cases [wrong-type]"],
            actions: """

                  # object isn't allowed, but is the type of the value in 1 of 2 cases
                  - target: $.components.schemas.Pet.properties.owner['type']
                    remove: true
                  - target: $.components.schemas.Pet.properties.owner
                    update:
                      type:
                        - string
                        - object
                      properties:
                        name:
                          type: string

                """),
        Case(
            name: "an object where a text is declared in 3.0", version: "3.0.3",
            schema: "{type: object, properties: {owner: {type: string, description: Who.}}}",
            bodies: [#"{"owner": {"name": "Ada"}}"#, #"{"owner": "Ada"}"#],
            lines: ["api.yaml:12:45: object isn't allowed, but is the type of the value in 1 of 2 cases [wrong-type]"],
            actions: """

                  # object isn't allowed, but is the type of the value in 1 of 2 cases
                  - target: $.components.schemas.Pet.properties.owner['type']
                    remove: true
                  - target: $.components.schemas.Pet.properties.owner
                    update:
                      anyOf:
                        - type: string
                        - type: object
                          properties:
                            name:
                              type: string

                """),
        Case(
            name: "a member that isn't declared",
            schema: "{type: object, properties: {id: {type: integer}, tag: {type: string}}}",
            bodies: [
                #"{"id": 1, "age": 3, "tag": "x"}"#, #"{"id": 1, "age": null, "tag": "x"}"#,
                #"{"id": 1, "tag": "x", "kin": [{"id": 2}]}"#,
            ],
            lines: [
                "api.yaml:12:10: 'age' isn't declared, but is there in 2 of 3 cases [undeclared-member]",
                "api.yaml:12:10: 'kin' isn't declared, but is there in 1 of 3 cases [undeclared-member]",
            ],
            actions: """

                  # 'age' isn't declared, but is there in 2 of 3 cases
                  # 'kin' isn't declared, but is there in 1 of 3 cases
                  - target: $.components.schemas.Pet
                    update:
                      properties:
                        age:
                          type:
                            - integer
                            - 'null'
                        kin:
                          type: array
                          items:
                            type: object
                            properties:
                              id:
                                type: integer

                """),
        Case(
            name: "members of an object that says it is open",
            schema: "{type: object, properties: {id: {type: integer}}, additionalProperties: true}",
            bodies: [#"{"id": 1, "age": 3}"#], lines: [], actions: ""),
        Case(
            name: "a number that may come as the text of its digits",
            schema: "{type: object, properties: {n: {type: [integer, string, 'null'], format: int32, "
                + "pattern: '^[0-9]$'}, m: {format: double, pattern: '^\\d$'}}}",
            bodies: [#"{"n": "3", "m": "1.5"}"#, #"{"n": 3, "m": 1}"#, #"{"n": null}"#], lines: [], actions: ""),
        Case(
            name: "a part of allOf that requires what is absent",
            schema: "{allOf: [{type: object, required: [id, name], properties: {id: {type: integer}, "
                + "name: {type: string}}}, {type: object, properties: {tag: {type: string}}}]}",
            bodies: [#"{"id": 1, "tag": "x", "age": 3}"#],
            lines: [
                "api.yaml:12:10: 'name' is required, but missing in the only case [required-absent]",
                "api.yaml:12:10: 'age' isn't declared, but is there in the only case [undeclared-member]",
            ],
            actions: """

                  # 'name' is required, but missing in the only case
                  - target: $.components.schemas.Pet.allOf[0].required[?@ == 'name']
                    remove: true

                  # 'age' isn't declared, but is there in the only case
                  - target: $.components.schemas.Pet.allOf[1]
                    update:
                      properties:
                        age:
                          type: integer

                """),
    ]

    @Test(arguments: cases) private func isSaidAndPutRight(_ row: Case) throws {
        let document = Self.document(row)
        let traffic = row.bodies.enumerated().map { ("\($0).json", $1) }
        let run = try ReconcileRun(document, traffic)
        #expect(run.lines.filter { $0.hasSuffix("]") } == row.lines)
        #expect(run.actions == row.actions)
        guard let overlay = run.overlay else { return }
        let again = try ReconcileRun(document, traffic, overlay: overlay)
        #expect(again.lines.filter { $0.hasSuffix("]") } == [])
        #expect(again.overlay == nil)
    }

    private static func document(_ row: Case) -> String {
        """
        openapi: \(row.version)
        info: {title: Pets, version: '1'}
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              responses:
                '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        components:
          schemas:
            # The schema of the case.
            Pet: \(row.schema)

        """
    }
}
