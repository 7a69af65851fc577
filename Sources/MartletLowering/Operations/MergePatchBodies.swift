// Which schemas are bodies of JSON Merge Patch (RFC 7396): there, null clears a member and absence leaves it.

import MartletOpenAPI
import MartletSource

struct MergePatchBodies {
    private var owners: Set<ObjectIdentifier> = []

    func contains(_ owner: Schema) -> Bool {
        owners.contains(owner.id)
    }

    /// Records the objects that the patches of `document` consist of, those inside them included.
    init(_ document: Document, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) {
        let bodies = document.paths.flatMap(\.operations).compactMap(\.requestBody).flatMap(\.content)
        var open = bodies.filter { $0.essence == "application/merge-patch+json" }.compactMap(\.schema)
        while let schema = open.popLast() {
            guard owners.insert(schema.id).inserted else { continue }
            switch normalizer.normal(schema, &diagnostics).shape {
            case .reference(let location): open += normalizer.table[location].map { [$0] } ?? []
            case .object(let object): open += object.properties.map(\.schema)
            default: break
            }
        }
    }
}
