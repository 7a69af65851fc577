// The events of a recorded stream, one by one.

/// What a mock server writes of a transcript at a time: up to and with a blank line, whatever ends its lines.
struct RecordedEvents {
    /// As they were recorded; where the transcript ends without a blank line, the last one gets it.
    private(set) var texts: [String] = []

    init(_ transcript: String) {
        var event = ""
        var isLineEmpty = true
        for character in transcript {
            let isLineEnd = Self.lineEnds.contains(character)
            // Blank lines before an event belong to none.
            if isLineEnd, isLineEmpty, event.isEmpty { continue }
            event.append(character)
            if isLineEnd, isLineEmpty {
                texts.append(event)
                event = ""
            }
            isLineEmpty = isLineEnd
        }
        if !event.isEmpty { texts.append(event + (isLineEmpty ? "\n" : "\n\n")) }
    }

    /// CRLF is one character.
    private static let lineEnds: [Character] = ["\n", "\r", "\r\n"]
}
