// `martlet completions`: what a shell reads to complete the tool's command lines.

import MartletCommandLine

struct CompletionsCommand: Command {
    static let usage = CommandUsage(
        name: "completions",
        summary: "Print what bash, zsh or fish reads to complete command lines.",
        arguments: [.init(name: "SHELL", help: "bash, zsh or fish.", choices: ["bash", "zsh", "fish"])],
        options: [],
        exitCodes: [
            (.done, "Printed."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
        ],
        examples: [
            .init(command: "source <(martlet completions bash)", help: "Complete in this shell; a line for ~/.bashrc."),
            .init(
                command: "martlet completions zsh > ~/.zfunc/_martlet",
                help: "Complete in zsh, where ~/.zfunc is on the fpath."),
            .init(
                command: "martlet completions fish > ~/.config/fish/completions/martlet.fish",
                help: "Complete in fish."),
        ])

    private let shell: String

    init(_ arguments: Arguments) throws(UsageError) {
        shell = arguments.positional[0]
    }

    func run(_ console: Console) -> ExitCode {
        let commands = AllCommands.usages
        switch shell {
        case "zsh": console.print(ZshCompletion(commands).lines)
        case "fish": console.print(FishCompletion(commands).lines)
        default: console.print(BashCompletion(commands).lines)
        }
        return .done
    }
}

/// What can stand at a place of a command line.
enum CompletedWord {
    case words([String])
    case files
    case folders
    /// Anything: there is nothing to offer.
    case text

    init(_ option: CommandUsage.Option) {
        self = option.choices.isEmpty ? Self(placeholder: option.value ?? "") : .words(option.choices)
    }

    init(_ argument: CommandUsage.Argument) {
        let words = argument.choices + argument.offers
        self = words.isEmpty ? Self(placeholder: argument.name) : .words(words)
    }

    private init(placeholder: String) {
        switch placeholder {
        case "DIR", "FOLDER": self = .folders
        case "FILE", "INPUT", "OLD", "NEW", "TRAFFIC": self = .files
        default: self = .text
        }
    }
}
