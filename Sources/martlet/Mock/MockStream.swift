// The events of a stream that a mock server makes, as the text that is sent.

import MartletIR
import MartletLowering
import MartletOpenAPI
import MartletReconcile
import MartletRuntime
import MartletSamples
import MartletSource

/// The document's examples, or values made to fit: one of each kind of event, else three of the only one.
struct MockStream {
    private let stream: ExpectedStream
    /// The tags of the events that end the stream.
    private let terminal: [String]
    /// What tells a reader of an error.
    private let errors: [StreamRules.ErrorSign]
    private let errorTags: ErrorTags

    init(_ stream: ExpectedStream, terminal: [String], _ rules: StreamRules) {
        self.stream = stream
        self.terminal = terminal
        errors = rules.errors
        // Among events, a tag is their name as well.
        let isOfEvents = stream.rules.framing == .serverSentEvents
        let isRead = rules.errors.contains(isOfEvents ? .name : .tag)
        errorTags = ErrorTags(rules.errorTypes, known: !isRead ? .none : isOfEvents ? .anySpelling : .exact)
    }

    /// Each event, ending in one after which none follows.
    func texts(_ maker: inout SampleMaker) -> [String] {
        let events = events(&maker)
        let texts = events.map { text($0.value, tag: $0.tag) }
        // What the document lists itself before what is usual.
        let sentinels = stream.rules.sentinels
        guard stream.rules.framing == .serverSentEvents, terminal.isEmpty,
            events.last.map({ isEnd($0.value) }) != true,
            let last = sentinels.first(where: { $0 != "[DONE]" }) ?? sentinels.first
        else { return texts }
        return texts + [Self.data(last) + "\n"]
    }

    private func events(_ maker: inout SampleMaker) -> [(tag: String, value: Node)] {
        guard let schema = stream.schema else { return [] }
        let examples = examples
        if let branches = maker.branches(of: schema), examples.isEmpty || branches.contains(where: { !$0.tag.isEmpty })
        {
            // Only one event ends the stream, and an error does so only where nothing else does.
            let last = terminal.filter { !errorTags.contain($0) }.first { tag in branches.contains { $0.tag == tag } }
            let ending = branches.first { branch in last.map { $0 == branch.tag } ?? isNamedEnd(branch.value) }
            let going = branches.filter { !terminal.contains($0.tag) && !isEnd($0.value) }
            let others = going.filter { !isError($0.value, $0.tag) }
            if others.count == 1, others[0].tag.isEmpty { return Array(repeating: others[0], count: 3) }
            // Where all are errors, one is sent all the same.
            return (others.isEmpty && ending == nil ? Array(going.prefix(1)) : others) + (ending.map { [$0] } ?? [])
        }
        let values = examples.isEmpty ? (0..<3).map { _ in maker.value(of: schema) } : examples
        // Texts may be listed with the one that ends the stream, which is no item.
        return values.map { ("", isEnd($0) ? .made("string") : $0) }
    }

    /// Whether a reader would end with it.
    private func isError(_ value: Node, _ tag: String) -> Bool {
        if errorTags.contain(tag) { return true }
        let mayBe = errors.contains(.anyMember) || errors.contains(.member) && tag.isEmpty
        return mayBe && value.mapping?["error"] != nil
    }

    private func isEnd(_ value: Node) -> Bool {
        isSentinel(value) || isNamedEnd(value)
    }

    /// Whether it is an event that has the end of the stream for its data.
    private func isNamedEnd(_ value: Node) -> Bool {
        guard case .event = stream.rules.item else { return false }
        return value.mapping?["data"].map(isSentinel) ?? false
    }

    private func isSentinel(_ value: Node) -> Bool {
        value.scalar.map { stream.rules.sentinels.contains($0.text) } ?? false
    }

    /// The items among the examples: where a list is the whole, its examples are lists. Text is mostly a whole transcript.
    private var examples: [Node] {
        let isList = stream.media.itemSchema == nil && stream.schema?.id != stream.media.schema?.id
        return stream.media.examples.flatMap { isList ? $0.sequence ?? [$0] : [$0] }.filter { $0.scalar == nil }
    }

    // MARK: Text

    private func text(_ value: Node, tag: String) -> String {
        switch stream.rules.framing {
        case .jsonLines: return value.compactJSON + "\n"
        case .jsonSequence: return "\u{1E}" + value.compactJSON + "\n"
        case .serverSentEvents: break
        }
        switch stream.rules.item {
        case .data: return (tag.isEmpty ? "" : "event: \(tag)\n") + Self.data(value.compactJSON) + "\n"
        case .text: return Self.data(value.scalar?.text ?? value.compactJSON) + "\n"
        case .event, .textEvent, .textEventExcept: return fields(value) + "\n"
        }
    }

    /// The lines of an event that the value has the fields of; its data is written even where it has none, since an event
    /// without is none.
    private func fields(_ value: Node) -> String {
        let members = value.mapping
        let names = stream.rules.members ?? .init()
        let keys = [("event", names.event), ("id", names.id), ("retry", names.retry)]
        let lines = keys.compactMap { field, key in
            key.flatMap { members?[$0]?.scalar }.map { $0.resolved == .null ? "" : "\(field): \($0.text)\n" }
        }
        let data = members?["data"]
        let event = ServerSentEvent(event: members?[names.event]?.scalar?.text, data: "")
        let text = MartletRuntime.EventStreamRules(stream.rules).isText(event) ? data?.scalar?.text : nil
        return lines.joined() + Self.data(text ?? data?.compactJSON ?? "")
    }

    private static func data(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)\n" }.joined()
    }
}

extension Node {
    /// JSON on one line, as an event's data is.
    fileprivate var compactJSON: String {
        var lines: [String] = []
        for line in jsonText.split(separator: "\n") { lines.append(String(line.drop { $0 == " " })) }
        return lines.joined()
    }
}
