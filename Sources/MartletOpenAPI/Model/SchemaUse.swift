// Where operations have schemas, for what looks at all of them.

/// A schema that a part of an operation has.
package struct SchemaUse: Sendable {
    package var schema: Schema
    /// Of a body, or of a parameter or a header field that is one.
    package var media: MediaType?
    /// Whether it describes a part of an answer, and not of a request.
    package var isAnswer: Bool
    /// Whether whoever calls the path item sends it: the requests of its callbacks come the other way.
    package var isSent: Bool
}

extension PathItem {
    /// Those of the operations, of their parameters wherever they stand, and of their callbacks.
    package var schemaUses: [SchemaUse] {
        operations.flatMap { $0.schemaUses(in: self) }
    }
}

extension Operation {
    fileprivate func schemaUses(in item: PathItem) -> [SchemaUse] {
        var uses: [SchemaUse] = []
        func add(_ schema: Schema?, _ media: MediaType? = nil, isAnswer: Bool) {
            guard let schema else { return }
            uses.append(SchemaUse(schema: schema, media: media, isAnswer: isAnswer, isSent: !isAnswer))
        }
        func add(_ media: MediaType?, isAnswer: Bool) {
            add(media?.schema, media, isAnswer: isAnswer)
            add(media?.itemSchema, media, isAnswer: isAnswer)
        }
        for media in requestBody?.content ?? [] { add(media, isAnswer: false) }
        for response in responses {
            for media in response.content { add(media, isAnswer: true) }
            for header in response.headers { add(header.schema, header.content, isAnswer: true) }
        }
        for parameter in parameters(in: item) {
            add(parameter.content, isAnswer: false)
            add(parameter.schema, isAnswer: false)
        }
        for use in callbacks.flatMap(\.items).flatMap(\.schemaUses) {
            var use = use
            use.isSent.toggle()
            uses.append(use)
        }
        return uses
    }
}
