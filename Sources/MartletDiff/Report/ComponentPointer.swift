// Which component a finding is about: pointers to keywords are taken back to what has the keyword.

import MartletOpenAPI
import MartletSource

struct ComponentPointer {
    /// Without the keywords at its end: a property, not its `type`.
    let tokens: [String]

    init(_ pointer: String) {
        let fragment = pointer.hasPrefix("#") ? pointer.dropFirst() : pointer[...]
        tokens = Self.component(JSONPointer(parsing: fragment)?.tokens ?? [])
    }

    var text: String {
        "#" + JSONPointer(tokens).description
    }

    /// Whether only keywords of schemas lead to it from `other`.
    func isMember(of other: ComponentPointer) -> Bool {
        guard tokens.count > other.tokens.count, tokens.starts(with: other.tokens) else { return false }
        return Self.applicators.contains(tokens[other.tokens.count])
    }

    /// Containers whose children are components of their own.
    private static let containers: Set<String> = [
        "properties", "patternProperties", "schemas", "parameters", "responses", "requestBodies", "headers", "examples",
        "securitySchemes", "callbacks", "pathItems", "paths", "webhooks", "definitions", "content", "oneOf", "anyOf",
        "allOf", "prefixItems", "mapping", "servers", "securityDefinitions", "$defs",
    ]

    /// Keywords that are components without a name.
    private static let parts: Set<String> = ["items", "additionalProperties", "requestBody", "info"]

    /// What leads from a schema to those in it.
    private static let applicators: Set<String> = [
        "properties", "patternProperties", "oneOf", "anyOf", "allOf", "prefixItems", "items", "additionalProperties",
        "schema",
    ]

    private static func component(_ tokens: [String]) -> [String] {
        var end = 0
        var place = 0
        while place < tokens.count {
            let token = tokens[place]
            if containers.contains(token), place + 1 < tokens.count {
                place += 2
                end = place
            } else if parts.contains(token) || (PathItem.methods.contains(token) && place == 2 && tokens[0] == "paths")
            {
                place += 1
                end = place
            } else if token == "schema" || token == "components" {
                // The schema of a parameter or a media type is a part of it.
                place += 1
                if token == "schema", place == tokens.count { break }
            } else {
                break
            }
        }
        if end == 0 { return Array(tokens.prefix(1)) }
        // What a list or a map holds is a part of it: Swift has one type for both.
        while end > 1, ["items", "additionalProperties"].contains(tokens[end - 1]), !isName(end - 1, in: tokens) {
            end -= 1
        }
        return Array(tokens.prefix(end))
    }

    /// Whether the token is what something is called, as a property may be called `items`.
    private static func isName(_ place: Int, in tokens: [String]) -> Bool {
        place > 0 && containers.contains(tokens[place - 1]) && !isName(place - 1, in: tokens)
    }

    /// `Pet.name`, `GET /pets`, `GET /pets, response 200`.
    var title: String {
        guard let first = tokens.first else { return "the document" }
        if first == "paths" || first == "webhooks", tokens.count > 1 { return operationTitle }
        let names = tokens.first == "components" ? Array(tokens.dropFirst(2)) : Array(tokens.dropFirst())
        return names.isEmpty ? first : Self.members(names)
    }

    private var operationTitle: String {
        let path = tokens[1]
        guard tokens.count > 2, PathItem.methods.contains(tokens[2]) else { return path }
        let rest = Self.words(Array(tokens.dropFirst(3)))
        return "\(tokens[2].uppercased()) \(path)" + (rest.isEmpty ? "" : ", \(rest)")
    }

    private static func words(_ tokens: [String]) -> String {
        var words: [String] = []
        var place = 0
        while place < tokens.count {
            let next = place + 1 < tokens.count ? tokens[place + 1] : nil
            switch (tokens[place], next) {
            case ("requestBody", _): words.append("request body")
            case ("responses", let status?): words.append("response \(status)")
            case ("parameters", let index?): words.append("parameter \((Int(index) ?? 0) + 1)")
            case ("headers", let name?): words.append("header \(name)")
            case ("content", let type?): words.append(type)
            case ("schema", _): break
            default: return (words + [members(Array(tokens[place...]))]).joined(separator: ", ")
            }
            place += containers.contains(tokens[place]) ? 2 : 1
        }
        return words.joined(separator: ", ")
    }

    /// What the tokens lead to, where they begin in a schema.
    var memberText: String {
        Self.members(tokens)
    }

    /// `Pet.owner.name` for `Pet/properties/owner/properties/name`.
    private static func members(_ tokens: [String]) -> String {
        var text = ""
        var place = 0
        while place < tokens.count {
            let token = tokens[place]
            let next = place + 1 < tokens.count ? tokens[place + 1] : nil
            if token == "properties" || token == "schemas", let next {
                text += (text.isEmpty ? "" : ".") + next
                place += 2
            } else if ["oneOf", "anyOf", "allOf", "prefixItems"].contains(token), let next {
                text += "[\(token) \((Int(next) ?? 0) + 1)]"
                place += 2
            } else if token == "items" {
                text += "[]"
                place += 1
            } else {
                text += (text.isEmpty ? "" : ".") + token
                place += 1
            }
        }
        return text
    }
}
