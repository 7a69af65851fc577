// Explanations of the parts of a document that stand around its operations and schemas.

extension Explanation {
    static let ofDocuments = [
        Explanation(
            "bad-host",
            "`host` of Swagger 2.0 has a scheme before the name, or a slash after it, of which the address of the server "
                + "would have two. They are left out; the scheme counts where `schemes` says nothing.",
            repair: "Write the name alone, and its port.",
            .document(
                "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: https://api.example.com/\npaths: {}")),
        Explanation(
            "guessed-scheme",
            "Swagger 2.0 says in `schemes` whether a server is reached by HTTP or HTTPS, and without it that it is as the document "
                + "was fetched, which nobody knows afterwards. It is HTTPS, but HTTP for what runs on the same machine "
                + "(`localhost`, `127.0.0.1`, `[::1]`).",
            repair: "Write `schemes`; or give the client its `server`.",
            .document(
                "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: localhost:8080\npaths: {}")),
        Explanation(
            "bad-server-url",
            "The URL of a server can't be one: it has a space, a bracket that is never closed, or no host. The client "
                + "would have no address to call.",
            repair: "Write an absolute URL, with variables in braces.",
            .rest("servers: [{url: 'https:// example'}]\npaths: {}")),
        Explanation(
            "bad-url", "A link for readers isn't a URL. Nothing is generated from it.",
            repair: "Write a URL, or move the text to `description`.",
            .rest("externalDocs: {url: see below}\npaths: {}")),
        Explanation(
            "bare-requirement",
            "A Security Requirement Object maps names of schemes to lists of scopes. A name alone is read as that scheme "
                + "without scopes.",
            repair: "Write `{name: []}`.",
            .rest(
                "security: [key]\npaths: {}\n"
                    + "components:\n  securitySchemes:\n    key: {type: http, scheme: bearer}")),
        Explanation(
            "bare-tag",
            "`tags` of the document lists objects with a `name`; here is a name alone, which is read as that.",
            repair: "Write `{name: pets}`.", .rest("tags: [pets]\npaths: {}")),
        Explanation(
            "duplicate-tag", "Two tags have one name. The first is kept.", repair: "Delete one of them.",
            .rest("tags: [{name: a}, {name: a}]\npaths: {}")),
        Explanation(
            "empty-object",
            "A key has no value where an object is expected, as when its lines were deleted and the key was "
                + "left. It is read as an empty object.",
            repair: "Write `{}`, or delete the key.",
            .rest("paths:\n  /a:\n    get:\n      responses:\n        '200':")),
        Explanation(
            "missing-field", "OpenAPI requires the field. A stand-in is taken where one is needed.", repair: "Add it.",
            .document("openapi: 3.1.0\ninfo: {title: T}\npaths: {}")),
        Explanation(
            "not-openapi",
            "The file is readable, but has neither `openapi` nor `swagger` at its root: it is another kind of document, "
                + "such as an overlay, a configuration or a JSON Schema.",
            repair: "Name the OpenAPI document.", .document("title: Something else")),
        Explanation(
            "nothing-inside",
            "The document has none of `paths`, `components` and `webhooks`, so that there is nothing to "
                + "generate.", repair: "Check that the whole document was saved.",
            .document("openapi: 3.1.0\ninfo: {title: T, version: '1'}")),
        Explanation(
            "odd-component-name",
            "Names of components consist of letters, digits, `.`, `-` and `_` (OpenAPI, Components Object). Others are "
                + "read, but not every tool follows references to them.",
            repair: "Rename the component.", .rest("components:\n  schemas:\n    'List<Pet>': {type: array, items: {}}")
        ),
        Explanation(
            "relative-token-url",
            "The address at which tokens are fetched is relative. It is seen from the server's URL, where what follows the last slash of "
                + "the path doesn't count; without a server that is a whole URL, the client has no function for these tokens.",
            repair: "Write the whole URL.",
            .rest(
                "paths: {}\ncomponents:\n  securitySchemes:\n"
                    + "    a: {type: oauth2, flows: {clientCredentials: {tokenUrl: token, scopes: {}}}}")),
        Explanation(
            "undeclared-security-scheme",
            "An operation asks for a security scheme that `components/securitySchemes` doesn't have. The client can't "
                + "send what it doesn't know.",
            repair: "Add the scheme, or fix its name.", .rest("security: [{key: []}]\npaths: {}")),
        Explanation(
            "undeclared-server-variable",
            "The URL of a server has a name in braces that `variables` doesn't declare, so that it has no value.",
            repair: "Declare it with a `default`.", .rest("servers: [{url: 'https://{host}'}]\npaths: {}")),
        Explanation(
            "unknown-field",
            "The object has no field of that name in any version of OpenAPI. A misspelt field is as good as none: what "
                + "stands in it isn't read.",
            repair: "Fix the name; begin it with `x-` if it is your own.", .rest("models: {}\npaths: {}")),
        Explanation(
            "unknown-flow", "Swagger 2.0 knows four flows of OAuth 2.0, and this is none of them.",
            repair: "Write implicit, password, application or accessCode.",
            .document(
                "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\nsecurityDefinitions:\n"
                    + "  a: {type: oauth2, flow: magic, scopes: {}}")),
        Explanation(
            "unknown-security-scheme",
            "The security scheme has no known `type`, or lacks what its type needs. It is left "
                + "out: calls go out without it.",
            repair: "Write one of the types that the message lists, with its fields.",
            .rest("paths: {}\ncomponents:\n  securitySchemes:\n    a: {type: apiKey}")),
        Explanation(
            "unknown-tag-parent", "A tag stands under one that `tags` doesn't have (OpenAPI 3.2, `parent`).",
            repair: "Add the other tag, or fix the name.", .rest("tags: [{name: a, parent: b}]\npaths: {}")),
        Explanation(
            "unknown-version", "Martlet reads Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2, and any later 3.x as 3.2.",
            repair: "Fix the version, or convert the document.",
            .document("openapi: 1.2\ninfo: {title: T, version: '1'}\npaths: {}")),
        Explanation(
            "unsupported-security-scheme",
            "Clients send bearer tokens, basic authentication and keys in headers, queries and cookies. This scheme is "
                + "another one.",
            repair: "Set its header in `RequestOptions`, or in the options of the client.",
            .rest("paths: {}\ncomponents:\n  securitySchemes:\n    a: {type: http, scheme: hoba}")),
        Explanation(
            "wrong-type",
            "A field holds another kind of value than OpenAPI says: a text where a mapping belongs, say. What can be "
                + "done without is left out; a value that stands where a list belongs is read as a list of it.",
            repair: "Write the kind of value that the message names.",
            .rest("paths:\n  /a:\n    get: {tags: pets, responses: {'204': {description: Done}}}")),
    ]
}
