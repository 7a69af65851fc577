// The last stage of a run: what was generated meets the folder.

import Foundation
import MartletArtifacts
import MartletCommandLine
import MartletSource
import MartletTemplates

struct OutputStage {
    private let files: [GeneratedFile]
    private let writer: OutputWriter
    private let folder: OutputFolderName
    private let access: DocumentAccess
    private let console: Console
    private(set) var clock: StageClock
    private(set) var record: RunRecord

    /// - Parameter console: a quiet one, where what is said would stand between results.
    init(
        files: [GeneratedFile], folder: String, access: DocumentAccess, console: Console, clock: StageClock,
        record: RunRecord
    ) {
        self.files = files
        self.folder = OutputFolderName(folder)
        writer = OutputWriter(folder: folder, name: self.folder.path)
        self.access = access
        self.console = console
        self.clock = clock
        self.record = record
    }

    mutating func write(_ diagnostics: Diagnostics) -> ExitCode {
        guard access.writeLock(console) else { return .failed }
        let (writer, files) = (writer, files)
        switch clock.time("write", { Result { () throws(OutputFault) in try writer.write(files) } }) {
        case .success(let report):
            record.written = report
            console.say(RunSummary(report, folder, diagnostics).line)
            return .done
        case .failure(let fault):
            console.report("error: \(fault.reason)")
            return .failed
        }
    }

    /// Writes nothing, and fails where the folder isn't what would be written.
    mutating func check() -> ExitCode {
        if let stale = access.staleLock {
            console.report(stale)
            return .failed
        }
        let (writer, files) = (writer, files)
        switch clock.time("check", { Result { () throws(OutputFault) in try writer.check(files) } }) {
        case .success(let comparison) where comparison.isUpToDate:
            record.differences = []
            console.say("\(folder.last): up to date in \(folder.path)")
            return .done
        case .success(let comparison):
            record.differences = comparison.lines
            console.say(comparison.lines + CheckDiff(comparison.diff).lines)
            console.report("\(folder.path) is out of date; run the same command without '--check'")
            return .failed
        case .failure(let fault):
            console.report("error: \(fault.reason)")
            return .failed
        }
    }
}
