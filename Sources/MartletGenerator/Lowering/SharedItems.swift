// Which schemas of streams are used elsewhere, too.
import MartletOpenAPI
import MartletSource

/// Looked up only where a stream's schema is to be changed, which is rare.
struct SharedItems {
    private let document: Document
    private var known: Set<ObjectIdentifier>?

    init(_ document: Document) {
        self.document = document
    }

    /// Whether something else than the items of a stream is, or has, what `schema` describes.
    mutating func contain(_ schema: Schema) -> Bool {
        let known = known ?? reached
        self.known = known
        return known.contains(schema.id)
    }

    /// By a normalizer of its own, since it looks at everything before anything is read.
    private var reached: Set<ObjectIdentifier> {
        var normalizer = Normalizer(table: document.schemas)
        var unheard = Diagnostics()
        return normalizer.reached(from: Self.schemas(document.paths + document.webhooks), &unheard)
    }

    private static func schemas(_ items: [PathItem]) -> [Schema] {
        items.flatMap { item in
            item.parameters.compactMap(\.schema)
                + item.operations.flatMap { operation -> [Schema] in
                    let media =
                        (operation.requestBody?.content ?? []) + operation.parameters.compactMap(\.content)
                        + operation.responses.flatMap(\.content).filter { !$0.kind.isStream }
                    return operation.parameters.compactMap(\.schema)
                        + media.flatMap { [$0.schema, $0.itemSchema].compactMap(\.self) }
                        + schemas(operation.callbacks.flatMap(\.items))
                }
        }
    }
}
