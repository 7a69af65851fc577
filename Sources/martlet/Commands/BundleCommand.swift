// `martlet bundle`: a document of many files as one.

import Foundation
import MartletCommandLine
import MartletConfiguration
import MartletGenerator
import MartletSource

struct BundleCommand: Command {
    static let usage = CommandUsage(
        name: "bundle",
        summary: "Write a document of many files as one file that means the same.",
        arguments: [.document()],
        options: [
            .overlay,
            .outputFile,
            .value(
                "--format", "yaml|json", choices: ["yaml", "json"],
                "The format; without it that of the file's name, or YAML."),
            .strict,
            .quiet, .verbose,
        ] + CommandUsage.Option.access,
        exitCodes: [
            (.done, "Written."),
            (.failed, "The file can't be written."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
            (.badDocument, "A document or an overlay has errors; nothing was written."),
        ],
        examples: [
            .init(command: "martlet bundle openapi.yaml -o bundle.yaml", help: "Save the document as one file."),
            .init(
                command: "martlet bundle martlet.yaml --format json",
                help: "Print what is generated from, overlays applied, as JSON."),
        ])

    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        guard let path = arguments.value("--output"), let ending = DocumentOutput.ending(of: path) else { return }
        guard ["yaml", "yml", "json"].contains(ending) else {
            throw UsageError("'\(path)' says neither YAML nor JSON; name a file in .yaml, .yml or .json")
        }
        if ending == "json", arguments.value("--format") == "yaml" {
            throw UsageError("'--format yaml' and '\(path)' are two formats; change one of them")
        }
    }

    func run(_ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        let input = Input(arguments.positional[0], overlays: arguments.values("--overlay"))
        let configuration = input.configuration(&diagnostics)
        let access = DocumentAccess(arguments, beside: arguments.positional[0], &diagnostics)
        console.enter("bundle", of: arguments.positional[0])
        let bundle = configuration.flatMap { Generator($0, reader: access.reader).bundle(asJSON: isJSON, &diagnostics) }
        if arguments.has("--strict") || configuration?.isStrict == true { diagnostics.promoteWarnings() }
        console.report(diagnostics)
        guard let bundle, !diagnostics.hasErrors else { return .badDocument }
        guard access.writeLock(console) else { return .failed }
        let text = isJSON ? bundle.jsonText + "\n" : bundle.yamlText
        return DocumentOutput(arguments.value("--output"), command: "bundle", reading: diagnostics.files)
            .write(text, console)
    }

    private var isJSON: Bool {
        if let format = arguments.value("--format") { return format == "json" }
        return arguments.value("--output").flatMap(DocumentOutput.ending) == "json"
    }
}
