// The views of one document's schemas, each made once.

import MartletLowering
import MartletOpenAPI
import MartletSource

struct SchemaViews {
    private struct Merged {
        var keywords: Schema.Keywords
        var isNullable: Bool
        var rest: [Schema]
    }

    /// As deep as choices of choices are looked into.
    private static let deepest = 8

    private let table: SchemaTable
    private var merging: AllOfPass
    private var views: [ObjectIdentifier: SchemaView] = [:]
    private var mergedKeywords: [ObjectIdentifier: Merged] = [:]
    /// With the views that they are of, which are known by their identity.
    private var mergedViews: [ObjectIdentifier: (view: SchemaView, merged: SchemaView)] = [:]
    private let subtypes: Subtypes
    private let spelling: PlainSpelling
    /// What the JSON in the data of events is stands for that data, as where it isn't called a string; and which schemas are
    /// those of events.
    private let contents: EventContents
    /// The schemas whose mapping lists what they may be, as they are written with `oneOf`: those of `table`, which has them so.
    private let spelledOut: [ObjectIdentifier: Schema]
    /// By the base.
    private var heirs: [ObjectIdentifier: [SchemaHeir]] = [:]
    /// Keeps the schemas alive that merging makes, since views are known by them.
    private var made: [Schema] = []

    init(_ document: Document) {
        var table = document.schemas
        let subtypes = Subtypes(table: table)
        var spelledOut: [ObjectIdentifier: Schema] = [:]
        for (location, schema) in document.schemas.schemas {
            guard let choice = spelledOut[schema.id] ?? subtypes.spelledOut(schema) else { continue }
            spelledOut[schema.id] = choice
            table[location] = choice
        }
        (self.table, self.subtypes, self.spelledOut) = (table, subtypes, spelledOut)
        spelling = PlainSpelling(table: table, subtypes: subtypes)
        contents = EventContents(document)
        merging = AllOfPass(table: table, keepsAll: true)
    }

    /// What extends a base with a discriminator, or is in the mapping of such a base, and so is what a value of it may be.
    /// One of those that adds nothing to the base is itself, and no choice.
    mutating func heirs(of base: SchemaView) -> [SchemaHeir] {
        let made = heirs[base.id] ?? subtypes.members(of: base.id).map(SchemaHeir.init)
        heirs[base.id] = made
        return made.contains { $0.schema.position == base.outerPosition } ? [] : made
    }

    mutating func view(of schema: Schema) -> SchemaView {
        if let known = views[schema.id] { return known }
        made.append(schema)
        if let choice = spelledOut[schema.id] ?? subtypes.spelledOut(schema) {
            let view = view(of: choice)
            views[schema.id] = view
            return view
        }
        var unwrapping = SchemaUnwrapping(schema, in: table, spelling)
        var view = unwrapping.view()
        if let content = contents.content(of: schema) {
            let text = schema.withoutContent
            view = self.view(of: content).asContent(of: self.view(of: text))
        }
        views[schema.id] = view
        return view
    }

    /// One schema for the data of events that are described with their fields; a choice is spelt as `other` is. Nil where the
    /// schema is that of the data alone.
    mutating func data(of media: MediaType, like other: Schema) -> (schema: Schema, promisesMore: Bool)? {
        guard let data = contents.data(of: media) else { return nil }
        if data.schemas.count == 1 { return (data.schemas[0], data.promisesMore) }
        var keywords = Schema.Keywords()
        if view(of: other).branchKeyword.keyword == "anyOf" {
            keywords.anyOf = data.schemas
        } else {
            keywords.oneOf = data.schemas
        }
        return (Schema(keywords, at: media.position), data.promisesMore)
    }

    /// `view` with a part of what it says, which is a schema of its own.
    mutating func view(_ view: SchemaView, saying keywords: Schema.Keywords) -> SchemaView {
        let schema = Schema(keywords, at: view.position)
        made.append(schema)
        return view.saying(keywords, isNullable: view.isNullable, rest: view.rest, id: schema.id)
    }

    /// The types that values may be of; all of them where nothing is said.
    mutating func kinds(of schema: Schema) -> Set<SchemaType> {
        var kinds: Set<SchemaType> = []
        var open = [schema]
        var seen: Set<ObjectIdentifier> = []
        while let next = open.popLast() {
            let view = merged(view(of: next))
            guard seen.insert(view.id).inserted else { continue }
            let keywords = view.keywords
            let branches = keywords.oneOf + keywords.anyOf
            let values = keywords.constant.map { [$0] } ?? keywords.enumeration ?? []
            if let types = keywords.types {
                kinds.formUnion(types)
            } else if !branches.isEmpty {
                open += branches
            } else if !values.isEmpty, values.allSatisfy({ $0.scalar != nil }) {
                kinds.insert(.string)
            } else {
                kinds.formUnion(keywords.properties.isEmpty ? [.array, .object, .string] : [.object])
            }
        }
        return kinds
    }

    /// The names of the types of a schema, or those of all of its branches; none where it, or one of them, may be any.
    mutating func typeNames(of view: SchemaView, depth: Int = 0) -> [String] {
        if !view.typeNames.isEmpty || view.branches.isEmpty || depth > Self.deepest { return view.typeNames }
        var names: [String] = []
        for branch in view.branches {
            let own = typeNames(of: merged(self.view(of: branch)), depth: depth + 1)
            if own.isEmpty { return [] }
            names += own.filter { !names.contains($0) }
        }
        return names
    }

