// One document with a place for a text wherever a string can stand, written once with hostile texts and once with harmless ones.

import Foundation
import MartletIR
import MartletSource
import MartletTemplates

@testable import MartletConfiguration
@testable import MartletGenerator

struct TwinDocument: Sendable {
    /// Ends of literals and comments of every kind, and what could follow them.
    static let payloads = [
        "*/ public let pwned = 1 /*", "\"", "'", "`", "\"\"\"", "\"\"\"#", "\"#", "##\"##", "\\(fatalError())",
        "\"); fatalError(\"", "\\", "\\\"", "\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{0}",
        "\t",
        "\u{202E}\u{2066}", "\u{200B}\u{FEFF}", "\u{E0041}", "\n#if false\n", "#if false", "\n#endif", "\n}\n", "}",
        "{",
        "//", "/*", "{{.}}", "{{{source}}}", "{{> Header}}", "\n@main struct Pwned {}\n", "`class`", "$(id)", "%s%n",
        "\n```swift\nfatalError()\n```\n", "#warning(\"x\")", "'; DROP TABLE", "\u{1F426}", "e\u{301}",
    ]

    /// Of each place, in the order of `text`.
    private let text: @Sendable (_ place: Int) -> String

    /// Every place has a word of its own, with `payload` behind it.
    init(_ payload: String) {
        text = { Self.word($0) + payload }
    }

    /// Every place has another of the payloads, beginning with the one at `shift`.
    init(shift: Int) {
        text = { Self.word($0) + Self.payloads[($0 + shift) % Self.payloads.count] }
    }

    static let harmless = TwinDocument(" plain")

    /// Words that stay apart when everything but letters is left out: `wab`, `wac` …
    static func word(_ place: Int) -> String {
        let letters = Array("abcdefghij")
        return "w" + String(place).map { String(letters[$0.wholeNumberValue ?? 0]) }.joined() + "z"
    }

    // MARK: Files

    /// The files that `configuration` names, by their names.
    var files: [String: String] {
        var number = 0
        func filled(_ text: String) -> String {
            let parts = text.components(separatedBy: "§")
            return parts.dropFirst().reduce(parts[0]) { filled, part in
                defer { number += 1 }
                let text = self.text(number)
                guard part.hasPrefix("¶") else { return filled + Self.quoted(text) + part }
                return filled + Self.quoted(text.filter { $0 != "{" && $0 != "}" }) + part.dropFirst()
            }
        }
        let document = filled(Self.document)
        let part = filled(Self.part)
        let name = text(900).replacing("/", with: "").replacing("#", with: "").replacing("\u{0}", with: "")
        let reference = Self.quoted(Self.encoded(name) + ".yaml#/Part")
        return [
            "api.yaml": document.replacing("PART", with: reference), name + ".yaml": part,
            "overlay.yaml": filled(Self.overlay),
        ]
    }

    var configuration: Configuration {
        var configuration = Configuration(spec: "api.yaml")
        configuration.overlays = ["overlay.yaml"]
        configuration.environment.server = text(901)
        configuration.environment.credentials = ["key": text(902)]
        configuration.idempotencyHeader = "Idempotency-Key"
        return configuration
    }

    /// What is generated, and what it was generated from.
    func generated() throws -> (files: [GeneratedFile], api: API, said: [String]) {
        let files = files
        let reader = SourceReader(
            access: FileAccess { path throws(FileFault) in
                guard let text = files[path] else { throw FileFault("no such file; check the path") }
                return Array(text.utf8)
            })
        let generator = Generator(configuration, reader: reader)
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let output = generator.generate(&diagnostics, clock: &clock)
        var unheard = Diagnostics()
        guard let output, let api = generator.lower(&unheard, clock: &clock) else {
            throw Refused(said: diagnostics.rendered(atLeast: .error))
        }
        return (output, api, diagnostics.rendered())
    }

    struct Refused: Error {
        var said: [String]
    }

