// Reads the words after a command's name, by its usage.

import MartletSource

struct ArgumentParser {
    private let usage: CommandUsage

    init(_ usage: CommandUsage) {
        self.usage = usage
    }

    /// `--output DIR`, `--output=DIR`, `-o DIR` and flags, in any place; after `--`, every word is an argument.
    func parse(_ words: [String]) throws(UsageError) -> Arguments {
        var arguments = Arguments()
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                arguments.positional += rest
                break
            }
            // A dash alone is a name for standard input.
            guard word.hasPrefix("-"), word != "-" else {
                arguments.positional.append(word)
                continue
            }
            try readOption(word, &rest, &arguments)
        }
        if !arguments.has(CommandUsage.Option.help.name) {
            try checkCount(arguments.positional)
            try checkChoices(arguments.positional)
            if arguments.has("--quiet"), arguments.has("--verbose") { throw .opposites }
        }
        return arguments
    }

    private func readOption(
        _ word: String, _ rest: inout ArraySlice<String>, _ arguments: inout Arguments
    ) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts[0]
        guard let option = options.first(where: { $0.name == name || $0.short == name }) else {
            throw .unknownOption(name, known: options.map(\.name))
        }
        guard let placeholder = option.value else {
            guard parts.count == 1 else { throw .valueForFlag(option.name) }
            arguments.flags.insert(option.name)
            return
        }
        var value = parts.count > 1 ? parts[1] : nil
        if value == nil, let next = rest.first, next == "-" || !next.hasPrefix("-") { value = rest.popFirst() }
        guard let value, !value.isEmpty else { throw .noValue(option.name, placeholder) }
        guard option.choices.isEmpty || option.choices.contains(value) else {
            throw .notAChoice(option.name, value, option.choices)
        }
        guard option.isRepeated || arguments.values[option.name] == nil else { throw .repeated(option.name) }
        if option.name == CommandUsage.Option.limit.name { _ = try Limits.setting(value) }
        arguments.values[option.name, default: []].append(value)
    }

    private func checkChoices(_ positional: [String]) throws(UsageError) {
        for (argument, word) in zip(usage.arguments, positional) {
            if !argument.choices.isEmpty, !argument.choices.contains(word) {
                throw .notAChoice(argument.name, word, argument.choices)
            }
        }
    }

    private func checkCount(_ positional: [String]) throws(UsageError) {
        guard let last = usage.arguments.last, positional.count >= usage.arguments.count else {
            if let missing = usage.arguments.dropFirst(positional.count).first(where: { !$0.isOptional }) {
                throw .missing(missing.name)
            }
            if !usage.arguments.isEmpty { return }
            if let word = positional.first { throw .tooMany(word) }
            return
        }
        if !last.isRepeated, positional.count > usage.arguments.count {
            throw .tooMany(positional[usage.arguments.count])
        }
    }

    private var options: [CommandUsage.Option] {
        usage.allOptions
    }
}

extension UsageError {
    fileprivate static func unknownOption(_ name: String, known: [String]) -> UsageError {
        var nearest = NearestKey()
        return UsageError("there is no option '\(name)'\(nearest.hint(for: name, among: known))")
    }

    fileprivate static func valueForFlag(_ name: String) -> UsageError {
        UsageError("'\(name)' takes no value; write it without '='")
    }

    fileprivate static func noValue(_ name: String, _ placeholder: String) -> UsageError {
        UsageError("'\(name)' needs a value: \(name) \(placeholder)")
    }

    fileprivate static func notAChoice(_ name: String, _ value: String, _ choices: [String]) -> UsageError {
        var nearest = NearestKey()
        let hint = choices.count > 2 ? nearest.hint(for: value, among: choices) : ""
        let subject = name.hasPrefix("-") ? "'\(name)'" : name
        let quoted = choices.map { "'\($0)'" }
        let known = quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
        return UsageError("\(subject) takes \(known), not '\(value)'\(hint)")
    }

    fileprivate static func repeated(_ name: String) -> UsageError {
        UsageError("'\(name)' is given twice; leave one out")
    }

    fileprivate static func missing(_ name: String) -> UsageError {
        UsageError("\(name) is missing")
    }

    fileprivate static var opposites: UsageError {
        UsageError("'--quiet' and '--verbose' are opposites; leave one out")
    }

    static func tooMany(_ word: String) -> UsageError {
        UsageError("'\(word)' is one argument too many; leave it out, or put words that belong together in quotes")
    }
}
