// The pages of the documentation that are lists of what the code knows; `RECORD=1` writes them anew.

import Foundation
import MartletConfiguration
import MartletDiff
import MartletTestSupport
import Testing

@testable import MartletCommandLine
@testable import martlet

@Suite struct ReferencePageTests {
    @Test func configuration() throws {
        var lines = [
            "# Configuration", "", "The keys of `martlet.yaml`, each with what it does.", "", "## Overview", "",
            "Paths are relative to the file. An unknown key is an error with its place. "
                + "`martlet config explain` says which settings count in a run, and",
            "where each comes from; `martlet config schema` prints the JSON Schema for editors, which take it from a first line such as",
            "`# yaml-language-server: $schema=martlet.schema.json`.", "", "## Keys",
        ]
        for key in ConfigurationKeys.all { lines += Self.section(key) }
        try check("Configuration", lines)
    }

    @Test func diagnostics() throws {
        var lines = [
            "# Diagnostics", "", "What the tool says about documents, by the ids that stand in brackets.", "",
            "## Overview", "",
            "`martlet explain ID` prints the same, with an example, and `martlet validate` all there is to say about a document. "
                + "Where a document isn't",
            "yours, an overlay puts it right; see <doc:Overlays>.", "", "## Ids",
        ]
        for explanation in Explanation.all {
            lines += ["", "### \(explanation.id)", "", Self.safe(explanation.meaning), ""]
            lines += ["What to do: \(Self.safe(explanation.repair))", "", "```"]
            lines += explanation.example.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines.append("```")
        }
        try check("Diagnostics", lines)
    }

    @Test func rules() throws {
        var lines = [
            "# Rules of martlet diff", "", "What each entry of a comparison can say, by its id.", "", "## The wire", "",
            "The levels are `breaking`, `warning` and `info`. Rules that oasdiff has too carry its ids.", "",
            "| id | level | what it says |", "|--|--|--|",
        ]
        for page in RulePage.all where WireRules.byID[page.id] != nil {
            lines.append("| `\(page.id)` | \(page.level) | \(Self.safe(page.meaning)) |")
        }
        lines += [
            "", "## Swift source", "",
            "The levels are `breaking`, `conditional` (only code without `@unknown default` notices), `warning` and `compatible`.",
            "", "| id | level | what may break |", "|--|--|--|",
        ]
        for page in RulePage.all where WireRules.byID[page.id] == nil {
            lines.append("| `\(page.id)` | \(page.level) | \(page.details.last ?? "") |")
        }
        try check("DiffRules", lines)
    }

    /// A key, and those below it.
    private static func section(_ key: ConfigurationKey) -> [String] {
        var lines = ["", "### \(key.name)", "", help(key)]
        if let usual = key.usual { lines[3] += " Without it, `\(usual)`." }
        if let inner = keys(below: key.value) {
            lines += ["", "| key | value | what it is |", "|--|--|--|"]
            lines += inner.map { "| `\($0.name)` | \(words($0.value)) | \(help($0)) |" }
        }
        lines += ["", "Value: \(words(key.value))."]
        return lines
    }

    private static func help(_ key: ConfigurationKey) -> String {
        safe(key.help) + (key.isRequired ? " It must be there." : "")
    }

    private static func keys(below value: ConfigurationKey.Value) -> [ConfigurationKey]? {
        switch value {
        case .keys(let keys): keys
        case .named(let inner), .list(let inner): keys(below: inner)
        case .either(let one, let other): keys(below: one) ?? keys(below: other)
        case .text, .path, .address, .flag, .number, .off, .choice, .pattern: nil
        }
    }

    private static func words(_ value: ConfigurationKey.Value) -> String {
        switch value {
        case .text: "text"
        case .path: "a path"
        case .address: "a path or a URL"
        case .flag: "`true` or `false`"
        case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .off: "`none` or `false`"
        case .choice(let words): words.map { "`\($0)`" }.joined(separator: " or ")
        case .list(let item): "a list, or one item: \(self.words(item))"
        case .keys: "a mapping with the keys above"
        case .named(let inner): "a mapping of names, each to \(self.words(inner))"
        case .either(let one, let other): "\(self.words(one)), or \(self.words(other))"
        case .pattern(let pattern): "text that matches `\(pattern)`"
        }
    }

    /// Text with quoted words as code: Markdown would take some for its own.
    private static func safe(_ text: String) -> String {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        return pieces.enumerated().map { place, piece in
            // Every other piece is code, in which a backslash shows.
            place.isMultiple(of: 2) ? escaped(piece) : String(piece)
        }.joined(separator: "`")
    }

    private static func escaped(_ text: Substring) -> String {
        text.reduce(into: "") { safe, character in
            if "<*[_$".contains(character) { safe.append("\\") }
            safe.append(character)
        }
    }

    private func check(_ name: String, _ lines: [String]) throws {
        let path = "Documentation/Martlet.docc/\(name).md"
        let text = lines.map { $0 + "\n" }.joined()
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(text.utf8).write(to: URL(fileURLWithPath: PackageFiles.path(path)))
        }
        #expect(try PackageFiles.text(path) == text)
    }
}
