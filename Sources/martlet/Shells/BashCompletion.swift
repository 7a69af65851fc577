// Completion for bash, from 3.2 on: a function that looks at the command, the word before, and the place of the word.

import MartletCommandLine

struct BashCompletion {
    let lines: [String]

    init(_ commands: [CommandUsage]) {
        let names = commands.map(\.name) + ["help", "--help", "--version"]
        lines =
            [
                "# Completes command lines of martlet in bash; made by 'martlet completions bash'.",
                "_martlet() {",
                "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}",
                "    local command=${COMP_WORDS[1]} valued= options= place=0 i",
                "    COMPREPLY=()",
                "    if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi",
                "    if [[ $COMP_CWORD -eq 1 ]]; then",
                "        _martlet_words \"\(names.joined(separator: " "))\"",
                "        return",
                "    fi",
                "    case $command in",
                "    help) _martlet_words \"\(commands.map(\.name).joined(separator: " "))\"; return ;;",
            ] + commands.flatMap(Self.options) + [
                "    esac",
                "    case $command,$before in",
            ] + commands.flatMap(Self.values) + [
                "    esac",
                "    if [[ $word == -* ]]; then _martlet_words \"$options\"; return; fi",
                "    for ((i = 2; i < COMP_CWORD; i++)); do",
                "        case ${COMP_WORDS[i]} in",
                "        =) ;;",
                "        -*) [[ ${COMP_WORDS[i+1]} == = ]] && ((i++)); [[ \" $valued \" == *\" ${COMP_WORDS[i]} \"* ]] && ((i++)) ;;",
                "        *) ((place++)) ;;",
                "        esac",
                "    done",
                "    case $command,$place in",
            ] + commands.flatMap(Self.arguments) + [
                "    *) _martlet_nothing ;;",
                "    esac",
                "}",
                "_martlet_words() { COMPREPLY=($(compgen -W \"$1\" -- \"$word\")); _martlet_nothing; }",
                "_martlet_nothing() { compopt +o default 2> /dev/null; }",
                "_martlet_folders() { compopt -o dirnames +o default 2> /dev/null; }",
                "complete -o default -F _martlet martlet",
            ]
    }

    private static func options(_ command: CommandUsage) -> [String] {
        let names = command.allOptions.map(\.name).joined(separator: " ")
        let valued = command.options.filter { $0.value != nil }.flatMap { [$0.name] + ($0.short.map { [$0] } ?? []) }
        return ["    \(command.name)) options=\"\(names)\" valued=\"\(valued.joined(separator: " "))\" ;;"]
    }

    /// What may follow an option.
    private static func values(_ command: CommandUsage) -> [String] {
        command.options.filter { $0.value != nil }.map { option in
            let names = ([option.name] + (option.short.map { [$0] } ?? [])).map { "\(command.name),\($0)" }
            return "    \(names.joined(separator: "|"))) \(action(CompletedWord(option))); return ;;"
        }
    }

    private static func arguments(_ command: CommandUsage) -> [String] {
        command.arguments.enumerated().map { place, argument in
            let isLast = place == command.arguments.count - 1
            let pattern = isLast && argument.isRepeated ? "*" : String(place)
            return "    \(command.name),\(pattern)) \(action(CompletedWord(argument))) ;;"
        }
    }

    private static func action(_ word: CompletedWord) -> String {
        switch word {
        case .words(let words): "_martlet_words \"\(words.joined(separator: " "))\""
        // An empty reply leaves it to the shell.
        case .files: ":"
        case .folders: "_martlet_folders"
        case .text: "_martlet_nothing"
        }
    }
}
