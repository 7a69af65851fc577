// The unions that the parts of an `allOf` bring, as one.

import MartletOpenAPI
import MartletSource

/// Two choices of the same thing are a base and its refinement: a value fits both, so the later one types it. Choices of
/// different members multiply: `allOf: [{oneOf: [A, B]}, {oneOf: [C, D]}]` is one of A and C, A and D, B and C, B and D.
struct Choices {
    private static let mostBranches = 32

    let table: SchemaTable
    private(set) var branches: [Schema] = []

    init(table: SchemaTable) {
        self.table = table
    }

    mutating func add(_ others: [Schema], at position: Position, _ diagnostics: inout Diagnostics) {
        // Which members must come together is a rule, and no type.
        if branches.isEmpty || branches.allSatisfy(onlyRequires) {
            branches = others
        } else if others.allSatisfy(onlyRequires) {
            return
        } else if !areObjects(branches + others) || haveCommon(branches, others) {
            diagnostics.report(Self.narrowed, at: position)
            branches = others
        } else if branches.count * others.count <= Self.mostBranches {
            branches = branches.flatMap { first in others.map { product(first, $0, at: position) } }
        } else {
            diagnostics.report(.severalUnions, at: position)
        }
    }

    /// Whether `schema` is a union and nothing else, itself or by reference.
    func isChoice(_ schema: Schema) -> Bool {
        target(of: schema).keywords.plainBranches != nil
    }

    private func target(of schema: Schema) -> Schema {
        var schema = schema
        var seen: Set<SchemaLocation> = []
        while let location = schema.keywords.reference, !schema.keywords.hasShape, seen.insert(location).inserted,
            let next = table[location]
        {
            schema = next
        }
        return schema
    }

    private func onlyRequires(_ schema: Schema) -> Bool {
        !schema.keywords.required.isEmpty && schema.keywords.onlyRequires
    }

    private func areObjects(_ schemas: [Schema]) -> Bool {
        schemas.allSatisfy { schema in
            let keywords = target(of: schema).keywords
            return keywords.types == [.object] || !keywords.properties.isEmpty || !keywords.allOf.isEmpty
                || onlyRequires(schema)
        }
    }

    private func haveCommon(_ first: [Schema], _ second: [Schema]) -> Bool {
        let known = Set(first.map { target(of: $0).id })
        return second.contains { known.contains(target(of: $0).id) }
    }

    private func product(_ first: Schema, _ second: Schema, at position: Position) -> Schema {
        var keywords = Schema.Keywords()
        keywords.allOf = [first, second]
        let names = [first, second].compactMap(name)
        if names.count == 2 { keywords.title = names.joined(separator: " and ") }
        return Schema(keywords, at: position)
    }

    private func name(_ schema: Schema) -> String? {
        schema.keywords.title ?? schema.keywords.reference?.name
    }

    static let narrowed = Diagnostic(
        .note, id: "narrowed-union", "'allOf' joins two choices of one thing; the type is that of the later part")
}

extension Diagnostic {
    fileprivate static let severalUnions = Diagnostic(
        .warning, id: "several-unions",
        "'allOf' joins unions with too many branches to combine; the branches of the first one are typed, the members "
            + "of the others are unknown members"
    )
}
