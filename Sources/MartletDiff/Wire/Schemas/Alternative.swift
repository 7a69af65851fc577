// One of the schemas that a choice is made of, with what stands beside the choice.

import MartletOpenAPI

/// It is known by how it is written, by its name above all, and compared by all that a value of it must be.
struct Alternative {
    /// As it is written.
    let branch: Schema
    /// With what stands beside the choice and is compared in its branches.
    let whole: Schema
    private let beside: Schema.Keywords?

    init(_ branch: Schema, beside keywords: Schema.Keywords? = nil) {
        self.branch = branch
        guard let keywords, keywords.asserts else {
            (whole, beside) = (branch, nil)
            return
        }
        var both = Schema.Keywords()
        both.allOf = [branch, Schema(keywords, at: branch.position)]
        (whole, beside) = (Schema(both, at: branch.position), keywords)
    }

    /// A branch of this one, which is a choice itself.
    func inner(_ branch: Schema) -> Alternative {
        Alternative(branch, beside: beside)
    }
}

extension SchemaComparison {
    /// Which parts of an `allOf` are which.
    mutating func pairing(_ old: [Schema], _ new: [Schema]) -> BranchPairing {
        BranchPairing(old.map { Alternative($0) }, new.map { Alternative($0) }, &self)
    }

    /// Goes on to two alternatives of choices. What is put together for the comparison has no parts of its own.
    mutating func follow(
        _ old: Alternative, _ new: Alternative, _ segment: String, _ found: inout SchemaDifference
    ) {
        var (before, after) = (olds.view(of: old.whole), news.view(of: new.whole))
        if old.whole.id != old.branch.id || new.whole.id != new.branch.id {
            (before, after) = (olds.merged(before), news.merged(after))
        }
        found.edges.append(.init(segment: segment, target: compare(before, after)))
    }
}

extension Schema {
    /// Whether both are references to components, and not to the same.
    func isAnotherComponent(than other: Schema) -> Bool {
        guard let name = keywords.reference, let another = other.keywords.reference else { return false }
        return name.pointer != another.pointer
    }
}
