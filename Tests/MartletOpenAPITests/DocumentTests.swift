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

    @Test func operationsBesideAReference() {
        let decoded = Decoded(
            body: """
                paths:
                  /a: {$ref: '#/components/pathItems/P', put: {responses: {}}}
                components: {pathItems: {P: {get: {responses: {}}}}}
                """)
        #expect(decoded.calls == ["GET /a"])
        #expect(
            decoded.said == [
                "api.yaml:4:42: warning: 'put' beside '$ref' isn't read; "
                    + "move it to what the reference names, or write that out here [beside-reference]"
            ])
    }
}
