// What the schema of a stream lists beside its events: the text that ends it.

import MartletIR
import MartletOpenAPI
import MartletSource

/// Documents describe `[DONE]` as one more branch: a string with that value, or an event with that data. It is no event.
struct StreamMarkers {
    private let media: MediaType

    init(_ media: MediaType) {
        self.media = media
    }

    /// The texts.
    func texts(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> [String] {
        guard let schema = schema(&normalizer, &diagnostics) else { return [] }
        var texts = constants(among: schema, &normalizer, &diagnostics)
        let events = union(&normalizer, &diagnostics)?.branches ?? [schema]
        for event in events {
            guard let data = data(of: event, &normalizer, &diagnostics) else { continue }
            if let text = text(event, &normalizer, &diagnostics),
                event.isLastEvent || Self.isBracketed(text) || !areTexts(events, &normalizer, &diagnostics)
            {
                texts.append(text)
            }
            // What a named event says is data, whatever it is.
            if !data.isNamed { texts += constants(among: data.schema, &normalizer, &diagnostics) }
        }
        return texts
    }

    /// Has the schema read without the branches that are no events; of one that others use, too, by this stream alone.
    func leaveOut(
        usedBy others: inout SharedItems, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) {
        guard let schema = schema(&normalizer, &diagnostics), let union = union(&normalizer, &diagnostics) else {
            return
        }
        let texts = texts(&normalizer, &diagnostics)
        let events = union.branches.filter { branch in
            text(branch, &normalizer, &diagnostics).map { !texts.contains($0) } ?? true
        }
        guard !events.isEmpty, events.count < union.branches.count else { return }
        var target = normalizer.target(of: schema, &diagnostics)
        if others.contain(target) { target = ownCopy(of: target, in: schema, &normalizer) }
        if events.count == 1 {
            normalizer.replace(target, by: events[0])
        } else {
            normalizer.settle(target, on: events, union.discriminator, &diagnostics)
        }
    }

    /// Has the stream read as items of a schema of its own.
    private func ownCopy(of target: Schema, in item: Schema, _ normalizer: inout Normalizer) -> Schema {
        let copy = Schema(target.keywords, at: item.position)
        guard let own = media.itemSchema ?? media.schema else { return copy }
        var list = Schema.Keywords()
        list.types = [.array]
        list.items = copy
        normalizer.replace(own, by: own.id == item.id ? copy : Schema(list, at: own.position))
        return copy
    }

    private func schema(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Schema? {
        guard media.framing == .serverSentEvents else { return nil }
        return StreamItems(media).schema(&normalizer, &diagnostics)
    }

    private func union(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> UnionShape? {
        guard let schema = schema(&normalizer, &diagnostics),
            case .union(let union) = normalizer.resolved(schema, &diagnostics).shape
        else { return nil }
        return union
    }

    /// That of a branch which is a text alone, or an event without a name that has one for its data.
    private func text(
        _ branch: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> String? {
        let isLast = branch.isLastEvent
        if let shape = enumeration(branch, &normalizer, &diagnostics) { return marker(shape, isLast: isLast) }
        guard let data = data(of: branch, &normalizer, &diagnostics), !data.isNamed else { return nil }
        return enumeration(data.schema, &normalizer, &diagnostics).flatMap { marker($0, isLast: isLast) }
    }

    /// Doesn't look at what holds JSON in a string, which will be read as that JSON.
    private func enumeration(
        _ schema: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> EnumerationShape? {
        guard schema.keywords.contentSchema == nil,
            case .enumeration(let shape) = normalizer.resolved(schema, &diagnostics).shape
        else { return nil }
        return shape
    }

    /// The data of what describes the fields of an event, and whether that event has a name.
    private func data(
        of event: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> (schema: Schema, isNamed: Bool)? {
        guard case .object(let object) = normalizer.resolved(event, &diagnostics).shape,
            object.properties.allSatisfy({ EventSpelling.standard.fields.contains($0.name) }),
            let data = object.properties.first(where: { $0.name == "data" })
        else { return nil }
        // That there may be a name, or must be, is no name yet.
        let name = object.properties.first { $0.name == "event" }
        return (data.schema, name.flatMap { enumeration($0.schema, &normalizer, &diagnostics) } != nil)
    }

    /// Those that stand as branches beside others, strings among them, with which they would be one string.
    private func constants(
        among schema: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [String] {
        guard schema.keywords.contentSchema == nil else { return [] }
        let keywords = normalizer.target(of: schema, &diagnostics).keywords
        let branches = keywords.oneOf + keywords.anyOf
        let areTexts = areTexts(branches, &normalizer, &diagnostics)
        return branches.compactMap { branch in
            let isLast = branch.isLastEvent
            guard let shape = enumeration(branch, &normalizer, &diagnostics), let text = marker(shape, isLast: isLast),
                isLast || Self.isBracketed(text) || !areTexts
            else { return nil }
            return text
        }
    }

    /// Whether the events are single words, one beside the other: then `CLOSED` is as good a word as `OPEN`.
    private func areTexts(
        _ branches: [Schema], _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Bool {
        var hasOther = false
        for branch in branches {
            let data = data(of: branch, &normalizer, &diagnostics)
            guard data?.isNamed != true,
                let shape = enumeration(data?.schema ?? branch, &normalizer, &diagnostics)
            else { return false }
            for value in shape.values {
                guard case .string(let text) = value.literal else { return false }
                if !Self.ends(text) { hasOther = true }
            }
        }
        return hasOther
    }

    /// - Parameter isLast: whether the document says so.
    private func marker(_ shape: EnumerationShape, isLast: Bool) -> String? {
        guard shape.values.count == 1, case .string(let text) = shape.values[0].literal, isLast || Self.ends(text)
        else {
            return nil
        }
        return media.stream?.sentinels.map { $0.contains(text) } ?? true ? text : nil
    }

    private static func isBracketed(_ text: String) -> Bool {
        [("[", "]"), ("<", ">")].contains { text.hasPrefix($0) && text.hasSuffix($1) }
    }

    /// Whether a text can be nothing but an end: `[DONE]`, `<|eos|>`, `DONE`. Others may be data.
    private static func ends(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        let words: Set<String> = [
            "done", "end", "eof", "eos", "stop", "finished", "complete", "completed", "close", "closed", "endofstream",
            "streamend", "endoftext",
        ]
        guard words.contains(letters.lowercased()), !text.hasPrefix("</") else { return false }
        return isBracketed(text) || letters == letters.uppercased() && letters.count == text.count
    }
}
