// `martlet generate`: what a build can run of it, and names of older versions.

import MartletBuild
import MartletCommandLine

struct GenerateCommand: Command {
    private let generation: GenerateRun

    init(_ arguments: Arguments) throws(UsageError) {
        let overrides = try ConfigurationOverrides(arguments)
        generation = try GenerateRun(arguments) { configuration, access, diagnostics in
            arguments.value("--aliases-from").flatMap {
                OlderNames($0, arguments, overrides, configuration, access, &diagnostics)?.names
            }
        }
    }

    func run(_ console: Console) -> ExitCode {
        generation.run(console)
    }

    static let usage = GenerateRun.usage(adding: [
        .value(
            "--aliases-from", "OLD",
            "Also write the names that the client of OLD had, as deprecated aliases; OLD is a document or a "
                + "configuration, also of a git revision, as in 'martlet diff'.")
    ])
}
