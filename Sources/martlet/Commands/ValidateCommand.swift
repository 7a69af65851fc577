// `martlet validate`: everything that there is to say about documents, and nothing written.
import MartletGenerator
import MartletSource

struct ValidateCommand: Command {
    static let usage = CommandUsage(
        name: "validate",
        summary: "Check OpenAPI documents, and say where they can't be generated from.",
        arguments: [
            .init(name: "INPUT", help: "A configuration (YAML with 'spec:'), or an OpenAPI document.", isRepeated: true)
        ],
        options: [.overlay, .strict],
        exitCodes: [
            (.done, "There are no errors."),
            (.wrongUsage, "The command line is wrong."),
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
        var errors = 0
        var warnings = 0
        for path in arguments.positional {
            let diagnostics = diagnostics(of: path)
            console.print(diagnostics.rendered())
            errors += diagnostics.entries.count { $0.severity == .error }
            warnings += diagnostics.entries.count { $0.severity == .warning }
        }
        console.print("\(RunSummary.count(errors, "error")), \(RunSummary.count(warnings, "warning"))")
        return errors == 0 ? .done : .badDocument
    }

    private func diagnostics(of path: String) -> Diagnostics {
        var diagnostics = Diagnostics()
        var clock = StageClock()
        var isStrict = arguments.has("--strict")
        let input = Input(path, overlays: arguments.values("--overlay"))
        if let configuration = input.configuration(&diagnostics) {
            isStrict = isStrict || configuration.isStrict
            _ = Generator(configuration).lower(&diagnostics, clock: &clock)
        }
        if isStrict { diagnostics.promoteWarnings() }
        return diagnostics
    }
}
