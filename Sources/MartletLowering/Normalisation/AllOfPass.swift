// Merges `allOf` and its siblings into one schema.

package import MartletOpenAPI
package import MartletSource

/// The merged schema has every member of every part. A member that several parts describe must satisfy all of them: it
/// becomes an `allOf` itself, which is merged when it is reached. Of two assertions of one kind the narrower counts; where
/// no value satisfies both, the later part was to replace the earlier one, and a warning names both places.
package struct AllOfPass {
    private struct Pair: Hashable {
        var first: ObjectIdentifier
        var second: ObjectIdentifier
    }

    private let table: SchemaTable
    private let most: Int
    private let keepsAll: Bool
    /// Members that were merged so far.
    private var members = 0
    /// What two schemas are together, which are kept for their identity: where one of them contains itself, it is joined
    /// with the other once, and not anew on each level.
    private var joined: [Pair: (schema: Schema, parts: [Schema])] = [:]

    /// - Parameters:
    ///   - limits: merging more members than these allow is an error, and no more is merged.
    ///   - keepsAll: whether schemas are joined for what they assert too, such as bounds, where it makes no other type.
    package init(table: SchemaTable, limits: Limits = .init(), keepsAll: Bool = false) {
        self.table = table
        most = limits.members
        self.keepsAll = keepsAll
    }

    /// `keywords`, those of the schema that `id` is, with `allOf` (and a reference with siblings) merged in.
    package mutating func merge(
        _ keywords: Schema.Keywords, of id: ObjectIdentifier, at position: Position, _ diagnostics: inout Diagnostics
    ) -> Schema.Keywords {
        let parts = parts(of: keywords, id, at: position)
        var sum = Sum(table)
        for part in parts {
            guard admits(part, at: position, &diagnostics) else { break }
            KeywordNotes.report(part.keywords, &diagnostics)
            if sum.assertions.excludes(part.keywords, at: part.position, from: sum.keywords, &diagnostics) {
                // A type alone says less than what is described: `null` beside that is how some spell nullable.
                if part.keywords.isTypeAlone, !sum.keywords.isTypeAlone || !sum.choices.branches.isEmpty {
                    sum.mayBeNull = sum.mayBeNull || part.keywords.types == [.null]
                    continue
                }
                let mayBeNull = sum.mayBeNull || sum.keywords.types == [.null]
                sum = Sum(table)
                sum.mayBeNull = mayBeNull
            }
            sum.assertions.add(part.keywords, at: part.position, to: &sum.keywords, &diagnostics)
            add(part, to: &sum, &diagnostics)
        }
        var merged = sum.keywords
        merged.isNullableKeyword = !parts.isEmpty && sum.isNullable || sum.mayBeNull
        merged.oneOf = sum.choices.branches
        // What tells its own branches apart is its own.
        merged.discriminator = keywords.discriminator ?? merged.discriminator
        // Annotations are those of the schema itself, not of what it is made from.
        merged.title = keywords.title
        merged.description = keywords.description
        merged.defaultValue = keywords.defaultValue
        merged.isDeprecated = keywords.isDeprecated
        merged.isReadOnly = keywords.isReadOnly
        merged.isWriteOnly = keywords.isWriteOnly
        merged.lifecycle = keywords.lifecycle
        return merged
    }

    /// What `keywords`, those of the schema that `id` is, are merged from.
    package func parts(of keywords: Schema.Keywords, _ id: ObjectIdentifier, at position: Position) -> [Part] {
        var parts: [Part] = []
        var seen: Set<ObjectIdentifier> = [id]
        collect(Schema(keywords, at: position), isPart: false, &parts, &seen)
        // Beside what is never null, what may be null may be absent: utoipa writes `#[serde(flatten)]` of an option so.
        guard !parts.allSatisfy(\.isNullable) else { return parts }
        for place in parts.indices where parts[place].mayBeAbsent { parts[place].keywords.required = [] }
        return parts
    }

    private mutating func admits(_ part: Part, at position: Position, _ diagnostics: inout Diagnostics) -> Bool {
        let isWithin = members <= most
        members += part.keywords.properties.count
        if isWithin, members > most { diagnostics.report(.tooManyMembers(most), at: position) }
        return members <= most
    }

    /// What the parts so far come to.
    private struct Sum {
        var keywords = Schema.Keywords()
        var choices: Choices
        var assertions = AssertionMerge()
        /// Where each property is.
        var places: [String: Int] = [:]
        var required: Set<String> = []
        var isNullable = true
        /// Whether a part is null alone.
        var mayBeNull = false

        init(_ table: SchemaTable) {
            choices = Choices(table: table)
        }
    }

    package struct Part {
        package var keywords: Schema.Keywords
        package var position: Position
        var isNullable: Bool
        /// Whether a wrapping of the part says that it may be null.
        var mayBeAbsent: Bool
    }

    /// - Parameters:
    ///   - isPart: whether `schema` stands in what it is a part of. What is merged does not, nor does a base that a reference
    ///     names: that it may be null where it is used by itself says nothing of what is made from it.
    ///   - mayBeAbsent: whether what `schema` is a part of may be null.
    private func collect(
        _ schema: Schema, isPart: Bool = true, mayBeAbsent: Bool = false, _ parts: inout [Part],
        _ seen: inout Set<ObjectIdentifier>
    ) {
        var own = schema.keywords
        let isNullable = NullPass.direct.strip(&own)
        let mayBeAbsent = mayBeAbsent || isNullable && isPart && own.isWrapping
        if let location = own.reference {
            own.reference = nil
            if let target = table[location], seen.insert(target.id).inserted {
                collect(target, isPart: false, mayBeAbsent: mayBeAbsent, &parts, &seen)
            }
        }
        let family = SchemaFamily(table: table)
        // A base that lists those which extend it: here it is known which of them this is.
        if family.list(own.oneOf, hasAnyOf: seen) { own.oneOf = [] }
        if family.list(own.anyOf, hasAnyOf: seen) { own.anyOf = [] }
        let inner = own.allOf
        own.allOf = []
        for part in inner { collect(part, mayBeAbsent: mayBeAbsent, &parts, &seen) }
        guard own.asserts else { return }
        // One branch that is left is no choice: it is merged like a part.
        for branches in [own.anyOf, own.oneOf] where branches.count == 1 {
            collect(branches[0], mayBeAbsent: mayBeAbsent, &parts, &seen)
        }
        if own.anyOf.count == 1 { own.anyOf = [] }
        if own.oneOf.count == 1 { own.oneOf = [] }
        // Ranges and rules bind no null.
        let saysOfNull = own.hasShape || own.types != nil || own.format != nil
        parts.append(
            Part(
                keywords: own, position: schema.position, isNullable: isNullable || mayBeAbsent || !saysOfNull,
                mayBeAbsent: mayBeAbsent))
    }

    private mutating func add(_ part: Part, to sum: inout Sum, _ diagnostics: inout Diagnostics) {
        let other = part.keywords
        for property in other.properties { add(property, to: &sum.keywords.properties, &sum.places, &diagnostics) }
        sum.isNullable = sum.isNullable && part.isNullable
        for branches in [other.oneOf, other.anyOf] where !branches.isEmpty {
            sum.choices.add(branches, at: part.position, &diagnostics)
        }
        let required = other.required.filter { sum.required.insert($0).inserted }
        sum.keywords.required += required
        addOthers(other, to: &sum.keywords, &diagnostics)
    }

    private mutating func addOthers(
        _ other: Schema.Keywords, to merged: inout Schema.Keywords, _ diagnostics: inout Diagnostics
    ) {
        merged.additionalProperties = additional(merged.additionalProperties, other.additionalProperties)
        merged.unevaluatedProperties = additional(merged.unevaluatedProperties, other.unevaluatedProperties)
        merged.patternProperties += other.patternProperties
        merged.items = both(merged.items, other.items, &diagnostics)
        merged.prefixItems = positions(merged.prefixItems, other.prefixItems, &diagnostics)
        merged.unevaluatedItems = merged.unevaluatedItems ?? other.unevaluatedItems
        merged.contains = merged.contains ?? other.contains
        merged.conditional += other.conditional
        merged.discriminator = merged.discriminator ?? other.discriminator
        merged.contentEncoding = merged.contentEncoding ?? other.contentEncoding
        merged.contentMediaType = merged.contentMediaType ?? other.contentMediaType
        merged.contentSchema = merged.contentSchema ?? other.contentSchema
        merged.propertyNames = both(merged.propertyNames, other.propertyNames, &diagnostics)
        merged.not = merged.not ?? other.not
        merged.dependentRequired += other.dependentRequired
        merged.extensibleValues += other.extensibleValues
        if merged.valueNames.isEmpty { merged.valueNames = other.valueNames }
        if merged.valueDescriptions.isEmpty { merged.valueDescriptions = other.valueDescriptions }
        if let boolean = other.boolean { merged.boolean = merged.boolean.map { $0 && boolean } ?? boolean }
    }

    private mutating func add(
        _ property: Schema.Property, to properties: inout [Schema.Property], _ places: inout [String: Int],
        _ diagnostics: inout Diagnostics
    ) {
        guard let place = places[property.name] else {
            places[property.name] = properties.count
            properties.append(property)
            return
        }
        properties[place].schema = both(properties[place].schema, property.schema, &diagnostics) ?? property.schema
    }

    private mutating func positions(
        _ first: [Schema], _ second: [Schema], _ diagnostics: inout Diagnostics
    ) -> [Schema] {
        var positions = first.count >= second.count ? first : second
        for place in 0..<min(first.count, second.count) {
            positions[place] = both(first[place], second[place], &diagnostics) ?? positions[place]
        }
        return positions
    }

    /// A schema that satisfies both: the same reference stays one, a schema that only describes adds nothing.
    private mutating func both(_ first: Schema?, _ second: Schema?, _ diagnostics: inout Diagnostics) -> Schema? {
        guard let first, let second else { return first ?? second }
        let pair = Pair(first: first.id, second: second.id)
        if let known = joined[pair] { return known.schema }
        let schema = join(first, second, &diagnostics)
        joined[pair] = (schema, [first, second])
        return schema
    }

    private func join(_ first: Schema, _ second: Schema, _ diagnostics: inout Diagnostics) -> Schema {
        if first.id == second.id || first.keywords.boolean == false { return first }
        if second.keywords.boolean == false { return second }
        if let location = first.keywords.reference, location == second.keywords.reference { return first }
        if addsNothing(second.keywords) { return described(first, by: second) }
        if addsNothing(first.keywords) { return described(second, by: first) }
        let choices = Choices(table: table)
        if choices.isChoice(first), choices.isChoice(second) {
            diagnostics.report(Choices.narrowed, at: second.position)
            return second.keywords.description == nil ? described(second, by: first) : second
        }
        var keywords = Schema.Keywords()
        keywords.allOf = [first, second]
        keywords.description = second.keywords.description ?? first.keywords.description
        keywords.defaultValue = second.keywords.defaultValue ?? first.keywords.defaultValue
        keywords.isDeprecated = first.keywords.isDeprecated || second.keywords.isDeprecated
        keywords.isReadOnly = first.keywords.isReadOnly || second.keywords.isReadOnly
        keywords.isWriteOnly = first.keywords.isWriteOnly || second.keywords.isWriteOnly
        keywords.lifecycle =
            second.keywords.lifecycle.sunset == nil ? first.keywords.lifecycle : second.keywords.lifecycle
        return Schema(keywords, at: second.position)
    }

    private func addsNothing(_ keywords: Schema.Keywords) -> Bool {
        keepsAll ? keywords.reference == nil && !keywords.asserts : keywords.isAny
    }

    private func described(_ schema: Schema, by other: Schema) -> Schema {
        let isSilent = other.keywords.contentMediaType == nil && other.keywords.contentSchema == nil
        if other.keywords.description == nil, isSilent { return schema }
        var keywords = schema.keywords
        keywords.description = other.keywords.description ?? keywords.description
        keywords.contentMediaType = other.keywords.contentMediaType ?? keywords.contentMediaType
        keywords.contentSchema = other.keywords.contentSchema ?? keywords.contentSchema
        return Schema(keywords, at: schema.position)
    }

    private func additional(_ first: Schema?, _ second: Schema?) -> Schema? {
        guard let first, let second else { return first ?? second }
        // `additionalProperties: false` in one part would forbid the members of the others; it binds none of them.
        if first.keywords.boolean != nil { return second }
        return first
    }
}

extension Schema.Keywords {
    /// Whether another schema stands in it of which it may say that it may be null: with a type it speaks of itself.
    fileprivate var isWrapping: Bool {
        types == nil && (reference != nil || !allOf.isEmpty || oneOf.count == 1 || anyOf.count == 1)
    }
}

extension Diagnostic {
    fileprivate static func tooManyMembers(_ count: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "too-large",
            "'allOf' gives types more than \(count) members, this one among them; refer to what is shared"
                + Limits.advice("members"))
    }
}
