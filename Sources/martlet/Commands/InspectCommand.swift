// `martlet inspect`: the intermediate model, for whoever wants to know what a document became.
import Foundation
import MartletGenerator
import MartletIR
import MartletSource

struct InspectCommand: Command {
    static let usage = CommandUsage(
        name: "inspect",
        summary: "Print what a document becomes in Swift, as JSON.",
        arguments: [
            .init(
                name: "INPUT",
                help:
                    "A configuration (YAML with 'spec:'), or an OpenAPI document; '-' is a document on standard input.")
        ],
        options: [
            .overlay,
            .flag("--unions", "Print a table of the unions instead: which value of which member leads to which case."),
            .flag("--examples", "Print the document's examples instead, each with its Swift type, as JSON."),
        ] + CommandUsage.Option.access,
        exitCodes: [
            (.done, "Printed."),
            (.failed, "What was fetched can't be pinned, since martlet.lock can't be written."),
            (.wrongUsage, "The command line is wrong."),
            (.badDocument, "The input has errors."),
        ],
        examples: [
            .init(command: "martlet inspect openapi.yaml > api.json", help: "Save the types and operations as JSON."),
            .init(
                command: "martlet inspect --unions openapi.yaml", help: "See how the branches of unions are told apart."
            ),
        ])

    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
    }

    func run(_ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        let input = Input(arguments.positional[0], overlays: arguments.values("--overlay"))
        let configuration = input.configuration(&diagnostics)
        let access = DocumentAccess(arguments, beside: arguments.positional[0], &diagnostics)
        let lowered = configuration.flatMap { Generator($0, reader: access.reader).examples(&diagnostics) }
        console.report(diagnostics.rendered(atLeast: .warning))
        guard let lowered, !diagnostics.hasErrors, let lines = lines(lowered, diagnostics) else { return .badDocument }
        guard access.writeLock(console) else { return .failed }
        console.print(lines)
        return .done
    }

    private func lines(_ lowered: (api: API, examples: [Example]), _ diagnostics: Diagnostics) -> [String]? {
        let api = lowered.api
        if arguments.has("--examples") { return [ExampleList(lowered.examples, of: api, diagnostics).jsonText] }
        if arguments.has("--unions") { return UnionTable(api).lines }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(api)).map { [String(decoding: $0, as: UTF8.self)] }
    }
}
