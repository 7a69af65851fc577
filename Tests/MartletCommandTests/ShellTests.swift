// What the shells offer, asked of the shells themselves; those that aren't installed are left out, and named.

import Foundation
import MartletTestSupport
import Testing

@testable import MartletCommandLine
@testable import martlet

@Suite struct ShellTests {
    @Test(arguments: ["bash", "zsh", "fish"])
    func scriptsAreWellFormed(_ shell: String) throws {
        let folder = try prepared(shell)
        guard let folder else { return }
        let run = try ShellRun(shell, ["-n", "completions"], in: folder)
        #expect(run == ShellRun(code: 0))
    }

    @Test(arguments: rows)
    func bash(_ row: Row) throws {
        guard let folder = try prepared("bash") else { return }
        // Words as the shell breaks them: at '=' too.
        let words =
            row.line.replacing("=", with: " = ").split(separator: " ").map { "'\($0)'" }
            + (row.line.hasSuffix(" ") || row.line.hasSuffix("=") ? ["''"] : [])
        let script = """
            source ./completions
            COMP_WORDS=(\(words.joined(separator: " "))) COMP_CWORD=\(words.count - 1)
            _martlet; printf '%s\\n' "${COMPREPLY[@]}"
            """
        let run = try ShellRun("bash", ["--norc", "-c", script], in: folder)
        #expect(run.errors == "")
        #expect(Set(run.output.split(separator: "\n").map(String.init)) == Set(row.offers))
    }

    @Test(arguments: rows)
    func fish(_ row: Row) throws {
        guard let folder = try prepared("fish") else { return }
        let run = try ShellRun(
            "fish", ["--no-config", "-c", "source completions; complete -C '\(row.line)'"], in: folder)
        #expect(run.errors == "")
        // Each with its help after a tab, and values with their option before them.
        let offers = run.output.split(separator: "\n").map { line in
            String(line.prefix { $0 != "\t" }.split(separator: "=").last ?? "")
        }
        let files = Set(["openapi.yaml", "completions", "Sources/"])
        #expect(Set(offers).subtracting(row.offers.isEmpty ? files : []) == Set(row.offers))
    }

    /// A line that one tab completes, as it is run afterwards.
    @Test(arguments: [
        ("genera", "generate"), ("generate --unk", "generate --unknown-members"),
        ("generate --unknown-members=k", "generate --unknown-members=keep"), ("config exp", "config explain"),
        ("completions zs", "completions zsh"), ("validate opena", "validate openapi.yaml"),
        ("explain nullable-in-3.1", "explain nullable-in-3.1"),
        ("generate openapi.yaml -o Sour", "generate openapi.yaml -o Sources"),
    ])
    func zsh(_ line: String, _ completed: String) throws {
        guard let folder = try prepared("zsh") else { return }
        let script = """
            zmodload zsh/zpty
            zpty shell 'TERM=dumb exec zsh -f -i'
            zpty -w shell 'PS1= PS2=; unsetopt zle_bracketed_paste prompt_sp; autoload -Uz compinit && compinit -u -D; source ./completions; martlet() { print "RAN:$*:" }; print READY'
            zpty -r -m shell seen '*READY*READY*'
            zpty -w -n shell $'martlet \(line)\\t\\n'
            zpty -r -m shell seen '*RAN:*:*'
            print -r -- $seen
            """
        let run = try ShellRun("zsh", ["-f", "-c", script], in: folder)
        let ran = run.output.split(separator: "RAN:").last.map { $0.prefix { $0 != ":" } } ?? ""
        #expect(ran.trimmingCharacters(in: .whitespaces) == completed, "\(run)")
    }

    /// A folder with the shell's script; nil where there is no such shell.
    private func prepared(_ shell: String) throws -> TemporaryFolder? {
        guard ShellRun.has(shell) else {
            print("completions of \(shell): skipped, it isn't installed")
            return nil
        }
        let folder = try TemporaryFolder()
        let run = try ToolRun(["completions", shell], in: folder)
        #expect(run.code == 0 && run.errors == "")
        try folder.write("completions", run.output)
        try folder.write("openapi.yaml", "")
        try folder.write("Sources/a", "")
        return folder
    }

    struct Row: Sendable {
        var line: String
        /// Nothing where it is left to the shell's own completion of files.
        var offers: [String]
    }

    static let rows = [
        Row(line: "martlet ge", offers: ["generate"]),
        Row(line: "martlet config ", offers: ["explain", "schema"]),
        Row(line: "martlet completions f", offers: ["fish"]),
        Row(line: "martlet help temp", offers: ["templates"]),
        Row(line: "martlet generate --che", offers: ["--check"]),
        Row(line: "martlet generate --unknown-members ", offers: ["keep", "drop"]),
        Row(line: "martlet diff --format=ht", offers: ["html"]),
        Row(line: "martlet diff --fail-on s", offers: ["source"]),
        Row(line: "martlet generate --namespace ", offers: []),
        Row(line: "martlet config explain opena", offers: []),
        Row(line: "martlet config --output Sources sch", offers: ["schema"]),
        Row(line: "martlet explain nullable-in-3.", offers: ["nullable-in-3.1"]),
    ]
}

/// What a shell prints.
struct ShellRun: Equatable {
    var code: Int32
    var output = ""
    var errors = ""

    init(code: Int32) {
        self.code = code
    }

    init(_ program: String, _ words: [String], in folder: TemporaryFolder) throws {
        let streams = try TemporaryFolder()
        for name in ["out", "err"] { try streams.write(name, "") }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + words
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = ProcessInfo.processInfo.environment.merging(["HOME": folder.path]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: streams.location("out"))
        process.standardError = FileHandle(forWritingAtPath: streams.location("err"))
        try process.run()
        DispatchQueue.global().asyncAfter(deadline: .now() + 60) { if process.isRunning { process.terminate() } }
        process.waitUntilExit()
        code = process.terminationStatus
        output = streams.read("out") ?? ""
        errors = streams.read("err") ?? ""
    }

    static func has(_ program: String) -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: $0 + "/" + program) }
    }
}
