// What a `DispatchPlan` needs, gathered: what each branch is, what it is called, and how its bases know it.

import MartletOpenAPI
import MartletSource

struct UnionPlanner {
    private let union: UnionShape
    private let position: Position

    init(_ union: UnionShape, position: Position) {
        self.union = union
        self.position = position
    }

    func plan(
        _ normalizer: inout Normalizer, names: TypeNames, _ diagnostics: inout Diagnostics
    ) -> DispatchPlan {
        let reader = BranchFactsReader()
        let branches = union.branches.map { schema in
            var location = union.components[schema.id]
            if case .reference(let target) = normalizer.normal(schema, &diagnostics).shape { location = target }
            return DispatchPlan.Branch(
                schema: schema, facts: reader.facts(schema, &normalizer, &diagnostics), location: location,
                componentName: location.flatMap(names.documentName),
                inherited: location.map(normalizer.subtypes.tags) ?? [])
        }
        let plan = DispatchPlan(branches, discriminator: union.discriminator, position: position)
        let locations = branches.compactMap(\.location)
        guard union.discriminator == nil, locations.count == branches.count,
            let inherited = normalizer.subtypes.discriminator(sharedBy: locations),
            plan.tag == nil || plan.tag == inherited.propertyName
        else { return plan }
        return DispatchPlan(branches, discriminator: inherited, position: position)
    }
}
