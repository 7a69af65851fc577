// Schemas that extend one another by `allOf`, and bases that name those which extend them.

import MartletOpenAPI

struct SchemaFamily {
    let table: SchemaTable

    /// Whether one of `branches` is, refers to, or is another name for one of `schemas`.
    func list(_ branches: [Schema], hasAnyOf schemas: Set<ObjectIdentifier>) -> Bool {
        branches.contains { branch in
            schemas.contains(branch.id) || target(of: branch).map { schemas.contains($0.id) } == true
                || schemas.contains(table.target(of: branch).id)
        }
    }

    /// Whether `schema` is made from the one that `base` is, by references and `allOf`.
    func extends(_ schema: Schema, _ base: ObjectIdentifier) -> Bool {
        ancestors(of: schema).contains { $0.id == base }
    }

    /// All that `schema` is made from.
    func ancestors(of schema: Schema) -> [Schema] {
        var found: [Schema] = []
        var seen: Set<ObjectIdentifier> = [schema.id]
        var open = [schema]
        while let next = open.popLast() {
            let parts = next.keywords.allOf + (target(of: next).map { [$0] } ?? [])
            for part in parts where seen.insert(part.id).inserted {
                found.append(part)
                open.append(part)
            }
        }
        return found
    }

    private func target(of schema: Schema) -> Schema? {
        schema.keywords.reference.flatMap { table[$0] }
    }
}
