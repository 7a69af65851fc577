// Completion for fish, one line for each thing that can be written.

import MartletCommandLine

struct FishCompletion {
    let lines: [String]

    init(_ commands: [CommandUsage]) {
        let first = "test (count (commandline -opc)) -eq 1"
        lines =
            [
                "# Completes command lines of martlet in fish; made by 'martlet completions fish'.",
                "function __martlet_is",
                "    set -l words (commandline -opc)",
                "    test (count $words) -gt 1; and test $words[2] = $argv[1]",
                "end",
                "# Whether argument $argv[2] of command $argv[1] comes next; options that take a value follow.",
                "function __martlet_at",
                "    __martlet_is $argv[1]; or return 1",
                "    set -l place 0",
                "    set -l skips 0",
                "    for word in (commandline -opc)[3..-1]",
                "        if test $skips -eq 1",
                "            set skips 0",
                "        else if contains -- $word $argv[3..-1]",
                "            set skips 1",
                "        else if not string match -q -- '-*' $word",
                "            set place (math $place + 1)",
                "        end",
                "    end",
                "    test $skips -eq 0; and test $place -eq $argv[2]",
                "end",
                "complete -c martlet -f",
                "complete -c martlet -n '\(first)' -l help -s h -d 'Print this help.'",
                "complete -c martlet -n '\(first)' -l version -d 'Print the version.'",
                "complete -c martlet -n '\(first)' -a help -d 'Print the help of a command.'",
                "complete -c martlet -n '__martlet_is help' -a '\(commands.map(\.name).joined(separator: " "))'",
            ] + commands.map { "complete -c martlet -n '\(first)' -a \($0.name) -d \(Self.quoted($0.summary))" }
            + commands.flatMap(Self.command)
    }

    private static func command(_ command: CommandUsage) -> [String] {
        let start = "complete -c martlet -n '__martlet_is \(command.name)'"
        let options = command.allOptions.map { option in
            let short = option.short.map { " -s \($0.dropFirst())" } ?? ""
            let value = option.value == nil ? "" : " " + action(CompletedWord(option))
            return "\(start) -l \(option.name.dropFirst(2))\(short)\(value) -d \(quoted(option.help))"
        }
        let valued = command.options.filter { $0.value != nil }.flatMap { [$0.name] + ($0.short.map { [$0] } ?? []) }
        let arguments = command.arguments.enumerated().map { place, argument in
            let isRest = argument.isRepeated && place == command.arguments.count - 1
            let condition =
                isRest
                ? "__martlet_is \(command.name)"
                : (["__martlet_at", command.name, String(place)] + valued).joined(separator: " ")
            return "complete -c martlet -n '\(condition)' \(argumentAction(CompletedWord(argument)))"
        }
        return options + arguments
    }

    private static func action(_ word: CompletedWord) -> String {
        switch word {
        case .words(let words): "-x -a '\(words.joined(separator: " "))'"
        case .files: "-r -F"
        case .folders: "-x -a '(__fish_complete_directories)'"
        case .text: "-x"
        }
    }

    private static func argumentAction(_ word: CompletedWord) -> String {
        switch word {
        case .words(let words): "-a '\(words.joined(separator: " "))'"
        case .files: "-F"
        case .folders: "-a '(__fish_complete_directories)'"
        case .text: "-f"
        }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
