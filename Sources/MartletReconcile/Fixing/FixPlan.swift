// Decides for each disagreement where the document must change, and how.

import MartletEditing
import MartletLowering
import MartletOpenAPI
import MartletRuntime
import MartletSource

struct FixPlan {
    private(set) var actions: [OverlayAction] = []
    /// What stands in no place that an overlay of the document reaches, such as another file.
    private(set) var unreached: [Disagreement] = []
    private var fixes: [NodePlace: PlaceFix] = [:]
    private var order: [NodePlace] = []
    private let index: PlaceIndex
    private let dialect: Dialect
    private var reading: ValueReading

    init(_ disagreements: [Disagreement], root: Node, _ reading: ValueReading) {
        self.reading = reading
        dialect = Dialect(root)
        let table = reading.document.schemas
        let schemas = disagreements.flatMap { SchemaParts($0.schema, table).parts }
        index = PlaceIndex(root, positions: Set(schemas.map(\.position)))
        for disagreement in disagreements where !fix(disagreement) { unreached.append(disagreement) }
        finish()
    }

    private mutating func finish() {
        let moved = order.filter { place in
            index.mapping(at: place).map { fixes[place]?.moves($0, dialect) ?? false } ?? false
        }
        for place in order where !moved.contains(where: { place.isBelow($0) }) {
            guard let fix = fixes[place] else { continue }
            actions += fix.actions(on: index.mapping(at: place) ?? Mapping(), dialect)
        }
    }

    /// Whether there is a place to change.
    private mutating func fix(_ disagreement: Disagreement) -> Bool {
        let reason = disagreement.sentence
        switch disagreement.kind {
        case .null:
            return change(uses(of: disagreement.schema), reason) { $0.allowsNull = true }
        case .wrongType:
            return change(union(disagreement.schema) ?? uses(of: disagreement.schema), reason) {
                $0.shape = disagreement.shape
            }
        case .wrongFormat:
            let places = uses(of: disagreement.schema).filter { index.mapping(at: $0)?["format"] != nil }
            for place in places { at(place, reason) { $0.dropsFormat = true } }
            return !places.isEmpty
        case .unknownValue:
            return change(lists(disagreement.schema), reason) { patch in
                patch.values += disagreement.values.filter { !patch.values.contains($0) }
            }
        case .absent(let name):
            let places = parts(of: disagreement.schema).filter { index.mapping(at: $0)?.requires(name) == true }
            for place in places { at(place, reason) { $0.optional.append(name) } }
            return !places.isEmpty
        case .undeclared(let name):
            guard let place = home(of: disagreement.schema) else { return false }
            let schema = disagreement.shape.schema(dialect)
            for place in place { at(place, reason) { $0.properties.append((name, schema)) } }
            return true
        case .unknownBranch(let tag): return addBranch(tag, disagreement, reason)
        }
    }

    private mutating func change(
        _ places: [NodePlace], _ reason: String, _ body: (inout SchemaPatch) -> Void
    ) -> Bool {
        for place in places {
            at(place, reason) { fix in
                fix.isPatched = true
                body(&fix.patch)
            }
        }
        return !places.isEmpty
    }

    private mutating func at(_ place: NodePlace, _ reason: String, _ body: (inout PlaceFix) -> Void) {
        if fixes[place] == nil { order.append(place) }
        var fix = fixes[place] ?? PlaceFix(place)
        body(&fix)
        fix.reasons.append(reason)
        fixes[place] = fix
    }
}

// MARK: - Places

extension FixPlan {
    /// The mappings that `schema` was read from; several where passes joined them.
    private func uses(of schema: Schema) -> [NodePlace] {
        let own = index[schema.position]
        let isJoined = !schema.keywords.allOf.isEmpty && !own.contains { index.mapping(at: $0)?["allOf"] != nil }
        return isJoined ? schema.keywords.allOf.flatMap(uses) : own
    }

    /// Those of all parts, each once.
    private func parts(of schema: Schema) -> [NodePlace] {
        var seen: Set<NodePlace> = []
        return SchemaParts(schema, reading.document.schemas).parts.flatMap { index[$0.position] }
            .filter { seen.insert($0).inserted }
    }

