// `martlet manual`: the manual page, made of what the commands say of themselves.

import MartletCommandLine
import MartletTemplates

struct ManualCommand: Command {
    static let usage = CommandUsage(
        name: "manual",
        summary: "Print the manual page, for man.",
        arguments: [],
        options: [],
        exitCodes: [
            (.done, "Printed."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
        ],
        examples: [
            .init(
                command: "martlet manual > /usr/local/share/man/man1/martlet.1",
                help: "Install it; 'man martlet' shows it then.")
        ])

    init(_ arguments: Arguments) throws(UsageError) {}

    func run(_ console: Console) -> ExitCode {
        console.print(ManualPage(AllCommands.usages).lines)
        return .done
    }
}
