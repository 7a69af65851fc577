// Limits on the command line: each ends a run with its own name, and can be raised; real documents are far below.

import Foundation
import MartletSource
import MartletTestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct LimitCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func generate(_ options: String...) throws -> ToolRun {
        try ToolRun(["generate", "openapi.yaml", "-o", "API"] + options, in: folder)
    }

    /// A document for which each of these limits is one too low.
    private static let document = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        components:
          schemas:
            A: &a {properties: {x: {type: string}, y: {type: integer}}}
            B: *a
            C: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {z: {$ref: 'one.yaml#/One'}}}]}
            D: {$ref: 'two.yaml#/Two'}

        """

    private static let limits = [
        ("size", 268, "it is larger than 268 bytes; split it"),
        ("depth", 7, "the document is nested more than 7 levels deep; flatten it here"),
        ("values", 30, "the document has more than 30 values, those that aliases repeat included; split it"),
        ("aliases", 5, "aliases repeat more than 5 values; write references instead"),
        ("keys", 3, "the mapping has more than 3 keys; split it before this one"),
        ("files", 1, "references lead to more than 1 files; bundle them"),
        ("references", 1, "the document has more than 1 references; split it"),
        ("schemas", 9, "the document has more than 9 schemas, those that aliases repeat included; split it"),
        (
            "properties", 1,
            "the object has more than 1 properties; if they are data, describe them by additionalProperties"
        ),
        ("members", 2, "'allOf' gives types more than 2 members, this one among them; refer to what is shared"),
        (
            "output", 2000,
            "the generated files are larger than 2000 bytes; choose operations with 'include' in the configuration"
        ),
    ]

    @Test(arguments: limits)
    func eachEndsTheRun(_ name: String, _ number: Int, _ message: String) throws {
        try folder.write("openapi.yaml", Self.document)
        try folder.write("one.yaml", "One: {type: string}\n")
        try folder.write("two.yaml", "Two: {type: string}\n")
        let refused = try generate("--limit", "\(name)=\(number)")
        #expect(refused.code == 3 && refused.output.isEmpty)
        let expected = message + ", or raise the limit with --limit \(name)=N"
        #expect(refused.errors.contains(expected), "\(refused.errors)")
        #expect(refused.errors.contains("[\(name == "depth" ? "too-deep" : "too-large")]"))
        #expect(!folder.names().contains("API"))
        let raised = try generate("--limit", "\(name)=1M".replacing("depth=1M", with: "depth=1k"))
        #expect(raised.code == 0, "\(raised)")
    }

    @Test func updatesKeepThem() throws {
        try folder.write("martlet.yaml", "spec: openapi.yaml\nsource: upstream.yaml\n")
        try folder.write("upstream.yaml", Sample.document)
        let words = ["update", "martlet.yaml", "--limit", "size=100"]
        let said =
            "martlet.yaml:2:9: error: upstream.yaml: it is larger than 100 bytes; split it, or raise the limit with "
            + "--limit size=N; nothing was changed [too-large]\n"
        #expect(try ToolRun(words, in: folder) == ToolRun(code: 1, errors: said))
        try folder.write("openapi.yaml", Sample.document)
        #expect(try ToolRun(words, in: folder) == ToolRun(code: 1, errors: said))
    }

    @Test func filesOfRulingsKeepThem() throws {
        try folder.write("openapi.yaml", "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n")
        try folder.write("known.txt", String(repeating: "# Nothing is known.\n", count: 10))
        let said =
            "error: known.txt: it is larger than 100 bytes; split it, or raise the limit with --limit size=N [too-large]\n"
        #expect(
            try ToolRun(
                ["diff", "openapi.yaml", "openapi.yaml", "--ignore", "known.txt", "--limit", "size=100"], in: folder)
                == ToolRun(code: 3, errors: said))
    }

    @Test func allAreListed() {
        #expect(Limits.names.map(\.name) == Self.limits.map(\.0))
        for (name, path) in Limits.names {
            var limits = Limits()
            limits[keyPath: path] = 1
            #expect(limits != Limits(), "\(name)")
        }
    }

    @Test(arguments: [
        ("size", "'--limit' takes NAME=NUMBER, not 'size'; names are size, depth, "),
        ("width=3", "'--limit' takes NAME=NUMBER, not 'width=3'; names are size, depth, "),
        ("keys=0", "'--limit keys' takes a number from 1, which k, M or G may follow, not '0'"),
        ("keys=-1", "may follow, not '-1'"), ("keys=1.5M", "may follow, not '1.5M'"), ("keys=M", "may follow, not 'M'"),
        ("keys=99999999999G", "may follow, not '99999999999G'"),
        ("depth=1M", "'--limit depth' takes a number from 1 to 4000, which k, M or G may follow, not '1M'"),
    ])
    func wrongLimits(_ text: String, _ message: String) throws {
        try folder.write("openapi.yaml", Self.document)
        let run = try generate("--limit", text)
        #expect(run.code == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    /// The deepest that may be allowed, whichever way it is nested, leaves room on the stack of a debug build.
    @Test(arguments: [
        ("{properties: {a: ", "{type: string}", "}}"), ("{items: ", "{type: string}", "}"),
        ("{allOf: [", "{type: string}", "]}"), ("{oneOf: [{type: integer}, ", "{type: string}", "]}"),
        ("{default: [", "1", "]}"), ("{x-a: [", "1", "]}"),
    ])
    func theDeepest(_ opening: String, _ middle: String, _ closing: String) throws {
        let levels = 3_990 / opening.count { "{[".contains($0) }
        let isData = middle == "1"
        let text =
            isData
            ? String(opening.dropLast()) + String(repeating: "[", count: 3_990) + "1"
                + String(repeating: "]", count: 3_990) + "}"
            : String(repeating: opening, count: levels) + middle + String(repeating: closing, count: levels)
        try folder.write(
            "openapi.yaml",
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: \(text)}}\n")
        let run = try ToolRun(["validate", "openapi.yaml", "--limit", "depth=4000"], in: folder)
        #expect(run.code == 0 || run.code == 3, "\(run.code) \(run.errors.prefix(300))")
        #expect(run.output.hasSuffix("warnings\n") || run.output.hasSuffix("warning\n"), "\(run.output.suffix(300))")
        #expect(try ToolRun(["bundle", "openapi.yaml", "--limit", "depth=4000"], in: folder).code == run.code)
    }

    /// Two such documents are read, lowered and compared by threads, each of which has that room too.
    @Test func theDeepestCompared() throws {
        for (name, type) in [("old.yaml", "string"), ("new.yaml", "integer")] {
            let schema =
                String(repeating: "{properties: {a: ", count: 1_300) + "{type: \(type)}"
                + String(repeating: "}}", count: 1_300)
            try folder.write(
                name, "openapi: 3.1.0\ninfo: {title: T, version: 1.0.0}\ncomponents: {schemas: {A: \(schema)}}\n")
        }
        let run = try ToolRun(["diff", "old.yaml", "new.yaml", "--limit", "depth=4000"], in: folder)
        #expect(run.code == 0, "\(run.code) \(run.errors.prefix(300))")
        #expect(
            run.output.contains("\n1 change; wire: 1 info; source: 1 breaking\n"), "\(run.errors.prefix(300))")
    }

    /// 330 kB that would be half a gigabyte of Swift.
    @Test func membersOfThousandsOfTypes() throws {
        let shared = (0..<5000).map { "p\($0): {type: string}" }.joined(separator: ", ")
        let types = (0..<2000).map {
            "    A\($0): {allOf: [{$ref: '#/components/schemas/Big'}, {properties: {x\($0): {}}}]}\n"
        }
        try folder.write(
            "openapi.yaml",
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n"
                + "    Big: {properties: {\(shared)}}\n" + types.joined())
        let run = try generate()
        #expect(run.code == 3)
        #expect(run.errors.contains("'allOf' gives types more than 500000 members"), "\(run.errors.prefix(500))")
    }

    /// What has no end is read as far as the limit.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/zero"))) func anEndlessFile() throws {
        let run = try ToolRun(["validate", "/dev/zero", "--limit", "size=1M"], in: folder)
        #expect(run.code == 3)
        #expect(run.output.contains("/dev/zero: it is larger than 1000000 bytes"), "\(run)")
        let piped = try ToolRun(["validate", "-"], in: folder, input: String(repeating: " ", count: 64_000_001))
        #expect(piped.output.contains("<standard input>: it is larger than 64000000 bytes"), "\(piped)")
    }

    private static let large = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/specs/openai")

    /// A quarter of each is enough for the OpenAI document.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: large.path), "the documents aren't here"))
    func aLargeDocumentIsFarBelow() throws {
        let name = try #require(
            FileManager.default.contentsOfDirectory(atPath: Self.large.path).sorted().first {
                $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") || $0.hasSuffix(".json")
            })
        let quarter = Limits.names.flatMap { ["--limit", "\($0.name)=\(Limits()[keyPath: $0.path] / 4)"] }
        let run = try ToolRun(
            ["generate", Self.large.path + "/" + name, "-o", "API", "--quiet"] + quarter, in: folder)
        #expect(run.code == 0, "\(run.errors.suffix(500))")
    }
}