    /// Nil where nothing is said, or where the schema is `true` or says nothing of its instances, itself or as what it
    /// refers to.
    mutating func unlessAny(_ schema: Schema?) -> Schema? {
        guard let schema else { return nil }
        let keywords = view(of: schema).keywords
        return keywords.boolean == true || (keywords.boolean == nil && !keywords.asserts) ? nil : schema
    }

    /// Whether it says nothing of bytes, or that they are.
    mutating func isRaw(_ schema: Schema) -> Bool {
        guard let schema = unlessAny(schema) else { return true }
        return ByteSpelling.isRaw(view(of: schema).keywords)
    }

    /// Whether it has that member, or one of its branches does.
    mutating func hasMember(_ name: String, _ schema: Schema, depth: Int = 0) -> Bool {
        let view = merged(view(of: schema))
        if view.keywords.properties.contains(where: { $0.name == name }) { return true }
        return depth < Self.deepest && view.branches.contains { hasMember(name, $0, depth: depth + 1) }
    }

    /// What a list holds of which nothing else is said but how many there are.
    mutating func items(of schema: Schema) -> Schema? {
        var keywords = merged(view(of: schema)).keywords
        guard keywords.types == [.array], let items = keywords.items else { return nil }
        (keywords.types, keywords.items) = (nil, nil)
        (keywords.range.minItems, keywords.range.maxItems, keywords.range.uniqueItems) = (nil, nil, false)
        return keywords.asserts ? nil : items
    }

    /// Whether `id` is that of `schema` where it is compared.
    func isSchema(_ schema: Schema, _ id: ObjectIdentifier) -> Bool {
        (spelledOut[schema.id] ?? schema).id == id
    }

    func schema(at location: SchemaLocation) -> Schema? {
        table[location]
    }

    /// The branches of a schema that is a choice and says nothing else, itself or by reference.
    func plainChoice(_ schema: Schema) -> [Schema]? {
        var keywords = table.target(of: schema).keywords
        guard let branches = keywords.plainBranches, keywords.discriminator == nil else { return nil }
        keywords.oneOf = []
        keywords.anyOf = []
        return keywords.asserts || keywords.isNullableKeyword ? nil : branches
    }

    /// The view with what `allOf` brings; itself where that is nothing.
    mutating func merged(_ view: SchemaView) -> SchemaView {
        if view.keywords.allOf.isEmpty { return view }
        if let known = mergedViews[ObjectIdentifier(view)] { return known.merged }
        let known = mergedKeywords[view.id] ?? merge(view)
        mergedKeywords[view.id] = known
        let merged = view.saying(
            known.keywords, isNullable: view.isNullable || known.isNullable, rest: known.rest)
        mergedViews[ObjectIdentifier(view)] = (view, merged)
        return merged
    }

    /// The view of a choice of one branch, which is merged in like a part.
    mutating func withOnlyBranch(_ view: SchemaView) -> SchemaView {
        let merged = merge(view)
        return view.saying(merged.keywords, isNullable: view.isNullable, rest: view.rest + merged.rest)
    }

    private mutating func merge(_ view: SchemaView) -> Merged {
        var unheard = Diagnostics()
        var keywords = merging.merge(view.keywords, of: view.id, at: view.position, &unheard)
        let parts = merging.parts(of: view.keywords, view.id, at: view.position)
        let rest = MergeRest.of(parts, beside: keywords)
        // Merging makes a `oneOf` of any choice.
        if parts.contains(where: {
            !$0.keywords.anyOf.isEmpty && $0.keywords.anyOf.map(\.id) == keywords.oneOf.map(\.id)
        }) {
            (keywords.oneOf, keywords.anyOf) = ([], keywords.oneOf)
        }
        keywords.enumeration = Self.values(keywords, as: parts)
        let isNullable = NullPass.direct.strip(&keywords)
        spelling.apply(to: &keywords)
        return Merged(keywords: keywords, isNullable: isNullable, rest: rest)
    }

    /// Those that `parts` have in common, where the last part lists them, which the others don't narrow.
    private static func values(_ keywords: Schema.Keywords, as parts: [AllOfPass.Part]) -> [Node]? {
        guard let values = keywords.enumeration, let last = parts.last(where: { $0.keywords.enumeration != nil }),
            let others = last.keywords.enumeration
        else { return keywords.enumeration }
        let nodes = Dictionary(others.map { ($0.literalText, $0) }) { first, _ in first }
        return values.map { nodes[$0.literalText] ?? $0 }
    }

    /// What a branch is called: the name of the component that it refers to.
    static func referenceName(_ schema: Schema) -> String? {
        schema.keywords.reference?.name
    }
}

extension Schema {
    /// Without what is said of the content of a text.
    fileprivate var withoutContent: Schema {
        var own = keywords
        (own.contentMediaType, own.contentSchema) = (nil, nil)
        (own.allOf, own.oneOf, own.anyOf) = (
            own.allOf.map(\.withoutContent), own.oneOf.map(\.withoutContent), own.anyOf.map(\.withoutContent)
        )
        return Schema(own, at: position)
    }
}
