/// Takes standalone tags out of their lines: a tag with nothing but white space around it leaves no empty line.
///
/// An argument (a block directly inside a parent tag) is a text of its own. What surrounds it is never rendered, so
/// only the inner side of its tags is looked at, and only the outer side of the parent's. This makes
/// `{{<parent}}{{$block}}` and `{{/block}}{{/parent}}` standalone, though two tags share a line.
struct StandaloneTags {
    private var tokens: Tokens
    /// The indices of the tags that are open.
    private var open: [Int] = []

    init(_ tokens: Tokens) {
        self.tokens = tokens
    }

    /// The tokens without the lines of standalone tags, and with line starts marked.
    mutating func removed() -> Tokens {
        for index in tokens.tags.indices { mark(index) }
        for (index, tag) in tokens.tags.enumerated() {
            if tag.isStandalone {
                cut(around: index)
            } else if tag.kind == .block, !tag.isArgument {
                moveIndent(into: index)
            }
        }
        tokens.texts[0].startsLine = true
        tokens.texts[tokens.texts.count - 1].isContinued = false
        return tokens
    }

    private mutating func mark(_ index: Int) {
        let insideParent = open.last.map { tokens.tags[$0].kind == .parent } ?? false
        tokens.tags[index].indent = indent(before: index)
        let isClear = (left: tokens.tags[index].indent != nil, right: isClear(after: index))

        switch tokens.tags[index].kind {
        case .variable, .unescaped:
            return
        case .block where insideParent:
            tokens.tags[index].isArgument = true
            tokens.tags[index].isStandalone = isClear.right
        case .parent:
            tokens.tags[index].isStandalone = isClear.left
        case .close:
            markClose(index, isClear)
            return
        default:
            tokens.tags[index].isStandalone = isClear.left && isClear.right
        }
        if tokens.tags[index].kind.opens { open.append(index) }
    }

    private mutating func markClose(_ index: Int, _ isClear: (left: Bool, right: Bool)) {
        guard let opening = open.popLast() else { return }  // the parser reports it
        if tokens.tags[opening].isArgument {
            tokens.tags[index].isArgument = true
            tokens.tags[index].isStandalone = isClear.left
        } else if tokens.tags[opening].kind == .parent {
            let sharesLine = tokens.tags[opening].position.line == tokens.tags[index].position.line
            let isStandalone = isClear.right && (!sharesLine || tokens.tags[opening].isStandalone)
            tokens.tags[index].isStandalone = isStandalone
            if sharesLine { tokens.tags[opening].isStandalone = isStandalone }
        } else {
            tokens.tags[index].isStandalone = isClear.left && isClear.right
        }
    }

    /// Cuts the rest of the tag's line off the texts beside it; where that text is never rendered, it does no harm.
    private mutating func cut(around index: Int) {
        let tag = tokens.tags[index]
        if let indent = tag.indent {
            tokens.texts[index].bytes.removeLast(indent.utf8.count)
            tokens.texts[index].isContinued = false
        }
        guard isClear(after: index) else { return }
        let text = tokens.texts[index + 1].bytes
        let end = text.firstIndex(of: Byte.newline).map { $0 + 1 } ?? text.endIndex
        tokens.texts[index + 1].bytes = text[end...]
        tokens.texts[index + 1].startsLine = true
    }

    /// White space that a block begins its line with becomes part of what stands in the block, because an argument
    /// that replaces it brings its own.
    private mutating func moveIndent(into index: Int) {
        guard let indent = tokens.tags[index].indent else { return }
        tokens.texts[index].bytes.removeLast(indent.utf8.count)
        tokens.texts[index].isContinued = false
        if !indent.isEmpty { tokens.texts[index + 1].bytes = Array(indent.utf8) + tokens.texts[index + 1].bytes }
        tokens.texts[index + 1].startsLine = true
    }

    /// The white space before the tag where there's nothing else on its line.
    private func indent(before index: Int) -> String? {
        let text = tokens.texts[index].bytes
        let start = text.lastIndex(of: Byte.newline).map { $0 + 1 }
        guard start != nil || index == 0 else { return nil }
        let indent = text[(start ?? text.startIndex)...]
        return indent.allSatisfy(Byte.isBlank) ? String(decoding: indent, as: UTF8.self) : nil
    }

    private func isClear(after index: Int) -> Bool {
        let text = tokens.texts[index + 1].bytes
        guard let stop = text.first(where: { !Byte.isBlank($0) && $0 != Byte.carriageReturn }) else {
            return index + 1 == tokens.texts.count - 1
        }
        return stop == Byte.newline
    }
}
