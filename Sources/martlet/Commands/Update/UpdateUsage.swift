// What `martlet update` takes.

import MartletCommandLine

extension UpdateCommand {
    static let usage = CommandUsage(
        name: "update",
        summary: "Fetch the newest version of a document, say what it changes, and generate.",
        arguments: [
            .init(
                name: "INPUT",
                help: "Configurations with 'source:', or folders that are searched for them; this folder without it.",
                isRepeated: true, isOptional: true)
        ],
        options: [
            .flag("--dry-run", "Say what would change, and write nothing."),
            .flag("--force", "Replace a document that was edited since it was fetched."),
            .outside,
            .limit,
            .privateNetwork,
            .json("Print what became of each configuration, and what its new version changes, as JSON."), .quiet,
            .verbose,
        ],
        exitCodes: [
            (.done, "The document is up to date."),
            (.failed, "The source can't be read, or a file can't be written."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
            (.badDocument, "The configuration or the new version has errors; nothing was changed."),
        ],
        examples: [
            .init(command: "martlet update", help: "Fetch what the configurations of the package in this folder name."),
            .init(command: "martlet update --dry-run Sources", help: "See what every document would change."),
        ])
}
