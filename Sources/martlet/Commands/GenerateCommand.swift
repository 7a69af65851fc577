// `martlet generate`: a document to Swift files.
import Foundation
import MartletGenerator
import MartletSource
import MartletTemplates

struct GenerateCommand: Command {
    private let arguments: Arguments
    private let shards: Int?

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        shards = try arguments.number("--shards", in: 1...256)
        if let fault = arguments.value("--namespace").flatMap(NamespaceName.fault) {
            throw UsageError("the value of '--namespace' \(fault)")
        }
    }

    func run(_ console: Console) -> ExitCode {
        let inputs = InputSearch(arguments.positional).inputs
        if inputs.count > 1, arguments.value("--output") != nil {
            console.report("martlet generate: '--output' is for one input; give each configuration an 'output:'")
            return .wrongUsage
        }
        return inputs.map { run($0, console) }.max { $0.rawValue < $1.rawValue } ?? .done
    }

    private func run(_ input: InputSearch.Found, _ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let read = Input(input.path, overlays: arguments.values("--overlay")).configuration(&diagnostics)
        guard let configuration = read.map(overridden) else {
            console.report(diagnostics.rendered())
            return .badDocument
        }
        guard let output = configuration.output else {
            // Where the package is searched, it is no slip.
            if input.isFound {
                if !arguments.has("--quiet") { console.report("\(input.path): \(Self.leftToPlugin)") }
                return .done
            }
            console.report(
                "martlet generate: there is no folder to write to; add '-o DIR', or 'output:' to the configuration")
            return .wrongUsage
        }
        let access = DocumentAccess(arguments, beside: input.path, &diagnostics)
        guard access.admits(configuration, &diagnostics) else {
            console.report(diagnostics.rendered(atLeast: .error))
            return .badDocument
        }
        let older = arguments.value("--aliases-from").flatMap {
            OlderNames($0, configuration, access.access, &diagnostics)
        }
        let files = Generator(configuration, reader: access.reader)
            .generate(&diagnostics, clock: &clock, olderNames: older?.names)
        if configuration.isStrict { diagnostics.promoteWarnings() }
        console.report(diagnostics.rendered(atLeast: arguments.has("--verbose") ? .note : .warning))
        if let plan = BuildPlan(arguments) {
            console.report(plan.stale(configuration, at: input.path, read: diagnostics.files).rendered())
        }
        guard let files, !diagnostics.hasErrors else {
            if !diagnostics.hasErrors { console.report(Self.nothingSaid) }
            return .badDocument
        }
        let folder = OutputFolderName(output)
        let writer = OutputWriter(folder: output, name: folder.path)
        let result =
            arguments.has("--check")
            ? check(files, writer, folder, access, console, &clock)
            : write(files, writer, folder, access, diagnostics, console, &clock)
        if arguments.has("--timings") { console.report(TimingTable(clock).lines) }
        return result
    }

    private func write(
        _ files: [GeneratedFile], _ writer: OutputWriter, _ folder: OutputFolderName, _ access: DocumentAccess,
        _ diagnostics: Diagnostics, _ console: Console, _ clock: inout StageClock
    ) -> ExitCode {
        guard access.writeLock(console) else { return .failed }
        switch clock.time("write", { Result { () throws(OutputFault) in try writer.write(files) } }) {
        case .success(let report):
            let summary = RunSummary(report, folder, diagnostics)
            if !arguments.has("--quiet") { console.print(summary.line) }
            return .done
        case .failure(let fault):
            console.report("error: \(fault.reason)")
            return .failed
        }
    }

    private func check(
        _ files: [GeneratedFile], _ writer: OutputWriter, _ folder: OutputFolderName, _ access: DocumentAccess,
        _ console: Console, _ clock: inout StageClock
    ) -> ExitCode {
        if let stale = access.staleLock {
            console.report(stale)
            return .failed
        }
        switch clock.time("check", { Result { () throws(OutputFault) in try writer.check(files) } }) {
        case .success(let comparison) where comparison.isUpToDate:
            if !arguments.has("--quiet") { console.print("\(folder.last): up to date in \(folder.path)") }
            return .done
        case .success(let comparison):
            if !arguments.has("--quiet") { console.print(comparison.lines + CheckDiff(comparison.diff).lines) }
            console.report("\(folder.path) is out of date; run the same command without '--check'")
            return .failed
        case .failure(let fault):
            console.report("error: \(fault.reason)")
            return .failed
        }
    }

    private func overridden(_ configuration: Configuration) -> Configuration {
        var configuration = configuration
        configuration.output = arguments.value("--output") ?? configuration.output
        configuration.shards = shards ?? configuration.shards
        configuration.plannedNames = FileNames(planned: arguments.values("--planned-output"))
        configuration.namespace = arguments.value("--namespace") ?? configuration.namespace
        configuration.templates = arguments.value("--templates") ?? configuration.templates
        if arguments.has("--strict") { configuration.isStrict = true }
        if let members = arguments.value("--unknown-members") { configuration.keepsUnknownMembers = members == "keep" }
        let tags = arguments.values("--include-tag")
        let operations = arguments.values("--include-operation")
        if !tags.isEmpty || !operations.isEmpty {
            configuration.include.tags = tags
            configuration.include.operations = operations
        }
        return configuration
    }

    private static let leftToPlugin = "left to the build plugin, since it names no 'output'"

    private static let nothingSaid =
        "error: nothing was generated, and no reason given; this is a fault of martlet, please report it"
}
