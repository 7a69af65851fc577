// Streams of events: what asks for them, which events there are, and what ends them. What is in them is compared as any other
// body.

enum StreamRules {
    static let rules: [RuleRows] = {
        var rows = RuleRows(.streams, .existence)
        // Readers of streams keep events that they don't know.
        rows.add("stream-event-added", .info, .response, .own, "{subject} may be {name} too now")
        rows.add("stream-event-removed", .info, .response, .own, "{subject} isn't {name} any more")
        rows.add(
            "stream-ending-removed", .breaking, .response, .own,
            "the stream doesn't end with {name} any more, without which programs say that it broke off")
        rows.add(
            "stream-sentinel-changed", .warning, .response, .own,
            "the stream is ended by {new} now, which programs read as an event; it was {old}")
        return [rows, switches]
    }()

    private static let switches: RuleRows = {
        var rows = RuleRows(.streams, .requiredness)
        rows.add(
            "stream-switch-changed", .breaking, .request, .own,
            "the stream is asked for by {new} now; programs that ask by {old} get another answer")
        rows.add(
            "stream-default-changed", .breaking, .request, .own,
            "without {name} the answer is {new} now; it was {old}")
        return rows
    }()
}
