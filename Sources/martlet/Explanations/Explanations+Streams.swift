// Explanations of `x-martlet-stream`, which says how a stream is read and what its events add up to.

extension Explanation {
    private static func stream(_ fields: String) -> Example {
        .rest(
            """
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: A stream
                      content:
                        text/event-stream:
                          schema: {type: object, properties: {text: {type: string}}}
                          x-martlet-stream: {\(fields)}
            """)
    }

    static let ofStreams = [
        Explanation(
            "bad-resume",
            "A stream that broke off is taken up again behind its last event; the request for that has a parameter that "
                + "takes the number of the event, which `resume` must name.",
            repair: "Add `after`.", stream("resume: {id: id}")),
        Explanation(
            "bad-stream-item",
            "The schema of a stream is that of the data of an event, or of an object with all fields of one.",
            repair: "Write data or event.", stream("item: whole")),
        Explanation(
            "emitter-schema",
            "Some servers describe the object by which they send events in the place of these: a schema such as "
                + "`SseEmitter`, whose one member is a timeout, or `ServerSentEvent`, without any. It says nothing of the events, "
                + "whose data is read as any JSON, or as text where it is none.",
            repair: "Describe the data by `itemSchema`, in an overlay where the document is made by a tool.",
            .rest(
                """
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: A stream
                          content: {text/event-stream: {schema: {$ref: '#/components/schemas/SseEmitter'}}}
                components:
                  schemas:
                    SseEmitter: {type: object, properties: {timeout: {type: integer, format: int64}}}
                """)),
        Explanation(
            "error-member",
            "In an event without a tag, a member `error` is mostly the server's own error, after which nothing comes: it is "
                + "thrown once the event has been given. This schema lists such a member beside others, so that it may be data, "
                + "as that of a job that failed among others. In lines it is data.",
            repair: "Say `errors: false` where it is data, and `errors: true` where it isn't.",
            .rest(
                """
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: Jobs as they end
                          content:
                            text/event-stream:
                              schema: {type: object, properties: {id: {type: string}, error: {type: string}}}
                """)),
        Explanation(
            "stream-branch",
            "The body is one of several, and the member that asks for the stream has one value in each: true in some, false in "
                + "others. Neither method can change that, so that each is for its own branches; with another, the answer "
                + "isn't what the method reads.",
            repair: "Pass each method the branch that is meant for it.",
            .rest(
                """
                paths:
                  /a:
                    post:
                      requestBody:
                        content:
                          application/json:
                            schema:
                              oneOf:
                              - {title: Whole, type: object, required: [stream], properties: {stream: {const: false}}}
                              - {title: Parts, type: object, required: [stream], properties: {stream: {const: true}}}
                      responses:
                        '200':
                          description: A text, or a stream of its parts
                          content:
                            application/json: {schema: {type: object, properties: {text: {type: string}}}}
                            text/event-stream: {schema: {type: string}}
                """)),
        Explanation(
            "stream-path",
            "A path in `x-martlet-stream` leads to no member of the value. The message says at which step it ends.",
            repair: "Name members by their keys, positions in brackets, and the tag of the branch after a union.",
            .text("x-martlet-stream:\n  text: {delta: output[index].word}")),
        Explanation(
            "stream-pieces",
            "`pieces` is for streams whose events are parts of one object. The events of this stream have several types.",
            repair: "Say by `value` what each event does.",
            .text("x-martlet-stream:\n  pieces: {append: [text]}")),
        Explanation(
            "stream-setting",
            "`setting` names what asks for the stream, so that the method which streams sets it. There is no such member and "
                + "no such parameter, or its type can't say so.",
            repair:
                "Name a boolean, an enum with a value such as `sse`, or a text or an integer that is called `stream` or the like.",
            stream("setting: streaming")),
        Explanation(
            "stream-statement",
            "What an event does to the value is written as an assignment. This text isn't one.",
            repair: "Write `target = source`, or `target += source` for pieces of text.",
            .text("x-martlet-stream:\n  value: {delta: output}")),
        Explanation(
            "stream-text", "`text` names the strings that a reader waits for, and this path leads to something else.",
            repair: "Name a string.", .text("x-martlet-stream:\n  text: {delta: index}")),
        Explanation(
            "stream-value",
            "Rules say how events add up, but not to what: the operation has no JSON answer, and no event sets the whole; or "
                + "that answer is no object, which alone can begin with nothing in it.",
            repair: "Add a rule `$ = member`, or describe the JSON answer as an object.",
            .text("x-martlet-stream:\n  value: {delta: text += delta}")),
        Explanation(
            "unread-stream-schema",
            "`itemSchema` describes what a stream sends, one item after the other, and `schema` all of them as one list. This "
                + "`schema` is that of something else. Where `itemSchema` says no more of events than that they have data, it is "
                + "read as that of the data if it is an object with members or a choice; here, nothing of it is read.",
            repair: "Describe the data in `itemSchema`, by `contentMediaType: application/json` and `contentSchema`.",
            .rest(
                """
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: A stream
                          content:
                            text/event-stream:
                              schema: {type: object, properties: {text: {type: string}}}
                              itemSchema:
                                type: object
                                properties:
                                  event: {type: string}
                                  data: {type: string, contentMediaType: application/json, contentSchema: {type: integer}}
                """)),
        Explanation(
            "unset-stream-switch",
            "An operation answers with a stream or with something else, and the method that streams asks for that by `Accept` "
                + "alone. There is a boolean whose name may mean that it asks, too, a text or a number that is called `stream` and may be "
                + "the name of one, or a parameter with a value such as `sse` and more than one other, which the method leaves as it is.",
            repair:
                "Name it as `setting` of `x-martlet-stream`; one that stands below another member is set by the caller. "
                + "Where `Accept` is enough, nothing is wrong.",
            .rest(
                """
                paths:
                  /a:
                    get:
                      parameters: [{name: stream_tokens, in: query, schema: {type: boolean}}]
                      responses:
                        '200':
                          description: A text, or a stream of its parts
                          content:
                            application/json: {schema: {type: object, properties: {text: {type: string}}}}
                            text/event-stream: {schema: {type: string}}
                """)),
        Explanation(
            "unknown-stream-event", "A rule is for an event that the stream doesn't have.",
            repair: "Fix the tag; `*` stands for every event.",
            .text("x-martlet-stream:\n  text: {output.detla: delta}")),
    ]
}
