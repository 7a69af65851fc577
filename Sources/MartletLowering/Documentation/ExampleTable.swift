// The examples of a document, each with the type that it is an example of.

package import MartletIR
package import MartletOpenAPI
package import MartletSource

/// A value that the document gives as an example of a schema.
package struct Example: Sendable {
    package var value: Node
    /// What the value should fit.
    package var schema: Schema
    package var type: TypeReference
}

/// Filled while types are decided, since only then is it known which type a schema becomes.
struct ExampleTable {
    private struct Key: Hashable {
        var value: Position
        var schema: Position
    }

    private(set) var rows: [Example] = []
    private var known: Set<Key> = []

    /// Notes the examples that `schema` has itself.
    mutating func note(_ schema: Schema, as type: TypeReference) {
        note(schema.keywords.examples, of: schema, as: type)
    }

    /// Notes `values`, which stand beside the schema or inside it. A schema that is lowered for several uses is noted with
    /// the type of the first.
    mutating func note(_ values: [Node], of schema: Schema, as type: TypeReference) {
        for value in values where known.insert(Key(value: value.position, schema: schema.position)).inserted {
            rows.append(Example(value: value, schema: schema, type: type))
        }
    }
}
