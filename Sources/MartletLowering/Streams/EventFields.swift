// A kind of events, as an item that is described by their fields.

import MartletIR
import MartletOpenAPI
import MartletSource

/// A kind of events, where the schema of a stream's items is one of their fields.
struct EventFields {
    var spelling: EventSpelling
    /// The names that the schema allows; empty where it says nothing of them.
    var names: [String]
    /// Whether each must have one.
    var isNamed: Bool
    var data: Schema?
    /// What the JSON in the data is, where it is described as that.
    var content: Schema?
    var id: Schema?
    var retry: Schema?
    /// Whether nothing in it is anything else than a field of an event.
    var isPlain: Bool
    /// Whether something beside the data is promised: a name, or a field that must be there.
    var promisesMore: Bool

    /// Whether the data is text as it comes: that of a string as JSON comes in quotes.
    func isText(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Bool {
        content == nil && carriesText(&normalizer, &diagnostics)
    }

    /// Whether the data is text, bare or in quotes.
    func carriesText(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Bool {
        data.map { normalizer.resolved($0, &diagnostics).shape.isText } ?? false
    }

    /// What the JSON in a string is, where that is described as JSON (JSON Schema 2020-12 Validation, section 8).
    static func content(of data: Schema) -> Schema? {
        // A part of `allOf` may say it, and the one branch beside what ends the stream.
        let branches = data.keywords.oneOf + data.keywords.anyOf
        let isBesideConstants = branches.count { !isConstant($0) } == 1
        let parts = [data] + data.keywords.allOf + (isBesideConstants ? branches : [])
        let mediaType = parts.lazy.compactMap(\.keywords.contentMediaType).first
        let schema = parts.lazy.compactMap(\.keywords.contentSchema).first
        guard mediaType.map({ MediaKind($0) == .json }) ?? (schema != nil) else { return nil }
        return schema ?? Schema(.init(), at: data.position)
    }

    private static func isConstant(_ schema: Schema) -> Bool {
        schema.keywords.constant != nil || schema.keywords.enumeration != nil
    }
}

extension [EventFields] {
    /// The names of the events, where each has one and none is the standard's for none; else empty.
    var listed: [String] {
        guard allSatisfy({ !$0.names.isEmpty && !$0.names.contains("message") }) else { return [] }
        var names: [String] = []
        for name in flatMap(\.names) where !names.contains(name) { names.append(name) }
        return names
    }

    /// How the fields beside the data are written for these events; nil where they are as usual.
    func members(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> StreamRules.Members? {
        var (ids, retries): (Set<JSONKind>, Set<JSONKind>) = ([], [])
        for event in self {
            ids.formUnion(kinds(event.id, &normalizer, &diagnostics))
            retries.formUnion(kinds(event.retry, &normalizer, &diagnostics))
        }
        let spelling = first.map { first in allSatisfy { $0.spelling == first.spelling } ? first.spelling : .standard }
        guard let spelling else { return nil }
        let mayBeInData = mayBeInData(&normalizer, &diagnostics)
        let members = StreamRules.Members(
            event: spelling.event, id: spelling.id, retry: retries == [.string] ? nil : spelling.retry,
            isIDNumber: !ids.isEmpty && ids.isSubset(of: [.integer, .number]), mayBeInData: mayBeInData,
            mayLackName: !mayBeInData || mayLackName(&normalizer, &diagnostics),
            names: spelling.event == "event" ? listed : [])
        return members == StreamRules.Members() ? nil : members
    }

    /// Whether a sender may put all of an event into its data, which some do: the data has no such members itself, and is
    /// no text, which may look like anything, unless the event must have a name that isn't the standard's for none.
    private func mayBeInData(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Bool {
        var (texts, hasJSON): ([EventFields], Bool) = ([], false)
        for event in self {
            // Other names are those of a class of the server, which never does that.
            guard event.spelling.event == "event", let data = event.data else { continue }
            // What is described as the JSON in the data has what members it likes, where these are free.
            let isFree = event.content != nil
            if mayHave(["event", "data"], data, isFree: isFree, depth: 0, &normalizer, &diagnostics) { return false }
            if normalizer.resolved(data, &diagnostics).shape.isText { texts.append(event) } else { hasJSON = true }
        }
        // Where all are listed, and some are JSON, so is what comes without a name.
        if hasJSON, !listed.isEmpty { return true }
        return texts.allSatisfy { $0.isNamed && !$0.names.contains("message") }
    }

    /// Whether an object with `data` but without a name can be no data of its own: where that is JSON, it has no such
    /// member, and is no text.
    private func mayLackName(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Bool {
        for event in self {
            guard event.spelling.event == "event", let data = event.data else { continue }
            let kinds = kinds(data, &normalizer, &diagnostics)
            if kinds == [.string] { continue }
            if kinds.contains(.string) { return false }
            if mayHave(["data"], data, isFree: true, depth: 0, &normalizer, &diagnostics) { return false }
        }
        return true
    }

    /// Whether a schema, or a branch of it, describes members that are called like some fields of an event.
    ///
    /// - Parameter isFree: whether it is enough that it allows any.
    private func mayHave(
        _ fields: Set<String>, _ schema: Schema, isFree: Bool, depth: Int, _ normalizer: inout Normalizer,
        _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard depth < 10 else { return false }
        switch normalizer.resolved(schema, &diagnostics).shape {
        case .any, .map: return isFree
        case .object(let object):
            let isOpen = object.properties.isEmpty || object.additional != nil
            return isFree && isOpen || Set(object.properties.map(\.name)).isSuperset(of: fields)
        case .union(let union):
            for branch in union.branches
            where mayHave(fields, branch, isFree: isFree, depth: depth + 1, &normalizer, &diagnostics) {
                return true
            }
            return false
        default: return false
        }
    }

    private func kinds(
        _ schema: Schema?, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Set<JSONKind> {
        guard let schema else { return [] }
        return BranchFactsReader().kinds(of: schema, &normalizer, &diagnostics).subtracting([.null])
    }
}
