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
        let uses = (document.paths + document.webhooks).flatMap(\.schemaUses)
        let others = uses.filter { !($0.isAnswer && $0.media?.kind.isStream == true) }
        return normalizer.reached(from: others.map(\.schema), &unheard)
    }
}
