// The extension `x-martlet-stream` of a media type, and what other words say of a stream.

internal import MartletSource

enum StreamExtensionDecoder {
    private static let known = [
        "setting", "sentinels", "terminal", "result", "item", "events", "sequence", "text", "value", "pieces", "resume",
        "errors",
    ]

    /// - Parameter schema: of the media type.
    static func stream(_ fields: Fields, _ schema: Schema?, _ reading: inout Reading) -> StreamExtension? {
        var stream = own(fields, &reading)
        if let sentinel = fields["x-speakeasy-sse-sentinel"]?.scalar {
            var all = stream ?? StreamExtension(position: fields.node.position)
            all.sentinels = all.sentinels ?? [sentinel.text]
            stream = all
        }
        if schema?.isStreamResult == true {
            var all = stream ?? StreamExtension(position: fields.node.position)
            all.errors = all.errors ?? true
            stream = all
        }
        return stream
    }

    private static func own(_ fields: Fields, _ reading: inout Reading) -> StreamExtension? {
        guard let node = fields["x-martlet-stream"],
            let inner = Fields(node, as: "'x-martlet-stream'", in: fields.base, &reading)
        else { return nil }
        reportUnknown(inner, known, "x-martlet-stream", &reading)
        var stream = StreamExtension(position: node.position)
        stream.setting = inner.string("setting", &reading)
        stream.sentinels = inner["sentinels"] == nil ? nil : inner.strings("sentinels", &reading)
        stream.terminal = inner["terminal"] == nil ? nil : inner.strings("terminal", &reading)
        stream.result = inner.string("result", &reading)
        stream.item = item(inner, &reading)
        stream.events = events(inner, &reading)
        stream.sequence = inner.string("sequence", &reading)
        stream.texts = texts(inner, &reading)
        stream.values = inner.map("value", &reading).entries.map { entry in
            StreamExtension.ValueRule(event: entry.key, statements: lines(entry.value), position: entry.keyPosition)
        }
        stream.pieces = pieces(inner, &reading)
        stream.resume = resume(inner, &reading)
        if inner["errors"]?.sequence != nil {
            stream.errorTypes = inner.strings("errors", &reading)
        } else {
            stream.errors = inner.bool("errors", &reading)
        }
        return stream
    }

    private static func reportUnknown(
        _ fields: Fields, _ known: [String], _ object: String, _ reading: inout Reading
    ) {
        for entry in fields.mapping.entries where !known.contains(entry.key) {
            reading.report(.unknownKey(entry.key, of: object, known), at: entry.keyPosition)
        }
    }

    private static func item(_ fields: Fields, _ reading: inout Reading) -> StreamExtension.Item? {
        guard let text = fields.string("item", &reading) else { return nil }
        guard let item = StreamExtension.Item(rawValue: text) else {
            reading.report(.badItem(text), at: fields["item"]?.position ?? fields.node.position)
            return nil
        }
        return item
    }

    /// Schemas are named as in a discriminator's mapping.
    private static func events(
        _ fields: Fields, _ reading: inout Reading
    ) -> [(name: String, target: SchemaLocation)] {
        let map = fields.map("events", &reading)
        return map.entries.compactMap { entry in
            guard let text = entry.value.scalar?.text else { return nil }
            let target = reading.schema(
                named: reading.set.reference(named: text, in: map.base), in: map.base,
                at: entry.value.position, missing: .leftOut)
            return target.map { (entry.key, $0) }
        }
    }

    /// A path alone is that of every event.
    private static func texts(
        _ fields: Fields, _ reading: inout Reading
    ) -> [(event: String, path: StreamExtension.Line)] {
        guard let node = fields["text"] else { return [] }
        if node.mapping == nil { return lines(node).map { ("*", $0) } }
        return fields.map("text", &reading).entries.flatMap { entry in lines(entry.value).map { (entry.key, $0) } }
    }

    private static func pieces(_ fields: Fields, _ reading: inout Reading) -> StreamExtension.Pieces? {
        guard let node = fields["pieces"], let inner = Fields(node, as: "'pieces'", in: fields.base, &reading) else {
            return nil
        }
        reportUnknown(inner, ["append", "complete", "rename", "replace"], "pieces", &reading)
        return StreamExtension.Pieces(
            append: inner["append"].map(lines) ?? [], complete: inner["complete"].flatMap { lines($0).first },
            renamed: inner.map("rename", &reading).entries.compactMap { entry in
                entry.value.scalar.map { (entry.key, $0.text) }
            }, replaced: inner.map("replace", &reading).entries.map { ($0.key, $0.value) }, position: node.position)
    }

    private static func resume(_ fields: Fields, _ reading: inout Reading) -> StreamExtension.Resume? {
        guard let node = fields["resume"], let inner = Fields(node, as: "'resume'", in: fields.base, &reading) else {
            return nil
        }
        reportUnknown(inner, ["path", "id", "after", "query"], "resume", &reading)
        guard let after = inner.string("after", &reading) else {
            reading.report(.resumeWithoutAfter, at: node.position)
            return nil
        }
        return StreamExtension.Resume(
            path: inner.string("path", &reading), id: inner.string("id", &reading), after: after,
            query: inner.map("query", &reading).entries.compactMap { entry in
                entry.value.scalar.map { (entry.key, $0.text) }
            }, position: node.position)
    }

    /// One text, or a list of them.
    private static func lines(_ node: Node) -> [StreamExtension.Line] {
        (node.sequence ?? [node]).compactMap { item in
            item.scalar.map { StreamExtension.Line(text: $0.text, position: item.position) }
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownKey(_ key: String, of object: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-stream-key",
            "'\(key)' isn't a key of \(object); known keys are \(known.joined(separator: ", "))")
    }

    fileprivate static func badItem(_ text: String) -> Diagnostic {
        Diagnostic(
            .error, id: "bad-stream-item",
            "an item of a stream is 'data', the data of an event, or 'event', an object with its fields; not '\(text)'")
    }

    fileprivate static let resumeWithoutAfter = Diagnostic(
        .error, id: "bad-resume",
        "'resume' needs 'after', the query parameter that takes the number of the last event; add it")
}
