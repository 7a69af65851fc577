// `martlet explain`: what a diagnostic means, at length.
import MartletSource

struct ExplainCommand: Command {
    static let usage = CommandUsage(
        name: "explain",
        summary: "Say what a diagnostic means, and what to do about it.",
        arguments: [
            .init(
                name: "ID", help: "What stands in brackets at the end of a diagnostic; without one, all are listed.",
                isOptional: true)
        ],
        options: [],
        exitCodes: [
            (.done, "Printed."),
            (.wrongUsage, "There is no such diagnostic."),
        ],
        examples: [
            .init(command: "martlet explain nullable-in-3.1", help: "Read about one diagnostic."),
            .init(command: "martlet explain", help: "List all."),
        ])

    private let id: String?

    init(_ arguments: Arguments) throws(UsageError) {
        // It may be copied with its brackets.
        id = arguments.positional.first.map { $0.filter { $0 != "[" && $0 != "]" } }
    }

    func run(_ console: Console) -> ExitCode {
        guard let id else {
            console.print(Self.list)
            return .done
        }
        guard let explanation = Explanation.all.first(where: { $0.id == id }) else {
            var nearest = NearestKey()
            let hint = nearest.hint(for: id, among: Explanation.all.map(\.id))
            console.report("martlet explain: there is no diagnostic '\(id)'\(hint)")
            console.report("'martlet explain' lists what there is.")
            return .wrongUsage
        }
        console.print(explanation.lines)
        return .done
    }

    /// Each with the first sentence of what it means.
    private static var list: [String] {
        let width = (Explanation.all.map(\.id.count).max() ?? 0) + 2
        return Explanation.all.map { explanation in
            let sentence = explanation.meaning.split(separator: ". ", maxSplits: 1)[0].prefix { $0 != "\n" }
            let end = sentence.hasSuffix(".") ? "" : "."
            return explanation.id + String(repeating: " ", count: width - explanation.id.count) + sentence + end
        }
    }
}
