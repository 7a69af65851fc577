// Finds schemas that are only made of themselves, and references that follow one another without end.

internal import MartletSource

/// `$ref`, `allOf` and a union of one branch say "this is that"; a circle of schemas that say no more is empty. A property, an item or a branch
/// of a union that leads back is an ordinary recursive type, and isn't looked at here.
struct ReferenceChains {
    private enum Search {
        case circles, chains
    }

    /// As many as anyone writes, and as few as every later stage can follow.
    static let longest = 80

    private enum State {
        case open
        case done(depth: Int)
    }

    private struct Visit {
        var location: SchemaLocation
        var schema: Schema
        var next: [SchemaLocation]
    }

    private let search: Search
    private var states: [SchemaLocation: State] = [:]

    private init(_ search: Search) {
        self.search = search
    }

    /// Reports each, and cuts it in `table`, so that nothing later goes round in circles.
    static func check(_ locations: [SchemaLocation], _ table: inout SchemaTable, _ diagnostics: inout Diagnostics) {
        for search in [Search.circles, .chains] {
            var chains = ReferenceChains(search)
            for location in locations { chains.walk(from: location, &table, &diagnostics) }
        }
    }

    private mutating func walk(
        from start: SchemaLocation, _ table: inout SchemaTable, _ diagnostics: inout Diagnostics
    ) {
        var path: [Visit] = []
        open(start, &path, table)
        while let top = path.indices.last {
            guard let next = path[top].next.popLast() else {
                close(path[top], &table, &diagnostics)
                path.removeLast()
                continue
            }
            switch states[next] {
            case nil: open(next, &path, table)
            case .open where search == .chains: break
            case .open:
                diagnostics.report(.circle(next), at: path[top].schema.position)
                cut(path[top], &table)
            case .done: break
            }
        }
    }

    private mutating func open(_ location: SchemaLocation, _ path: inout [Visit], _ table: SchemaTable) {
        guard let schema = table[location] else { return }
        states[location] = .open
        path.append(Visit(location: location, schema: schema, next: parts(of: schema)))
    }

    private mutating func close(_ visit: Visit, _ table: inout SchemaTable, _ diagnostics: inout Diagnostics) {
        let below = parts(of: visit.schema).map { location in
            if case .done(let depth) = states[location] { depth + 1 } else { 0 }
        }
        let depth = below.max() ?? 0
        states[visit.location] = .done(depth: depth)
        guard search == .chains, depth > Self.longest else { return }
        if depth == Self.longest + 1 { diagnostics.report(.chainTooLong, at: visit.schema.position) }
        cut(visit, &table)
    }

    private func cut(_ visit: Visit, _ table: inout SchemaTable) {
        table[visit.location] = Schema(Schema.Keywords(), at: visit.schema.position)
    }

    /// What the schema says it is, and for circles nothing else.
    private func parts(of schema: Schema) -> [SchemaLocation] {
        if search == .circles, !schema.isBare { return [] }
        return schema.namedParts
    }
}

extension Schema {
    /// The places that `$ref`, `allOf` and unions of one branch name: the nesting is bounded by that of the text.
    fileprivate var namedParts: [SchemaLocation] {
        (keywords.reference.map { [$0] } ?? []) + soleParts.flatMap(\.namedParts)
    }

    private var soleParts: [Schema] {
        keywords.allOf + [keywords.anyOf, keywords.oneOf].filter { $0.count == 1 }.flatMap { $0 }
    }

    /// Whether it is only what `$ref` and `allOf` name.
    fileprivate var isBare: Bool {
        guard keywords.reference != nil || !keywords.allOf.isEmpty else { return false }
        return keywords.boolean == nil && keywords.types == nil && keywords.enumeration == nil
            && keywords.constant == nil && keywords.properties.isEmpty && keywords.required.isEmpty
            && keywords.additionalProperties == nil && keywords.patternProperties.isEmpty && keywords.items == nil
            && keywords.prefixItems.isEmpty && keywords.anyOf.isEmpty && keywords.oneOf.isEmpty
            && keywords.allOf.allSatisfy(\.isBare)
    }
}

extension Diagnostic {
    fileprivate static func circle(_ location: SchemaLocation) -> Diagnostic {
        Diagnostic(
            .error, id: "reference-cycle",
            "this schema is '#\(location.pointer)', which is this schema again; there is nothing in the circle; "
                + "give one of them a type")
    }

    static let chainTooLong = Diagnostic(
        .error, id: "reference-chain",
        "more than \(ReferenceChains.longest) references follow one another from here; refer to the last of them directly"
    )
}
