// What the bodies of webhooks and callbacks are called, and which of them there are.

import MartletConfiguration
import MartletIR
import Testing

@Suite struct WebhookTests {
    private static func body(_ schema: String, _ type: String = "application/json") -> String {
        "requestBody: {content: {\(type): {schema: \(schema)}}}, responses: {'204': {description: Done}}"
    }

    @Test(arguments: [
        ("pet-created: {post: {\(body("{type: object, properties: {a: {type: string}}}"))}}", ["PetCreatedWebhook"]),
        ("petWebhook: {post: {\(body("{type: string, enum: [a]}"))}}", ["PetWebhook"]),
        (
            "a: {post: {operationId: onA, \(body("{type: array, items: {type: object, properties: {b: {}}}}"))}}",
            ["OnAWebhook", "OnAWebhookItem"]
        ),
        ("a: {post: {\(body("{type: integer}"))}, put: {\(body("{type: string}"))}}", ["APostWebhook", "APutWebhook"]),
        ("a: {post: {\(body("{$ref: '#/components/schemas/Pet'}"))}}", ["AWebhook", "Pet"]),
        ("a: {post: {\(body("{type: [object, 'null'], properties: {b: {}}}"))}}", ["AWebhook", "AWebhook2"]),
        (
            "a: {post: {\(body("{type: object, properties: {b: {}}}", "application/x-www-form-urlencoded"))}}",
            ["AWebhook"]
        ),
        ("a: {post: {\(body("{type: object, properties: {b: {}}}", "application/xml"))}}", []),
        ("a: {post: {responses: {'204': {description: Done}}}}", []),
    ])
    func names(_ webhooks: String, _ names: [String]) throws {
        let snippet = try Snippet(
            schemas: "Pet: {type: object, properties: {name: {type: string}}}", root: "webhooks: {\(webhooks)}")
        let lowered = LoweredAPI(snippet)
        #expect(lowered.typeNames.filter { $0 != "Pet" || names.contains("Pet") } == names)
    }

    private static let callback = """
        /a:
          post:
            operationId: subscribe
            tags: [a]
            responses: {'204': {description: Done}}
            callbacks:
              onEvent:
                '{$request.body#/url}':
                  post: {operationId: told, \(body("{$ref: '#/components/schemas/Event'}"))}
              onEnd:
                '{$request.body#/url}': {post: {\(body("{type: object, properties: {end: {$ref: '#/components/schemas/End'}}}"))}}
        /b: {get: {operationId: b, responses: {'204': {description: Done}}}}
        """

    @Test(arguments: [
        ([], [], ["End", "Event", "Other", "SubscribeOnEndCallback", "ToldCallback"]),
        (["subscribe"], [], ["End", "Event", "SubscribeOnEndCallback", "ToldCallback"]),
        (["b"], [], []),
        (["subscribe"], ["told"], ["End", "SubscribeOnEndCallback"]),
    ])
    func callbacksGoWithTheirOperation(_ included: [String], _ excluded: [String], _ names: [String]) throws {
        let paths = Self.callback.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        let schemas = "Event: {type: string}\nEnd: {type: string}\nOther: {type: string}"
        let lowered = LoweredAPI(try Snippet(schemas: schemas, root: "paths:\n" + paths)) {
            $0.include.operations = included
            $0.exclude.operations = excluded
        }
        #expect(lowered.api.types.map(\.name) == names)
        #expect(lowered.said == [])
    }

    @Test(arguments: [("top", ["a", "b"]), ("middle", ["b"]), ("low", ["b"]), ("round", ["c"])])
    func aTagStandsForThoseUnderIt(_ tag: String, _ operations: [String]) throws {
        let operation = "responses: {'204': {description: Done}}"
        let snippet = try Snippet(
            schemas: "None: {type: string}",
            root: """
                tags: [{name: top}, {name: middle, parent: top}, {name: low, parent: middle}, {name: round, parent: trip}, {name: trip, parent: round}]
                paths:
                  /a: {get: {operationId: a, tags: [top], \(operation)}}
                  /b: {get: {operationId: b, tags: [low], \(operation)}}
                  /c: {get: {operationId: c, tags: [trip], \(operation)}}
                """, version: "3.2.0")
        let lowered = LoweredAPI(snippet) { $0.include.tags = [tag] }
        #expect(lowered.api.client.operations.map(\.name) == operations)
        #expect(lowered.said == [])
    }
}
