// By what names and values requests ask for a stream.

import MartletNaming
package import MartletOpenAPI

enum StreamWords {
    /// What an enumeration calls a stream, and members that choose one are called by: `stream_format: sse`,
    /// `response_mode: streaming`.
    private static let streams: Set<String> = [
        "sse", "stream", "streaming", "event-stream", "event_stream", "eventstream", "eventsource", "text/event-stream",
    ]
    /// Those of them that can be nothing else than what the answer comes as.
    private static let formats: Set<String> = [
        "sse", "event-stream", "event_stream", "eventstream", "eventsource", "text/event-stream",
    ]
    /// What says no more than that it is so, under a name that says of what.
    private static let ons: Set<String> = ["true", "on", "yes", "enable", "enabled", "1"]
    /// What is no stream, and an answer.
    private static let wholes: Set<String> = [
        "json", "application/json", "text", "plain", "text/plain", "http", "rest", "blocking", "sync", "synchronous",
        "whole", "full", "complete", "final", "single", "once", "batch", "none", "off", "false", "no", "disable",
        "disabled", "default", "0",
        "standard", "normal", "non-streaming", "non_streaming", "nonstreaming", "audio", "object", "invoke",
    ]
    /// What a boolean is called by, and what may stand around that: `isStream`, `enable_streaming`, `stream_response`.
    private static let verbs: Set<String> = ["stream", "streaming", "streamed", "sse"]
    private static let besideVerbs: Set<String> = [
        "is", "enable", "enabled", "use", "should", "do", "with", "x", "event", "response", "responses", "answer",
        "reply", "output", "result", "results", "mode",
    ]
    /// What a boolean is about that says how the stream comes, or whether something is in it, or asks for none.
    private static let details: Set<String> = [
        "include", "option", "options", "usage", "disable", "disabled", "no", "non", "not", "without", "skip",
    ]
    private static let answers: Set<String> = ["response", "format", "mode"]

    static func isStream(_ text: String) -> Bool {
        streams.contains(text.lowercased())
    }

    static func isFormat(_ text: String) -> Bool {
        formats.contains(text.lowercased())
    }

    static func isOn(_ text: String) -> Bool {
        ons.contains(text.lowercased())
    }

    /// `true` or `false`, or what says no more than that it is so.
    static func isTruth(_ text: String) -> Bool {
        isOn(text) || text.lowercased() == "false"
    }

    /// Whether a description has the word `true`, as in: Set to "true" to receive events.
    static func speaksOfTruth(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter }.contains("true")
    }

    static func isWhole(_ text: String) -> Bool {
        wholes.contains(text.lowercased())
    }

    /// `stream_format`, `streamingMode`; not `upstream`.
    static func isOfStream(_ name: String) -> Bool {
        words(of: name).contains { $0.hasPrefix("stream") }
    }

    /// `response_mode`, `responseFormat`, `mode`; not `recording_mode`.
    static func isOfAnswer(_ name: String) -> Bool {
        let words = words(of: name)
        return words.allSatisfy(answers.contains) && !words.isEmpty
    }

    /// Whether a boolean of that name asks for a stream; `upstream` and `stream_usage` don't. Field names may begin with that
    /// of the service: `X-DashScope-SSE`.
    static func isSwitch(_ name: String) -> Bool {
        let words = words(of: name)
        if words.first == "x", words.last == "sse", details.isDisjoint(with: words) { return true }
        return words.contains(where: verbs.contains)
            && words.allSatisfy { verbs.contains($0) || besideVerbs.contains($0) }
    }

    /// Whether a boolean of that name may.
    static func mayBeSwitch(_ name: String) -> Bool {
        let words = words(of: name)
        return words.contains(where: verbs.contains) && !words.contains(where: details.contains)
    }

    private static func words(of name: String) -> [String] {
        Words(name).words.map { $0.lowercased() }
    }
}

extension MediaType {
    /// Whether a boolean of that name asks for the stream, by what the document says, or by the name.
    package func isAsked(for name: String) -> Bool {
        stream?.setting.map { $0 == name } ?? StreamWords.isSwitch(name)
    }
}
