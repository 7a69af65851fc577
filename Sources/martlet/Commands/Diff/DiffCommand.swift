// `martlet diff`: what a new version of a document breaks.
import MartletDiff
import MartletSource

struct DiffCommand: Command {
    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
    }

    func run(_ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        let access = DocumentAccess(arguments, beside: arguments.positional[1], &diagnostics)
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
        guard let old = pair.old, let new = pair.new else { return [] }
        return WireComparison(old: old, new: new).findings(diagnostics)
    }

    private static func line(_ finding: WireFinding) -> String {
        let place = (finding.new ?? finding.old).map { "\($0.file):\($0.line):\($0.column): " } ?? ""
        let operation = finding.operation.map { "\($0): " } ?? ""
        return "\(place)\(finding.level.rawValue): \(operation)\(finding.message) [\(finding.id)]"
    }
}
