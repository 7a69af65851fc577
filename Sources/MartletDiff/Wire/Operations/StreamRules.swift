// Streams of events: which events there are. What is in them is compared as any other body.

enum StreamRules {
    static let rules: [RuleRows] = {
        var rows = RuleRows(.streams, .existence)
        // Readers of streams keep events that they don't know.
        rows.add("stream-event-added", .info, .response, .own, "{subject} may be {name} too now")
        rows.add("stream-event-removed", .info, .response, .own, "{subject} isn't {name} any more")
        rows.add(
            "stream-ending-removed", .breaking, .response, .own,
            "the stream doesn't end with {name} any more, without which programs say that it broke off")
        return [rows]
    }()
}
