// `martlet validate`: everything that there is to say about documents, and nothing generated.

import MartletCommandLine
import MartletConfiguration
import MartletGenerator
import MartletSource

struct ValidateCommand: Command {
    static let usage = CommandUsage(
        name: "validate",
        summary: "Check OpenAPI documents, and say where they can't be generated from.",
        arguments: [
            .document(isRepeated: true)
        ],
        options: [
            .overlay, .strict, .json("Print the diagnostics as JSON."), .quiet, .verbose,
        ] + CommandUsage.Option.access,
        exitCodes: [
            (.done, "There are no errors."),
            (.failed, "There are no errors, but martlet.lock can't be written."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
            (.badDocument, "There are errors."),
        ],
        examples: [
            .init(command: "martlet validate openapi.yaml", help: "List the errors, warnings and notes of a document."),
            .init(
                command: "martlet validate --strict --overlay fixes.yaml openapi.yaml",
                help: "Fail on warnings too, with the overlay applied."),
        ])

    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
    }

    func run(_ console: Console) -> ExitCode {
        var counts = DiagnosticCounts()
        var isLocked = true
        var lists: [Node] = []
        for path in arguments.positional {
            let diagnostics = diagnostics(of: path, &isLocked, console)
            let list = DiagnosticList(diagnostics, atLeast: console.isQuiet ? .warning : .note).node
            lists.append(.made([("input", .made(path)), ("diagnostics", list)]))
            if !arguments.has("--json") { console.print(diagnostics) }
            counts.add(diagnostics)
        }
        let (errors, warnings) = (counts.count(.error), counts.count(.warning))
        if arguments.has("--json") {
            console.print(Node.made(lists).jsonText)
        } else {
            console.say(counts.lines)
            console.say("\(CountedNoun.text(errors, "error")), \(CountedNoun.text(warnings, "warning"))")
        }
        if errors > 0 { return .badDocument }
        return isLocked ? .done : .failed
    }

    private func diagnostics(of path: String, _ isLocked: inout Bool, _ console: Console) -> Diagnostics {
        var diagnostics = Diagnostics()
        var clock = console.clock(path)
        let input = Input(path, overlays: arguments.values("--overlay"))
        let configuration = input.configuration(&diagnostics)
        let access = DocumentAccess(arguments, beside: path, &diagnostics)
        if let configuration {
            _ = Generator(configuration, reader: access.reader).lower(&diagnostics, clock: &clock)
        }
        if arguments.has("--strict") || configuration?.isStrict == true { diagnostics.promoteWarnings() }
        if !diagnostics.hasErrors { isLocked = access.writeLock(console) && isLocked }
        return diagnostics
    }
}
