// What `martlet explain` says of a rule of `martlet diff`.

import MartletCommandLine
import MartletDiff
import MartletSource

struct RulePage {
    let id: String
    /// `breaking`, `warning` …
    let level: String
    let meaning: String
    let details: [String]

    init(_ rule: WireRule) {
        id = rule.id
        level = rule.level.rawValue
        meaning = rule.text(subject: "…", name: "…", old: "…", new: "…")
        let direction =
            switch rule.direction {
            case .request: "requests"
            case .response: "responses"
            case .both: "operations as such, or the document"
            }
        let origin =
            switch rule.origin {
            case .shared, .later: "oasdiff has it by the same id."
            case .own: "Martlet's own."
            }
        details = ["A rule of the wire, of \(direction): \(level). \(origin)", "It says: \(meaning)"]
    }

    init(_ rule: SourceRule) {
        id = rule.rawValue
        level = rule.level.rawValue
        meaning = id.dropFirst("source-".count).split(separator: "-").joined(separator: " ")
        let uses = rule.mayBreak.map { $0.rawValue.split(separator: "-").joined(separator: " ") }
        details = [
            "A rule of Swift source: \(level).",
            uses.isEmpty
                ? "No use of the declaration stops compiling."
                : "Uses that may break: \(uses.joined(separator: ", ")).",
        ]
    }

    static let all: [RulePage] = WireRules.all.map { .init($0) } + SourceRule.allCases.map { .init($0) }

    /// The page that `martlet explain ID` prints.
    var lines: [String] {
        [id, ""] + details + [
            "", "In a file for '--ignore', a line '\(id)' leaves it out;",
            "in one for '--severity', '\(id) warning' gives it that level, and '\(id) none' none at all.",
        ]
    }

    /// The same, for other programs.
    var node: Node {
        .made([
            ("id", .made(id)), ("level", .made(level)), ("meaning", .made(meaning)),
            ("details", .made(details.map { Node.made($0) })),
        ])
    }

    /// The table that `martlet explain --rules` prints: ids, levels, and what they say.
    static var table: [String] {
        TextTable(all.map { [$0.id, $0.level, $0.meaning] }).lines
    }
}
