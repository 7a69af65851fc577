// Rows 13 to 16 of the table: the methods of the client, and the client itself.

extension SourceRow {
    private static let flag = "{name: dry, in: query, schema: {type: boolean}}"

    private static func failure(_ status: String, _ type: String) -> String {
        answer(status, "{$ref: '#/components/schemas/\(type)'}")
    }

    static let operations: [SourceRow] = [
        SourceRow(
            13, "operationId changed",
            paths: (
                get("/pets", "listPets", answer("200", "{type: string}")),
                get("/pets", "pets", answer("200", "{type: string}"))
            ),
            says: ["breaking: 'Client.listPets' is called 'pets' now"]),
        SourceRow(
            13, "operationId changed, and with it the names of types",
            paths: (
                get(
                    "/pets", "listPets",
                    answer("200", "{type: object, properties: {next: {type: string}, n: {type: integer}}}")),
                get(
                    "/pets", "findPets",
                    answer("200", "{type: object, properties: {next: {type: string}, n: {type: integer}}}"))
            ),
            says: [
                "breaking: 'ListPetsResponse' is called 'FindPetsResponse' now",
                "breaking: 'Client.listPets' is called 'findPets' now",
            ]),
        SourceRow(
            0, "operations exchanged their names",
            paths: (
                "/cats: {delete: {operationId: cats, responses: {'204': {description: ok}}}}\n"
                    + "/dogs: {delete: {operationId: dogs, responses: {'204': {description: ok}}}}",
                "/cats: {delete: {operationId: dogs, responses: {'204': {description: ok}}}}\n"
                    + "/dogs: {delete: {operationId: cats, responses: {'204': {description: ok}}}}"
            ),
            says: [
                "breaking: 'Client.cats' requests DELETE /dogs now, not DELETE /cats, which is called 'dogs'",
                "breaking: 'Client.dogs' requests DELETE /cats now, not DELETE /dogs, which is called 'cats'",
            ]),
        SourceRow(
            0, "the stream became an operation of its own, or ceased to be one",
            schemas: (events, events), paths: (both, apart),
            says: ["breaking: 'Client.chatStream' requests POST /chat/stream now, not POST /chat"]),
        SourceRow(
            0, "an operation became the stream of another one", schemas: (events, events), paths: (apart, both),
            says: [
                "breaking: 'Client.chatStream' requests POST /chat now, not POST /chat/stream",
                "breaking: 'Client.raw.chatStream' is gone",
            ]),
        SourceRow(
            0, "bodies of failures are of other types",
            schemas: (
                "S: {type: object, properties: {a: {type: string}}}\nT: {type: object, properties: {b: {type: string}}}",
                "S: {type: object, properties: {a: {type: string}}}\nT: {type: object, properties: {b: {type: string}}}"
            ),
            paths: (
                get(
                    "/pets", "pets",
                    [
                        answer("200", "{type: string}"), failure("404", "S"), failure("4XX", "S"),
                        failure("default", "S"),
                    ]
                    .joined(separator: ", ")),
                get(
                    "/pets", "pets",
                    [answer("200", "{type: string}"), failure("404", "T"), failure("4XX", "S"), failure("500", "T")]
                        .joined(separator: ", "))
            ),
            says: [
                "breaking: 'Client.pets' decodes the body of 404 as 'T' now, not 'S'",
                "breaking: 'Client.pets' decodes no body of other failures any more, which was 'S'",
                "breaking: 'Client.pets' decodes the body of 500 as 'T' now, not 'S'",
            ]),
        SourceRow(
            22, "a new operation takes the name of another",
            paths: (
                get("/a", "get_a", answer("200", "{type: string}")),
                get("/b", "getA", answer("200", "{type: string}")) + "\n"
                    + get("/a", "get_a", answer("200", "{type: string}"))
            ),
            says: [
                "breaking: 'Client.getA' requests GET /b now, not GET /a, which is called 'getA2'",
                "compatible: 'Client' gained a method 'getA2'",
            ]),
        SourceRow(
            13, "tag moved",
            paths: (
                get("/pets", "pets", answer("200", "{type: string}"), "tags: [a], "),
                get("/pets", "pets", answer("200", "{type: string}"), "tags: [b], ")
            ),
            says: []),
        SourceRow(
            14, "optional parameter added",
            paths: (
                get("/pets", "pets", answer("200", "{type: string}")),
                get("/pets", "pets", answer("200", "{type: string}"), "parameters: [\(flag)], ")
            ),
            says: ["compatible: 'Client.pets' gained an optional argument 'dry'"]),
        // The methods set it, but for the one without decoding.
        SourceRow(
            14, "parameter that asks for a stream added", paths: (stream(""), stream("parameters: [\(ask)], ")),
            says: ["compatible: 'Client.raw.list' gained an optional argument 'stream'"]),
        SourceRow(
            14, "parameter that asks for a stream removed", paths: (stream("parameters: [\(ask)], "), stream("")),
            says: ["breaking: 'Client.raw.list' takes no argument 'stream' any more"]),
        SourceRow(
            0, "parameter became what asks for a stream",
            paths: (
                get("/pets", "list", answer("200", object), "parameters: [\(ask)], "),
                stream("parameters: [\(ask)], ")
            ),
            says: [
                "compatible: 'ListStreamEvent' is new", "compatible: 'ListStreamItem' is new",
                "breaking: 'Client.list' takes no argument 'stream' any more",
                "compatible: 'Client' gained a method 'listStream'",
            ]),
        SourceRow(
            14, "optional body added", paths: (post(""), post("requestBody: \(body("string", required: false)), ")),
            says: ["compatible: 'Client.add' gained an optional body"]),
        SourceRow(
            0, "required parameter added",
            paths: (
                get("/pets", "pets", answer("200", "{type: string}")),
                get(
                    "/pets", "pets", answer("200", "{type: string}"),
                    "parameters: [{name: dry, in: query, required: true, schema: {type: boolean}}], ")
            ),
            says: ["breaking: 'Client.pets' gained a required argument 'dry'"]),
        SourceRow(
            0, "parameter became optional, behind the body",
            paths: (
                post(
                    "parameters: [{name: dry, in: query, required: true, schema: {type: boolean}}], requestBody: \(body("string", required: true)), "
                ),
                post("parameters: [\(flag)], requestBody: \(body("string", required: true)), ")
            ),
            says: [
                "compatible: 'Client.add' can be called without 'dry'",
                "breaking: 'Client.add' takes 'dry' after its body now",
            ]),
        SourceRow(
            0, "parameter removed, and one of another type",
            paths: (
                get(
                    "/pets", "pets", answer("200", "{type: string}"),
                    "parameters: [\(flag), {name: limit, in: query, schema: {type: integer}}], "),
                get(
                    "/pets", "pets", answer("200", "{type: string}"),
                    "parameters: [{name: limit, in: query, schema: {type: string}}], ")
            ),
            says: [
                "breaking: 'Client.pets' takes no argument 'dry' any more",
                "breaking: 'Client.pets' takes 'String?' for 'limit' now, not 'Int?'",
            ]),
        SourceRow(
            0, "parameter of the path renamed",
            paths: (
                get(
                    "/pets/{petId}", "pet", answer("200", "{type: string}"),
                    "parameters: [{name: petId, in: path, required: true, schema: {type: string}}], "),
                get(
                    "/pets/{id}", "pet", answer("200", "{type: string}"),
                    "parameters: [{name: id, in: path, required: true, schema: {type: string}}], ")
            ),
            says: ["breaking: 'Client.pet' takes 'id:' for 'petID:'"]),
        SourceRow(
            15, "operation added", paths: ("", get("/pets", "pets", answer("200", "{type: string}"))),
            says: ["compatible: 'Client' gained a method 'pets'"]),
        SourceRow(
            0, "operation removed", paths: (get("/pets", "pets", answer("200", "{type: string}")), ""),
            says: ["breaking: 'Client.pets' is gone"]),
        SourceRow(
            16, "a second success",
            paths: (
                get("/pets", "pets", answer("200", "{type: string}")),
                get("/pets", "pets", answer("200", "{type: string}") + ", '202': {description: later}")
            ),
            says: [
                "compatible: 'PetsAnswer' is new",
                "breaking: 'Client.pets' returns 'PetsAnswer' now, not 'String'",
            ]),
        SourceRow(
            16, "a third success",
            paths: (
                get("/pets", "pets", answer("200", "{type: string}") + ", '202': {description: later}"),
                get(
                    "/pets", "pets",
                    answer("200", "{type: string}") + ", '202': {description: later}, '204': {description: none}")
            ),
            says: [
                "conditional: 'PetsAnswer' gained a case 'noContent': code compiles where it expects others "
                    + "('@nonexhaustive'), not where it switches over all without 'default'"
            ]),
        SourceRow(
            16, "a third media type of a body",
            paths: (
                post(
                    "requestBody: {required: true, content: {application/json: {schema: {type: string}}, text/plain: {schema: {type: string}}}}, "
                ),
                post(
                    "requestBody: {required: true, content: {application/json: {schema: {type: string}}, text/plain: {schema: {type: string}}, application/octet-stream: {}}}, "
                )
            ),
            says: [
                "breaking: 'AddBody' gained a case 'file': 'switch' without 'default' must handle it: "
                    + "'AddBody' isn't '@nonexhaustive'"
            ]),
        SourceRow(
            0, "a header of another type",
            paths: (
                get(
                    "/pets", "pets",
                    "'200': {description: ok, headers: {X-Left: {schema: {type: string}}, X-All: {schema: {type: integer}}}}"
                ),
                get("/pets", "pets", "'200': {description: ok, headers: {X-Left: {schema: {type: integer}}}}")
            ),
            says: [
                "breaking: 'PetsHeaders.xLeft' is 'Int?' now, not 'String?'", "breaking: 'PetsHeaders.xAll' is gone",
            ]),
        SourceRow(
            0, "structured answers gone",
            paths: (
                structured("x-martlet-structured: {request: text.format, answer: output_text}, "), structured("")
            ),
            says: ["breaking: 'Client.add(_:as:)' is gone"]),
        SourceRow(
            25, "operation deprecated",
            paths: (
                get("/pets", "pets", answer("200", "{type: string}")),
                get("/pets", "pets", answer("200", "{type: string}"), "deprecated: true, ")
            ),
            says: ["warning: 'Client.pets' is deprecated"]),
    ]

