// A document whose schemas are called like the types that generated code uses.

import MartletIR
import MartletNaming

@testable import MartletTemplates

struct HidingDocument {
    func snippet() throws -> Snippet {
        let names = SpelledNames.swift.union(SpelledNames.runtime).union(Self.otherNames).sorted()
        let schemas = names.enumerated().map { place, name in
            let next = names[(place + 1) % names.count]
            return "\(name): {type: object, properties: {value: {$ref: '#/components/schemas/\(next)'}}}"
        }
        return try Snippet(schemas: (schemas + Self.users).joined(separator: "\n"), root: Self.root)
    }

    private static let otherNames: Set<String> = [
        "Array", "Dictionary", "Set", "Optional", "Result", "Error", "Never", "Void", "Equatable", "Comparable",
        "Identifiable", "RawRepresentable", "CodingKey", "Encodable", "Decodable", "Character", "Substring", "Task",
        "Actor", "MainActor", "Type", "Self", "Any", "AnyObject", "Protocol", "Client", "Raw", "Data", "URL", "Date",
        "UUID", "Foundation", "Swift", "MartletRuntime", "Operation", "Body", "Wire", "JSONKind", "OrderedDictionary",
    ]

    /// Types and operations that use all of the runtime.
    private static let users = [
        "Colour: {type: string, enum: [red, none, self]}",
        "Level: {type: integer, enum: [1, 2]}",
        "Mixed: {oneOf: [{type: string}, {type: array, items: {type: number}}, {$ref: '#/components/schemas/String'}]}",
        "Ping: {type: object, required: [type], properties: {type: {const: ping}}}",
        "Pong: {type: object, required: [type], properties: {type: {const: pong}, any: {}, self: {$ref: '#/components/schemas/Pong'}}}",
        "Event: {oneOf: [{$ref: '#/components/schemas/Ping'}, {$ref: '#/components/schemas/Pong'}]}",
        "Formats: {type: object, required: [at], properties: {at: {type: string, format: date-time}, "
            + "on: {type: [string, 'null'], format: date}, data: {type: string, format: byte}, "
            + "old: {type: string, deprecated: true}, count: {type: integer, format: uint32}}, "
            + "additionalProperties: {type: string}}",
    ]

    private static let root = """
        security: [{key: []}]
        paths:
          '/a/{id}':
            post:
              operationId: send
              parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: filter, in: query, content: {application/json: {schema: {$ref: '#/components/schemas/Formats'}}}}
              - {name: colour, in: query, schema: {$ref: '#/components/schemas/Colour'}}
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Mixed'}}}}
              responses:
                '200':
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/Pong'}}
                    text/event-stream: {schema: {$ref: '#/components/schemas/Event'}}
                '400': {content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
            get:
              operationId: read
              responses: {'200': {content: {image/png: {}}}}
            put:
              operationId: replace
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Raw'}}}}
              responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Raw'}}}}}
            delete:
              operationId: remove
              responses: {'200': {content: {text/plain: {}}}}
        """
}
