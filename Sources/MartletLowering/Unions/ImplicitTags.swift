// Branches whose tag the document doesn't say: by OpenAPI's rule it is the name of the schema (OpenAPI 3.2.0, section 4.25.3).

import MartletOpenAPI
import MartletSource

/// The rule is often followed by nobody but the document: services send `dog` where the schema is called `Dog`.
struct ImplicitTags {
    private let plan: DispatchPlan

    init(_ plan: DispatchPlan) {
        self.plan = plan
    }

    func report(_ diagnostics: inout Diagnostics) {
        guard let discriminator = plan.discriminator else { return }
        let values = plan.tagValues
        let names = plan.branches.enumerated()
            .filter { place, branch in
                place != plan.defaultBranch && !values[place].isEmpty && isImplicit(branch, discriminator)
            }
            .compactMap(\.element.componentName)
        guard !names.isEmpty else { return }
        diagnostics.report(.named(names, discriminator.propertyName), at: discriminator.position)
    }

    private func isImplicit(_ branch: DispatchPlan.Branch, _ discriminator: Schema.Discriminator) -> Bool {
        let tag = discriminator.propertyName
        return !discriminator.mapping.contains { $0.target == branch.location }
            && branch.facts.mapped[tag, default: []].isEmpty && !branch.inherited.contains { $0.name == tag }
            && branch.facts.alternatives.allSatisfy { $0.values(of: tag)?.isEmpty ?? true }
    }
}

extension Diagnostic {
    fileprivate static func named(_ names: [String], _ tag: String) -> Diagnostic {
        let listed = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        let more = names.count > 3 ? " and \(names.count - 3) more" : ""
        return Diagnostic(
            .warning, id: "implicit-discriminator",
            "nothing says which '\(tag)' leads to \(listed)\(more); the name of the schema is taken for it; add "
                + "'mapping'"
        )
    }
}
