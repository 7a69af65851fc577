// A schema as it is compared: references followed, null and wrappings of one part taken off.
import MartletGenerator
import MartletOpenAPI
import MartletSource

/// A reference type, since schemas are looked at from many places and their keywords are many.
final class SchemaView: Sendable {
    /// Without null; those of the schema that is referred to, or wrapped.
    let keywords: Schema.Keywords
    /// That of the schema that says it.
    let position: Position
    /// Where the schema itself stands, or what its references lead to: wrappings are still around it.
    let outerPosition: Position
    let isNullable: Bool
    /// Whether null comes from a `oneOf` of null and one other branch.
    let isChoiceOfNull: Bool
    /// What `deprecated`, `readOnly` and their like say, on the way to the schema and there.
    let annotations: ViewAnnotations
    /// Whether null is among the listed values, which are without it in `keywords`; nil where none are listed, or where
    /// `nullable` says it of them.
    let listsNull: Bool?
    /// The only part of the `allOf` that was taken off.
    let onlyPart: Schema?
    /// That of the schema that says it.
    let id: ObjectIdentifier

    init(
        _ keywords: Schema.Keywords, at position: Position, outer: Position, isNullable: Bool,
        isChoiceOfNull: Bool = false, annotations: ViewAnnotations, listsNull: Bool? = nil, onlyPart: Schema? = nil,
        id: ObjectIdentifier
    ) {
        self.keywords = keywords
        self.position = position
        outerPosition = outer
        self.isNullable = isNullable
        self.isChoiceOfNull = isChoiceOfNull
        self.annotations = annotations
        self.listsNull = listsNull
        self.onlyPart = onlyPart
        self.id = id
    }

    var isReadOnly: Bool { annotations.isReadOnly }
    var isWriteOnly: Bool { annotations.isWriteOnly }

    /// The names of the types, null left aside; none where any type is taken.
    var typeNames: [String] {
        // `false` isn't any type.
        if keywords.boolean == false { return ["nothing"] }
        return (keywords.types ?? []).filter { $0 != .null || keywords.types == [.null] }.map(\.rawValue)
    }

    /// The branches of `oneOf`, or else of `anyOf`.
    var branches: [Schema] {
        keywords.oneOf.isEmpty ? keywords.anyOf : keywords.oneOf
    }

    /// `one-of` or `any-of`; the keyword of the branches.
    var branchKeyword: (name: String, keyword: String) {
        keywords.oneOf.isEmpty && !keywords.anyOf.isEmpty ? ("any-of", "anyOf") : ("one-of", "oneOf")
    }
}

struct ViewAnnotations: Sendable {
    var isDeprecated = false
    var isReadOnly = false
    var isWriteOnly = false
    var lifecycle = Lifecycle()
    var defaultValue: Node?
    var title: String?

    init(_ keywords: Schema.Keywords) {
        isDeprecated = keywords.isDeprecated
        isReadOnly = keywords.isReadOnly
        isWriteOnly = keywords.isWriteOnly
        lifecycle = keywords.lifecycle
        defaultValue = keywords.defaultValue
        title = keywords.title
    }

    /// Who sends it is all that is taken from `part`.
    mutating func fillMutability(by part: Schema.Keywords) {
        isReadOnly = isReadOnly || part.isReadOnly
        isWriteOnly = isWriteOnly || part.isWriteOnly
    }

    /// Outer ones count, inner ones fill the gaps.
    mutating func fill(by inner: Schema.Keywords) {
        fillMutability(by: inner)
        isDeprecated = isDeprecated || inner.isDeprecated
        lifecycle.sunset = lifecycle.sunset ?? inner.lifecycle.sunset
        lifecycle.stability = lifecycle.stability ?? inner.lifecycle.stability
        defaultValue = defaultValue ?? inner.defaultValue
        title = title ?? inner.title
    }
}

extension Schema.Keywords {
    /// Whether it says anything of its instances: more than a reference, annotations and null do.
    var asserts: Bool {
        hasShape || types != nil || format != nil || range != Schema.Range() || contentEncoding != nil
            || contentMediaType != nil || contentSchema != nil || not != nil || propertyNames != nil
            || !dependentRequired.isEmpty || !extensibleValues.isEmpty
    }

    /// Without what is merged by `allOf`.
    var withoutParts: Schema.Keywords {
        var own = self
        own.allOf = []
        own.reference = nil
        return own
    }
}
