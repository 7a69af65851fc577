// Writes what an update brings: generated code, the document, the lock, and a section of the changelog.

import Foundation
import MartletArtifacts
import MartletBuild
import MartletCommandLine
import MartletConfiguration
import MartletSource
import MartletTemplates

struct UpdateWriter {
    private let configuration: Configuration
    private let access: DocumentAccess
    private let console: Console

    init(_ configuration: Configuration, _ access: DocumentAccess, _ console: Console) {
        self.configuration = configuration
        self.access = access
        self.console = console
    }

    /// The document comes last but for its lock: where the code can't be written, another run begins anew.
    func write(_ version: NewVersion, _ files: [GeneratedFile], _ report: ChangeReport) -> ExitCode {
        if let output = configuration.output {
            let writer = OutputWriter(folder: output, name: OutputFolderName(output).path)
            do {
                let written = try writer.write(files)
                console.say(RunSummary(written, OutputFolderName(output), Diagnostics()).line)
            } catch {
                console.report("error: \(error.reason)")
                return .failed
            }
        }
        if let changelog = configuration.changelog, !write(Changelog(changelog).text(with: report), to: changelog) {
            return .failed
        }
        guard write(version.bytes, to: configuration.spec) else { return .failed }
        return access.writeLock(console) ? .done : .failed
    }

    private func write(_ text: String, to path: String) -> Bool {
        write(Array(text.utf8), to: path)
    }

    private func write(_ bytes: [UInt8], to path: String) -> Bool {
        do {
            let file = URL(fileURLWithPath: try access.destination(path))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file, options: .atomic)
            return true
        } catch {
            let done = configuration.output == nil ? "" : "; the generated code is new already, so run it again then"
            console.report("error: \(path) can't be written; check that its folder is writable\(done)")
            return false
        }
    }
}