    private static let ask = "{name: stream, in: query, schema: {type: boolean}}"
    private static let object = "{type: object, properties: {a: {type: string}}}"

    private static func stream(_ rest: String) -> String {
        get(
            "/pets", "list",
            "'200': {description: ok, content: {application/json: {schema: \(object)}, "
                + "text/event-stream: {schema: \(object)}}}", rest)
    }

    private static let events =
        "E: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: k}}\n"
        + "A: {type: object, required: [k], properties: {k: {type: string, const: a}}}\n"
        + "B: {type: object, required: [k], properties: {k: {type: string, const: b}}}"

    /// Of one operation, and of two.
    private static let both =
        "/chat: {post: {operationId: chat, responses: {'200': {description: ok, content: {application/json: {schema: {type: string}}, text/event-stream: {schema: {$ref: '#/components/schemas/E'}}}}}}}"
    private static let apart =
        "/chat: {post: {operationId: chat, responses: {\(answer("200", "{type: string}"))}}}\n"
        + "/chat/stream: {post: {operationId: chatStream, responses: {'200': {description: ok, content: {text/event-stream: {schema: {$ref: '#/components/schemas/E'}}}}}}}"

    private static func structured(_ rest: String) -> String {
        let object = "{type: object, properties: {text: {type: object, properties: {format: {type: object}}}}}"
        let reply = "{type: object, properties: {output_text: {type: string}}}"
        return "/pets: {post: {operationId: add, \(rest)requestBody: {required: true, content: {application/json: "
            + "{schema: \(object)}}}, responses: {\(answer("200", reply))}}}"
    }

    private static func post(_ rest: String) -> String {
        "/pets: {post: {operationId: add, \(rest)responses: {'204': {description: ok}}}}"
    }

    private static func body(_ type: String, required: Bool) -> String {
        "{required: \(required), content: {application/json: {schema: {type: \(type)}}}}"
    }
}
