// Questions about two schemas of which it is known which version has which.

import MartletOpenAPI

extension SchemaComparison {
    /// One of both versions.
    enum Side {
        case old, new

        var other: Side { self == .old ? .new : .old }
    }

    mutating func view(of schema: Schema, on side: Side) -> SchemaView {
        side == .old ? olds.view(of: schema) : news.view(of: schema)
    }

    /// With what `allOf` brings.
    mutating func merged(_ schema: Schema, on side: Side) -> SchemaView {
        side == .old ? olds.merged(olds.view(of: schema)) : news.merged(news.view(of: schema))
    }

    /// Whether `own`, of `side`, takes the same values as `other`, of the other one.
    mutating func areEqual(
        _ own: SchemaView, of side: Side, _ other: SchemaView, ignoringNull: Bool = false, asBranch: Bool = false
    ) -> Bool {
        let (first, second) = side == .old ? (own, other) : (other, own)
        return equality.areEqual(
            first, second, ignoringNull: ignoringNull, asBranch: asBranch, &olds, &news)
    }

    mutating func areEqual(_ own: Schema, of side: Side, _ other: Schema) -> Bool {
        areEqual(view(of: own, on: side), of: side, view(of: other, on: side.other))
    }

    /// Goes on to `own`, of `side`, and `other`, of the other one.
    mutating func follow(
        _ own: Schema, of side: Side, _ other: Schema, _ segment: String, _ found: inout SchemaDifference
    ) {
        side == .old ? follow(own, other, segment, &found) : follow(other, own, segment, &found)
    }
}
