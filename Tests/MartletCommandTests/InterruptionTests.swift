// Runs that are killed, run at once, or find no room: the folder has the old files or the new ones, whole, and says so.

import Foundation
import MartletTestSupport
import Testing

/// `Scripts/interrupt` asks for more kills than a test run has time for.
@Suite(.serialized, .timeLimit(.minutes(15))) struct InterruptionTests {
    private static let kills = ProcessInfo.processInfo.environment["MARTLET_KILLS"].flatMap { Int($0) } ?? 16

    private let folder: TemporaryFolder
    /// Names and texts of what each document becomes.
    private let old: [String: String]
    private let new: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("old.yaml", Self.document("old", types: 60))
        try folder.write("new.yaml", Self.document("new", types: 50))
        for name in ["old", "new"] {
            let run = try ToolRun(Self.words(name, "Reference-" + name), in: folder)
            try #require(run.code == 0, "\(run)")
        }
        old = Self.files(in: folder, "Reference-old")
        new = Self.files(in: folder, "Reference-new")
        try #require(old.count > 30 && old.keys.sorted() == new.keys.sorted() && old != new)
    }

    /// Every file differs between the two, and a text too long for one write of the disk is among them.
    private static func document(_ word: String, types: Int) -> String {
        let long = String(repeating: "\(word) and on ", count: 2_000)
        let schemas = (0..<types).map {
            "    T\($0): {type: object, description: \($0 == 7 ? long : word), properties: {\(word): {type: string}}}\n"
        }
        return "openapi: 3.1.0\ninfo: {title: \(word), version: '1'}\ncomponents:\n  schemas:\n" + schemas.joined()
    }

    private static func words(_ name: String, _ output: String, _ more: String...) -> [String] {
        ["generate", name + ".yaml", "-o", output, "--shards", "32", "--quiet"] + more
    }

    private static func files(in folder: TemporaryFolder, _ name: String) -> [String: String] {
        var files: [String: String] = [:]
        for file in folder.names(in: name) { files[file] = folder.read(name + "/" + file) }
        return files
    }

    private func start(_ name: String, _ output: String) throws -> Process {
        let process = Process()
        process.executableURL = ToolRun.executable
        process.arguments = Self.words(name, output)
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func expect(
        _ output: String, is files: [String: String], _ sourceLocation: SourceLocation = #_sourceLocation
    )
        -> Bool
    {
        let found = Self.files(in: folder, output)
        #expect(found.keys.sorted() == files.keys.sorted(), sourceLocation: sourceLocation)
        #expect(found == files, sourceLocation: sourceLocation)
        return found == files
    }

    @Test func killedAtAnyMoment() throws {
        #expect(try ToolRun(Self.words("old", "API"), in: folder).code == 0)
        let clock = ContinuousClock()
        let whole = try clock.measure { try start("old", "Timed").waitUntilExit() }
        var random = SystemRandomNumberGenerator()
        var mixtures = 0
        var interrupted = 0
        for number in 0..<Self.kills {
            let (goal, before) = number.isMultiple(of: 2) ? ("new", old) : ("old", new)
            let after = goal == "new" ? new : old
            let process = try start(goal, "API")
            if number % 4 < 2 {
                // The files are written in a small part of the time: most kills should be there.
                while process.isRunning, !folder.names(in: "API").contains(where: { $0.hasPrefix(".martlet-") }) {
                    usleep(200)
                }
                usleep(UInt32.random(in: 0...12_000, using: &random))
            } else {
                let part = Double.random(in: 0...1, using: &random)
                usleep(UInt32(whole / .microseconds(1) * part))
            }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal { interrupted += 1 }
            let found = Self.files(in: folder, "API").filter { !$0.key.hasPrefix(".martlet-") }
            for (name, text) in found where name != OutputNames.manifest {
                #expect(text == before[name] || text == after[name], "\(name) is neither, after kill \(number)")
            }
            let isNew = found == after
            let isOld = found == before
            if !isNew, !isOld { mixtures += 1 }
            let check = try ToolRun(Self.words(goal, "API", "--check"), in: folder).code
            #expect((check == 0) == isNew, "kill \(number): --check says \(check)")
            let other = goal == "new" ? "old" : "new"
            #expect((try ToolRun(Self.words(other, "API", "--check"), in: folder).code == 0) == isOld)
            // The next run puts everything right, and cleans up.
            #expect(try ToolRun(Self.words(goal, "API"), in: folder).code == 0)
            guard expect("API", is: after) else { return }
        }
        print(
            "kills: \(Self.kills), runs that they ended: \(interrupted), mixtures that --check called out of date: \(mixtures)"
        )
        #expect(interrupted > 0)
    }

    @Test func twoRunsAtOnce() throws {
        for _ in 0..<5 {
            let runs = [try start("old", "API"), try start("new", "API"), try start("old", "API")]
            for run in runs { run.waitUntilExit() }
            #expect(runs.map(\.terminationStatus) == [0, 0, 0])
            let found = Self.files(in: folder, "API")
            #expect(found == old || found == new, "\(found.keys.sorted())")
            guard found == old || found == new else { return }
        }
    }

    // MARK: No room

    /// `martlet` with what a shell does first.
    private func shell(_ first: String, _ words: [String]) throws -> ToolRun {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", first + "; exec \"$0\" \"$@\"", ToolRun.executable.path] + words
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let errors = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return ToolRun(code: process.terminationStatus, errors: said)
    }

    @Test func aLimitOfTheSizeOfFiles() throws {
        #expect(try ToolRun(Self.words("old", "API"), in: folder).code == 0)
        let run = try shell("ulimit -f 16", Self.words("new", "API"))
        #expect(run.code == 1)
        #expect(run.errors.hasPrefix("error: API/Types") && run.errors.contains("'ulimit -f'"), "\(run)")
        _ = expect("API", is: old)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can make a disk of its own"))
    func aFullDisk() throws {
        let disk = folder.location("Disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        guard try shell("mount -t tmpfs -o size=1m martlet \"\(disk)\" || exit 77", ["--version"]).code == 0 else {
            print("skipped: no disk can be mounted here")
            return
        }
        defer { _ = try? shell("umount \"\(disk)\"", ["--version"]) }
        #expect(try ToolRun(Self.words("old", "Disk/API"), in: folder).code == 0)
        _ = try shell("head -c 2000000 /dev/zero > Disk/filler", ["--version"])
        let run = try ToolRun(Self.words("new", "Disk/API"), in: folder)
        #expect(run.code == 1)
        #expect(run.errors.hasSuffix("can't be written: the disk is full; make room and run again\n"), "\(run)")
        _ = expect("Disk/API", is: old)
        try FileManager.default.removeItem(atPath: folder.location("Disk/filler"))
    }

    @Test func aReadOnlyFolder() throws {
        #expect(try ToolRun(Self.words("old", "API"), in: folder).code == 0)
        let path = folder.location("API")
        for name in [folder.path, path] {
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: name)
        }
        defer {
            for name in [folder.path, path] {
                try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: name)
            }
        }
        // Root may write anywhere, so that somebody else must try.
        let isRoot = geteuid() == 0
        let words = Self.words("new", "API")
        let run =
            isRoot
            ? try shell("exec setpriv --reuid 65534 --regid 65534 --clear-groups -- \"$0\" \"$@\"", words)
            : try ToolRun(words, in: folder)
        if isRoot, run.errors.contains("setpriv") || run.errors.contains("Permission denied") {
            print("skipped: nobody else can run the tool here: \(run.errors)")
            return
        }
        #expect(run.code == 1)
        #expect(run.errors.contains("its folder is read-only for you; change the permissions of the folder"), "\(run)")
        _ = expect("API", is: old)
    }

    @Test func aFileInTheWay() throws {
        #expect(try ToolRun(Self.words("old", "API"), in: folder).code == 0)
        try FileManager.default.removeItem(atPath: folder.location("API/Types31.swift"))
        try folder.write("API/Types31.swift", "mine\n")
        try FileManager.default.removeItem(atPath: folder.location("API/.martlet"))
        let run = try ToolRun(Self.words("new", "API"), in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("API/Types31.swift is in the way, and martlet didn't make it"), "\(run)")
        #expect(folder.read("API/Types00.swift") == old["Types00.swift"])
        #expect(folder.read("API/Types31.swift") == "mine\n")
        try folder.write("Taken", "mine\n")
        #expect(try ToolRun(Self.words("new", "Taken"), in: folder).code == 1)
        #expect(folder.read("Taken") == "mine\n")
    }
}

private enum OutputNames {
    static let manifest = ".martlet"
}