    /// Where the branches of a union stand; nil where the schema is none as it is written.
    private func union(_ schema: Schema) -> [NodePlace]? {
        guard case .union = reading.known(schema) else { return nil }
        let place = parts(of: schema).first { place in
            let mapping = index.mapping(at: place)
            return mapping?["oneOf"] != nil || mapping?["anyOf"] != nil
        }
        return place.map { [$0] }
    }

    /// Where values are listed.
    private func lists(_ schema: Schema) -> [NodePlace] {
        let places = parts(of: schema)
        let listing = places.filter { place in
            let mapping = index.mapping(at: place)
            return mapping?["enum"] != nil || mapping?["const"] != nil
        }
        return listing.isEmpty ? union(schema) ?? Array(places.prefix(1)) : listing
    }

    /// Where a member is to be declared: the part that closes the object, else the last that lists members of its own.
    private func home(of schema: Schema) -> [NodePlace]? {
        let places = parts(of: schema)
        let closed = places.first { index.mapping(at: $0)?["additionalProperties"]?.scalar?.text == "false" }
        if let closed { return [closed] }
        let own = index[schema.position]
        if let first = own.first, index.mapping(at: first)?["properties"] != nil { return own }
        let inline = places.last { place in
            own.contains { place.isBelow($0) } && index.mapping(at: place)?["properties"] != nil
        }
        return inline.map { [$0] } ?? (own.isEmpty ? places.first.map { [$0] } : own)
    }
}

// MARK: - Branches

extension FixPlan {
    private mutating func addBranch(_ tag: String, _ disagreement: Disagreement, _ reason: String) -> Bool {
        let places = union(disagreement.schema) ?? uses(of: disagreement.schema)
        guard !places.isEmpty, case .union(let union) = reading.known(disagreement.schema) else { return false }
        guard let name = union.tag, !tag.isEmpty, dialect != .swagger else {
            let schema = disagreement.shape.schema(dialect)
            return change(places, reason) { $0.branches.append(schema) }
        }
        let known = SiblingMembers(union, root: index.root).known(disagreement.samples.map(\.value), &reading)
        let schema = disagreement.shape.schema(dialect, constant: (name, tag), known: known)
        let component = freeName(tag)
        let home = NodePlace(dialect.schemasPath.map { .key($0) })
        guard index.mapping(at: home) != nil else {
            return change(places, reason) { $0.branches.append(schema) }
        }
        at(home, reason) { $0.named.append((component, schema)) }
        let reference = "#/" + (dialect.schemasPath + [component]).joined(separator: "/")
        return change(places, reason) { patch in
            patch.branches.append(.made([("$ref", .made(reference))]))
            patch.mapping.append((tag, .made(reference)))
        }
    }

    /// `ResponseAudioDone` for `response.audio.done`, with a number where the document has that.
    private func freeName(_ tag: String) -> String {
        let home = NodePlace(dialect.schemasPath.map { .key($0) })
        let words = tag.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let stem = words.isEmpty ? "Branch" : words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let taken = Set(index.mapping(at: home)?.entries.map(\.key) ?? [])
            .union(fixes[home]?.named.map(\.key) ?? [])
        var name = stem
        var number = 2
        while taken.contains(name) {
            name = stem + String(number)
            number += 1
        }
        return name
    }
}

extension ValueReading {
    /// The shape of a schema, without changing what is remembered.
    fileprivate func known(_ schema: Schema) -> ExpectedValue.Shape {
        var reading = self
        return reading.expected(of: schema).shape
    }
}

extension Mapping {
    fileprivate func requires(_ name: String) -> Bool {
        self["required"]?.sequence?.contains { $0.scalar?.text == name } ?? false
    }
}

extension NodePlace {
    fileprivate func isBelow(_ other: NodePlace) -> Bool {
        steps.count > other.steps.count && Array(steps.prefix(other.steps.count)) == other.steps
    }
}
