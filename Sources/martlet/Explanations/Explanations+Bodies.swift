// Explanations of request bodies, responses and media types.

extension Explanation {
    private static func post(_ content: String) -> Example {
        .rest(
            "paths:\n  /a:\n    post:\n      requestBody: {content: {\(content)}}\n"
                + "      responses: {'204': {description: Done}}")
    }

    private static func get(_ response: String) -> Example {
        .rest("paths:\n  /a:\n    get: {responses: {'200': {description: Done, \(response)}}}")
    }

    static let ofBodies = [
        Explanation(
            "bad-media-type", "The key isn't a media type, `type/subtype`. It is kept as it is.",
            repair: "Write the media type; several stand under a key each.", get("content: {json: {}}")),
        Explanation(
            "bodiless-response",
            "The document gives content to an answer that HTTP sends without: one to HEAD, or one with 204, 205 or 304. The "
                + "method expects none.", repair: "Nothing; or drop the `content`.",
            .rest(
                "paths:\n  /a:\n    delete:\n      responses:\n"
                    + "        '204': {description: Gone, content: {application/json: {schema: {type: object}}}}")),
        Explanation(
            "example-and-examples",
            "`example` and `examples` stand side by side, which OpenAPI forbids. Both are read.",
            repair: "Keep `examples`.", get("content: {text/plain: {example: a, examples: {b: {value: c}}}}")),
        Explanation(
            "other-answer",
            "The response has several media types. The method asks for the one that can be typed best; the others are "
                + "there for those who ask themselves.",
            repair: "Set `Accept` in `RequestOptions`, and call `client.raw`.",
            get("content: {application/json: {schema: {type: string}}, image/png: {}}")),
        Explanation(
            "other-failure",
            "A failure has several JSON media types with schemas of their own. The first is decoded, for `decodedBody` of the error.",
            repair: "Decode `body` of the `ClientError` yourself where the other came.",
            .rest(
                "paths:\n  /a:\n    get:\n      responses:\n        '204': {description: Done}\n"
                    + "        '400': {description: Bad, content: {application/json: {schema: {type: object}}, "
                    + "application/problem+json: {schema: {$ref: '#/components/schemas/P'}}}}\n"
                    + "components: {schemas: {P: {type: object}}}")),
        Explanation(
            "other-stream",
            "An operation streams in several ways: under several media types, or statuses. The first has a method with typed events, "
                + "where Server-Sent Events come before others.",
            repair: "Set `Accept` in `RequestOptions`, call `client.raw`, and read its body.",
            .rest(
                "paths:\n  /a:\n    get:\n      responses:\n        '200': {description: Good, content: {text/event-stream: {schema: {type: object}}, "
                    + "application/jsonl: {schema: {type: string}}}}")),
        Explanation(
            "other-content-type",
            "The body may be sent as several media types. Those that come to the same value are sent as the first; those "
                + "that the client can't write are left out where it can write another.",
            repair: "Nothing, if the service takes the first.",
            post("application/json: {schema: {type: object}}, application/xml: {schema: {type: object}}")),
        Explanation(
            "raw-body",
            "The document describes what is in the body, but the client can't write that media type, such as XML or `multipart/mixed`, or the "
                + "body is a form whose schema has no members, but is a string or a list. The method takes bytes, or text.",
            repair:
                "Encode the body yourself, or add a JSON content to the document if the service takes it. What you make of "
                + "`multipart/form-data` has its boundary in `contentType` of the `FileContent`.",
            post("application/xml: {schema: {type: object, properties: {a: {type: string}}}}")),
        Explanation(
            "file-in-text",
            "A form that is one text (`application/x-www-form-urlencoded`) has no place for a file. FastAPI describes uploads "
                + "so that are marked as a form's, and reads `multipart/form-data`, as which the body is sent.",
            repair: "Write `multipart/form-data`; where the service really reads a text, write no format of bytes.",
            post(
                "application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string, format: binary}}}}"
            )),
        Explanation(
            "framed-messages",
            "Connect and gRPC send a flag and the length of a message before each one, also of JSON: "
                + "`application/connect+json` is no JSON. Such a body is given, and such an answer read, as bytes.",
            repair:
                "Call the method with a client of Connect or gRPC, or leave it out by an overlay. Methods that stream nothing may "
                + "take `application/json` as well.",
            post("application/connect+json: {schema: {type: object, properties: {a: {type: string}}}}")),
        Explanation(
            "idle-item-schema",
            "`itemSchema` describes the items of a media type that has them one after the other: event streams, JSON Lines, JSON text "
                + "sequences. JSON is one text, a form one object, and what else there is comes as its bytes. It is ignored.",
            repair: "Write `schema`, or the media type that the service really uses.",
            get("content: {application/json: {itemSchema: {type: string}}}")),
        Explanation(
            "raw-part",
            "A form's `encoding` gives an object a media type that isn't JSON or a form. The client sends JSON under that label.",
            repair: "Describe the member as a string, by an overlay, and give it the text that the service takes.",
            post(
                "multipart/form-data: {schema: {type: object, properties: {a: {type: object}}}, "
                    + "encoding: {a: {contentType: application/xml}}}")),
        Explanation(
            "schema-without-content",
            "Swagger 2.0 writes `schema` in a response; OpenAPI 3 has it under a media type in `content`. It is read as "
                + "that of JSON.", repair: "Move it under `content`.", get("schema: {type: string}")),
        Explanation(
            "read-with-body",
            "A GET, or a HEAD, has a request body. HTTP gives such a body no meaning (RFC 9110, section 9.3.1), and URLSession doesn't send "
                + "it on any platform: a call with a body throws `invalidRequest`. A transport of your own may send it.",
            repair:
                "Call the POST of the same path where the service has one, as Elasticsearch does; or give the client a transport that "
                + "sends it. Drop the `requestBody` by an overlay where the service doesn't read it.",
            .rest(
                "paths:\n  /a:\n    get:\n      requestBody: {content: {application/json: {schema: {type: object}}}}\n"
                    + "      responses: {'204': {description: Done}}")),
        Explanation(
            "untyped-part-headers",
            "The document describes header fields of a part of a form. They have no type in Swift: those of a file are set in "
                + "`headers` of its `FileContent`; parts that are text or JSON are sent without.",
            repair:
                "Set those of files where you make them; have a part that needs others sent as a file, by an overlay that "
                + "gives it `format: binary`.",
            post(
                "multipart/form-data: {schema: {type: object, properties: {a: {type: string, format: binary}}}, "
                    + "encoding: {a: {headers: {X-Page: {schema: {type: integer}}}}}}")),
        Explanation(
            "undescribed-success",
            "The operation describes failures only. A success needn't be described, and may come with a body all the same; the method "
                + "returns nothing, and drops it. That is a note where nothing is asked for, as by DELETE, and a warning for GET.",
            repair: "Describe the 200, in the document or by an overlay; or call `client.raw`, which gives any body.",
            .rest("paths:\n  /a:\n    get: {responses: {'404': {description: Nobody knows it}}}")),
    ]
}
