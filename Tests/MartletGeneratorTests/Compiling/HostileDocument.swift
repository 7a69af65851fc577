// A document whose every string tries to become code.

import Foundation
import MartletSource

struct HostileDocument {
    /// Ends literals and comments of every kind, and then goes on.
    private static let texts = [
        "\"); fatalError(\"", "\\(fatalError())", "*/ fatalError() /*", "\"\"\"\nfatalError()\n\"\"\"",
        "\n}\nfatalError()",
        "\u{2028}fatalError()", "\u{202E}fatalError()", "#if false", "\\", "`; fatalError()", "\u{0}", "\r\n/// x",
        "```\nfatalError()", "##\"", "",
    ]

    func snippet() throws -> Snippet {
        let members = Self.texts.map {
            "\(quoted($0)): {type: string, description: \(quoted($0)), default: \(quoted($0))}"
        }
        let names = Self.texts.map(quoted).joined(separator: ", ")
        let all = quoted(Self.texts.joined(separator: "\n"))
        return try Snippet(
            """
            openapi: 3.1.0
            info: {title: \(all), description: \(all), version: \(all)}
            servers: [{url: \(quoted("https://a.example/\"\\(x)")), description: \(all)}]
            security: [{\(all): []}]
            paths:
              \(quoted("/a\"\\(x)/{\"id\\}")):
                post:
                  operationId: \(all)
                  summary: \(all)
                  description: \(all)
                  deprecated: true
                  parameters:
                  - {name: \(all), in: query, description: \(all), schema: {type: string, enum: [\(names)]}}
                  requestBody: {description: \(all), content: {\(quoted("text/\"\\(x)")): {}}}
                  responses: {'200': {content: {text/event-stream: {schema: {$ref: '#/components/schemas/Event'},
                    x-martlet-stream: {sentinels: [\(names)], terminal: [\(names)]}}}}}
            components:
              securitySchemes: {\(all): {type: apiKey, in: header, name: \(all), description: \(all)}}
              schemas:
                \(all): {type: object, description: \(all), required: [\(names)], properties: {\(members.joined(separator: ", "))}}
                Old: {type: object, deprecated: true, description: \(all), properties: {old: {type: string, deprecated: true, description: \(quoted("Use " + Self.texts.joined()))}}}
                Event:
                  oneOf: [{title: \(all), required: [type], properties: {type: {const: \(all)}}}, {required: [type], properties: {type: {enum: [\(names)]}}}]
                  description: \(all)
            """)
    }

    /// `text` as a scalar of YAML, in double quotes.
    private func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case _ where scalar.value < 0x20 || scalar.value > 0x7E: String(format: "\\U%08X", scalar.value)
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
