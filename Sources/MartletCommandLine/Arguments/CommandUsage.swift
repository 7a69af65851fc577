// What a command takes, as data: the parser and the help read the same.

package struct CommandUsage {
    package struct Argument {
        /// `DOCUMENT`
        package var name: String
        package var help: String
        package var isRepeated = false
        /// Only the last may be.
        package var isOptional = false
        /// The words that are taken, if only some are.
        package var choices: [String] = []
        /// Words that shells offer, where others are taken too.
        package var offers: [String] = []

        package init(
            name: String, help: String, isRepeated: Bool = false, isOptional: Bool = false, choices: [String] = [],
            offers: [String] = []
        ) {
            self.name = name
            self.help = help
            self.isRepeated = isRepeated
            self.isOptional = isOptional
            self.choices = choices
            self.offers = offers
        }

        /// What most commands read.
        package static func document(isRepeated: Bool = false) -> Argument {
            Argument(
                name: "INPUT", help: "A configuration (YAML with 'spec:'), or an OpenAPI document.",
                isRepeated: isRepeated)
        }
    }

    package struct Option {
        /// `--output`
        package var name: String
        /// `-o`
        package var short: String?
        /// What the value is called in the help; nil for a flag.
        package var value: String?
        /// The values that are taken, if only some are.
        package var choices: [String] = []
        package var isRepeated = false
        package var help: String
    }

    package struct Example {
        package var command: String
        package var help: String

        package init(command: String, help: String) {
            self.command = command
            self.help = help
        }
    }

    /// `generate`
    package var name: String
    /// One sentence.
    package var summary: String
    package var arguments: [Argument]
    package var options: [Option]
    /// Only those that the command can end with.
    package var exitCodes: [(code: ExitCode, meaning: String)]
    package var examples: [Example]

    package init(
        name: String, summary: String, arguments: [Argument], options: [Option],
        exitCodes: [(code: ExitCode, meaning: String)], examples: [Example]
    ) {
        self.name = name
        self.summary = summary
        self.arguments = arguments
        self.options = options
        self.exitCodes = exitCodes
        self.examples = examples
    }

    /// With those that every command has.
    package var allOptions: [Option] {
        options + [.help]
    }
}

extension CommandUsage.Option {
    package static func flag(_ name: String, short: String? = nil, _ help: String) -> Self {
        Self(name: name, short: short, help: help)
    }

    package static func value(
        _ name: String, short: String? = nil, _ value: String, choices: [String] = [], _ help: String
    ) -> Self {
        Self(name: name, short: short, value: value, choices: choices, help: help)
    }

    /// May be given several times.
    package static func values(_ name: String, _ value: String, choices: [String] = [], _ help: String) -> Self {
        Self(name: name, value: value, choices: choices, isRepeated: true, help: help)
    }

    package static let help = flag("--help", short: "-h", "Print this help.")

    package static func json(_ help: String) -> Self {
        flag("--json", help)
    }

    package static let quiet = flag("--quiet", short: "-q", "Print nothing but results, warnings and errors.")

    package static let verbose = flag(
        "--verbose", short: "-v", "Print notes too, and all warnings where many have one id.")

    package static let overlay = values(
        "--overlay", "FILE", "Apply an OpenAPI overlay, after those of the configuration; may be repeated.")

    package static let outputFile = value(
        "--output", short: "-o", "FILE", "Write to this file instead of standard output.")

    package static let privateNetwork = flag(
        "--allow-private-network", "Fetch from this machine and from private networks too.")

    package static let strict = flag("--strict", "Treat warnings as errors.")
}
