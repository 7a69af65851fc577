// Finds schemas that are only made of themselves, and references that follow one another without end.
internal import MartletSource

/// `$ref` and `allOf` say "this is that"; a circle of them says nothing. A property, an item or a branch of a union that
/// leads back is an ordinary recursive type, and isn't looked at here.
struct ReferenceChains {
    /// As many as anyone writes, and as few as every later stage can follow.
    private static let longest = 80

    private enum State {
        case open
        case done(depth: Int)
    }

    private struct Visit {
        var location: SchemaLocation
        var schema: Schema
        var next: [SchemaLocation]
    }

    private var states: [SchemaLocation: State] = [:]

    /// Reports each, and cuts it in `table`, so that nothing later goes round in circles.
    mutating func check(_ locations: [SchemaLocation], _ table: inout SchemaTable, _ diagnostics: inout Diagnostics) {
        for location in locations { walk(from: location, &table, &diagnostics) }
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
        path.append(Visit(location: location, schema: schema, next: Self.parts(of: schema)))
    }

    private mutating func close(_ visit: Visit, _ table: inout SchemaTable, _ diagnostics: inout Diagnostics) {
        let below = Self.parts(of: visit.schema).map { location in
            if case .done(let depth) = states[location] { depth + 1 } else { 0 }
        }
        let depth = below.max() ?? 0
        states[visit.location] = .done(depth: depth)
        guard depth > Self.longest else { return }
        if depth == Self.longest + 1 { diagnostics.report(.tooLong(Self.longest), at: visit.schema.position) }
        cut(visit, &table)
    }

    private func cut(_ visit: Visit, _ table: inout SchemaTable) {
        table[visit.location] = Schema(Schema.Keywords(), at: visit.schema.position)
    }

    /// What the schema says it is: nesting is bounded by that of the text.
    private static func parts(of schema: Schema) -> [SchemaLocation] {
        var parts = schema.keywords.reference.map { [$0] } ?? []
        for inner in schema.keywords.allOf { parts += Self.parts(of: inner) }
        return parts
    }
}

extension Diagnostic {
    fileprivate static func circle(_ location: SchemaLocation) -> Diagnostic {
        Diagnostic(
            .error, id: "reference-cycle",
            "this schema is '#\(location.pointer)', which is this schema again; there is nothing in the circle, "
                + "give one of them a type")
    }

    fileprivate static func tooLong(_ count: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "reference-chain",
            "more than \(count) references follow one another from here; refer to the last of them directly")
    }
}
