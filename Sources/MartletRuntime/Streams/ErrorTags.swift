// Which names and tags of events say that their stream has failed.

/// `error`, and where it is certain that these are names of events, what says of the stream, or of the run that it is of,
/// that it has failed: `stream_error`, `RunError`. An error of something within, such as `tool_error`, is one that the
/// stream survives.
package struct ErrorTags: Sendable {
    /// What is known without word from the document.
    package enum Known: Sendable {
        case none
        /// `error` as it is spelt here: any text may stand there.
        case exact
        /// In any case, and in the words of streams and runs.
        case anySpelling
    }

    private static let spellings: Set<String> = ["error", "streamerror", "runerror"]
    private static let separators = Set("_.-:/ ".utf8)
    private let known: Known
    /// Those that the document lists.
    private let others: Set<String>
    /// Whether all end with `error`.
    let areUsual: Bool

    package init(_ others: [String] = []) {
        self.init(others, known: .anySpelling)
    }

    package init(_ others: [String], known: Known) {
        self.known = known
        self.others = Set(others)
        areUsual = others.allSatisfy { $0.lowercased().hasSuffix("error") }
    }

    package func contain(_ tag: String) -> Bool {
        if others.contains(tag) { return true }
        switch known {
        case .none: return false
        case .exact: return tag == "error"
        case .anySpelling: return Self.isSpelling(tag)
        }
    }

    private static func isSpelling(_ tag: String) -> Bool {
        // Most tags are dismissed by their length and their last letter.
        guard 5...24 ~= tag.utf8.count, tag.utf8.last.map({ $0 | 0x20 == UInt8(ascii: "r") }) == true else {
            return false
        }
        return spellings.contains(
            String(decoding: tag.utf8.filter { !separators.contains($0) }, as: UTF8.self).lowercased())
    }
}
