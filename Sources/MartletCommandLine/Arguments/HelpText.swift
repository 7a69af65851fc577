// The help of one command, and of the tool, as lines of text.

package struct HelpText {
    package let lines: [String]

    package init(_ usage: CommandUsage) {
        let words = usage.arguments.map { argument in
            argument.isOptional ? "[\(argument.name)]" : argument.isRepeated ? "\(argument.name)…" : argument.name
        }
        var lines = [
            usage.summary, "", "Usage: " + (["martlet", usage.name, "[options]"] + words).joined(separator: " "),
        ]
        lines += Self.section("Arguments", usage.arguments.map { ($0.name, $0.help) })
        lines += Self.section("Options", usage.allOptions.map { (Self.spelling($0), $0.help) })
        lines += Self.section("Exit codes", usage.exitCodes.map { (String($0.code.rawValue), $0.meaning) })
        lines += Self.examples(usage.examples)
        self.lines = lines
    }

    /// The help of the tool itself.
    package init(commands: [CommandUsage]) {
        var lines = [
            "Generates Swift clients that stream from OpenAPI documents.", "", "Usage: martlet COMMAND [options]",
        ]
        lines += Self.section("Commands", commands.map { ($0.name, $0.summary) })
        lines += Self.section(
            "Options",
            [
                ("-h, --help", "Print this help; after a command, that of the command."),
                ("--version", "Print the version."),
            ])
        lines += Self.section("Exit codes", ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
        lines += Self.examples(commands.compactMap(\.examples.first))
        self.lines = lines
    }

    /// `-o, --output DIR`
    private static func spelling(_ option: CommandUsage.Option) -> String {
        let short = option.short.map { $0 + ", " } ?? "    "
        return short + option.name + (option.value.map { " " + $0 } ?? "")
    }

    private static func section(_ title: String, _ rows: [(name: String, help: String)]) -> [String] {
        guard !rows.isEmpty else { return [] }
        return ["", title + ":"] + TextTable(rows.map { [$0.name, $0.help] }).lines.map { "  " + $0 }
    }

    private static func examples(_ examples: [CommandUsage.Example]) -> [String] {
        guard !examples.isEmpty else { return [] }
        return ["", "Examples:"] + examples.flatMap { ["  \($0.command)", "      \($0.help)"] }
    }
}
