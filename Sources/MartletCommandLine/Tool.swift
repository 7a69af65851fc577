// Finds the command that a command line names, and runs it.

import Foundation
import MartletSource
import MartletTemplates

/// A command of the tool.
package protocol Command {
    static var usage: CommandUsage { get }

    init(_ arguments: Arguments) throws(UsageError)

    func run(_ console: Console) -> ExitCode
}

package struct Tool {
    /// In the order of the help.
    private let commands: [any Command.Type]
    private let console: Console

    private init(_ commands: [any Command.Type], _ console: Console = .init()) {
        self.commands = commands
        self.console = console
    }

    /// Runs what the command line of the process asks for, and ends it.
    package static func main(_ commands: @escaping @Sendable () -> [any Command.Type]) -> Never {
        // A file that is larger than its user's limit is an error with a message, and no end without one.
        signal(SIGXFSZ, SIG_IGN)
        let thread = Thread { exit(Tool(commands()).run(Array(CommandLine.arguments.dropFirst())).rawValue) }
        thread.stackSize = ConcurrentTasks.stackSize
        thread.start()
        while true { sleep(1000) }
    }

    /// Runs what `words`, those after the name of the tool, ask for.
    private func run(_ words: [String]) -> ExitCode {
        switch words.first {
        case nil, "--help", "-h", "help":
            if words.count > 2 { return tooMany(words[2]) }
            if words.count == 2, !Self.help.contains(words[1]) {
                return run([words[1], CommandUsage.Option.help.name])
            }
            console.print(HelpText(commands: commands.map { $0.usage }).lines)
            return .done
        case "--version":
            if words.count > 1 { return tooMany(words[1]) }
            console.print("martlet \(MartletVersion.current)")
            return .done
        case let name?:
            guard let command = commands.first(where: { $0.usage.name == name }) else {
                let names = commands.map { $0.usage.name } + ["--help", "--version"]
                let kind = name.hasPrefix("-") ? "option" : "command"
                var nearest = NearestKey()
                // Who names a document first means what most do with one.
                let file = kind == "command" && name.contains(".") ? "; did you mean 'martlet generate \(name)'?" : nil
                let hint = file ?? nearest.hint(for: name, among: names)
                console.report("martlet: there is no \(kind) '\(name)'\(hint)")
                console.report("'martlet --help' lists what there is.")
                return .wrongUsage
            }
            return run(command, Array(words.dropFirst()))
        }
    }

    /// What asks for help instead of a command.
    private static let help: Set<String> = ["--help", "-h", "help"]

    private func tooMany(_ word: String) -> ExitCode {
        console.report("martlet: " + UsageError.tooMany(word).message)
        console.report("'martlet --help' lists what there is.")
        return .wrongUsage
    }

    private func run(_ type: any Command.Type, _ words: [String]) -> ExitCode {
        let usage = type.usage
        do throws(UsageError) {
            let arguments = try ArgumentParser(usage).parse(words)
            if arguments.has(CommandUsage.Option.help.name) {
                console.print(HelpText(usage).lines)
                return .done
            }
            let console = Console(arguments.has("--quiet") ? .quiet : arguments.has("--verbose") ? .verbose : .usual)
            defer { console.end() }
            return try type.init(arguments).run(console)
        } catch {
            console.report("martlet \(usage.name): \(error.message)")
            console.report("'martlet \(usage.name) --help' explains the command.")
            return .wrongUsage
        }
    }
}
