// Rows 12 and 17 to 25 of the table: types, their names and what they hold.

extension SourceRow {
    static let types: [SourceRow] = [
        SourceRow(
            12, "schema renamed",
            schemas: (
                "Owner: {type: object, properties: {name: {type: string}, age: {type: integer}}}\n"
                    + pet("owner: {$ref: '#/components/schemas/Owner'}"),
                "Keeper: {type: object, properties: {name: {type: string}, age: {type: integer}}}\n"
                    + pet("owner: {$ref: '#/components/schemas/Keeper'}")
            ),
            says: ["breaking: 'Owner' is called 'Keeper' now"]),
        SourceRow(
            12, "inline became a reference",
            schemas: (
                pet("state: {type: string, enum: [new, sold]}"),
                "State: {type: string, enum: [new, sold]}\n" + pet("state: {$ref: '#/components/schemas/State'}")
            ),
            says: ["breaking: 'Pet.State' is called 'State' now"]),
        SourceRow(
            12, "a reference became inline",
            schemas: (
                "State: {type: string, enum: [new, sold]}\n" + pet("state: {$ref: '#/components/schemas/State'}"),
                pet("state: {type: string, enum: [new, sold]}")
            ),
            says: ["breaking: 'State' is called 'Pet.State' now"]),
        SourceRow(
            12, "title of a branch changed",
            schemas: (
                "Input: {oneOf: [{type: string, title: Text}, {type: array, title: List, items: {type: string}}]}",
                "Input: {oneOf: [{type: string, title: Prompt}, {type: array, title: List, items: {type: string}}]}"
            ),
            says: ["breaking: 'Input.text' is called 'prompt' now"]),
        SourceRow(
            17, "integer became number",
            schemas: (pet("age: {type: integer}", "age"), pet("age: {type: number}", "age")),
            says: ["breaking: 'Pet.age' is 'Double' now, not 'Int'"]),
        SourceRow(
            17, "string became date-time",
            schemas: (pet("born: {type: string}"), pet("born: {type: string, format: date-time}")),
            says: ["breaking: 'Pet.born' is 'Timestamp?' now, not 'String?'"]),
        SourceRow(
            17, "int32 became int64",
            schemas: (pet("age: {type: integer, format: int32}"), pet("age: {type: integer, format: int64}")),
            says: ["breaking: 'Pet.age' is 'Int64?' now, not 'Int32?'"]),
        SourceRow(
            17, "format dropped",
            schemas: (pet("born: {type: string, format: date}", "born"), pet("born: {type: string}", "born")),
            says: ["breaking: 'Pet.born' is 'String' now, not 'CalendarDate'"]),
        SourceRow(
            18, "additional members allowed",
            schemas: (
                "Pet: {type: object, properties: {name: {type: string}}}",
                "Pet: {type: object, properties: {name: {type: string}}, additionalProperties: {type: integer}}"
            ),
            says: ["compatible: 'Pet' gained an optional property 'additionalMembers', and its 'init' an argument"]),
        SourceRow(
            18, "additional members forbidden",
            schemas: (
                "Pet: {type: object, properties: {name: {type: string}}, additionalProperties: {type: integer}}",
                "Pet: {type: object, properties: {name: {type: string}}, additionalProperties: false}"
            ),
            says: ["breaking: 'Pet.additionalMembers' is gone"]),
        SourceRow(
            19, "allOf refactored",
            schemas: (
                pet("name: {type: string}, age: {type: integer}", "age"),
                "Pet: {allOf: [{type: object, properties: {name: {type: string}}}, {type: object, required: [age], "
                    + "properties: {age: {type: integer}}}]}"
            ),
            says: []),
        SourceRow(
            20, "mapping changed", schemas: (mapped("cat: Cat, dog: Dog"), mapped("feline: Cat, dog: Dog")),
            says: ["breaking: 'Animal.cat' is called 'feline' now"]),
        SourceRow(
            21, "an unused component changed",
            schemas: ("Alone: {type: object, properties: {a: {type: string}}}", "Alone: {type: string}"),
            says: ["breaking: 'Alone' is another name of 'String' now, not a struct"]),
        SourceRow(
            22, "a new name collides, and renames nothing",
            schemas: (pet("fooBar: {type: string}"), pet("fooBar: {type: string}, foo_bar: {type: integer}")),
            says: ["compatible: 'Pet' gained an optional property 'fooBar2', and its 'init' an argument"]),
        SourceRow(
            22, "a new name takes another's",
            schemas: (pet("foo_bar: {type: string}"), pet("foo_bar: {type: string}, fooBar: {type: integer}")),
            says: [
                "breaking: 'Pet.fooBar' is called 'fooBar2' now",
                "compatible: 'Pet' gained an optional property 'fooBar', and its 'init' an argument",
            ]),
        SourceRow(
            23, "a schema becomes recursive",
            schemas: (
                pet("name: {type: string}"),
                pet("name: {type: string}, parent: {$ref: '#/components/schemas/Pet'}")
            ),
            says: ["compatible: 'Pet' gained an optional property 'parent', and its 'init' an argument"]),
        SourceRow(
            23, "a conformance is lost",
            schemas: (
                "Input: {oneOf: [{type: string}, {type: array, items: {type: string}}]}",
                "Input: {oneOf: [{type: integer}, {type: array, items: {type: string}}]}"
            ),
            says: [
                "breaking: 'Input' isn't 'ExpressibleByStringLiteral' any more", "breaking: 'Input.string' is gone",
                "conditional: 'Input' gained a case 'integer': code compiles where it expects others "
                    + "('@nonexhaustive'), not where it switches over all without 'default'",
            ]),
        SourceRow(
            24, "default changed",
            schemas: (
                pet("age: {type: integer, default: 1}", "age"), pet("age: {type: integer, default: 2}", "age")
            ),
            says: ["compatible: 'Pet.init' takes 2 for 'age' where none is given, not 1"]),
        SourceRow(
            24, "default removed",
            schemas: (pet("age: {type: integer, default: 1}", "age"), pet("age: {type: integer}", "age")),
            says: ["breaking: 'Pet.init' requires 'age', which could be left out"]),
        SourceRow(
            25, "optional property deprecated",
            schemas: (
                pet("name: {type: string}, age: {type: integer}"),
                pet("name: {type: string}, age: {type: integer, deprecated: true}")
            ),
            says: ["warning: 'Pet.age' is deprecated"]),
        SourceRow(
            25, "required property deprecated",
            schemas: (
                pet("name: {type: string}, age: {type: integer}", "age"),
                pet("name: {type: string}, age: {type: integer, deprecated: true}", "age")
            ),
            says: ["warning: 'Pet.age' is deprecated"]),
        SourceRow(
            25, "type deprecated",
            schemas: (pet("a: {type: string}"), pet("a: {type: string}").replacingLast("}", ", deprecated: true}")),
            says: ["compatible: 'Pet' is deprecated, which its documentation alone says"]),
    ]

