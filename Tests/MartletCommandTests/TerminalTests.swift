// Colour and progress: when they are there, and when they aren't.

import Foundation
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletCommandLine
@testable import martlet

@Suite struct TerminalTests {
    @Test(arguments: [
        ([:], false), (["CLICOLOR": "1"], false), (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false),
        (["CLICOLOR_FORCE": ""], false), (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
        (["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true), (["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], true),
    ])
    func colourOfWhatIsNoTerminal(_ environment: [String: String], _ isColoured: Bool) throws {
        let folder = try TemporaryFolder()
        try folder.write("out", "")
        let file = try #require(FileHandle(forWritingAtPath: folder.location("out")))
        #expect(Terminal(file, environment: environment).hasColour == isColoured)
    }

    @Test(arguments: [
        (["TERM": "xterm"], true), (["TERM": "dumb"], false), (["TERM": "xterm", "CLICOLOR": "0"], false),
        (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "dumb", "CLICOLOR_FORCE": "1"], true),
    ])
    func colourOfATerminal(_ environment: [String: String], _ isColoured: Bool) throws {
        let terminal = try PseudoTerminal()
        #expect(Terminal(terminal.slave, environment: environment).hasColour == isColoured)
    }

    @Test func diagnosticsAreColouredWhereThatIsAskedFor() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", "openapi: 3.1.0\npaths: {}\n")
        let script = "env -u NO_COLOR -u CLICOLOR CLICOLOR_FORCE=1 '\(ToolRun.executable.path)' validate openapi.yaml"
        let run = try ShellRun("sh", ["-c", script], in: folder)
        #expect(
            run.output.hasPrefix(
                "\u{1B}[1mopenapi.yaml:1:1:\u{1B}[0m \u{1B}[33mwarning:\u{1B}[0m 'info' is required by OpenAPI; add it "
                    + "\u{1B}[2m[missing-field]\u{1B}[0m\n"))
    }

    @Test func progressIsOnALineOfItsOwn() async throws {
        let written = Guarded("")
        let progress = Progress(after: .zero) { text in written.withLock { $0 += text } }
        progress.enter("parse", of: "a.yaml")
        progress.enter("lower", of: "a.yaml")
        progress.clear()
        progress.clear()
        progress.end()
        // Whatever the clock added, the line is empty in the end, and nothing comes after it.
        let text = written.withLock { $0 }
        #expect(text.contains("\r\u{1B}[Ka.yaml: lower …"))
        #expect(text.hasSuffix("\r\u{1B}[K"))
        try await Task.sleep(for: .milliseconds(300))
        #expect(written.withLock { $0 } == text)
    }

    @Test func shortWorkIsNotSpokenOf() throws {
        let written = Guarded("")
        let progress = Progress(after: .seconds(60)) { text in written.withLock { $0 += text } }
        progress.enter("parse", of: "a.yaml")
        progress.enter("lower", of: "a.yaml")
        progress.end()
        #expect(written.withLock { $0 } == "")
    }

    /// A document that is long in coming, seen from a terminal: its name shows, and is gone before the result.
    @Test func theToolShowsWhatTakesLong() throws {
        let seen = try longRun([])
        #expect(seen.contains("\r\u{1B}[Kstandard input: parse …"))
        #expect(seen.hasSuffix("\r\u{1B}[K"))
    }

    @Test func quietRunsShowNothing() throws {
        #expect(try longRun(["--quiet"]) == "")
    }

    /// What a terminal gets on standard error while the document is waited for.
    private func longRun(_ words: [String]) throws -> String {
        let terminal = try PseudoTerminal()
        let input = Pipe()
        let process = Process()
        process.executableURL = ToolRun.executable
        process.arguments = ["validate", "-"] + words
        process.environment = ProcessInfo.processInfo.environment.merging(["TERM": "xterm"]) { $1 }
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = terminal.slave
        try process.run()
        Thread.sleep(forTimeInterval: 1.5)
        try input.fileHandleForWriting.write(contentsOf: Data(Sample.document.utf8))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return terminal.read()
    }
}

/// A terminal that nobody sits at.
private struct PseudoTerminal {
    let slave: FileHandle
    private let master: FileHandle

    struct Missing: Error {}

    init() throws {
        #if canImport(Darwin)
            let descriptor = posix_openpt(O_RDWR | O_NOCTTY)
            guard descriptor >= 0, grantpt(descriptor) == 0, unlockpt(descriptor) == 0, let path = ptsname(descriptor)
            else { throw Missing() }
            let name = String(cString: path)
        #else
            // What posix_openpt does, which Glibc doesn't show to Swift (pts(4), ioctl_tty(2)).
            let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            var lock: Int32 = 0
            var number: Int32 = 0
            let (unlock, readNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
            guard descriptor >= 0, ioctl(descriptor, unlock, &lock) == 0, ioctl(descriptor, readNumber, &number) == 0
            else { throw Missing() }
            let name = "/dev/pts/\(number)"
        #endif
        guard let slave = FileHandle(forUpdatingAtPath: name) else { throw Missing() }
        master = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        self.slave = slave
    }

    /// What was written to it so far; at most what fits into its buffer.
    func read() -> String {
        let flags = fcntl(master.fileDescriptor, F_GETFL)
        _ = fcntl(master.fileDescriptor, F_SETFL, flags | O_NONBLOCK)
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(master.fileDescriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }
}
