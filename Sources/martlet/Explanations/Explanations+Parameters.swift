// Explanations of parameters.

extension Explanation {
    private static func get(_ path: String, _ parameters: String) -> Example {
        .rest(
            "paths:\n  '\(path)':\n    get:\n      parameters: [\(parameters)]\n"
                + "      responses: {'204': {description: Done}}")
    }

    static let ofParameters = [
        Explanation(
            "bad-parameter", "A parameter needs a name and a place. Without them it can't be sent, and is left out.",
            repair: "Add `name`, and `in` as one of the places that the message lists.", get("/a", "{name: b}")),
        Explanation(
            "collection-format",
            "Swagger 2.0 joins the items of lists in ways that OpenAPI 3 doesn't have at this place. The nearest is "
                + "taken.", repair: "Write the format that the service really reads.",
            .document(
                "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n      parameters:\n"
                    + "      - {name: b, in: query, type: array, items: {type: string}, collectionFormat: tsv}\n"
                    + "      responses: {'204': {description: Done}}")),
        Explanation(
            "foreign-parameter",
            "A parameter with members is described in a media type other than JSON, which the client can't write. It is sent as "
                + "JSON text.",
            repair: "Describe it as a string, by an overlay, and give it the text that the service takes.",
            get("/a", "{name: b, in: query, content: {application/xml: {schema: {type: object}}}}")),
        Explanation(
            "ignored-header",
            "`Accept`, `Content-Type` and `Authorization` follow from what the document says of media types and of "
                + "security, and OpenAPI 3 ignores parameters of these names; Swagger 2.0 has `Authorization` as a parameter, "
                + "too. What is left out is no parameter of the method. `Authorization` is one where no security scheme covers "
                + "the operation, since it couldn't be sent otherwise.",
            repair: "Describe it where the message says, and delete the parameter.",
            get("/a", "{name: Authorization, in: header, schema: {type: string}}")),
        Explanation(
            "misplaced-style",
            "The style isn't for parameters of this place, nor for members of a form, which are written as a query's. The "
                + "usual one of the place is taken.",
            repair:
                "In a path write simple, label or matrix; in a query or a form form, spaceDelimited, pipeDelimited or "
                + "deepObject; in a header simple; in a cookie form or cookie.",
            get("/a", "{name: b, in: query, style: simple, schema: {type: string}}")),
        Explanation(
            "nested-parameter",
            "An object whose style isn't deepObject is written as its members, and the specification leaves open what "
                + "becomes of objects inside these. They are sent as JSON text, as are items of a list that are lists or objects.",
            repair:
                "Write style: deepObject where the service reads brackets (`b[c][d]=1`), or content: {application/json: …} "
                + "where the whole is JSON.",
            get(
                "/a",
                "{name: b, in: query, schema: {type: object, properties: {c: {type: object, properties: {d: {}}}}}}")),
        Explanation(
            "duplicate-parameter",
            "A list of parameters has one name in one place twice. The first is kept; a path's own and those of its "
                + "operations are two lists, of which the latter prevail.", repair: "Delete one of them.",
            get("/a", "{name: b, in: query, schema: {type: string}}, {name: b, in: query, schema: {type: integer}}")),
        Explanation(
            "untyped-parameter", "A parameter says nothing of its value. The method takes any JSON value.",
            repair: "Write `schema`, or `content`.", get("/a", "{name: b, in: query}")),
        Explanation(
            "misspelt-location", "`in` is written with the wrong letters, and read as the place that it is nearest to.",
            repair: "Write it as OpenAPI does.", get("/a", "{name: b, in: Query, schema: {type: string}}")),
        Explanation(
            "parameter-in-body",
            "OpenAPI 3 has no parameters with `in: body` or `in: formData`. They are read as the request body, as Swagger "
                + "2.0 has it.", repair: "Write `requestBody`.",
            get("/a", "{name: b, in: body, schema: {type: string}}")),
        Explanation(
            "parameter-not-in-path",
            "A parameter with `in: path` has no place in the path, so that it can't be sent. It is left out.",
            repair: "Add `{name}` to the path, or fix the name.", get("/a", "{name: b, in: path, required: true}")),
        Explanation(
            "type-beside-schema",
            "Swagger 2.0 writes the type of a parameter beside its name; OpenAPI 3 has `schema` for it. It is read as if "
                + "it stood there.", repair: "Move the keywords into `schema`.",
            get("/a", "{name: b, in: query, type: string}")),
        Explanation(
            "undeclared-path-parameter",
            "The path has a name in braces, for which there is no parameter. It is taken for a string.",
            repair: "Declare a parameter with `in: path`.", get("/a/{b}", "")),
        Explanation(
            "unknown-style", "OpenAPI has no such style of writing a parameter. The usual one of its place is taken.",
            repair: "Write simple, label, matrix, form, spaceDelimited, pipeDelimited or deepObject.",
            get("/a", "{name: b, in: query, style: fancy, schema: {type: string}}")),
    ]
}
