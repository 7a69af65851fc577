// A schema as it is compared: references followed, null and wrappings of one part taken off.

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
    /// Where the schema itself stands: references are still around it.
    let usePosition: Position
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
    /// What several parts say beside each other, where `keywords` have no room for it.
    let rest: [Schema]
    /// What refers to the schema, from where it is used: where each stands, and what it names.
    let references: [(position: Position, target: SchemaLocation)]
    /// The text whose content it is, as in the data of events: what is said of that alone.
    let text: SchemaView?
    /// That of the schema that says it.
    let id: ObjectIdentifier
    /// Equal for all that is the same schema where it is used: a reference is what it refers to, unless null or an
    /// annotation stands beside it; a wrapping is a schema of its own.
    let key: ObjectIdentifier

    init(
        _ keywords: Schema.Keywords, at position: Position, outer: Position, use: Position, isNullable: Bool,
        isChoiceOfNull: Bool = false, annotations: ViewAnnotations, listsNull: Bool? = nil, onlyPart: Schema? = nil,
        rest: [Schema] = [], references: [(position: Position, target: SchemaLocation)] = [], text: SchemaView? = nil,
        id: ObjectIdentifier, key: ObjectIdentifier
    ) {
        self.keywords = keywords
        self.position = position
        outerPosition = outer
        usePosition = use
        self.isNullable = isNullable
        self.isChoiceOfNull = isChoiceOfNull
        self.annotations = annotations
        self.listsNull = listsNull
        self.onlyPart = onlyPart
        self.rest = rest
        self.references = references
        self.text = text
        self.id = id
        self.key = key
    }

    /// The same schema, which says something else; `id` is given where that isn't what the schema is with its parts.
    func saying(
        _ keywords: Schema.Keywords, isNullable: Bool, rest: [Schema], id: ObjectIdentifier? = nil
    ) -> SchemaView {
        SchemaView(
            keywords, at: position, outer: outerPosition, use: usePosition, isNullable: isNullable,
            isChoiceOfNull: isChoiceOfNull, annotations: annotations, listsNull: listsNull, rest: rest,
            references: references, id: id ?? self.id, key: key)
    }

    /// The same schema, as the content of `text`.
    func asContent(of text: SchemaView) -> SchemaView {
        SchemaView(
            keywords, at: position, outer: outerPosition, use: usePosition, isNullable: isNullable,
            isChoiceOfNull: isChoiceOfNull, annotations: annotations, listsNull: listsNull, onlyPart: onlyPart,
            rest: rest, references: references, text: text, id: id, key: key)
    }

    /// Both as texts, where the old one was a text alone and the new one is called the content of one: nothing was said of
    /// what is in it. Where that isn't said any more, it may be anything, as it may be where it was any JSON.
    static func spelt(_ old: SchemaView, _ new: SchemaView) -> (SchemaView, SchemaView) {
        switch (old.text, new.text) {
        case (nil, let text?) where old.typeNames == ["string"]: (old, text)
        case (let text?, nil) where new.typeNames == ["string"] && !old.keywords.asserts: (text, new)
        default: (old, new)
        }
    }

    /// What is here what `place` is in `other`: where the schema is used, what it refers to, or what that wraps.
    func place(like place: Position, of other: SchemaView) -> Position {
        place == other.usePosition ? usePosition : place == other.outerPosition ? outerPosition : position
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

    var hasBothUnions: Bool {
        !keywords.oneOf.isEmpty && !keywords.anyOf.isEmpty
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
    /// Where the default is said.
    var defaultPosition: Position?
    /// Where null is said beside a reference.
    var nullPosition: Position?

    init(_ keywords: Schema.Keywords, at position: Position) {
        isDeprecated = keywords.isDeprecated
        isReadOnly = keywords.isReadOnly
        isWriteOnly = keywords.isWriteOnly
        lifecycle = keywords.lifecycle
        defaultValue = keywords.defaultValue
        defaultPosition = keywords.defaultValue == nil ? nil : position
    }

    var isEmpty: Bool {
        !isDeprecated && !isReadOnly && !isWriteOnly && lifecycle == Lifecycle() && defaultValue == nil
    }

    /// Who sends it is all that is taken from `part`.
    mutating func fillMutability(by part: Schema.Keywords) {
        isReadOnly = isReadOnly || part.isReadOnly
        isWriteOnly = isWriteOnly || part.isWriteOnly
    }

    /// Outer ones count, inner ones fill the gaps.
    mutating func fill(by inner: Schema.Keywords, at position: Position) {
        fillMutability(by: inner)
        isDeprecated = isDeprecated || inner.isDeprecated
        lifecycle.sunset = lifecycle.sunset ?? inner.lifecycle.sunset
        lifecycle.stability = lifecycle.stability ?? inner.lifecycle.stability
        if defaultValue == nil, let value = inner.defaultValue { (defaultValue, defaultPosition) = (value, position) }
    }
}

extension Schema.Keywords {
    /// Without the choices.
    var withoutBranches: Schema.Keywords {
        var own = self
        (own.oneOf, own.anyOf, own.discriminator) = ([], [], nil)
        return own
    }

    /// Without what is merged by `allOf`.
    var withoutParts: Schema.Keywords {
        var own = self
        own.allOf = []
        own.reference = nil
        return own
    }
}
