// What a command takes, as data: the parser and the help read the same.

struct CommandUsage {
    struct Argument {
        /// `DOCUMENT`
        var name: String
        var help: String
        var isRepeated = false
        /// Only the last may be.
        var isOptional = false
        /// The words that are taken, if only some are.
        var choices: [String] = []
        /// Words that shells offer, where others are taken too.
        var offers: [String] = []
    }

    struct Option {
        /// `--output`
        var name: String
        /// `-o`
        var short: String?
        /// What the value is called in the help; nil for a flag.
        var value: String?
        /// The values that are taken, if only some are.
        var choices: [String] = []
        var isRepeated = false
        var help: String
    }

    struct Example {
        var command: String
        var help: String
    }

    /// `generate`
    var name: String
    /// One sentence.
    var summary: String
    var arguments: [Argument]
    var options: [Option]
    /// Only those that the command can end with.
    var exitCodes: [(code: ExitCode, meaning: String)]
    var examples: [Example]
}

extension CommandUsage.Option {
    static func flag(_ name: String, short: String? = nil, _ help: String) -> Self {
        Self(name: name, short: short, help: help)
    }

    static func value(
        _ name: String, short: String? = nil, _ value: String, choices: [String] = [], _ help: String
    ) -> Self {
        Self(name: name, short: short, value: value, choices: choices, help: help)
    }

    /// May be given several times.
    static func values(_ name: String, _ value: String, _ help: String) -> Self {
        Self(name: name, value: value, isRepeated: true, help: help)
    }

    static let help = flag("--help", short: "-h", "Print this help.")

    static func json(_ help: String) -> Self {
        flag("--json", help)
    }

    static let quiet = flag("--quiet", short: "-q", "Print nothing but results, warnings and errors.")

    static let verbose = flag("--verbose", short: "-v", "Print notes too, and all warnings where many have one id.")

    static let overlay = values(
        "--overlay", "FILE", "Apply an OpenAPI overlay, after those of the configuration; may be repeated.")

    static let strict = flag("--strict", "Treat warnings as errors.")
}
