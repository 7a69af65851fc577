// Members that are only described under a condition: in `if`, `then`, `else` and `dependentSchemas`.

import MartletOpenAPI
import MartletSource

/// Such members are optional; which of them must come together is for the service to check. Where a schema says nothing
/// but a condition, and not of objects, it is one of the two outcomes.
struct ConditionPass {
    let table: SchemaTable

    func merge(_ keywords: Schema.Keywords, at position: Position) -> Schema.Keywords {
        var merged = keywords
        merged.conditional = []
        let found = members(of: keywords.conditional.map(\.schema), at: position)
        let mayBeObject = keywords.types?.contains(.object) ?? true
        guard found.isEmpty, !merged.hasShape, merged.types == nil else {
            let known = Set(keywords.properties.map(\.name))
            if mayBeObject { merged.properties += found.filter { !known.contains($0.name) } }
            return merged
        }
        let outcomes = keywords.conditional.filter { $0.role == .consequence || $0.role == .alternative }
        if outcomes.count == 2, outcomes[0].role != outcomes[1].role { merged.anyOf = outcomes.map(\.schema) }
        return merged
    }

    /// The members that `schemas` describe; one that several do may be as any of them says.
    private func members(of schemas: [Schema], at position: Position) -> [Schema.Property] {
        var found: [(property: Schema.Property, schemas: [Schema])] = []
        var seen: Set<ObjectIdentifier> = []
        var open = Array(schemas.reversed())
        while let schema = open.popLast() {
            guard seen.insert(schema.id).inserted else { continue }
            let keywords = schema.keywords
            for property in keywords.properties where property.schema.keywords.boolean != false {
                if let place = found.firstIndex(where: { $0.property.name == property.name }) {
                    found[place].schemas.append(property.schema)
                } else {
                    found.append((property, [property.schema]))
                }
            }
            let inner = keywords.allOf + keywords.anyOf + keywords.oneOf + keywords.conditional.map(\.schema)
            open += inner.reversed()
            if let target = keywords.reference.flatMap({ table[$0] }) { open.append(target) }
        }
        return found.map { property, schemas in
            Schema.Property(name: property.name, schema: any(of: schemas), position: property.position)
        }
    }

    private func any(of schemas: [Schema]) -> Schema {
        let telling = schemas.filter { !$0.keywords.isAny && $0.keywords.boolean != true }
        guard let first = telling.first else { return schemas[0] }
        if telling.allSatisfy({ $0.keywords.reference != nil && $0.keywords.reference == first.keywords.reference }) {
            return first
        }
        if telling.count == 1 { return first }
        var keywords = Schema.Keywords()
        keywords.anyOf = telling
        return Schema(keywords, at: first.position)
    }
}
