// `martlet explain`: what a diagnostic or a rule means, at length.

import MartletCommandLine
import MartletDiff
import MartletSource

struct ExplainCommand: Command {
    static let usage = CommandUsage(
        name: "explain",
        summary: "Say what a diagnostic, or a rule of 'martlet diff', means, and what to do about it.",
        arguments: [
            .init(
                name: "ID",
                help:
                    "What stands in brackets at the end of a diagnostic, or the id of a rule; without one, all diagnostics "
                    + "are listed.",
                isOptional: true, offers: Explanation.all.map(\.id))
        ],
        options: [
            .flag("--rules", "List the rules of 'martlet diff', with their levels."), .json("Print it as JSON."),
        ],
        exitCodes: [
            (.done, "Printed."),
            (.wrongUsage, "There is no such diagnostic, and no such rule."),
        ],
        examples: [
            .init(command: "martlet explain nullable-in-3.1", help: "Read about one diagnostic."),
            .init(command: "martlet explain", help: "List all."),
            .init(command: "martlet explain --rules", help: "List what 'martlet diff' may find."),
        ])

    private let id: String?
    private let listsRules: Bool
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        listsRules = arguments.has("--rules")
        isJSON = arguments.has("--json")
        if listsRules, let id = arguments.positional.first {
            throw UsageError("'--rules' lists all rules, and '\(id)' asks for one; leave one out")
        }
        // It may be copied with its brackets.
        id = arguments.positional.first.map { $0.filter { $0 != "[" && $0 != "]" } }
    }

    func run(_ console: Console) -> ExitCode {
        guard let id else {
            let nodes = listsRules ? RulePage.all.map(\.node) : Explanation.all.map(\.node)
            console.print(isJSON ? [Node.made(nodes).jsonText] : listsRules ? RulePage.table : Self.list)
            return .done
        }
        if let explanation = Explanation.all.first(where: { $0.id == id }) {
            console.print(isJSON ? [explanation.node.jsonText] : explanation.lines)
        } else if let page = RulePage.all.first(where: { $0.id == id || $0.id == RuleNames.plain(id) }) {
            console.print(isJSON ? [page.node.jsonText] : page.lines)
        } else {
            var nearest = NearestKey()
            let hint = nearest.hint(for: id, among: Explanation.all.map(\.id) + RulePage.all.map(\.id))
            console.report("martlet explain: there is no diagnostic or rule '\(id)'\(hint)")
            console.report("'martlet explain' and 'martlet explain --rules' list what there is.")
            return .wrongUsage
        }
        return .done
    }

    /// Each with the first sentence of what it means.
    private static var list: [String] {
        let rows = Explanation.all.map { explanation in
            let sentence = explanation.meaning.split(separator: ". ", maxSplits: 1)[0].prefix { $0 != "\n" }
            return [explanation.id, sentence + (sentence.hasSuffix(".") ? "" : ".")]
        }
        return TextTable(rows).lines
    }
}
