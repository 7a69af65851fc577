/// A template cut at its tags: each tag has one text before it and one after it, which may be empty.
struct Tokens {
    /// One more than there are tags.
    var texts: [Text]
    var tags: [Tag]

    struct Text {
        var bytes: ArraySlice<UInt8>
        /// Whether the first byte is the first of its line, seen after standalone tags are gone.
        var startsLine = false
        /// Whether anything is left on the line that begins after the last newline.
        var isContinued = true
    }

    struct Tag {
        let kind: Kind
        /// What stands between the delimiters, without the sigil and without white space around it.
        let content: String
        let position: Position
        /// Where only white space stands before the tag on its line: that white space.
        var indent: String?
        /// Whether the tag takes its whole line with it.
        var isStandalone = false
        /// Whether the tag opens or closes a block that is an argument of a parent tag.
        var isArgument = false
    }

    enum Kind {
        case variable
        case unescaped
        case section
        case inverted
        case close
        case comment
        case delimiters
        case partial
        case parent
        case block

        /// Whether a close tag has to follow.
        var opens: Bool {
            switch self {
            case .section, .inverted, .parent, .block: true
            case .variable, .unescaped, .close, .comment, .delimiters, .partial: false
            }
        }

        /// What an error message calls the tag's element.
        var noun: String {
            switch self {
            case .parent: "parent"
            case .block: "block"
            default: "section"
            }
        }
    }
}