    /// Changes that the table hasn't.
    static let others: [SourceRow] = [
        SourceRow(
            0, "an alias stands for another type",
            schemas: (
                "ID: {type: string}\n" + pet("id: {$ref: '#/components/schemas/ID'}"),
                "ID: {type: integer}\n" + pet("id: {$ref: '#/components/schemas/ID'}")
            ),
            says: ["breaking: 'ID' stands for 'Int' now, not 'String'"]),
        SourceRow(
            0, "a type that became another name, and what stands in it",
            schemas: (
                "A: {type: object, properties: {sub: {type: object, properties: {x: {type: string}}}}}",
                "A: {$ref: '#/components/schemas/B'}\n"
                    + "B: {type: object, properties: {sub: {type: object, properties: {x: {type: integer}}}}}"
            ),
            says: [
                "breaking: 'A' is another name of 'B' now, not a struct",
                "breaking: 'B.Sub.x' is 'Int?' now, not 'String?'",
                "compatible: 'B' is new",
            ]),
        SourceRow(
            0, "servers with variables",
            root: (
                "servers: [{url: 'https://{region}.example/{base}', variables: {region: {default: eu, enum: [eu, us]}, "
                    + "base: {default: v1}}}, {url: 'https://b.example'}]",
                "servers: [{url: 'https://{region}.example', variables: {region: {default: us, enum: [us, asia]}}}]"
            ),
            says: [
                "breaking: 'Client.DefaultServerRegion.eu' is gone",
                "breaking: 'Client.DefaultServerRegion' gained a case 'asia': 'switch' without 'default' must handle it: "
                    + "'Client.DefaultServerRegion' isn't '@nonexhaustive'",
                "compatible: 'Client.defaultServer' is https://us.example now, not https://eu.example/v1",
                "breaking: 'Client.server2' is gone",
                "compatible: 'Client.makeDefaultServer' takes \"us\" for 'region' where none is given, not \"eu\"",
                "breaking: 'Client.makeDefaultServer' takes no argument 'base' any more",
            ]),
        SourceRow(
            0, "security",
            root: (
                "security: [{key: []}]",
                "security: [{key: []}, {token: []}]"
            ),
            components: (
                "securitySchemes: {key: {type: http, scheme: bearer}}",
                "securitySchemes: {key: {type: http, scheme: bearer}, token: {type: oauth2, flows: {clientCredentials: "
                    + "{tokenUrl: 'https://a.example/token', scopes: {}}}}}"
            ),
            says: [
                "compatible: 'Client.init' can be called without 'key'",
                "compatible: 'Client.init' gained an optional argument 'token'",
                "compatible: 'Client' gained a method 'tokenClientCredentials'",
                "compatible: 'Client' gained a method 'tokenRefreshToken'",
            ]),
        SourceRow(
            0, "a type that is called like one that much code uses",
            schemas: (
                "Blob: {type: object, properties: {a: {type: string}}}\n"
                    + pet("blob: {$ref: '#/components/schemas/Blob'}"),
                "Data: {type: object, properties: {a: {type: string}}}\n"
                    + pet("blob: {$ref: '#/components/schemas/Data'}")
            ), isQualified: false,
            says: [
                "breaking: 'Blob' is called 'Data' now",
                "breaking: 'Data' is a type of the client now: code that means the one of Foundation must name its module",
            ]),
        SourceRow(
            0, "a type that hides one of the runtime",
            schemas: (
                pet("born: {type: string, format: date-time}"),
                "Timestamp: {type: integer}\n" + pet("born: {type: string, format: date-time}")
            ), isQualified: false,
            says: [
                "compatible: 'Timestamp' is new",
                "breaking: 'Timestamp' is a type of the client now: code that means the one of MartletRuntime must "
                    + "name its module",
            ]),
        SourceRow(
            0, "another name of the type of the runtime that is called so",
            schemas: (
                pet("born: {type: string, format: date-time}, data: {}"),
                "Timestamp: {type: string, format: date-time}\nJSONValue: {}\nMoment: {$ref: '#/components/schemas/Timestamp'}\n"
                    + pet("born: {$ref: '#/components/schemas/Moment'}, data: {$ref: '#/components/schemas/JSONValue'}")
            ), isQualified: false,
            says: [
                "compatible: 'JSONValue' is new", "compatible: 'Moment' is new", "compatible: 'Timestamp' is new",
            ]),
    ]

