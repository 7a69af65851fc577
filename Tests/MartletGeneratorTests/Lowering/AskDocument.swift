// A document with one operation, whose answers and body a test gives.

import MartletIR

enum AskDocument {
    static let schemas = """
        Text: {type: string}
        Reply: {type: object, properties: {text: {type: string}}}
        Ask: {type: object, properties: {text: {type: string}, stream: {type: boolean}, live: {type: boolean}}}
        MustAsk: {type: object, required: [stream], properties: {stream: {type: boolean}}}
        Fault: {type: object, properties: {code: {type: string}}}
        Started: {type: object, required: [type, reply], properties: {type: {const: reply.started}, reply: {$ref: '#/components/schemas/Reply'}}}
        Part: {type: object, required: [type], properties: {type: {const: reply.part}, text: {type: string}}}
        Finished: {type: object, required: [type, reply], properties: {type: {const: reply.completed}, reply: {$ref: '#/components/schemas/Reply'}}}
        Broken: {type: object, required: [type], properties: {type: {const: error}, message: {type: string}}}
        Event: {oneOf: [{$ref: '#/components/schemas/Started'}, {$ref: '#/components/schemas/Part'}, {$ref: '#/components/schemas/Finished'}, {$ref: '#/components/schemas/Broken'}]}
        """

    /// `ask`, with these responses and this body.
    static func ask(_ responses: String, body: String = "Ask") throws -> LoweredAPI {
        try LoweredAPI(
            paths: "/ask: {post: {operationId: ask, responses: {\(responses)}, "
                + "requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/\(body)'}}}}}}",
            schemas: schemas)
    }

    static func content(_ types: KeyValuePairs<String, String>) -> String {
        let entries = types.map { "\($0.key): {schema: {$ref: '#/components/schemas/\($0.value)'}}" }
        return "content: {\(entries.joined(separator: ", "))}"
    }

    static let both = "'200': {\(content(["application/json": "Reply", "text/event-stream": "Event"]))}"
}
