// `martlet diff`: what a new version of a document breaks.

import MartletCommandLine
import MartletDiff
import MartletSource

struct DiffCommand: Command {
    private let arguments: Arguments
    private let policy: WirePolicy

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        policy = try WirePolicy(arguments)
        if arguments.has("--json"), let format = arguments.value("--format"), format != "json" {
            throw UsageError("'--json' and '--format \(format)' are two formats; leave one out")
        }
    }

    func run(_ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        let access = DocumentAccess(arguments, beside: Self.anchor(arguments), &diagnostics)
        let rulings = RulingFiles(arguments, access.access.limits).rulings(&diagnostics)
        console.enter("read", of: arguments.positional[1])
        let pairs = DiffInputs(arguments, access.access, &diagnostics)?.pairs(&diagnostics)
        console.report(diagnostics, atLeast: .error)
        guard let pairs, !diagnostics.hasErrors else { return .badDocument }
        guard access.writeLock(console) else { return .failed }
        console.enter("compare", of: arguments.positional[1])
        let reports = pairs.compactMap { report($0, diagnostics, rulings) }
        for error in reports.flatMap(\.errors) { diagnostics.report(error, at: error.position) }
        guard !diagnostics.hasErrors else {
            console.report(diagnostics, atLeast: .error)
            return .badDocument
        }
        guard let text = DiffOutput(arguments).text(reports, pairs) else { return .failed }
        let written = DocumentOutput(arguments.value("--output"), command: "diff", reading: diagnostics.files)
            .write(text, console)
        return written == .done && reports.contains(where: fails) ? .failed : written
    }

    /// Nil where a version that should be there couldn't be read.
    private func report(_ pair: DiffPair, _ diagnostics: Diagnostics, _ rulings: Rulings) -> DiffReport? {
        switch (pair.old, pair.new) {
        case (let old?, let new?):
            return DocumentComparison(old: old, new: new, policy: policy, diagnostics)
                .report(named: pair.name, rulings)
        case (let only?, nil), (nil, let only?):
            let isNew = pair.old == nil
            let findings = WireComparison.finding(of: only, named: pair.name, isNew: isNew, diagnostics)
            return DiffReport(name: pair.name, only: only, isNew: isNew, findings, rulings, diagnostics)
        case (nil, nil): return nil
        }
    }

    /// A document that is gone breaks the source of whoever used it, too.
    private func fails(_ report: DiffReport) -> Bool {
        let limits = Set(arguments.values("--fail-on"))
        let isAny = limits.contains("any")
        if report.new == nil, !report.entries.isEmpty { return !limits.isEmpty }
        return report.entries.contains { entry in
            (entry.wireLevel == .breaking && (isAny || limits.contains("wire")))
                || (entry.sourceLevel == .breaking && (isAny || limits.contains("source")))
        }
    }

    /// What the lock stands beside: a file, or nothing where both versions are of revisions.
    private static func anchor(_ arguments: Arguments) -> String {
        arguments.positional.last { !$0.contains(":") } ?? "-"
    }
}
