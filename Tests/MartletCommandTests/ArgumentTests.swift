// How words become arguments, as a table.

import MartletSource
import Testing

@testable import MartletCommandLine
@testable import martlet

@Suite struct ArgumentTests {
    private static let usage = CommandUsage(
        name: "paint", summary: "Paint.", arguments: [.init(name: "WALL", help: "", isRepeated: true)],
        options: [
            .value("--colour", short: "-c", "NAME", ""), .values("--coat", "N", ""), .flag("--dry", short: "-d", ""),
        ],
        exitCodes: [], examples: [])

    @Test(arguments: rows)
    func words(_ row: Row) throws {
        let arguments = try ArgumentParser(Self.usage).parse(row.words.split(separator: " ").map(String.init))
        #expect(arguments.positional == row.positional)
        #expect(arguments.values == row.values)
        #expect(arguments.flags == row.flags)
    }

    @Test func helpNeedsNothingElse() throws {
        #expect(try ArgumentParser(Self.usage).parse(["-h"]).has("--help"))
    }

    @Test(arguments: [("colur", "; did you mean 'colour'?"), ("coats", "; did you mean 'coat'?"), ("brush", "")])
    func suggestion(_ word: String, _ hint: String) {
        var nearest = NearestKey()
        #expect(nearest.hint(for: word, among: ["colour", "coat"]) == hint)
    }

    struct Row: Sendable {
        var words: String
        var positional: [String]
        var values: [String: [String]] = [:]
        var flags: Set<String> = []
    }

    static let rows = [
        Row(words: "a", positional: ["a"]),
        Row(words: "a b", positional: ["a", "b"]),
        Row(words: "-", positional: ["-"]),
        Row(words: "--colour red a", positional: ["a"], values: ["--colour": ["red"]]),
        Row(words: "a --colour=red", positional: ["a"], values: ["--colour": ["red"]]),
        Row(words: "a -c red", positional: ["a"], values: ["--colour": ["red"]]),
        Row(words: "a -c=red", positional: ["a"], values: ["--colour": ["red"]]),
        Row(words: "a --colour=x=y", positional: ["a"], values: ["--colour": ["x=y"]]),
        Row(words: "a --colour=-1", positional: ["a"], values: ["--colour": ["-1"]]),
        Row(words: "a -c -", positional: ["a"], values: ["--colour": ["-"]]),
        Row(words: "--coat 1 a --coat 2", positional: ["a"], values: ["--coat": ["1", "2"]]),
        Row(words: "a -d --dry b", positional: ["a", "b"], flags: ["--dry"]),
        Row(words: "-d -- -c --dry", positional: ["-c", "--dry"], flags: ["--dry"]),
    ]
}