    /// Names that the client's declarations aren't spelt with, and all code with a client, or much code, is.
    static let hidden = [
        ("ClientError", "MartletRuntime"), ("RetryPolicy", "MartletRuntime"), ("ServerError", "MartletRuntime"),
        ("Int", "Swift"), ("Void", "Swift"), ("Data", "Foundation"),
        ("Task", "_Concurrency"), ("Regex", "_StringProcessing"), ("Dimension", "Foundation"),
    ].map { name, module in
        SourceRow(
            0, "a type that is called like one that all code spells: \(name)",
            schemas: (pet("name: {type: string}"), "\(name): {type: object}\n" + pet("name: {type: string}")),
            isQualified: false,
            says: [
                "compatible: '\(name)' is new",
                "breaking: '\(name)' is a type of the client now: code that means the one of \(module) must name its module",
            ])
    }

    private static func mapped(_ mapping: String) -> String {
        let schemas = ["Cat", "Dog"].map {
            "\($0): {type: object, required: [kind], properties: {kind: {type: string}}}"
        }
        let references = ["Cat", "Dog"].map { "{$ref: '#/components/schemas/\($0)'}" }.joined(separator: ", ")
        return
            (["Animal: {oneOf: [\(references)], discriminator: {propertyName: kind, mapping: {\(mapping)}}}"] + schemas)
            .joined(separator: "\n")
    }
}

extension String {
    fileprivate func replacingLast(_ text: String, _ other: String) -> String {
        hasSuffix(text) ? dropLast(text.count) + other : self
    }
}
