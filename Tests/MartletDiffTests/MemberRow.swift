// A member `p` of a body in two versions, and what is told of it word for word.

import Testing

@testable import MartletDiff

struct MemberRow: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    /// In the body of a request: level, rule and message, and where in the member it is.
    var request: [String]
    /// In that of an answer.
    var response: [String]

    var testDescription: String {
        "\(old) → \(new)"
    }

    /// What is told in both directions; `S` is a component.
    func told() throws -> Told {
        Told(request: try Self.told("request", old, new), response: try Self.told("response", old, new))
    }

    var expected: Told {
        Told(request: request, response: response)
    }

    struct Told: Equatable {
        var request: [String]
        var response: [String]
    }

    static func told(_ direction: String, _ old: String, _ new: String) throws -> [String] {
        let place = try #require(SchemaPlace(direction + "-property-what"))
        let way = direction == "request" ? "requestBody" : "responses/200"
        func document(_ schema: String) -> String {
            withComponents(place.document(schema))
        }
        return try Compared(document(old), document(new)).told.map { text in
            text.replacing("POST /a: ", with: "").replacing(
                "#/paths/~1a/post/\(way)/content/application~1json/schema/properties/p", with: "p")
        }
    }

    /// `$ref: S` refers to the component `S`, a text.
    static func withComponents(_ document: String) -> String {
        document.replacing("$ref: S", with: "$ref: '#/components/schemas/S'").replacing(
            "    A: {", with: "    S: {type: string}\n    A: {")
    }
}
