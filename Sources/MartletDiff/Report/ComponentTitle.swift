// What components are called in reports.

import MartletOpenAPI

extension ComponentPointer {
    /// `Pet.name`, `GET /pets`, `GET /pets, response 200`.
    var title: String {
        guard let first = tokens.first else { return "the document" }
        if first == "paths" || first == "webhooks" { return Self.operation(tokens.dropFirst()) ?? first }
        // Of those of one kind, the kind goes without saying.
        let section = first == "components" ? tokens.dropFirst() : tokens[...]
        let names = section.dropFirst()
        guard let name = names.first else { return first }
        switch section.first {
        case "schemas", "definitions": return Self.members(names)
        case "pathItems": return Self.operation(names) ?? name
        default: return ([name] + Self.words(names.dropFirst())).joined(separator: ", ")
        }
    }

    /// What the tokens lead to in a file that isn't the document's own.
    ///
    /// - Parameter stem: the name of the file.
    func title(in stem: String) -> String {
        if let first = tokens.first, PathItem.methods.contains(first) { return Self.operation([stem] + tokens) ?? stem }
        let words = Self.words(tokens[...])
        guard let first = words.first, first == Self.members(tokens[...]) else {
            return ([stem] + words).joined(separator: ", ")
        }
        return stem + (first.hasPrefix("[") ? "" : ".") + first
    }

    /// Of the path, or the name of a webhook, and what follows.
    private static func operation(_ tokens: ArraySlice<String>) -> String? {
        guard let path = tokens.first else { return nil }
        var rest = tokens.dropFirst()
        var name = path
        if let method = rest.first, PathItem.methods.contains(method) {
            name = "\(method.uppercased()) \(path)"
            rest = rest.dropFirst()
        } else if rest.first == "additionalOperations", let method = rest.dropFirst().first {
            name = "\(method) \(path)"
            rest = rest.dropFirst(2)
        }
        return ([name] + words(rest)).joined(separator: ", ")
    }

    /// What is before the names in these; the type of a content says what it is.
    private static let nouns = [
        "responses": "response ", "headers": "header ", "links": "link ", "content": "", "encoding": "encoding of ",
    ]

    private static func words(_ tokens: ArraySlice<String>) -> [String] {
        guard let token = tokens.first else { return [] }
        let rest = tokens.dropFirst()
        if let noun = nouns[token], let name = rest.first { return [noun + name] + words(rest.dropFirst()) }
        switch (token, rest.first) {
        case ("parameters", let index?): return ["parameter \((Int(index) ?? 0) + 1)"] + words(rest.dropFirst())
        // The URL that it is sent to doesn't tell it from others.
        case ("callbacks", let name?): return ["callback \(name)"] + words(rest.dropFirst(2))
        case ("requestBody", _): return ["request body"] + words(rest)
        case ("schema", _), ("itemSchema", _): return words(rest)
        case _ where PathItem.methods.contains(token): return [token.uppercased()] + words(rest)
        default: return [members(tokens)]
        }
    }

    /// `Pet.owner.name` for `Pet/properties/owner/properties/name`.
    private static func members(_ tokens: ArraySlice<String>) -> String {
        var text = ""
        var rest = tokens
        while let token = rest.popFirst() {
            if token == "properties" || token == "schemas", let name = rest.popFirst() {
                text += (text.isEmpty ? "" : ".") + name
            } else if ["oneOf", "anyOf", "allOf", "prefixItems"].contains(token), let index = rest.popFirst() {
                text += "[\(token) \((Int(index) ?? 0) + 1)]"
            } else if token == "items" {
                text += "[]"
            } else {
                text += (text.isEmpty ? "" : ".") + token
            }
        }
        return text
    }
}
