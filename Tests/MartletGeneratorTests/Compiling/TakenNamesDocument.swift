// A document whose members, values and parameters have the names that generated code uses itself.

struct TakenNamesDocument {
    private static let names = [
        "object", "decoder", "encoder", "wire", "container", "value", "union", "tag", "payload", "result", "event",
        "rawValue", "raw_value", "hash", "hashValue", "encode", "decode", "init", "self", "some", "none", "null",
        "error", "coder", "blank", "codeMembers", "knownValues", "members", "keepsUnknownMembers",
        "credentials", "core", "server", "default_server", "request", "rules", "body", "options", "transport", "raw",
        "newValue", "elements", "stringLiteral", "unknown", "undecodable", "additionalMembers", "default", "Type",
        "extension", "description", "debugDescription", "allCases", "name", "key", "client", "Client", "issues", "left",
        "right", "hasher", "into", "_", "inout", "async", "await", "throws", "rethrows", "actor", "any", "borrowing",
        "isolated", "nonisolated", "sending", "consuming", "get", "set", "willSet", "didSet", "lazy", "weak",
        "mutating",
        "left_shift", "open", "public", "package", "indirect", "macro", "repeat", "each", "precedencegroup", "operator",
    ]

    func snippet() throws -> Snippet {
        let names = Self.names.map { "'\($0)'" }
        func members(_ schema: String) -> String {
            "{type: object, properties: {" + names.map { "\($0): \(schema)" }.joined(separator: ", ") + "}, "
        }
        let list = names.joined(separator: ", ")
        let parameters = names.map { "{name: \($0), in: query, schema: {type: string}}" }.joined(separator: ", ")
        let answers = "responses: {'200': {$ref: '#/x-answer'}}"
        var paths = names.enumerated().map { place, name in
            "  /p\(place): {get: {operationId: \(name), \(answers)}}"
        }
        paths.append("  /all: {put: {operationId: all, parameters: [\(parameters)], \(answers)}}")
        let schemes = names.map { "\($0): {type: http, scheme: bearer}" }.joined(separator: ", ")
        let branches = names.map {
            "{title: \($0), required: [tag], properties: {tag: {const: \($0)}, result: {$ref: '#/components/schemas/Plain'}}}"
        }
        return try Snippet(
            """
            openapi: 3.1.0
            info: {title: Taken names, version: '1'}
            x-answer:
              description: Both.
              content:
                application/json: {schema: {$ref: '#/components/schemas/Plain'}}
                text/event-stream: {schema: {$ref: '#/components/schemas/Event'}}
            paths:
            \(paths.joined(separator: "\n"))
            components:
              securitySchemes: {\(schemes)}
              schemas:
                Plain: \(members("{type: string}"))additionalProperties: {type: integer}}
                Required: \(members("{type: string}"))required: [\(list)]}
                Nullable: \(members("{type: [string, 'null']}"))}
                Old: \(members("{type: string, deprecated: true}"))}
                Boxed: \(members("{$ref: '#/components/schemas/Boxed'}"))}
                Inline: \(members("{type: object, properties: {value: {type: string, enum: [a]}}}"))}
                Values: {type: string, enum: [\(list)]}
                Lists: {oneOf: [{type: string}, {type: array, items: {type: string}}]}
                Event: {oneOf: [\(branches.joined(separator: ", "))]}
            """)
    }
}
