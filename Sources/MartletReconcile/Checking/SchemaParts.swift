// The schemas as the document has them that one schema is made of: itself, and what `allOf` and references join to it.

import MartletOpenAPI

struct SchemaParts {
    private(set) var parts: [Schema] = []

    init(_ schema: Schema, _ table: SchemaTable) {
        var seen: Set<ObjectIdentifier> = []
        collect(schema, table, &seen)
    }

    private mutating func collect(_ schema: Schema, _ table: SchemaTable, _ seen: inout Set<ObjectIdentifier>) {
        guard seen.insert(schema.id).inserted else { return }
        parts.append(schema)
        if let location = schema.keywords.reference, let target = table[location] { collect(target, table, &seen) }
        for part in schema.keywords.allOf { collect(part, table, &seen) }
    }
}
