// Explanations of paths and operations.

extension Explanation {
    private static func get(_ path: String, _ fields: String = "responses: {'204': {description: Done}}") -> Example {
        .rest("paths:\n  '\(path)':\n    get: {\(fields)}")
    }

    static let ofOperations = [
        Explanation(
            "bad-method",
            "The names in `additionalOperations` are methods, which HTTP makes of letters, digits and a few signs. This is none, and "
                + "the operation is left out.", repair: "Write the method as it is sent.",
            .rest("paths:\n  /a: {additionalOperations: {BAD METHOD: {responses: {'204': {description: Done}}}}}")),
        Explanation(
            "bad-status",
            "A response stands under a status code, a range such as `4XX`, or `default`. This is none, and "
                + "the response is left out.", repair: "Write a code.",
            get("/a", "responses: {ok: {description: Done}}")),
        Explanation(
            "duplicate-operation-id",
            "Two operations have one `operationId`. Both get a method; the second's name has a number after it, which "
                + "changes when operations come and go.",
            repair: "Give each operation an id of its own.",
            .rest(
                "paths:\n  /a: {get: {operationId: x, responses: {'204': {description: Done}}}}\n"
                    + "  /b: {get: {operationId: x, responses: {'204': {description: Done}}}}")),
        Explanation(
            "fragment-in-path",
            "A path has a `#`. What follows it is never sent: it only tells apart operations that share a path and a "
                + "method. It is read that way.",
            repair: "Write one operation for each method, with a body or parameters for each of its uses.",
            get("/a#list")),
        Explanation(
            "missing-responses", "The operation has no `responses`. Its method returns nothing.",
            repair: "Describe at least one response.", get("/a", "summary: Nobody knows")),
        Explanation(
            "nested-callbacks",
            "The operation of a callback has callbacks of its own, which may lead back to it without end. They aren't "
                + "read.", repair: "Describe them as webhooks.",
            .rest(
                """
                paths:
                  /a:
                    post:
                      responses: {'204': {description: Done}}
                      callbacks:
                        done:
                          '{$request.body#/url}':
                            post:
                              responses: {'204': {description: Done}}
                              callbacks: {again: {}}
                """)),
        Explanation(
            "pagination",
            "`pagination` of the configuration, or `x-martlet-pagination` of the operation, names a parameter or a member "
                + "that isn't there, or has another type. The operation has no method for its pages.",
            repair: "Name members by their keys, with dots between them; a cursor has its parameter's type.",
            get(
                "/a",
                "parameters: [{name: after, in: query, schema: {type: string}}], x-martlet-pagination: {style: cursor, "
                    + "parameter: after, next: nowhere}, responses: {'200': {description: All, content: {application/json: "
                    + "{schema: {type: array, items: {type: string}}}}}}")),
        Explanation(
            "own-server-variables",
            "An operation, or its path, has a server of its own with variables that the client's server has, too. It goes there, with "
                + "the defaults, while the client has its default server; a client that was given another one sends all there.",
            repair:
                "Where the client has another server, pass the operation's with the same choice as `server` of `RequestOptions`.",
            .rest(
                """
                servers:
                - {url: 'https://{name}.{site}', variables: {name: {default: api}, site: {default: example.com}}}
                paths:
                  /logs:
                    servers:
                    - {url: 'https://{name}.{site}', variables: {name: {default: logs}, site: {default: example.com}}}
                    post: {responses: {'204': {description: Done}}}
                """)),
        Explanation(
            "relative-server",
            "The servers of a path or of an operation are given relative to the document's, which has none that is a "
                + "whole URL. The operation is sent where all others are.", repair: "Write the whole URL.",
            get("/a", "servers: [{url: /v2}], responses: {'204': {description: Done}}")),
        Explanation(
            "server-without-host",
            "A server of the document is relative to where the document was found, which the client doesn't know. The first "
                + "server is the one that requests go to: where it is relative, the client has no default, and whoever makes "
                + "it says which server. A later one has no name.",
            repair: "Pass `server` to the client, with the path that the document has, or write the whole URL.",
            .rest("servers: [{url: /v1}]\npaths:\n  /a: {get: {responses: {'204': {description: Done}}}}")),
        Explanation(
            "ordinary-method", "`additionalOperations` is for methods without a field of their own; this one has one.",
            repair: "Write it as a field of the path item, in small letters.",
            .rest("paths:\n  /a: {additionalOperations: {Get: {responses: {'204': {description: Done}}}}}")),
        Explanation(
            "path-without-operations",
            "A path has no operation. OpenAPI allows it, for documents that show readers only what they may use; nothing "
                + "is generated for it.",
            repair: "Nothing, or add an operation.", .rest("paths:\n  /a: {summary: Nothing to call}")),
        Explanation(
            "path-without-slash", "Paths begin with `/`. One is put before this.", repair: "Write the slash.", get("a")),
        Explanation(
            "query-in-path",
            "A path has a query, which OpenAPI describes by parameters. Its fixed parts are sent with every request; "
                + "`{name}` in it is a parameter of the query.",
            repair: "Declare parameters with `in: query`.", get("/a?kind=b")),
        Explanation(
            "unknown-stream-key", "`x-martlet-stream` says how a stream is read. It has no key of that name.",
            repair: "Write one of the keys that the message lists.",
            get(
                "/a",
                "responses: {'200': {description: A stream, content: {text/event-stream: {x-martlet-stream: {ends: []}}}}}"
            )
        ),
    ]
}
