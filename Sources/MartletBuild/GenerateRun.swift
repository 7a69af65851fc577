// A document to Swift files: `martlet generate`, and what a build runs of it.

import Foundation
import MartletArtifacts
package import MartletCommandLine
package import MartletConfiguration
import MartletGenerator
package import MartletIR
package import MartletSource

package struct GenerateRun {
    /// The names that an older version of the client had, where they go on to be there; nil without such a version, and
    /// with errors reported.
    package typealias OlderNames =
        (Configuration, FileAccess, inout Diagnostics) -> ((API) -> CompatibilityNames)?

    private let arguments: Arguments
    private let overrides: ConfigurationOverrides
    private let olderNames: OlderNames

    package init(
        _ arguments: Arguments, olderNames: @escaping OlderNames = { _, _, _ in nil }
    ) throws(UsageError) {
        self.arguments = arguments
        overrides = try ConfigurationOverrides(arguments)
        self.olderNames = olderNames
    }

    package func run(_ console: Console) -> ExitCode {
        let search = InputSearch(arguments.positional)
        if let fault = search.fault {
            console.report("martlet generate: \(fault)")
            return .wrongUsage
        }
        let inputs = search.inputs
        if inputs.count > 1, arguments.value("--output") != nil {
            console.report("martlet generate: '--output' is for one input; give each configuration an 'output:'")
            return .wrongUsage
        }
        if inputs.count > 1, arguments.value("--docs") != nil {
            console.report("martlet generate: '--docs' is for one input; run once for each configuration")
            return .wrongUsage
        }
        if let fault = sharedFolder(inputs) {
            console.report("martlet generate: \(fault)")
            return .badDocument
        }
        var code = ExitCode.done
        var records: [Node] = []
        for input in inputs {
            var record = RunRecord(input: input.path)
            let result = run(input, console, &record)
            code = result.rawValue > code.rawValue ? result : code
            records.append(record.node(result))
        }
        if arguments.has("--json") { console.print(Node.made(records).jsonText) }
        return code
    }

    /// What is wrong where two configurations write to one folder, in which each would remove the files of the other.
    private func sharedFolder(_ inputs: [InputSearch.Found]) -> String? {
        guard inputs.count > 1 else { return nil }
        var owners: [String: String] = [:]
        for input in inputs {
            // What is wrong with a configuration is reported when its turn comes.
            var unheard = Diagnostics()
            let read = Input(input.path, overlays: []).configuration(&unheard)
            guard let output = read.map(overrides.applied)?.output else { continue }
            let folder = URL(fileURLWithPath: output).resolvingSymlinksInPath().standardizedFileURL.path
            if let owner = owners[folder] {
                return
                    "\(owner) and \(input.path) both write to \(OutputFolderName(output).path), where each would remove what the "
                    + "other wrote; give each an 'output:' of its own"
            }
            owners[folder] = input.path
        }
        return nil
    }

    private func run(_ input: InputSearch.Found, _ console: Console, _ record: inout RunRecord) -> ExitCode {
        var diagnostics = Diagnostics()
        defer { record.diagnostics = diagnostics }
        var clock = console.clock(input.path)
        let read = Input(input.path, overlays: arguments.values("--overlay")).configuration(&diagnostics)
        guard let configuration = read.map(overrides.applied) else {
            console.report(diagnostics, atLeast: .note)
            return .badDocument
        }
        guard let output = configuration.output else { return withoutFolder(input, console) }
        let access = DocumentAccess(arguments, beside: input.path, &diagnostics)
        guard access.admits(configuration, &diagnostics) else {
            console.report(diagnostics.rendered(atLeast: .error))
            return .badDocument
        }
        let older = olderNames(configuration, access.access, &diagnostics)
        var model: API?
        let files = Generator(configuration, reader: access.reader)
            .generate(&diagnostics, clock: &clock, olderNames: older) { model = $0 }
        if configuration.isStrict { diagnostics.promoteWarnings() }
        console.report(diagnostics)
        reportPlan(configuration, input, read: diagnostics.files, console)
        guard let files, !diagnostics.hasErrors else {
            if !diagnostics.hasErrors { console.report(Self.nothingSaid) }
            return .badDocument
        }
        record.output = OutputFolderName(output).path
        let reference = model.flatMap { referenceFiles($0, beside: output) }
        if let fault = reference?.fault {
            console.report("error: " + fault)
            return .failed
        }
        var stage = OutputStage(
            files: files, folder: output, access: access, console: arguments.has("--json") ? console.quiet : console,
            clock: clock, record: record)
        var result = arguments.has("--check") ? stage.check() : stage.write(diagnostics)
        record = stage.record
        if result == .done, let reference { result = document(reference, console) }
        if arguments.has("--timings") { console.report(TimingTable(stage.clock).lines) }
        return result
    }

    private func withoutFolder(_ input: InputSearch.Found, _ console: Console) -> ExitCode {
        // Where the package is searched, it is no slip.
        if input.isFound {
            if !console.isQuiet { console.report("\(input.path): \(Self.leftToPlugin)") }
            return .done
        }
        console.report(
            "martlet generate: there is no folder to write to; add '-o DIR', or 'output:' to the configuration")
        return .wrongUsage
    }

    /// Says where the build system's plan of files isn't that of this run any more.
    private func reportPlan(
        _ configuration: Configuration, _ input: InputSearch.Found, read files: [String], _ console: Console
    ) {
        guard let plan = BuildPlan(arguments) else { return }
        let stale = plan.stale(configuration, at: input.path, read: files)
        console.report(stale.rendered(atLeast: .note, isColoured: Terminal.errors.hasColour))
    }

    private func referenceFiles(_ model: API, beside output: String) -> ReferenceFiles? {
        arguments.value("--docs").map { ReferenceFiles(model, folder: $0, output: output) }
    }

    private func document(_ reference: ReferenceFiles, _ console: Console) -> ExitCode {
        guard arguments.has("--check") else { return reference.write(console) ? .done : .failed }
        for path in reference.stale { console.report("\(path) is out of date; run the same command without '--check'") }
        return reference.stale.isEmpty ? .done : .failed
    }

    private static let leftToPlugin = "left to the build plugin, since it names no 'output'"

    private static let nothingSaid =
        "error: nothing was generated, and no reason given; this is a fault of martlet, please report it"
}
