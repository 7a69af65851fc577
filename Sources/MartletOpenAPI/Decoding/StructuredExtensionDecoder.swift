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
        let envelope = inner["envelope"] ?? standardEnvelope
        let known = placeholders(in: envelope, &reading)
        if !known.contains("{schema}") { reading.report(.noSchema, at: envelope.position) }
        return StructuredExtension(
            request: request, requestPosition: inner["request"]?.position ?? node.position, envelope: envelope,
            answer: answer, answerPosition: inner["answer"]?.position ?? node.position, position: node.position)
    }

    /// What stands for something in an envelope; a word in braces that stands for nothing is reported.
    private static func placeholders(in node: Node, _ reading: inout Reading) -> Set<String> {
        if let sequence = node.sequence {
            return sequence.reduce(into: []) { $0.formUnion(placeholders(in: $1, &reading)) }
        }
        if let mapping = node.mapping {
            return mapping.entries.reduce(into: []) { $0.formUnion(placeholders(in: $1.value, &reading)) }
        }
        guard let text = node.scalar?.text, text.wholeMatch(of: /\{\w+\}/) != nil else { return [] }
        if !["{name}", "{schema}"].contains(text) { reading.report(.unknownPlaceholder(text), at: node.position) }
        return [text]
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

    fileprivate static func unknownPlaceholder(_ text: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-structured-key",
            "'\(text)' stands for nothing in an envelope; known are '{name}' and '{schema}'")
    }

    fileprivate static let noSchema = Diagnostic(
        .error, id: "incomplete-structured",
        "the envelope of x-martlet-structured has no '{schema}', which is what is asked for; write it where the schema goes"
    )

    fileprivate static let incomplete = Diagnostic(
        .error, id: "incomplete-structured",
        "x-martlet-structured needs 'request', where the schema goes, and 'answer', where the text is; write both")
}
