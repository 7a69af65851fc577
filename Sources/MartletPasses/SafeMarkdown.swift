// Descriptions as Markdown that DocC reads as it was meant: no HTML, no directives, no links that lead nowhere.

package struct SafeMarkdown {
    private var fence: Substring?

    /// `lines` of one description.
    package static func lines(_ lines: [String]) -> [String] {
        guard lines.contains(where: needsLook) else { return lines }
        var markdown = SafeMarkdown()
        var safe = lines.map { markdown.line($0) }
        // What comes after the description isn't part of its last block of code.
        if let fence = markdown.fence { safe.append(String(fence)) }
        return safe
    }

    /// Most lines have nothing that could be read in two ways: single code marks and brackets alone are left as they are.
    private static func needsLook(_ line: String) -> Bool {
        var before: UInt8 = 0
        var isStart = true
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "<"): return true
            case UInt8(ascii: "@") where isStart: return true
            case UInt8(ascii: "`") where before == byte, UInt8(ascii: "~") where before == byte: return true
            case UInt8(ascii: "(") where before == UInt8(ascii: "]"): return true
            case UInt8(ascii: "[") where before == UInt8(ascii: "!"): return true
            default: break
            }
            if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { isStart = false }
            before = byte
        }
        return false
    }

    private mutating func line(_ line: String) -> String {
        let bare = line.drop { $0 == " " || $0 == "\t" }
        if let open = fence {
            if bare.hasPrefix(open), bare.allSatisfy({ $0 == open.first || $0 == " " }) { fence = nil }
            return line
        }
        for mark: Character in ["`", "~"] {
            let run = bare.prefix { $0 == mark }
            if run.count >= 3, !bare.dropFirst(run.count).contains("`") {
                fence = run
                return line
            }
        }
        // In DocC a line that begins so is a directive.
        if bare.first == "@" { return String(line.prefix(line.count - bare.count)) + "\\" + inline(bare) }
        return inline(line[...])
    }

    // MARK: Inside a line

    private func inline(_ text: Substring) -> String {
        var safe = ""
        var rest = text
        while let character = rest.first {
            switch character {
            case "\\":
                safe += rest.prefix(2)
                rest = rest.dropFirst(2)
            case "`": safe += Self.code(&rest)
            case "<": safe += Self.tag(&rest)
            case "!" where rest.dropFirst().first == "[":
                // A picture would have to be part of the documentation.
                rest = rest.dropFirst()
            case "]" where rest.dropFirst().first == "(": safe += Self.target(&rest)
            default:
                safe.append(character)
                rest = rest.dropFirst()
                // Text goes over at once: character by character, descriptions took a sixth of the whole run.
                let end = rest.utf8.firstIndex(where: Self.isMark) ?? rest.endIndex
                safe += rest[..<end]
                rest = rest[end...]
            }
        }
        return EmptyLinks.removed(from: safe)
    }

    /// What `inline` looks at.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "]"): true
        default: false
        }
    }

    /// A span of code as it is; two backticks would make a link to a symbol of it.
    private static func code(_ rest: inout Substring) -> String {
        let marks = rest.prefix { $0 == "`" }
        let after = rest.dropFirst(marks.count)
        guard let end = after.firstRange(of: marks) else {
            rest = after
            return marks.count == 2 ? "" : String(marks)
        }
        let inside = after[..<end.lowerBound]
        rest = after[end.upperBound...]
        let isPlain = marks.count == 2 && !inside.contains("`")
        return isPlain ? "`\(inside.drop { $0 == " " })`" : String(marks + inside + marks)
    }

    /// Tags that Markdown has a spelling for get that; other tags of HTML go; what is no tag shows as it is.
    private static func tag(_ rest: inout Substring) -> String {
        guard let end = rest.firstIndex(of: ">"), let first = rest.dropFirst().first,
            first.isLetter || first == "/" || first == "!"
        else {
            rest = rest.dropFirst()
            return "<"
        }
        let inside = rest[rest.index(after: rest.startIndex)..<end]
        if ["http://", "https://", "mailto:"].contains(where: inside.hasPrefix), !inside.contains(" ") {
            rest = rest[rest.index(after: end)...]
            return "<" + inside + ">"
        }
        let name = inside.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        guard inside.hasPrefix("!--") || htmlTags.contains(name) else {
            rest = rest.dropFirst()
            return "\\<"
        }
        rest = rest[rest.index(after: end)...]
        switch name {
        case "br": return " "
        case "b", "strong": return "**"
        case "i", "em": return "*"
        case "code", "tt", "kbd": return "`"
        case "li": return inside.hasPrefix("/") ? "" : "- "
        case "a": return link(inside, &rest)
        default: return ""
        }
    }

    /// `<a href="…">text</a>`
    private static func link(_ tag: Substring, _ rest: inout Substring) -> String {
        guard let match = tag.firstMatch(of: /href\s*=\s*["'](?<target>[^"'\s()]+)["']/),
            let end = rest.firstRange(of: "</a>"), isSafe(match.output.target)
        else { return "" }
        let text = rest[..<end.lowerBound]
        rest = rest[end.upperBound...]
        let plain = text.filter { !"[]`<>".contains($0) }
        return "[\(plain)](\(match.output.target))"
    }

    /// Addresses stay, and schemas of the document, which become types; what is relative to the document's own site, or is no
    /// address, leaves the text alone.
    private static func target(_ rest: inout Substring) -> String {
        let inside = rest.dropFirst(2)
        guard let end = inside.firstIndex(of: ")") else {
            rest = rest.dropFirst()
            return "]"
        }
        let target = inside[..<end].prefix { $0 != " " }
        rest = inside[inside.index(after: end)...]
        return isSafe(target) || DocumentationLinks.schema(target) != nil ? "](\(target))" : "]()"
    }

    private static func isSafe(_ target: Substring) -> Bool {
        ["http://", "https://", "mailto:"].contains { target.lowercased().hasPrefix($0) }
    }

    private static let htmlTags: Set<String> = [
        "a", "abbr", "b", "blockquote", "br", "center", "code", "dd", "details", "div", "dl", "dt", "em", "font", "h1",
        "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "kbd", "li", "ol", "p", "pre", "script", "small",
        "span",
        "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "th", "thead", "tr", "tt", "u", "ul",
    ]
}
