// What OpenAPI 3.2 added, webhooks and callbacks.

import MartletOpenAPI
import Testing

@Suite struct DocumentTests {
    @Test func newInThreeTwo() {
        let decoded = Decoded(
            """
            openapi: 3.2.0
            $self: https://example.com/api
            info: {title: T, version: '1'}
            tags: [{name: a, summary: A}, {name: b, parent: a, kind: nav}]
            paths:
              /a:
                query: {requestBody: {content: {a/b: {$ref: '#/components/mediaTypes/M'}}}, responses: {}}
                additionalOperations:
                  COPY:
                    parameters: [{name: q, in: querystring, content: {a/c: {schema: {type: object}}}}]
                    responses: {'200': {content: {text/event-stream: {itemSchema: {type: string}}}}}
            components: {mediaTypes: {M: {schema: {type: string}}}}
            """)
        #expect(decoded.said == [])
        #expect(decoded.document?.selfURI == "https://example.com/api")
        #expect(
            decoded.document?.tags.map { "\($0.name) \($0.parent ?? "-") \($0.kind ?? "-")" } == ["a - -", "b a nav"])
        #expect(decoded.calls == ["QUERY /a", "COPY /a"])
        let operations = decoded.document?.paths.first?.operations ?? []
        #expect(operations.first?.requestBody?.content.first?.schema?.keywords.types == [.string])
        #expect(operations.last?.parameters.first?.location == .queryString)
        #expect(operations.last?.parameters.first?.content?.name == "a/c")
        #expect(operations.last?.responses.first?.content.first?.itemSchema?.keywords.types == [.string])
    }

    /// Before 3.1, members of one kind of form only have a style.
    @Test(arguments: [
        ("3.0.4", "multipart/form-data", false), ("3.0.4", "application/x-www-form-urlencoded", true),
        ("3.1.0", "multipart/form-data", true), ("3.2.0", "multipart/form-data", true),
    ])
    func stylesOfMembers(_ version: String, _ media: String, _ counts: Bool) {
        let decoded = Decoded(
            "openapi: \(version)\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    post:\n      requestBody: {content: {"
                + "\(media): {encoding: {a: {style: form, explode: false, allowReserved: true, contentType: text/csv}}}}}"
        )
        let encoding = decoded.document?.paths.first?.operations.first?.requestBody?.content.first?.encodings.first
        #expect(encoding?.style == (counts ? "form" : nil))
        #expect(encoding?.explode == (counts ? false : nil))
        #expect(encoding?.allowReserved == counts)
        #expect(encoding?.contentType == "text/csv")
    }

    @Test func webhooksAndCallbacks() {
        let decoded = Decoded(
            body: """
                webhooks: {created: {post: {responses: {}}}}
                paths:
                  /a:
                    post:
                      responses: {}
                      callbacks:
                        done: {'{$request.body#/url}': {post: {requestBody: {content: {a/b: {}}}, responses: {}}}}
                        again: {$ref: '#/components/callbacks/C'}
                components: {callbacks: {C: {x-a: 1, '{$url}': {$ref: '#/paths/~1a'}}}}
                """)
        #expect(
            decoded.said == [
                "api.yaml:9:9: warning: the callbacks of a callback aren't read; describe them as webhooks "
                    + "[nested-callbacks]"
            ])
        #expect(decoded.document?.webhooks.map(\.path) == ["created"])
        let callbacks = decoded.document?.paths.first?.operations.first?.callbacks ?? []
        #expect(callbacks.map(\.name) == ["done", "again"])
        #expect(callbacks.map { $0.items.map(\.path) } == [["{$request.body#/url}"], ["{$url}"]])
        #expect(callbacks.first?.items.first?.operations.first?.requestBody?.content.map(\.name) == ["a/b"])
    }

    /// What only one of them has counts, wherever it stands; of what both have, the target's.
    @Test func fieldsBesideAReference() {
        let decoded = Decoded(files: [
            "api.yaml": """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                $ref: 'more/b.yaml'
                summary: A
                parameters: [{$ref: '#/components/parameters/V'}]
                put: {responses: {}}
                get: {operationId: own, responses: {}}
            components: {parameters: {V: {name: v, in: header, schema: {type: string}}}}

            """,
            "more/b.yaml": "{$ref: c.yaml, put: null, servers: [{url: 'https://b.c'}], delete: {$ref: d.yaml}}\n",
            "more/c.yaml": "{summary: C, servers: [{url: 'https://c.c'}], get: {operationId: other, responses: {}}}\n",
            "more/d.yaml": "{operationId: remove, responses: {}}\n",
        ])
        #expect(decoded.calls == ["GET /a", "PUT /a", "DELETE /a"])
        let item = decoded.document?.paths.first
        #expect(item?.operations.map(\.operationID) == ["other", nil, "remove"])
        #expect(item?.parameters.map(\.name) == ["v"])
        #expect(item?.servers.map(\.url) == ["https://c.c"])
        #expect(
            decoded.said == [
                "api.yaml:9:5: warning: 'get' stands beside '$ref' and in what that names; the one there is read; "
                    + "remove one of them [beside-reference]",
                "more/b.yaml:1:27: warning: 'servers' stands beside '$ref' and in what that names; the one there is "
                    + "read; remove one of them [beside-reference]",
            ])
    }
}
