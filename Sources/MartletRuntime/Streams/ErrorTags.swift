// Which names and tags of events say that their stream has failed.

/// `error` in any case, and what says of the stream, or of the run that it is of, that it has failed: `stream_error`,
/// `RunError`. An error of something within, such as `tool_error`, is one that the stream survives.
package struct ErrorTags: Sendable {
    private static let known: Set<String> = ["error", "streamerror", "runerror"]
    private static let separators = Set("_.-:/ ".utf8)
    /// Those that the document lists.
    private let others: Set<String>

    package init(_ others: [String] = []) {
        self.others = Set(others)
    }

    var isUsual: Bool { others.isEmpty }

    package func contain(_ tag: String) -> Bool {
        if others.contains(tag) { return true }
        // Most tags are dismissed by their length and their last letter.
        guard 5...24 ~= tag.utf8.count, tag.utf8.last.map({ $0 | 0x20 == UInt8(ascii: "r") }) == true else {
            return false
        }
        return Self.known.contains(
            String(decoding: tag.utf8.filter { !Self.separators.contains($0) }, as: UTF8.self).lowercased())
    }
}
