// What in the events of a stream says that it has failed.

import MartletIR
import MartletOpenAPI
import MartletPasses

/// Errors that a document describes among its data end nothing, as the lines of a log.
struct ErrorSigns {
    private let stream: Stream
    private let index: DeclarationIndex

    init(_ stream: Stream, _ index: DeclarationIndex) {
        self.stream = stream
        self.index = index
    }

    /// - Parameter isTold: whether the document says that errors are to be read, or that none are.
    func signs(isTold: Bool?) -> [StreamRules.ErrorSign] {
        if let isTold { return isTold ? [.name, .tag, .anyMember] : [] }
        let isOwnData = !isOfEvents && listsErrors
        return (StreamTags.areLevels(names) ? [] : [.name]) + (hasLevels ? [] : [.tag]) + (isOwnData ? [] : [.member])
    }

    /// The names and tags that the document lists as errors, and the values of `type` that it lists and that are written
    /// otherwise than `error`: where any text may stand, only that is one. In lines, nothing else is.
    func types(_ rules: StreamExtension?) -> [String] {
        let listed = rules?.errorTypes ?? []
        guard isOfEvents, rules?.errors != false else { return listed }
        let spelled = StreamTags.areLevels(values) ? [] : values.filter(StreamTags.isOtherSpellingOfError)
        return listed + spelled.filter { !listed.contains($0) }
    }

    /// Whether an event ends the stream by a member that the document describes beside others, and no tag says that it is
    /// none.
    var endWithOwnError: Bool {
        if case .tag? = union?.dispatch { return false }
        return isOfEvents && listsErrors
    }

    private var union: Union? {
        index.union(stream.event)
    }

    private var isOfEvents: Bool {
        stream.rules.framing == .serverSentEvents
    }

    /// Whether an item that the document describes has a member for its own error, as the lines of a batch's result do: in
    /// lines that is data, where a stream of events would end.
    private var listsErrors: Bool {
        (union?.cases ?? []).contains { item in
            guard let structure = index.structure(item.type) else { return false }
            // What has nothing else is the error.
            let words: Set<String> = ["error", "message", "code", "type", "status", "details"]
            return structure.properties.contains { $0.key == "error" }
                && structure.properties.contains { !words.contains($0.key.lowercased()) }
        }
    }

    /// Whether what tells the items apart, or their type, may be `error` as it may be `info`: then it is how severe they are.
    private var hasLevels: Bool {
        StreamTags.areLevels(tags) || StreamTags.areLevels(values)
    }

    private var tags: [String] {
        StreamTags(union, []).all
    }

    /// Those of the type of the items, which doesn't tell them apart.
    private var values: [String] {
        values(of: "type")
    }

    /// What events are called, where their names are part of what is described.
    private var names: [String] {
        if union?.isTaggedByEvent == true { return tags }
        switch stream.rules.item {
        case .data, .text: return []
        case .event, .textEvent, .textEventExcept: break
        }
        let key = stream.rules.members?.event ?? StreamRules.Members().event
        return union?.tag == key ? tags : values(of: key)
    }

    private func values(of key: String) -> [String] {
        (union?.cases ?? []).flatMap { item -> [String] in
            guard let values = index.property(key, of: item.type).flatMap({ index.enumeration($0.type) }) else {
                return []
            }
            return values.cases.compactMap { if case .string(let text) = $0.value { text } else { nil } }
        }
    }
}
