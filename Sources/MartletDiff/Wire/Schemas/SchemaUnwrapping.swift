// From a schema to what says something: references are followed, null and wrappings of one part taken off.

import MartletLowering
import MartletOpenAPI
import MartletSource

struct SchemaUnwrapping {
    private let table: SchemaTable
    private let spelling: PlainSpelling
    private let use: Position
    /// The schema that has been come to.
    private var schema: Schema
    private var outer: Position?
    private var key: ObjectIdentifier?
    private var annotations: ViewAnnotations
    private var isNullable = false
    private var isChoiceOfNull = false
    private var listsNull: Bool?
    private var onlyPart: Schema?
    private var references: [(position: Position, target: SchemaLocation)] = []

    init(_ schema: Schema, in table: SchemaTable, _ spelling: PlainSpelling) {
        self.table = table
        self.spelling = spelling
        self.schema = schema
        use = schema.position
        annotations = ViewAnnotations(schema.keywords, at: use)
    }

    /// What the schema is; one that says nothing, where references lead nowhere or in a circle.
    mutating func view() -> SchemaView {
        for _ in 0..<SchemaTable.longestChain {
            if let location = schema.keywords.reference, !Self.adds(schema.keywords) {
                guard follow(location) else { break }
            } else {
                let keywords = withoutNull()
                guard let only = Self.solePart(keywords) else {
                    var seen: Set<ObjectIdentifier> = [schema.id]
                    for part in keywords.allOf { fillMutability(of: part, &seen) }
                    return view(keywords)
                }
                if onlyPart == nil, keywords.allOf.count == 1 { onlyPart = only }
                annotations.fill(by: only.keywords, at: only.position)
                schema = only
            }
        }
        return view(Schema.Keywords())
    }

    private func view(_ keywords: Schema.Keywords) -> SchemaView {
        SchemaView(
            keywords, at: schema.position, outer: outer ?? schema.position, use: use, isNullable: isNullable,
            isChoiceOfNull: isChoiceOfNull, annotations: annotations, listsNull: listsNull, onlyPart: onlyPart,
            references: references, id: schema.id, key: key ?? schema.id)
    }

    /// Whether there is something at the end of the reference.
    private mutating func follow(_ location: SchemaLocation) -> Bool {
        if schema.keywords.isNullableKeyword {
            isNullable = true
            annotations.nullPosition = annotations.nullPosition ?? schema.position
        }
        if isNullable || !ViewAnnotations(schema.keywords, at: use).isEmpty { key = key ?? schema.id }
        guard let target = table[location] else { return false }
        references.append((schema.position, location))
        annotations.fill(by: target.keywords, at: target.position)
        schema = target
        return true
    }

    /// What the schema says besides null; a reference that says more is one of its parts.
    private mutating func withoutNull() -> Schema.Keywords {
        outer = outer ?? schema.position
        key = key ?? schema.id
        var keywords = schema.keywords
        spelling.applyNull(to: &keywords)
        let choices = keywords.oneOf.count
        listsNull = keywords.isNullableKeyword || isNullable ? nil : keywords.enumeration?.contains(where: \.isNull)
        isNullable = NullPass(table).strip(&keywords) || isNullable
        isChoiceOfNull = isChoiceOfNull || (keywords.oneOf.count == 1 && choices > 1)
        isNullable = Self.liftNull(&keywords.oneOf) || isNullable
        isNullable = Self.liftNull(&keywords.anyOf) || isNullable
        spelling.apply(to: &keywords)
        if let location = keywords.reference {
            keywords.reference = nil
            var part = Schema.Keywords()
            part.reference = location
            keywords.allOf.insert(Schema(part, at: schema.position), at: 0)
        }
        return keywords
    }

    /// A branch that is written out and may be null says of the whole choice that it may.
    private static func liftNull(_ branches: inout [Schema]) -> Bool {
        guard branches.count > 1 else { return false }
        var isNullable = false
        for (place, branch) in branches.enumerated() where branch.keywords.reference == nil {
            guard branch.keywords.isNullableKeyword || branch.keywords.types?.contains(.null) == true else { continue }
            var keywords = branch.keywords
            guard NullPass.direct.strip(&keywords) else { continue }
            isNullable = true
            branches[place] = Schema(keywords, at: branch.position)
        }
        return isNullable
    }

    /// Who sends a member is said by any of its parts; other annotations of parts are about the parts.
    private mutating func fillMutability(of part: Schema, _ seen: inout Set<ObjectIdentifier>) {
        guard seen.insert(part.id).inserted else { return }
        annotations.fillMutability(by: part.keywords)
        let target = part.keywords.reference.flatMap { table[$0] }
        for inner in part.keywords.allOf + (target.map { [$0] } ?? []) { fillMutability(of: inner, &seen) }
    }

    /// Whether something beside `$ref` narrows what it names; a type that is repeated doesn't.
    private static func adds(_ keywords: Schema.Keywords) -> Bool {
        var beside = keywords
        beside.reference = nil
        return beside.asserts
    }

    /// The only part of a wrapping that says nothing else.
    private static func solePart(_ keywords: Schema.Keywords) -> Schema? {
        let parts = keywords.allOf + keywords.oneOf + keywords.anyOf
        guard parts.count == 1, keywords.discriminator == nil else { return nil }
        var beside = keywords
        beside.allOf = []
        beside.oneOf = []
        beside.anyOf = []
        return beside.asserts ? nil : parts[0]
    }
}
