// Which required members may be missing, since they go the other way.

import MartletIR
import MartletOpenAPI
import Testing

@Suite struct SchemaDirectionTests {
    private static let schemas = ["Both", "Received", "Sent", "Unused", "Inner", "Told", "Answered"].map { name in
        let inner = name == "Sent" ? ", inner: {type: array, items: {$ref: '#/components/schemas/Inner'}}" : ""
        return "\(name): {type: object, required: [id, key, name], properties: {id: {type: string, readOnly: true}, "
            + "key: {type: string, writeOnly: true}, name: {type: string}\(inner)}}"
    }.joined(separator: "\n")

    private static func content(_ name: String) -> String {
        "content: {application/json: {schema: {$ref: '#/components/schemas/\(name)'}}}"
    }

    @Test(arguments: [
        ("Both", ["name"]), ("Received", ["id", "name"]), ("Sent", ["key", "name"]), ("Inner", ["key", "name"]),
        ("Told", ["id", "name"]), ("Answered", ["key", "name"]), ("Unused", ["id", "key", "name"]),
    ])
    func required(_ name: String, _ expected: [String]) throws {
        let both =
            "requestBody: {\(Self.content("Both"))}, responses: {'200': {description: D, \(Self.content("Both"))}}"
        // What the service sends to a callback, or by a webhook, is received.
        let callback =
            "callbacks: {c: {'{$request.body#/url}': {post: {requestBody: {\(Self.content("Received"))}, "
            + "responses: {'204': {description: D}}}}}}"
        let sent = "requestBody: {\(Self.content("Sent"))}, responses: {'204': {description: D}}"
        let webhook =
            "requestBody: {\(Self.content("Told"))}, responses: {'200': {description: D, \(Self.content("Answered"))}}"
        let lowered = try LoweredAPI(
            paths: "/a: {post: {\(both)}, put: {\(sent), \(callback)}}", schemas: Self.schemas,
            root: "webhooks: {w: {post: {\(webhook)}}}\n")
        guard case .structure(let structure) = try lowered.type(name).kind else { return }
        #expect(structure.properties.filter { $0.presence == .required }.map(\.key) == expected)
        #expect(lowered.said.isEmpty)
    }

    /// What only the service says is no constant of requests, but for a tag.
    @Test func constants() throws {
        let lowered = try LoweredAPI(
            paths: "/a: {post: {requestBody: {\(Self.content("Sent"))}, responses: {'200': {description: D, "
                + "\(Self.content("Received"))}}}}",
            schemas: ["Sent", "Received"].map { name in
                "\(name): {type: object, required: [kind, key], properties: {kind: {enum: [widget], readOnly: true}, "
                    + "key: {enum: [k], writeOnly: true}, unit: {enum: [m], default: m, readOnly: true}, "
                    + "of: {$ref: '#/components/schemas/\(name)Union'}}}\n"
                    + "\(name)Union: {oneOf: [{$ref: '#/components/schemas/\(name)Part'}], discriminator: {propertyName: tag}}\n"
                    + "\(name)Part: {type: object, required: [tag], properties: {tag: {enum: [\(name)Part], readOnly: true}}}"
            }.joined(separator: "\n"))
        #expect(try constants(of: "Sent", in: lowered) == ["key"])
        #expect(try constants(of: "SentPart", in: lowered) == ["tag"])
        #expect(try constants(of: "Received", in: lowered) == ["kind", "key", "unit"])
    }

    private func constants(of name: String, in lowered: LoweredAPI) throws -> [String] {
        guard case .structure(let structure) = try lowered.type(name).kind else { return [] }
        return structure.properties.filter { if case .constant = $0.presence { true } else { false } }.map(\.key)
    }
}
