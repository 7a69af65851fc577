// What a build runs: `generate` alone, so that nobody's build compiles the other commands.

import MartletBuild
import MartletCommandLine

private struct BuildCommand: Command {
    static let usage = GenerateRun.usage()

    private let generation: GenerateRun

    init(_ arguments: Arguments) throws(UsageError) {
        generation = try GenerateRun(arguments)
    }

    func run(_ console: Console) -> ExitCode {
        generation.run(console)
    }
}

Tool.main { [BuildCommand.self] }
