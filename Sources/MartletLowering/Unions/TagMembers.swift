// Which members tell union branches apart: they are constants of their types, whether required or not.

import MartletOpenAPI
import MartletSource

struct TagMembers {
    private struct Member: Hashable {
        var owner: ObjectIdentifier
        var name: String
    }

    private var members: Set<Member> = []
    /// What a discriminator's mapping says of a tag that the schema itself only calls a string; nil where two mappings
    /// disagree.
    private var mapped: [Member: String?] = [:]
    /// The tags that discriminators look for in objects of each schema, with the one value that leads there; nil where
    /// several do.
    private var wanted: [ObjectIdentifier: [String: String?]] = [:]
    private var seen: Set<ObjectIdentifier> = []
    /// The schemas of values that come otherwise than as a branch of a union.
    private var used: Set<ObjectIdentifier> = []

    func contains(_ name: String, of owner: Schema) -> Bool {
        members.contains(Member(owner: owner.id, name: name))
    }

    /// The one value that the tag `name` has in objects of `owner`, where mappings say so.
    func mappedValue(_ name: String, of owner: Schema) -> String? {
        mapped[Member(owner: owner.id, name: name)] ?? nil
    }

    /// The tags that tell objects of `owner` apart from others, with their values, whether or not it describes them.
    func wanted(of owner: Schema) -> [(name: String, value: String?)] {
        wanted[owner.id, default: [:]].sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Records the tags of all unions that `components` reach, and those of operations.
    mutating func collect(
        _ components: [Schema], operations: [Schema], _ normalizer: inout Normalizer, names: TypeNames,
        _ diagnostics: inout Diagnostics
    ) {
        var unions: [(shape: UnionShape, position: Position)] = []
        var values = operations
        var open = components + operations
        while let schema = open.popLast() {
            guard seen.insert(schema.id).inserted else { continue }
            let shape = normalizer.normal(schema, &diagnostics).shape
            let parts = shape.parts(normalizer.table)
            switch shape {
            case .union(let union): unions.append((union, schema.position))
            case .reference: break
            default: values += parts
            }
            open += parts
        }
        noteUses(values, &normalizer, &diagnostics)
        for union in unions { record(union.shape, union.position, &normalizer, names: names, &diagnostics) }
    }

    /// What has another name is used where that is.
    private mutating func noteUses(
        _ values: [Schema], _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) {
        var open = values
        while let schema = open.popLast() {
            guard used.insert(schema.id).inserted else { continue }
            if case .reference(let location) = normalizer.normal(schema, &diagnostics).shape {
                open += normalizer.table[location].map { [$0] } ?? []
            }
        }
    }

    private mutating func record(
        _ union: UnionShape, _ position: Position, _ normalizer: inout Normalizer, names: TypeNames,
        _ diagnostics: inout Diagnostics
    ) {
        let plan = UnionPlanner(union, position: position).plan(&normalizer, names: names, &diagnostics)
        guard let tag = plan.tag else { return }
        for alternative in plan.branches.flatMap(\.facts.alternatives) {
            members.insert(Member(owner: alternative.owner, name: tag))
        }
        guard let discriminator = union.discriminator else { return }
        let tagValues = plan.tagValues
        for (place, branch) in plan.branches.enumerated() where branch.facts.alternatives.count == 1 {
            guard let owner = branch.facts.alternatives.first?.owner else { continue }
            let isDefault = place == plan.defaultBranch
            // What no tag leads to is known by having none.
            guard isDefault || !tagValues[place].isEmpty else { continue }
            // The type is also that of values which don't come through this union, with tags of their own.
            let isOpen =
                isDefault || used.contains(owner) && isOtherName(branch, of: owner, &normalizer, &diagnostics)
            settle(isOpen ? nil : tagValues[place].sole, &wanted[owner, default: [:]][tag])
            let values = discriminator.mapping.filter { $0.target == branch.location }.map(\.value)
            if !values.isEmpty { settle(isOpen ? nil : values.sole, &mapped[Member(owner: owner, name: tag)]) }
        }
    }

    /// Whether the branch is another name for a schema that has one itself: `{allOf: [{$ref: Base}]}`.
    private func isOtherName(
        _ branch: DispatchPlan.Branch, of owner: ObjectIdentifier, _ normalizer: inout Normalizer,
        _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard case .reference(let location) = normalizer.normal(branch.schema, &diagnostics).shape else { return false }
        return normalizer.table[location].map { $0.id != owner } ?? false
    }

    /// Two unions that disagree leave it open.
    private func settle(_ value: String?, _ known: inout String??) {
        known = .some(known.map { $0 == value ? value : nil } ?? value)
    }
}

extension [String] {
    fileprivate var sole: String? {
        count == 1 ? first : nil
    }
}
