// What stands beside a choice in one version, and in its branches in the other.

import MartletOpenAPI

/// A value must be what stands beside a choice as well as one of its branches: that a member, a type or a bound moves from
/// there into the branches, or is said in both places, changes nothing. What only one version says beside its choice, and
/// branches speak of too, is compared in the branches.
struct BesideBranches {
    /// Both versions, without what is compared in the branches.
    private(set) var old: SchemaView
    private(set) var new: SchemaView
    /// That, of each of them.
    private var ofOld = Schema.Keywords()
    private var ofNew = Schema.Keywords()

    /// The branches of both.
    var before: [Alternative] { old.branches.map { Alternative($0, beside: ofOld) } }
    var after: [Alternative] { new.branches.map { Alternative($0, beside: ofNew) } }

    init(_ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison) {
        (self.old, self.new) = (old, new)
        guard !old.branches.isEmpty, !new.branches.isEmpty, !old.hasBothUnions, !new.hasBothUnions else { return }
        let moved = old.keywords.subjects.symmetricDifference(new.keywords.subjects)
        if moved.isEmpty { return }
        let branches =
            old.branches.map { comparison.olds.merged(comparison.olds.view(of: $0)) }
            + new.branches.map { comparison.news.merged(comparison.news.view(of: $0)) }
        let common = moved.intersection(branches.flatMap(\.keywords.subjects))
        // A branch that is a choice itself may be this one again.
        guard !common.isEmpty, branches.allSatisfy(\.branches.isEmpty) else { return }
        let (before, after) = (old.keywords.divided(by: common), new.keywords.divided(by: common))
        (ofOld, ofNew) = (before.chosen, after.chosen)
        self.old = comparison.olds.view(old, saying: before.others)
        self.new = comparison.news.view(new, saying: after.others)
    }
}

extension Schema.Keywords {
    /// A keyword that can stand beside a choice as well as in its branches.
    private struct Movable {
        let name: String
        let isSaid: (Schema.Keywords) -> Bool
        let move: (inout Schema.Keywords, inout Schema.Keywords) -> Void

        init<Value>(_ name: String, _ path: WritableKeyPath<Schema.Keywords, Value?>) {
            self.name = name
            isSaid = { $0[keyPath: path] != nil }
            move = { source, target in
                target[keyPath: path] = source[keyPath: path]
                source[keyPath: path] = nil
            }
        }
    }

    private static var movable: [Movable] {
        [
            Movable("type", \.types), Movable("format", \.format), Movable("enum", \.enumeration),
            Movable("const", \.constant), Movable("minimum", \.range.minimum), Movable("maximum", \.range.maximum),
            Movable("exclusiveMinimum", \.range.exclusiveMinimum),
            Movable("exclusiveMaximum", \.range.exclusiveMaximum), Movable("multipleOf", \.range.multipleOf),
            Movable("minLength", \.range.minLength), Movable("maxLength", \.range.maxLength),
            Movable("pattern", \.range.pattern), Movable("items", \.items), Movable("minItems", \.range.minItems),
            Movable("maxItems", \.range.maxItems), Movable("additionalProperties", \.additionalProperties),
            Movable("minProperties", \.range.minProperties), Movable("maxProperties", \.range.maxProperties),
        ]
    }

    /// What is spoken of: `type`, `properties/a`, `required/a` …
    fileprivate var subjects: Set<String> {
        Set(Self.movable.filter { $0.isSaid(self) }.map(\.name))
            .union(properties.map { "properties/" + $0.name }).union(required.map { "required/" + $0 })
    }

    /// What is said of `subjects`, and the rest.
    fileprivate func divided(by subjects: Set<String>) -> (chosen: Schema.Keywords, others: Schema.Keywords) {
        var (chosen, others) = (Schema.Keywords(), self)
        for keyword in Self.movable where subjects.contains(keyword.name) { keyword.move(&others, &chosen) }
        chosen.properties = properties.filter { subjects.contains("properties/" + $0.name) }
        others.properties = properties.filter { !subjects.contains("properties/" + $0.name) }
        chosen.required = required.filter { subjects.contains("required/" + $0) }
        others.required = required.filter { !subjects.contains("required/" + $0) }
        return (chosen, others)
    }
}
