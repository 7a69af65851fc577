// What `martlet generate` takes.

package import MartletCommandLine

extension GenerateRun {
    /// - Parameter added: options of the command alone.
    package static func usage(adding added: [CommandUsage.Option] = []) -> CommandUsage {
        CommandUsage(
            name: "generate",
            summary: "Generate a Swift client from an OpenAPI document.",
            arguments: [
                .init(
                    name: "INPUT",
                    help:
                        "A configuration (YAML with 'spec:'), a folder that is searched for files called martlet.yaml or "
                        + "NAME.martlet.yaml, or an OpenAPI document; '-' is a document on standard input.",
                    isRepeated: true)
            ],
            options: ConfigurationOverrides.options + added + [
                .value(
                    "--docs", "DIR",
                    "Also write documentation to this folder, such as Sources/API/API.docc: operations with samples, and a first page."
                ),
                .values(
                    "--planned-output", "NAME",
                    "For build systems, which must know names beforehand: what to call a file; first the client, then "
                        + "events, then types."
                ),
                .values(
                    "--planned-input", "FILE",
                    "For build systems: a file that they watch; a warning names any other that is read."),
                .flag("--check", "Write nothing; fail, with the difference, if the folder is out of date."),
                .flag("--timings", "Print how long each stage took."),
                .json("Print what was done as JSON: the folder, its files, and the diagnostics."), .quiet, .verbose,
            ] + CommandUsage.Option.access,
            exitCodes: [
                (.done, "The folder is up to date."),
                (.failed, "With '--check', the folder is out of date; otherwise, a file can't be written."),
                (.wrongUsage, "The command line is wrong; nothing was written."),
                (.badDocument, "An input has errors; nothing was written for it."),
            ],
            examples: [
                .init(
                    command: "martlet generate openapi.yaml -o Sources/API", help: "Write the client to Sources/API."),
                .init(
                    command: "martlet generate --check Sources/API/martlet.yaml",
                    help: "Fail if the client that is checked in is out of date."),
            ])
    }
}
