// How types are written as JSON.

extension Documentation: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try lines.encode(to: encoder)
    }
}

extension TypeDeclaration: Encodable {
    /// What the kind holds stands beside the name.
    package func encode(to encoder: any Encoder) throws {
        var object = ModelEncoder(encoder)
        try object.add("name", name)
        try object.add("documentation", documentation)
        try object.add("deprecation", ifThere: deprecation)
        try object.add("nested", nested)
        try object.add("origin", ifThere: origin)
        try kind.encode(to: encoder)
    }
}

extension TypeDeclaration.Kind: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .structure(let structure):
            _ = try ModelEncoder(encoder, kind: "structure")
            try structure.encode(to: encoder)
        case .enumeration(let enumeration):
            _ = try ModelEncoder(encoder, kind: "enumeration")
            try enumeration.encode(to: encoder)
        case .union(let union):
            _ = try ModelEncoder(encoder, kind: "union")
            try union.encode(to: encoder)
        case .alias(let target):
            var object = try ModelEncoder(encoder, kind: "alias")
            try object.add("target", target)
        case .choice(let choice):
            _ = try ModelEncoder(encoder, kind: "choice")
            try choice.encode(to: encoder)
        case .headers(let headers):
            _ = try ModelEncoder(encoder, kind: "headers")
            try headers.encode(to: encoder)
        }
    }
}

extension TypeReference: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .builtin(let builtin):
            var object = try ModelEncoder(encoder, kind: "builtin")
            try object.add("name", builtin)
        case .declared(let path):
            var object = try ModelEncoder(encoder, kind: "declared")
            try object.add("path", path)
        case .array(let element):
            var object = try ModelEncoder(encoder, kind: "array")
            try object.add("element", element)
        case .dictionary(let value):
            var object = try ModelEncoder(encoder, kind: "dictionary")
            try object.add("value", value)
        case .optional(let wrapped):
            var object = try ModelEncoder(encoder, kind: "optional")
            try object.add("wrapped", wrapped)
        }
    }
}

extension Literal: Encodable {
    /// The JSON value itself.
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .string(let text): try text.encode(to: encoder)
        case .integer(let number): try number.encode(to: encoder)
        case .number(let number): try number.encode(to: encoder)
        case .bool(let truth): try truth.encode(to: encoder)
        }
    }
}

extension Property.Presence: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .required: _ = try ModelEncoder(encoder, kind: "required")
        case .requiredNullable: _ = try ModelEncoder(encoder, kind: "requiredNullable")
        case .optional: _ = try ModelEncoder(encoder, kind: "optional")
        case .optionalNullable: _ = try ModelEncoder(encoder, kind: "optionalNullable")
        case .defaulted(let value):
            var object = try ModelEncoder(encoder, kind: "defaulted")
            try object.add("value", value)
        case .constant(let value, let isRequired):
            var object = try ModelEncoder(encoder, kind: "constant")
            try object.add("value", value)
            try object.add("isRequired", isRequired)
        }
    }
}

extension Dispatch: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .branch(let place):
            var object = try ModelEncoder(encoder, kind: "branch")
            try object.add("branch", place)
        case .firstOf(let places):
            var object = try ModelEncoder(encoder, kind: "firstOf")
            try object.add("branches", places)
        case .unknown:
            _ = try ModelEncoder(encoder, kind: "unknown")
        case .tag(let rows, let otherwise):
            try Self.encode("tag", rows, otherwise, to: encoder)
        case .kind(let rows, let otherwise):
            try Self.encode("kind", rows, otherwise, to: encoder)
        case .elementKind(let rows, let otherwise):
            try Self.encode("elementKind", rows, otherwise, to: encoder)
        case .element(let dispatch):
            var object = try ModelEncoder(encoder, kind: "element")
            try object.add("dispatch", dispatch)
        case .text(let rows, let otherwise):
            try Self.encode("text", rows, otherwise, to: encoder)
        case .member(let key, let rows, let otherwise):
            var object = ModelEncoder(encoder)
            try object.add("key", key)
            try Self.encode("member", rows, otherwise, to: encoder)
        case .memberKind(let key, let rows, let otherwise):
            var object = ModelEncoder(encoder)
            try object.add("key", key)
            try Self.encode("memberKind", rows, otherwise, to: encoder)
        case .bestMatch(let candidates):
            var object = try ModelEncoder(encoder, kind: "bestMatch")
            try object.add("candidates", candidates)
        }
    }

    private static func encode(
        _ kind: String, _ rows: some Encodable, _ otherwise: Dispatch, to encoder: any Encoder
    ) throws {
        var object = try ModelEncoder(encoder, kind: kind)
        try object.add("rows", rows)
        try object.add("otherwise", otherwise)
    }
}
