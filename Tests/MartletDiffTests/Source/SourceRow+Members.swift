// Rows 1 to 11 of the table: values, branches, and the properties of types.

extension SourceRow {
    private static let open =
        "code compiles where it expects others ('@nonexhaustive'), not where it switches over all without 'default'"

    static let members: [SourceRow] = [
        SourceRow(
            1, "enum value added",
            schemas: ("Colour: {type: string, enum: [red]}", "Colour: {type: string, enum: [red, green]}"),
            says: ["conditional: 'Colour' gained a case 'green': \(open)"]),
        SourceRow(
            0, "a new value takes the name of another",
            schemas: ("X: {type: string, enum: [a-b]}", "X: {type: string, enum: [a_b, a-b]}"),
            says: [
                "breaking: 'X.aB' stands for another value now; what it stood for is called 'aB2'",
                "conditional: 'X' gained a case 'aB2': \(open)",
            ]),
        SourceRow(
            0, "a new property takes the name of another",
            schemas: (
                "X: {type: object, properties: {foo_bar: {type: string}}}",
                "X: {type: object, properties: {fooBar: {type: string}, foo_bar: {type: string}}}"
            ),
            says: [
                "breaking: 'X.fooBar' stands for the member 'fooBar' now, not for 'foo_bar', which is called 'fooBar2'",
                "compatible: 'X' gained an optional property 'fooBar', and its 'init' an argument",
            ]),
        SourceRow(
            2, "enum value removed",
            schemas: ("Colour: {type: string, enum: [red, green]}", "Colour: {type: string, enum: [red]}"),
            says: ["breaking: 'Colour.green' is gone"]),
        SourceRow(
            3, "union branch added", schemas: (union("Cat, Dog"), union("Cat, Dog, Bird")),
            says: ["conditional: 'Animal' gained a case 'bird': \(open)"]),
        SourceRow(
            3, "stream event added", schemas: (union("Cat, Dog"), union("Cat, Dog, Bird")),
            paths: (stream("Animal"), stream("Animal")),
            says: ["conditional: 'Animal' gained a case 'bird': \(open)"]),
        SourceRow(
            0, "stream events carry no text any more", schemas: (union("Cat, Dog"), union("Cat, Dog")),
            paths: (stream("Animal", "{text: {cat: kind}}"), stream("Animal")),
            says: ["breaking: 'Animal' isn't 'TextEvent' any more"]),
        SourceRow(
            0, "stream events of other texts, and another end", schemas: (union("Cat, Dog"), union("Cat, Dog")),
            paths: (
                stream("Animal", "{text: {cat: kind}, terminal: [cat], sequence: n}"),
                stream("Animal", "{text: {dog: kind}, terminal: [dog]}")
            ),
            says: [
                "compatible: the document says otherwise of events of 'Animal' now: what ends the stream, what counts the "
                    + "events, which text they carry"
            ]),
        SourceRow(
            0, "an event that was there ends the stream", schemas: (union("Cat, Dog"), union("Cat, Dog")),
            paths: (stream("Animal", "{terminal: [cat]}"), stream("Animal", "{terminal: [cat, dog]}")),
            says: ["compatible: the document says otherwise of events of 'Animal' now: what ends the stream"]),
        SourceRow(
            0, "a new event ends the stream", schemas: (union("Cat, Dog"), union("Cat, Dog, Bird")),
            paths: (stream("Animal", "{terminal: [cat]}"), stream("Animal", "{terminal: [cat, bird]}")),
            says: ["conditional: 'Animal' gained a case 'bird': \(open)"]),
        SourceRow(
            0, "ids of events are no numbers any more",
            schemas: (
                "Animal: {type: object, required: [data], properties: {data: {type: string}, id: {type: integer}}}",
                "Animal: {type: object, required: [data], properties: {data: {type: string}, id: {type: string}}}"
            ), paths: (stream("Animal"), stream("Animal")),
            says: [
                "breaking: 'Animal.id' is 'String?' now, not 'Int?'",
                "compatible: the document says otherwise of events of 'WatchStreamEvent' now: how events come",
            ]),
        SourceRow(
            0, "streams aren't taken up again", schemas: (union("Cat, Dog"), union("Cat, Dog")),
            paths: (stream("Animal", "{sequence: n, resume: {after: from}}"), stream("Animal", "{sequence: n}")),
            says: ["compatible: 'Client.watch' doesn't take up a stream again any more that broke off"]),
        SourceRow(
            0, "stream event with text added", schemas: (union("Cat, Dog"), union("Cat, Dog, Bird")),
            paths: (stream("Animal", "{text: {cat: kind}}"), stream("Animal", "{text: {cat: kind, bird: kind}}")),
            says: ["conditional: 'Animal' gained a case 'bird': \(open)"]),
        SourceRow(
            4, "union branch removed", schemas: (union("Cat, Dog, Bird"), union("Cat, Dog")),
            says: ["breaking: 'Animal.bird' is gone"]),
        SourceRow(
            5, "property required", schemas: (pet("name: {type: string}"), pet("name: {type: string}", "name")),
            says: [
                "breaking: 'Pet.name' isn't optional any more: 'String', not 'String?'",
                "breaking: 'Pet.init' requires 'name', which could be left out",
            ]),
        SourceRow(
            6, "property optional", schemas: (pet("name: {type: string}", "name"), pet("name: {type: string}")),
            says: ["breaking: 'Pet.name' is optional now: 'String?', not 'String'"]),
        SourceRow(
            6, "property optional, which moves its argument",
            schemas: (
                pet("name: {type: string}, age: {type: integer}", "name, age"),
                pet("name: {type: string}, age: {type: integer}", "age")
            ),
            says: [
                "breaking: 'Pet.name' is optional now: 'String?', not 'String'",
                "breaking: 'Pet.init' takes 'name' after 'age' now",
            ]),
        SourceRow(
            7, "property nullable",
            schemas: (pet("name: {type: string}", "name"), pet("name: {type: [string, 'null']}", "name")),
            says: ["breaking: 'Pet.name' is optional now: 'String?', not 'String'"]),
        SourceRow(
            8, "property not null",
            schemas: (pet("name: {type: [string, 'null']}", "name"), pet("name: {type: string}", "name")),
            says: ["breaking: 'Pet.name' isn't optional any more: 'String', not 'String?'"]),
        SourceRow(
            9, "optional property added",
            schemas: (pet("name: {type: string}"), pet("name: {type: string}, age: {type: integer}")),
            says: ["compatible: 'Pet' gained an optional property 'age', and its 'init' an argument"]),
        SourceRow(
            10, "required property added",
            schemas: (pet("name: {type: string}"), pet("name: {type: string}, age: {type: integer}", "age")),
            says: ["breaking: 'Pet.init' gained a required argument 'age'"]),
        SourceRow(
            11, "order of properties changed",
            schemas: (
                pet("name: {type: string}, age: {type: integer}, colour: {type: string}"),
                pet("age: {type: integer}, colour: {type: string}, name: {type: string}")
            ),
            says: ["breaking: 'Pet.init' takes 'name' after 'colour' now"]),
        SourceRow(
            0, "property removed",
            schemas: (pet("name: {type: string}, age: {type: integer}"), pet("name: {type: string}")),
            says: ["breaking: 'Pet.age' is gone"]),
        SourceRow(
            0, "property renamed",
            schemas: (pet("colour: {type: string}"), pet("color: {type: string}")),
            says: ["breaking: 'Pet.colour' is called 'color' now"]),
        SourceRow(
            0, "constant became a choice",
            schemas: (
                pet("kind: {const: cat}", "kind"), pet("kind: {type: string}", "kind")
            ),
            says: [
                "compatible: 'Pet.kind' can be set now",
                "breaking: 'Pet.init' gained a required argument 'kind'",
            ]),
        SourceRow(
            0, "constant became an optional argument",
            schemas: (
                pet("kind: {const: cat}, name: {type: string}", "kind"),
                pet("kind: {type: string}, name: {type: string}")
            ),
            says: [
                "breaking: 'Pet.kind' is optional now: 'String?', not 'String'",
                "compatible: 'Pet.kind' can be set now, and is an argument of 'init'",
            ]),
        SourceRow(
            0, "optional property isn't deprecated any more",
            schemas: (
                pet("name: {type: string}, age: {type: integer, deprecated: true}"),
                pet("name: {type: string}, age: {type: integer}")
            ),
            says: ["compatible: 'Pet.init' has no form without argument 'age' any more, which was deprecated"]),
        SourceRow(
            0, "choice became a constant",
            schemas: (pet("kind: {type: string}", "kind"), pet("kind: {const: cat}", "kind")),
            says: [
                "breaking: 'Pet.kind' can't be set any more: it has one value",
                "breaking: 'Pet.init' takes no argument 'kind' any more",
            ]),
    ]

    static func pet(_ properties: String, _ required: String = "") -> String {
        "Pet: {type: object, required: [\(required)], properties: {\(properties)}}"
    }

    /// `Animal`, which is one of `branches`.
    static func union(_ branches: String) -> String {
        let names = branches.split(separator: ",").map { $0.drop { $0 == " " } }
        let references = names.map { "{$ref: '#/components/schemas/\($0)'}" }.joined(separator: ", ")
        let schemas = ["Cat", "Dog", "Bird"].map {
            "\($0): {type: object, required: [kind], properties: {kind: {const: \($0.lowercased())}}}"
        }
        return (["Animal: {oneOf: [\(references)], discriminator: {propertyName: kind}}"] + schemas)
            .joined(separator: "\n")
    }

    static func stream(_ schema: String, _ rules: String = "{}") -> String {
        "/events: {get: {operationId: watch, responses: {'200': {description: ok, content: {text/event-stream: "
            + "{schema: {$ref: '#/components/schemas/\(schema)'}, x-martlet-stream: \(rules)}}}}}}"
    }
}
