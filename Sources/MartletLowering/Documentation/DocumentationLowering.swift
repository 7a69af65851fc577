// Descriptions, defaults and ranges as documentation comments.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletPasses
import MartletSource

enum DocumentationLowering {
    /// - Parameter name: in Swift; a title that only repeats it is left out.
    static func documentation(
        _ annotations: Annotations, of name: String, default showsDefault: Bool = true
    ) -> Documentation {
        var lines = lines(annotations.description ?? title(annotations, of: name))
        var facts: [String] = []
        if showsDefault, let node = annotations.defaultValue, !node.isNull, let scalar = node.scalar {
            facts.append("Default: `\(inline(scalar.text))`.")
        }
        if let range = range(annotations.range) { facts.append(range) }
        facts += rules(annotations)
        if !facts.isEmpty { add(facts.joined(separator: " "), to: &lines) }
        return Documentation(lines)
    }

    private static func title(_ annotations: Annotations, of name: String) -> String? {
        annotations.title.flatMap { SwiftName.type($0) == SwiftName.type(name) ? nil : $0 }
    }

    /// Adds a sentence: to the last line, where that ends one and has room, and else as a paragraph of its own.
    private static func add(_ sentence: String, to lines: inout [String]) {
        guard let last = lines.last, last.hasSuffix("."), last.count + sentence.count < 100,
            lines.allSatisfy(isPlainText)
        else {
            if !lines.isEmpty { lines.append("") }
            return lines.append(sentence)
        }
        lines[lines.count - 1] = last + " " + sentence
    }

    /// Whether a line is nothing of what Markdown gives a form: a list, code, a table, a heading, a quotation.
    private static func isPlainText(_ line: String) -> Bool {
        guard let first = line.first else { return true }
        return (first.isLetter || first == "`" && !line.hasPrefix("```")) && !line.contains("|")
    }

    /// The lines of `text` as safe Markdown, without blank ones at its ends and without spaces at theirs.
    static func lines(_ text: String?) -> [String] {
        guard let text else { return [] }
        var lines = isPlain(text) ? plainLines(text) : anyLines(text)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return SafeMarkdown.lines(Array(lines.drop(while: \.isEmpty)))
    }

    private static func anyLines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            var line = line
            while line.last?.isWhitespace == true { line.removeLast() }
            return String(line)
        }
    }

    /// Whether line feeds are the only line ends, so that bytes can be looked at instead of characters: descriptions make
    /// up most of a document.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t")) }
    }

    private static func plainLines(_ text: String) -> [String] {
        var lines: [String] = []
        var rest = text.utf8[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(trimmed(rest[..<end]))
            rest = rest[rest.index(after: end)...]
        }
        lines.append(trimmed(rest))
        return lines
    }

    /// Without spaces and tabs at the end.
    private static func trimmed(_ line: Substring.UTF8View) -> String {
        var line = line
        while let last = line.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { line.removeLast() }
        return String(Substring(line))
    }

    static func deprecation(_ annotations: Annotations) -> Deprecation? {
        guard annotations.isDeprecated else { return nil }
        let first = lines(annotations.description).first {
            $0.localizedLowercaseContains("deprecated") || $0.contains("Use ")
        }
        return Deprecation(message: first)
    }

    /// Text for the inside of backticks.
    static func inline(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "`") }) { return text }
        return text.filter { $0 != "`" && !$0.isNewline }
    }

    private static func range(_ range: Schema.Range) -> String? {
        if let minimum = range.minimum, let maximum = range.maximum {
            return "From \(number(minimum)) to \(number(maximum))."
        }
        if let minimum = range.minimum { return "At least \(number(minimum))." }
        if let maximum = range.maximum { return "At most \(number(maximum))." }
        if let minimum = range.exclusiveMinimum { return "More than \(number(minimum))." }
        if let maximum = range.exclusiveMaximum { return "Less than \(number(maximum))." }
        switch (range.minLength, range.maxLength) {
        case (let minimum?, let maximum?): return "From \(minimum) to \(maximum) characters."
        case (nil, let maximum?): return "At most \(maximum) characters."
        case (let minimum?, nil) where minimum > 0: return "At least \(minimum) characters."
        default: break
        }
        switch (range.minItems, range.maxItems) {
        case (let minimum?, let maximum?): return "From \(minimum) to \(maximum) items."
        case (nil, let maximum?): return "At most \(maximum) items."
        case (let minimum?, nil) where minimum > 0: return "At least \(minimum) items."
        default: return nil
        }
    }

    /// What no Swift type says, and no range.
    private static func rules(_ annotations: Annotations) -> [String] {
        var facts: [String] = []
        if let format = annotations.format, format != "double" { facts.append("Format: `\(inline(format))`.") }
        if let encoding = annotations.encoding { facts.append("Encoding: `\(inline(encoding))`.") }
        if let mediaType = annotations.mediaType { facts.append("Content: `\(inline(mediaType))`.") }
        if let step = annotations.range.multipleOf { facts.append("A multiple of \(number(step)).") }
        if let pattern = annotations.range.pattern, inline(pattern) == pattern, pattern.utf8.count <= 80 {
            facts.append("Matches `\(pattern)`.")
        }
        if annotations.range.uniqueItems { facts.append("No item comes twice.") }
        return facts
    }

    private static func number(_ value: Double) -> String {
        Int64(exactly: value).map(String.init) ?? String(value)
    }
}

extension String {
    fileprivate func localizedLowercaseContains(_ text: String) -> Bool {
        lowercased().contains(text)
    }
}
