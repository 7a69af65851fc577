// Decodes `x-martlet-structured` of an Operation Object.

internal import MartletSource

enum StructuredExtensionDecoder {
    private static let keys = ["request", "envelope", "answer"]

    static func structured(_ fields: Fields, _ reading: inout Reading) -> StructuredExtension? {
        guard let node = fields["x-martlet-structured"],
            let inner = Fields(node, as: "'x-martlet-structured'", in: fields.base, &reading)
        else { return nil }
        for entry in inner.mapping.entries where !keys.contains(entry.key) {
            reading.report(.unknownKey(entry.key), at: entry.keyPosition)
        }
        guard let request = inner.string("request", &reading), let answer = inner.string("answer", &reading) else {
            reading.report(.incomplete, at: node.position)
            return nil
        }
        return StructuredExtension(
            request: request, envelope: inner["envelope"] ?? standardEnvelope, answer: answer, position: node.position)
    }

    /// As most services take it.
    private static let standardEnvelope = Node.made([
        ("type", .made("json_schema")), ("name", .made("{name}")), ("schema", .made("{schema}")),
        ("strict", .made(true)),
    ])
}

extension Diagnostic {
    fileprivate static func unknownKey(_ key: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-structured-key",
            "'\(key)' isn't a key of x-martlet-structured; known keys are request, envelope and answer")
    }

    fileprivate static let incomplete = Diagnostic(
        .error, id: "incomplete-structured",
        "x-martlet-structured needs 'request', where the schema goes, and 'answer', where the text is; write both")
}
