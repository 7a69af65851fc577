// Completion for zsh, by its own `_arguments`.

import MartletCommandLine

struct ZshCompletion {
    let lines: [String]

    init(_ commands: [CommandUsage]) {
        lines =
            [
                "#compdef martlet",
                "# Completes command lines of martlet in zsh; made by 'martlet completions zsh'.",
                "_martlet() {",
                "    local -a commands",
                "    commands=(",
            ]
            + commands.map { "        " + Self.quoted("\($0.name):\($0.summary)") } + [
                "        " + Self.quoted("help:Print the help of a command."),
                "    )",
                "    if (( CURRENT == 2 )); then",
                "        _describe -t commands command commands",
                "        _arguments " + Self.quoted("--help[Print this help.]") + " "
                    + Self.quoted("--version[Print the version.]"),
                "        return",
                "    fi",
                "    local name=$words[2]",
                "    shift words",
                "    (( CURRENT-- ))",
                "    case $name in",
                "    help) _describe -t commands command commands ;;",
            ] + commands.flatMap(Self.command) + [
                "    esac",
                "}",
                "if [[ $funcstack[1] == _martlet ]]; then _martlet \"$@\"; else compdef _martlet martlet; fi",
            ]
    }

    private static func command(_ command: CommandUsage) -> [String] {
        let specifications =
            command.allOptions.flatMap(option)
            + command.arguments.enumerated().map { place, argument in
                let isRest = argument.isRepeated && place == command.arguments.count - 1
                let mark = isRest ? "*" : argument.isOptional ? "\(place + 1):" : "\(place + 1)"
                return "\(mark):\(argument.name):\(action(CompletedWord(argument)))"
            }
        return ["    \(command.name))", "        _arguments -S \\"]
            + specifications.dropLast().map { "            \(quoted($0)) \\" }
            + specifications.suffix(1).map { "            \(quoted($0))" } + ["        ;;"]
    }

    /// `(-o --output)--output=[Write to this folder.]:DIR:_files -/`
    private static func option(_ option: CommandUsage.Option) -> [String] {
        let names = [option.name] + (option.short.map { [$0] } ?? [])
        let group = option.isRepeated ? "*" : names.count > 1 ? "(\(names.joined(separator: " ")))" : ""
        let help = "[\(escaped(option.help))]"
        guard let value = option.value else { return names.map { group + $0 + help } }
        let end = ":\(escaped(value)):\(action(CompletedWord(option)))"
        return names.map { name in group + name + (name.hasPrefix("--") ? "=" : "+") + help + end }
    }

    private static func action(_ word: CompletedWord) -> String {
        switch word {
        case .words(let words): "(\(words.joined(separator: " ")))"
        case .files: "_files"
        case .folders: "_files -/"
        case .text: " "
        }
    }

    /// Inside the brackets and between the colons of a specification.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
            .replacing(":", with: "\\:")
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
