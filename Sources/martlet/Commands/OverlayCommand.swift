// `martlet overlay`: a document with its overlays applied, as YAML.

import MartletCommandLine
import MartletConfiguration
import MartletGenerator
import MartletSource

struct OverlayCommand: Command {
    static let usage = CommandUsage(
        name: "overlay",
        summary: "Print a document with its overlays applied, as YAML.",
        arguments: [.document()],
        options: [
            .overlay,
            .outputFile,
            .strict, .quiet, .verbose,
        ] + CommandUsage.Option.access,
        exitCodes: [
            (.done, "Printed."),
            (.failed, "The file can't be written."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
            (.badDocument, "The document or an overlay has errors."),
        ],
        examples: [
            .init(
                command: "martlet overlay openapi.yaml --overlay streaming.overlay.yaml",
                help: "See what the overlay makes of the document."),
            .init(command: "martlet overlay martlet.yaml -o effective.yaml", help: "Save what is generated from."),
        ])

    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        guard let path = arguments.value("--output"), let ending = DocumentOutput.ending(of: path) else { return }
        guard ["yaml", "yml"].contains(ending) else {
            throw UsageError(
                "'overlay' writes YAML, and '\(path)' says otherwise; name a file in .yaml or .yml, or use "
                    + "'martlet bundle', which writes JSON too")
        }
    }

    func run(_ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        let input = Input(arguments.positional[0], overlays: arguments.values("--overlay"))
        let configuration = input.configuration(&diagnostics)
        let access = DocumentAccess(arguments, beside: arguments.positional[0], &diagnostics)
        console.enter("overlay", of: arguments.positional[0])
        let tree = configuration.flatMap { Generator($0, reader: access.reader).tree(&diagnostics) }
        if arguments.has("--strict") || configuration?.isStrict == true { diagnostics.promoteWarnings() }
        console.report(diagnostics)
        guard let tree, !diagnostics.hasErrors else { return .badDocument }
        guard access.writeLock(console) else { return .failed }
        return DocumentOutput(arguments.value("--output"), command: "overlay", reading: diagnostics.files)
            .write(tree.yamlText, console)
    }
}
