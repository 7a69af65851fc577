// `martlet diff`: what a new version of a document breaks.
import MartletDiff
import MartletSource

struct DiffCommand: Command {
    private let arguments: Arguments
    private let policy: WirePolicy

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        policy = try WirePolicy(arguments)
    }

    func run(_ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        let access = DocumentAccess(arguments, beside: Self.anchor(arguments), &diagnostics)
        let pairs = DiffInputs(arguments, access.access).pairs(&diagnostics)
        console.report(diagnostics.rendered(atLeast: .error))
        guard let pairs, !diagnostics.hasErrors else { return .badDocument }
        guard access.writeLock(console) else { return .failed }
        var isBroken = false
        for pair in pairs {
            let findings = findings(pair, diagnostics)
            console.print(findings.map(Self.line))
            isBroken = isBroken || findings.contains { $0.level == .breaking }
        }
        return isBroken && arguments.values("--fail-on").contains { $0 != "source" } ? .failed : .done
    }

    private func findings(_ pair: DiffPair, _ diagnostics: Diagnostics) -> [WireFinding] {
        switch (pair.old, pair.new) {
        case (let old?, let new?): WireComparison(old: old, new: new, policy: policy).findings(diagnostics)
        case (let old?, nil): WireComparison.finding(of: old, named: pair.name, isNew: false, diagnostics)
        case (nil, let new?): WireComparison.finding(of: new, named: pair.name, isNew: true, diagnostics)
        case (nil, nil): []
        }
    }

    /// What the lock stands beside: a file, or nothing where both versions are of revisions.
    private static func anchor(_ arguments: Arguments) -> String {
        arguments.positional.last { !$0.contains(":") } ?? "-"
    }

    private static func line(_ finding: WireFinding) -> String {
        let place = (finding.new ?? finding.old).map { "\($0.file):\($0.line):\($0.column): " } ?? ""
        let operation = finding.operation.map { "\($0): " } ?? ""
        return "\(place)\(finding.level.rawValue): \(operation)\(finding.message) [\(finding.id)]"
    }
}