    /// `text` as a scalar of YAML, in double quotes.
    static func quoted(_ text: String) -> String {
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

    /// As a reference writes the name of a file.
    private static func encoded(_ name: String) -> String {
        name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? name
    }

    private static let part = """
        Part: {type: object, title: §, description: §, required: [§], properties: {§: {type: string, description: §, default: §}}}

        """

    private static let overlay = """
        overlay: 1.0.0
        info: {title: §, version: §}
        actions:
        - {target: $.info, description: §, update: {description: §, summary: §, x-more: §}}
        - {target: $.components.schemas.Open, update: {description: §, properties: {§: {type: string, title: §}}}}

        """

    /// Texts with ¶ behind them are without braces, which stand for variables in URLs.
    private static let document = """
        openapi: 3.1.0
        info: {title: §, summary: §, version: §, termsOfService: §, contact: {name: §, url: §}, license: {name: §}, x-info: §}
        jsonSchemaDialect: §
        externalDocs: {url: §, description: §}
        servers:
        - url: https://{region}.example.com/{stage}
          description: §
          variables:
            region: {default: §¶, enum: [§¶, §¶], description: §}
            stage: {default: §¶, description: §}
        - {url: §¶, description: §}
        tags: [{name: §, description: §, externalDocs: {url: §, description: §}}]
        security: [{key: []}, {auth: [§]}]
        paths:
          '/things/{id}':
            summary: §
            description: §
            parameters: [{name: id, in: path, required: true, description: §, schema: {type: string}}]
            post:
              operationId: callThing
              tags: [§]
              summary: §
              description: §
              deprecated: true
              externalDocs: {url: §, description: §}
              x-extension: {§: §}
              parameters:
              - {name: §, in: query, required: true, description: §, example: §, schema: {type: string, enum: [§, §], default: §}}
              - {name: §, in: query, schema: {type: array, items: {type: string, pattern: §}}}
              - {name: §, in: query, style: deepObject, schema: {type: object, properties: {§: {type: string}}}}
              - {name: §, in: query, deprecated: true, content: {application/json: {schema: {type: object, properties: {§: {type: integer}}}}}}
              - {name: §, in: cookie, description: §, schema: {type: string, format: §}}
              requestBody:
                description: §
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Request'}
                    examples: {§: {summary: §, description: §, value: §}}
              responses:
                '200':
                  description: §
                  headers: {X-One: {description: §, schema: {type: string, enum: [§]}}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}
                  links: {§: {operationId: callThing, description: §, parameters: {§: §}}}
                '400': {description: §, content: {application/problem+json: {schema: {type: object, title: §, properties: {§: {type: string}}}}}}
                default: {description: §}
              callbacks: {§: {'{$request.body#/url}': {post: {operationId: §, description: §, requestBody: {content: {application/json: {schema: {type: object, properties: {§: {type: string}}}}}}}}}}
          /upload:
            put:
              operationId: §
              summary: §
              requestBody:
                content:
                  multipart/form-data:
                    schema: {type: object, required: [§], properties: {§: {type: string, format: binary, description: §}, §: {type: string}}}
                    encoding: {§: {contentType: §}}
                  application/x-www-form-urlencoded: {schema: {type: object, properties: {§: {type: string, description: §}}}}
              responses: {'204': {description: §}}
          /events:
            post:
              operationId: listen
              description: §
              requestBody: {content: {application/json: {schema: {type: object, properties: {stream: {type: boolean, description: §}}}}}}
              responses:
                '200':
                  description: §
                  content:
                    text/event-stream:
                      schema: {$ref: '#/components/schemas/Event'}
                      x-martlet-stream: {setting: stream, sentinels: [§], terminal: [§], value: {one: $ = text}}
        webhooks: {§: {post: {operationId: §, description: §, requestBody: {content: {application/json: {schema: {type: object, title: §, properties: {§: {type: string}}}}}}}}}
        components:
          securitySchemes:
            key: {type: apiKey, in: query, name: §, description: §}
            auth: {type: oauth2, description: §, flows: {clientCredentials: {tokenUrl: https://a.example/t, scopes: {§: §}}}}
          schemas:
            Open: {type: object, title: §, description: §, example: §, x-schema: §, properties: {kind: {type: string}}}
            Request:
              type: object
              description: §
              required: [§, kind]
              externalDocs: {url: §, description: §}
              properties:
                §: {type: string, description: §, example: §}
                kind: {type: string, const: §}
                §: {type: string, default: §, description: §, pattern: §, deprecated: true}
                §: {type: [string, 'null'], enum: [§, §, null], description: §, x-enum-varnames: [§, §]}
                §: {type: array, items: {type: string, enum: [§, §]}, default: [§]}
                §: {type: object, additionalProperties: {type: string, description: §}}
                §: {type: string, format: §, contentMediaType: §, contentEncoding: §}
                part: {$ref: PART}
            Answer: {type: object, required: [§], properties: {§: {type: string, default: §}, union: {$ref: '#/components/schemas/Union'}}}
            Union:
              description: §
              oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}]
              discriminator: {propertyName: tag, mapping: {§: '#/components/schemas/One', §: '#/components/schemas/Two'}}
            One: {type: object, description: §, required: [tag], properties: {tag: {type: string}, §: {type: string}}}
            Two: {type: object, description: §, required: [tag], properties: {tag: {type: string}, §: {type: integer}}}
            §: {type: string, enum: [§, §, §], description: §}
            Tagged: {oneOf: [{type: object, title: §, required: [kind], properties: {kind: {const: §}}}, {type: object, title: §, required: [kind], properties: {kind: {const: §}}}]}
            Event:
              description: §
              oneOf:
              - {type: object, title: §, required: [type], properties: {type: {const: one}, text: {type: string, description: §}}}
              - {type: object, title: §, required: [type], properties: {type: {const: §}, §: {type: string}}}

        """
}
