// Runs git, in a folder, and gives what it prints.

import Foundation
import MartletSource

struct GitTool {
    /// Nil for the current folder.
    var folder: String?

    /// Throws what git has to say where it fails. It never asks for a password.
    func run(_ words: [String]) throws(FileFault) -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git"] + (folder.map { ["-C", $0] } ?? []) + words
        process.environment = ProcessInfo.processInfo.environment.merging(["GIT_TERMINAL_PROMPT": "0"]) { $1 }
        let output = Pipe()
        let errors = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        guard (try? process.run()) != nil else { throw .noGit }
        // Errors are few lines and fit into the pipe; output may be of any length.
        let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus == 127 { throw .noGit }
        guard process.terminationStatus == 0 else { throw .git(text) }
        return bytes
    }

    /// The id of the commit that a revision names; nil where there is none. Throws where this is no repository.
    func commit(of revision: String) throws(FileFault) -> String? {
        let words = ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
        if let commit = try? line(words) { return commit }
        try requireRepository()
        return nil
    }

    func requireRepository() throws(FileFault) {
        _ = try run(["rev-parse", "--git-dir"])
    }

    /// What git prints, as one line.
    func line(_ words: [String]) throws(FileFault) -> String {
        String(decoding: try run(words), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension FileFault {
    fileprivate static let noGit = FileFault(
        "git, which reads revisions, isn't there; install it, or name a file", id: "git-revision")

    fileprivate static func git(_ text: String) -> FileFault {
        let line = text.split(separator: "\n").first.map(String.init) ?? "it failed"
        return FileFault("git says: " + line, id: "git-revision")
    }
}
