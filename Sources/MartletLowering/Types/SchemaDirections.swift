// Which schemas clients send, and which they receive: `readOnly` and `writeOnly` say that a member goes one way alone.

import MartletOpenAPI
import MartletSource

/// A required member that is `readOnly` must be in answers only, one that is `writeOnly` in requests only (OpenAPI 3.0.4,
/// section 4.7.24.1). Few documents have either, so that nothing is looked for before one is met.
struct SchemaDirections {
    private let document: Document
    private var sent: Set<ObjectIdentifier>?
    private var received: Set<ObjectIdentifier>?

    init(_ document: Document) {
        self.document = document
    }

    /// Whether a required member of `owner` may be missing, since it goes the other way.
    mutating func mayLack(
        _ member: Annotations, of owner: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Bool {
        if member.isReadOnly {
            let all = sent ?? normalizer.reached(from: schemas(areSent: true), &diagnostics)
            sent = all
            return all.contains(owner.id)
        }
        guard member.isWriteOnly else { return false }
        let all = received ?? normalizer.reached(from: schemas(areSent: false), &diagnostics)
        received = all
        return all.contains(owner.id)
    }

    /// What the service asks of its clients, by webhooks and by callbacks, goes the other way.
    private func schemas(areSent: Bool) -> [Schema] {
        let uses =
            document.paths.flatMap(\.schemaUses).filter { $0.isSent == areSent }
            + document.webhooks.flatMap(\.schemaUses).filter { $0.isSent != areSent }
        return uses.map(\.schema)
    }
}

extension Normalizer {
    /// The schemas themselves, and all that stand below them.
    mutating func reached(from schemas: [Schema], _ diagnostics: inout Diagnostics) -> Set<ObjectIdentifier> {
        var reached: Set<ObjectIdentifier> = []
        var open = schemas
        while let schema = open.popLast() {
            guard reached.insert(schema.id).inserted else { continue }
            open += normal(schema, &diagnostics).shape.parts(table)
        }
        return reached
    }
}

extension NormalSchema.Shape {
    /// The schemas that stand in this one, or that it refers to.
    func parts(_ table: SchemaTable) -> [Schema] {
        switch self {
        case .reference(let location): table[location].map { [$0] } ?? []
        case .array(let items): items.map { [$0] } ?? []
        case .tuple(let tuple): tuple.positions + (tuple.rest.map { [$0] } ?? [])
        case .map(let values): values.map { [$0] } ?? []
        case .object(let object): object.properties.map(\.schema) + (object.additional.map { [$0] } ?? [])
        case .union(let union): union.branches
        case .any, .primitive, .enumeration: []
        }
    }
}
