/// Cuts the text of a template at its tags, and follows the delimiters as set-delimiter tags change them.
struct Lexer {
    private let template: String
    private let bytes: [UInt8]
    private var open: [UInt8]
    private var close: [UInt8]
    private var cursor = 0
    private var position = Position()

    init(template: String, text: String, delimiters: MustacheDelimiters) {
        self.template = template
        self.bytes = Array(text.utf8)
        self.open = Array(delimiters.open.utf8)
        self.close = Array(delimiters.close.utf8)
    }

    /// The tokens of the whole template.
    mutating func tokens() throws(MustacheError) -> Tokens {
        var tokens = Tokens(texts: [], tags: [])
        while let start = find(open, from: cursor) {
            tokens.texts.append(Tokens.Text(bytes: bytes[cursor..<start]))
            advance(to: start)
            tokens.tags.append(try tag())
        }
        tokens.texts.append(Tokens.Text(bytes: bytes[cursor...]))
        return tokens
    }

    /// The tag whose opening delimiter is at the cursor, which ends up behind the closing one.
    private mutating func tag() throws(MustacheError) -> Tokens.Tag {
        let position = position
        var start = cursor + open.count
        while start < bytes.count, Byte.isSpace(bytes[start]) { start += 1 }
        let sigil = start < bytes.count ? Sigil(rawValue: bytes[start]) : nil
        if sigil != nil { start += 1 }

        let terminator = (sigil?.terminator ?? []) + close
        guard let end = find(terminator, from: start) else {
            throw MustacheError(
                "this tag isn't closed; '\(String(decoding: terminator, as: UTF8.self))' is missing",
                in: template, at: position)
        }
        let content = trimmed(bytes[start..<end])
        advance(to: end + terminator.count)
        if sigil == .delimiters { try setDelimiters(content, at: position) }
        return Tokens.Tag(
            kind: sigil?.kind ?? .variable, content: String(decoding: content, as: UTF8.self), position: position)
    }

    private mutating func setDelimiters(_ content: ArraySlice<UInt8>, at position: Position) throws(MustacheError) {
        let marks = content.split(whereSeparator: Byte.isSpace)
        guard marks.count == 2, !content.contains(Byte.equals) else {
            throw MustacheError(
                "bad delimiters '\(String(decoding: content, as: UTF8.self))'; "
                    + "give two, with a space between them and no '=' in them",
                in: template, at: position)
        }
        open = Array(marks[0])
        close = Array(marks[1])
    }

    private mutating func advance(to end: Int) {
        while cursor < end {
            let byte = bytes[cursor]
            if byte == Byte.newline {
                position.line += 1
                position.column = 1
            } else if !Byte.isContinuation(byte) {
                position.column += 1
            }
            cursor += 1
        }
    }

    private func find(_ mark: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) { return index }
            index += 1
        }
        return nil
    }

    private func trimmed(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var content = content
        while let first = content.first, Byte.isSpace(first) { content.removeFirst() }
        while let last = content.last, Byte.isSpace(last) { content.removeLast() }
        return content
    }
}

/// The character after the opening delimiter that says what a tag is; variables have none.
private enum Sigil: UInt8 {
    case section = 0x23  // #
    case inverted = 0x5E  // ^
    case close = 0x2F  // /
    case comment = 0x21  // !
    case delimiters = 0x3D  // =
    case partial = 0x3E  // >
    case parent = 0x3C  // <
    case block = 0x24  // $
    case ampersand = 0x26  // &
    case brace = 0x7B  // {

    /// What comes before the closing delimiter, as in `{{{name}}}` and `{{=<% %>=}}`.
    var terminator: [UInt8] {
        switch self {
        case .brace: [0x7D]
        case .delimiters: [Byte.equals]
        default: []
        }
    }

    var kind: Tokens.Kind {
        switch self {
        case .section: .section
        case .inverted: .inverted
        case .close: .close
        case .comment: .comment
        case .delimiters: .delimiters
        case .partial: .partial
        case .parent: .parent
        case .block: .block
        case .ampersand, .brace: .unescaped
        }
    }
}
