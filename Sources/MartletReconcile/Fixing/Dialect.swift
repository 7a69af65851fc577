// How the versions of OpenAPI spell what a fix has to say.

import MartletSource

/// Types and null as Swagger 2.0, OpenAPI 3.0, and those with JSON Schema 2020-12 write them.
enum Dialect: Sendable {
    case swagger
    case v3_0
    case v3_1

    /// By the root of a document.
    init(_ root: Node) {
        let version = root.mapping?["openapi"]?.scalar?.text
        switch version {
        case nil: self = .swagger
        case .some(let text) where text.hasPrefix("3.0"): self = .v3_0
        default: self = .v3_1
        }
    }

    /// The keyword that allows null beside a type; nil where null is a type itself.
    var nullKeyword: String? {
        switch self {
        case .swagger: "x-nullable"
        case .v3_0: "nullable"
        case .v3_1: nil
        }
    }

    /// Where named schemas stand.
    var schemasPath: [String] {
        self == .swagger ? ["definitions"] : ["components", "schemas"]
    }

    /// A schema for each type, where the types can't stand in one: `{anyOf: […]}`.
    func alternatives(_ types: [String], isNullable: Bool) -> (((String) -> Node) -> Node)? {
        guard self != .v3_1, types.count > 1 else { return nil }
        // Swagger has no unions: any value is taken.
        if self == .swagger { return { _ in .anySchema } }
        return { schema in
            .made([("anyOf", .made(types.map(schema)))] + nullMembers(isNullable))
        }
    }

    /// `type`, and null where it is allowed; at most one type but for JSON Schema.
    func type(_ types: [String], isNullable: Bool) -> [Node.Member] {
        if let nullKeyword {
            let isNull: [Node.Member] = isNullable ? [(nullKeyword, .made(true))] : []
            return types.first.map { [("type", .made($0))] + isNull } ?? isNull
        }
        let all = types + (isNullable ? ["null"] : [])
        if all.isEmpty { return [] }
        return [("type", all.count == 1 ? .made(all[0]) : .made(all.map(Node.made)))]
    }

    func nullMembers(_ isNullable: Bool) -> [Node.Member] {
        isNullable ? nullKeyword.map { [($0, .made(true))] } ?? [] : []
    }

    /// A string that has one value.
    func constant(_ value: String) -> Node {
        self == .v3_1
            ? .made([("type", .made("string")), ("const", .made(value))])
            : .made([("type", .made("string")), ("enum", .made([.made(value)]))])
    }
}
