// What a document says of schemas from elsewhere than where they stand: it is known before any of them is lowered.

import MartletOpenAPI
import MartletSource

struct DocumentFacts {
    /// What ends a stream, as its schema lists it, by the places of the media types.
    let markers: [Position: [String]]
    let tags: TagMembers
    let mergePatches: MergePatchBodies
    let multiparts: MultipartBodies
    /// The unions that streams bring.
    let events: Set<ObjectIdentifier>
    /// Looked up where one is met.
    var directions: SchemaDirections

    /// Streams come first: their schemas are read otherwise from then on.
    init(_ document: Document, names: TypeNames, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) {
        markers = StreamItems.open(in: document, &normalizer, &diagnostics)
        // Unions anywhere below a schema from which types come name the tags of their branches.
        var tags = TagMembers()
        tags.collect(
            document.components.schemas.map(\.schema),
            operations: (document.paths + document.webhooks).flatMap(\.schemaUses).map(\.schema), &normalizer,
            names: names, &diagnostics)
        self.tags = tags
        mergePatches = MergePatchBodies(document, &normalizer, &diagnostics)
        directions = SchemaDirections(document)
        events = StreamItems.unions(in: document, &normalizer, &diagnostics)
        multiparts = MultipartBodies(document, &normalizer, &diagnostics)
    }
}
