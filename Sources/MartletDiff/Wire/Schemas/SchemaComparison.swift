// Compares schemas pair by pair: each pair once, however often and in whatever circle it is used.

import MartletOpenAPI
import MartletSource

/// What differs in one pair of schemas, and where the comparison goes on.
struct SchemaDifference: Sendable {
    enum Step: Sendable {
        /// The value itself.
        case whole
        /// A member, of which alone `readOnly` and `writeOnly` say anything.
        case member(isRequired: Bool)
        /// Members that aren't listed.
        case otherMembers
        case items
        /// What is written in a text.
        case content

        var isToMember: Bool {
            if case .member = self { true } else { false }
        }
    }

    struct Edge: Sendable {
        /// What is added to the path: a member's name, `items` …; empty for parts that are the same value.
        var segment: String
        var target: Int
        /// Whether it leads to what extends this schema, which says again what this one says.
        var isToHeir = false
        /// Which part of the value that is.
        var step = Step.whole
        /// In which direction it isn't sent, whatever both schemas say of it.
        var unsent: WireFinding.Direction?
    }

    var changes: [SchemaChange] = []
    var edges: [Edge] = []
    /// Whether neither schema is ever sent, or ever received.
    var isReadOnly = false
    var isWriteOnly = false
}

struct SchemaComparison {
    private struct Pair: Hashable {
        var old: ObjectIdentifier
        var new: ObjectIdentifier
        /// Whether they are parts of others, which are more than these.
        var isPart: Bool
        var reference: Position?
    }

    let policy: WirePolicy
    var olds: SchemaViews
    var news: SchemaViews
    var equality = SchemaEquality()
    private(set) var differences: [SchemaDifference] = []
    private var known: [Pair: Int] = [:]
    private var pending: [(old: SchemaView, new: SchemaView, pair: Pair, index: Int)] = []
    /// That on the way to the pair whose difference is looked for.
    private var reference: Position?

    init(old: Document, new: Document, policy: WirePolicy) {
        olds = SchemaViews(old)
        news = SchemaViews(new)
        self.policy = policy
    }

    /// The number of the difference of both, which `finish` fills.
    mutating func compare(_ old: Schema, _ new: Schema) -> Int {
        compare(olds.view(of: old), news.view(of: new))
    }

    mutating func compare(_ old: SchemaView, _ new: SchemaView, isPart: Bool = false) -> Int {
        let (old, new) = SchemaView.spelt(old, new)
        let reference = ChangedReference.place(old, new, in: reference, olds)
        let pair = Pair(old: old.key, new: new.key, isPart: isPart, reference: reference)
        if let index = known[pair] { return index }
        let index = differences.count
        differences.append(SchemaDifference())
        known[pair] = index
        pending.append((old, new, pair, index))
        return index
    }

    /// Compares all pairs that were asked for, and those that they lead to.
    mutating func finish() {
        while let next = pending.popLast() {
            reference = next.pair.reference
            var found = difference(next.old, next.new)
            found.isReadOnly = next.old.isReadOnly && next.new.isReadOnly
            found.isWriteOnly = next.old.isWriteOnly && next.new.isWriteOnly
            if !next.pair.isPart { HeirFamily.add(next.old, next.new, to: &found, &self) }
            if reference != nil {
                for place in found.changes.indices { found.changes[place].reference = reference }
            }
            differences[next.index] = found
        }
        reference = nil
    }

    private mutating func difference(_ old: SchemaView, _ new: SchemaView) -> SchemaDifference {
        var found = SchemaDifference()
        if PartFamily.add(old, new, to: &found, &self) {
            found.changes += ScalarFamily.nullability(old, new, &self)
            return found
        }
        var (first, second) = (olds.merged(old), news.merged(new))
        (first, second) = (joined(first, of: .old, unlike: second), joined(second, of: .new, unlike: first))
        // Null is a value of the whole where each of its parts takes it.
        found.changes += ScalarFamily.nullability(first, second, &self)
        PartFamily.addRest(first, second, to: &found, &self)
        let both = BesideBranches(first, second, &self)
        (first, second) = (both.old, both.new)
        var moved: Set<String> = []
        switch UnionFamily.add(both, to: &found, &self) {
        case .all:
            found.changes += ValueFamily.defaults(first, second)
            return found
        case .type(let members): moved = members
        case .nothing: found.changes += ScalarFamily.types(first, second, &self)
        }
        found.changes += ScalarFamily.texts(first, second)
        found.changes += ValueFamily.changes(first, second, &self)
        found.changes += BoundFamily.changes(first, second)
        MemberFamily.add(first, second, without: moved, to: &found, &self)
        ArrayFamily.add(first, second, to: &found, &self)
        ConditionFamily.add(first, second, to: &found, &self)
        OpenObjectFamily.add(first, second, to: &found, &self)
        return found
    }

    /// Whether the branches of either exclude each other: of the others, it is told which came or went.
    mutating func areExclusive(_ old: SchemaView, _ new: SchemaView) -> Bool {
        BranchExclusion.holds(old.keywords, &olds) || BranchExclusion.holds(new.keywords, &news)
    }

    /// The members that both schemas have, in the order of the old one.
    mutating func members(_ old: Schema?, _ new: Schema?) -> [(name: String, old: SchemaView, new: SchemaView)] {
        guard let old, let new else { return [] }
        let before = olds.merged(olds.view(of: old)).keywords.properties
        let after = news.merged(news.view(of: new)).keywords.properties
        let others = Dictionary(after.map { ($0.name, $0.schema) }) { first, _ in first }
        return before.compactMap { property in
            others[property.name].map { (property.name, olds.view(of: property.schema), news.view(of: $0)) }
        }
    }

    /// Asks for the components that both versions have.
    mutating func components(_ old: Document, _ new: Document) -> [(name: String, index: Int)] {
        let others = Dictionary(new.components.schemas.map { ($0.name, $0.schema) }) { first, _ in first }
        return old.components.schemas.compactMap { named in
            others[named.name].map { (named.name, compare(named.schema, $0)) }
        }
    }

    /// Whether `schema`, of the old version, was compared with one that says the same, or is one of `others` under another name.
    mutating func isSaidElsewhere(_ schema: Schema, among others: [Schema], _ walk: SchemaWalk) -> Bool {
        known.contains { olds.isSchema(schema, $0.key.old) && !walk.hasChanges($0.value) }
            || others.contains { areEqual(schema, $0) }
    }

    mutating func areEqual(_ old: Schema, _ new: Schema) -> Bool {
        equality.areEqual(old, new, &olds, &news)
    }

    /// Goes on to the schemas at one keyword, where both have one.
    mutating func follow(
        _ old: Schema?, _ new: Schema?, _ segment: String, as step: SchemaDifference.Step = .whole,
        unsent: WireFinding.Direction? = nil, _ found: inout SchemaDifference
    ) {
        guard let old, let new else { return }
        found.edges.append(.init(segment: segment, target: compare(old, new), step: step, unsent: unsent))
    }

    mutating func followHeir(_ old: Schema, _ new: Schema, _ segment: String, _ found: inout SchemaDifference) {
        found.edges.append(.init(segment: segment, target: compare(old, new), isToHeir: true))
    }

    /// Goes on to what two schemas are made of. As a part, a base isn't what extends it.
    mutating func followPart(_ old: Schema, _ new: Schema, _ found: inout SchemaDifference) {
        let (before, after) = (olds.view(of: old), news.view(of: new))
        let isBase = !olds.heirs(of: before).isEmpty || !news.heirs(of: after).isEmpty
        found.edges.append(.init(segment: "", target: compare(before, after, isPart: isBase)))
    }
}
