// Unions: their cases, what each is called, and how its branch is found.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct UnionLowering {
    private let shape: UnionShape
    private let typeName: String
    private let position: Position

    init(_ shape: UnionShape, typeName: String, position: Position) {
        self.shape = shape
        self.typeName = typeName
        self.position = position
    }

    func union(
        _ schemas: inout SchemaLowering, _ scope: inout DeclarationScope, _ diagnostics: inout Diagnostics
    ) -> Union {
        let plan = UnionPlanner(shape, position: position)
            .plan(&schemas.normalizer, names: schemas.names, &diagnostics)
        // One that branches inherit is their base's, and reported there.
        if shape.discriminator != nil { ImplicitTags(plan).report(&diagnostics) }
        let names = caseNames(plan, &schemas, &diagnostics)
        // In scripts without capitals a type would be called like its case.
        scope.names.reserve(Set(names))
        var cases: [Union.Case] = []
        for (branch, name) in zip(plan.branches, names) {
            let hint = branch.schema.keywords.title ?? (Self.containerNames.contains(name) ? "" : name)
            let type = schemas.type(of: branch.schema, hint: hint, in: &scope, &diagnostics)
            cases.append(
                Union.Case(
                    name: name, type: type.type, documentation: documentation(plan, cases.count, type, name),
                    deprecation: DocumentationLowering.deprecation(type.annotations),
                    origin: diagnostics.origin(of: branch.schema.position)))
        }
        return Union(cases: cases, tag: plan.tag, dispatch: plan.dispatch(&diagnostics))
    }

    private func documentation(
        _ plan: DispatchPlan, _ place: Int, _ type: LoweredType, _ name: String
    ) -> Documentation {
        let values = plan.tagValues[place]
        // The name says it: five cases in six, and a hundredth of the lines of a large client.
        if values.count == 1, SwiftName.member(values[0]) == name { return Documentation() }
        if (1...3).contains(values.count) {
            return Documentation([
                values.map { "`\(DocumentationLowering.inline($0))`" }.joined(separator: ", ")
            ])
        }
        return DocumentationLowering.documentation(type.annotations, of: name, default: false)
    }

    /// A branch is called after its tag, else its title, else its schema, else its tags, else its kind; a name that several branches
    /// would have goes to none of them.
    private func caseNames(
        _ plan: DispatchPlan, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> [String] {
        let values = plan.tagValues
        let owners = values.map(Set.init).counts
        let candidates = plan.branches.indices.map { place -> [String] in
            let branch = plan.branches[place]
            var names: [String] = []
            if values[place].count == 1, values[place][0].first?.isLetter == true,
                owners[values[place][0]] == 1
            {
                names.append(shortened(values[place][0]))
            }
            if let title = branch.schema.keywords.title { names.append(SwiftName.member(title)) }
            if let name = branch.componentName { names.append(SwiftName.member(name)) }
            names += joined(values[place]).map { [$0] } ?? []
            names += kindNames(place, plan, &schemas, &diagnostics)
            return names
        }
        let wanted = candidates.map { Set($0.prefix(1)) }.counts
        var scope = NameScope(reserved: ReservedWords.enumCases)
        return candidates.indices.map { place in
            let own = candidates[place].first { name in
                scope.isFree(name) && wanted[name, default: 0] == (name == candidates[place].first ? 1 : 0)
            }
            return scope.claim(own ?? candidates[place].last ?? "value")
        }
    }

    /// `pingOrPong`, where a branch has a few tags and nothing else to be called after.
    private func joined(_ values: [String]) -> String? {
        guard (2...3).contains(values.count), values.allSatisfy({ $0.first?.isLetter == true }) else { return nil }
        return SwiftName.member(values.map(shortened).joined(separator: "_or_"))
    }

    private func kindNames(
        _ place: Int, _ plan: DispatchPlan, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> [String] {
        let kinds = BranchKindName(plan, place)
        return kinds.names(&schemas.normalizer, names: schemas.names, &diagnostics)
    }

    /// What such a branch holds is called after its place: `Input.Item`, not `Input.ArrayItem`.
    private static let containerNames: Set<String> = ["array", "dictionary"]

    /// `response.output_text.delta` of `ResponseStreamEvent` is `outputTextDelta`: what the type's name says isn't repeated.
    private func shortened(_ value: String) -> String {
        let steps = value.split(separator: ".", maxSplits: 1)
        if steps.count == 2, let first = steps.first, typeName.hasPrefix(SwiftName.type(String(first))) {
            return SwiftName.member(String(steps[1]))
        }
        return SwiftName.member(value)
    }
}
