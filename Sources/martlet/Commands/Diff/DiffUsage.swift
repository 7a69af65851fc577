// The help of `martlet diff`.

import MartletCommandLine

extension DiffCommand {
    private static let version =
        "a document, a folder of documents, a configuration (YAML with 'spec:'), '-', or REVISION:PATH of git."

    static let usage = CommandUsage(
        name: "diff",
        summary: "Say what a new version of a document breaks.",
        arguments: [
            .init(name: "OLD", help: "The old version: \(version)"),
            .init(name: "NEW", help: "The new version, as OLD."),
        ],
        options: [
            .value(
                "--config", "FILE",
                "Read both versions with this configuration; its 'spec' is left aside, OLD and NEW are read."),
            .overlay,
            .value(
                "--fail-on", "wire|source|any", choices: ["wire", "source", "any"],
                "Exit with 1 where running programs, Swift source, or either may break."),
            .value(
                "--format", "FORMAT", choices: DiffOutput.formats,
                "text (default), markdown for release notes, json, github for annotations, or html."),
            .json("The same as '--format json'."),
            .value("--output", short: "-o", "FILE", "Write to a file instead of standard output."),
            .values(
                "--ignore", "FILE",
                "Leave out what is known: a line holds a rule's id, a pointer or a fingerprint; may be repeated."),
            .values(
                "--severity", "FILE",
                "Give rules other levels: a line holds a rule's id and a level, or 'none'; may be repeated."),
        ] + CommandUsage.Option.wirePolicy + [.quiet, .verbose] + CommandUsage.Option.access,
        exitCodes: [
            (.done, "Compared."),
            (.failed, "What '--fail-on' asks for was found."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
            (.badDocument, "A version can't be read, or has errors."),
        ],
        examples: [
            .init(
                command: "martlet diff main:openapi.yaml openapi.yaml",
                help: "See what the working copy changes against the branch main."),
            .init(
                command: "martlet diff --fail-on wire old.yaml new.yaml",
                help: "Fail where programs that keep to the old version may break."),
        ])
}
