// Help, version, and command lines that are wrong.

import MartletTestSupport
import Testing

@Suite struct UsageTests {
    @Test func versionIsOneLine() throws {
        #expect(try run("--version") == ToolRun(code: 0, output: "martlet 0.1.0\n"))
    }

    @Test(arguments: [[], ["--help"], ["-h"], ["help", "help"], ["help", "-h"], ["--help", "--help"]])
    func helpOfTheTool(_ words: [String]) throws {
        #expect(try ToolRun(words, in: TemporaryFolder()) == ToolRun(code: 0, output: Self.toolHelp))
    }

    @Test(arguments: ["generate", "validate", "inspect"])
    func helpOfACommand(_ command: String) throws {
        let run = try run(command, "--help")
        #expect(run.code == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n")
        #expect(
            lines.dropFirst().first == "Usage: martlet \(command) [options] INPUT\(command == "inspect" ? "" : "…")")
        #expect(
            lines.filter { !$0.hasPrefix(" ") }.dropFirst(2) == ["Arguments:", "Options:", "Exit codes:", "Examples:"])
        #expect(try self.run(command, "openapi.yaml", "-h") == run)
        #expect(try self.run("help", command) == run)
    }

    @Test func wholeHelpOfACommand() throws {
        let help = """
            Say what a diagnostic, or a rule of 'martlet diff', means, and what to do about it.

            Usage: martlet explain [options] [ID]

            Arguments:
              ID  What stands in brackets at the end of a diagnostic, or the id of a rule; without one, all diagnostics are listed.

            Options:
                  --rules  List the rules of 'martlet diff', with their levels.
                  --json   Print it as JSON.
              -h, --help   Print this help.

            Exit codes:
              0  Printed.
              2  There is no such diagnostic, and no such rule.

            Examples:
              martlet explain nullable-in-3.1
                  Read about one diagnostic.
              martlet explain
                  List all.
              martlet explain --rules
                  List what 'martlet diff' may find.

            """
        #expect(try run("explain", "--help") == ToolRun(code: 0, output: help))
    }

    @Test(arguments: wrong)
    func wrongUsageIsExplained(_ row: Row) throws {
        let folder = try TemporaryFolder()
        let run = try ToolRun(row.words, in: folder)
        let command = row.words.first.map { Self.commands.contains($0) ? " \($0)" : "" } ?? ""
        let more = command.isEmpty ? "lists what there is" : "explains the command"
        let errors = "martlet\(command): \(row.message)\n'martlet\(command) --help' \(more).\n"
        #expect(run == ToolRun(code: 2, errors: errors))
        #expect(folder.names() == [])
    }

    @Test func aDocumentNeedsAFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        let errors =
            "martlet generate: there is no folder to write to; "
            + "add '-o DIR', or 'output:' to the configuration\n"
        #expect(try ToolRun(["generate", "openapi.yaml"], in: folder) == ToolRun(code: 2, errors: errors))
    }

    private func run(_ words: String...) throws -> ToolRun {
        try ToolRun(words, in: TemporaryFolder())
    }

    private static let commands = ["bundle", "explain", "generate", "inspect", "overlay", "validate"]

    struct Row: Sendable, CustomTestStringConvertible {
        var words: [String]
        var message: String

        init(_ line: String, _ message: String) {
            words = line.split(separator: " ").map(String.init)
            self.message = message
        }

        var testDescription: String {
            words.joined(separator: " ")
        }
    }

    private static let tooMany =
        "is one argument too many; leave it out, or put words that belong together in quotes"

    static let wrong = [
        Row("genrate", "there is no command 'genrate'; did you mean 'generate'?"),
        Row("openapi.yaml", "there is no command 'openapi.yaml'; did you mean 'martlet generate openapi.yaml'?"),
        Row("--verison", "there is no option '--verison'; did you mean '--version'?"),
        Row("--version extra words", "'extra' \(tooMany)"),
        Row("help generate extra", "'extra' \(tooMany)"),
        Row("--help zebra", "there is no command 'zebra'"),
        Row("validate a --quiet -v", "'--quiet' and '--verbose' are opposites; leave one out"),
        Row("inspect a --graph --json", "'--graph' draws an SVG, which '--json' can't be; leave one out"),
        Row("bundle a -o x.toml", "'x.toml' says neither YAML nor JSON; name a file in .yaml, .yml or .json"),
        Row("bundle a --format yaml -o x.json", "'--format yaml' and 'x.json' are two formats; change one of them"),
        Row(
            "overlay a -o x.json",
            "'overlay' writes YAML, and 'x.json' says otherwise; name a file in .yaml or .yml, or use 'martlet bundle', "
                + "which writes JSON too"),
        Row(
            "explain --rules unknown-format",
            "'--rules' lists all rules, and 'unknown-format' asks for one; leave one out"),
        Row("generate", "INPUT is missing"),
        Row("validate", "INPUT is missing"),
        Row("inspect a b", "'b' \(tooMany)"),
        Row("generate a --ouput b", "there is no option '--ouput'; did you mean '--output'?"),
        Row("generate a --zebra", "there is no option '--zebra'"),
        Row("generate a -o", "'--output' needs a value: --output DIR"),
        Row("generate a -o --check", "'--output' needs a value: --output DIR"),
        Row("generate a -o b --output=c", "'--output' is given twice; leave one out"),
        Row("generate a --check=yes", "'--check' takes no value; write it without '='"),
        Row("generate a --unknown-members lose", "'--unknown-members' takes 'keep' or 'drop', not 'lose'"),
        Row("generate a --shards 0", "'--shards' takes a number from 1 to 256, not '0'"),
        Row("generate a --shards many", "'--shards' takes a number from 1 to 256, not 'many'"),
    ]
}
