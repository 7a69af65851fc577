// `martlet update`: fetches the newest version of a document, says what it changes, and generates.

import Foundation
import MartletCommandLine
import MartletConfiguration
import MartletGenerator
import MartletSource

struct UpdateCommand: Command {
    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
    }

    func run(_ console: Console) -> ExitCode {
        let search = InputSearch(arguments.positional.isEmpty ? ["."] : arguments.positional)
        if let fault = search.fault {
            console.report("martlet update: \(fault)")
            return .wrongUsage
        }
        let isJSON = arguments.has("--json")
        var code = ExitCode.done
        var records: [UpdateRecord] = []
        for input in search.inputs {
            var record = UpdateRecord(input: input.path)
            let result = run(input, isJSON ? console.quiet : console, &record)
            record.code = result
            records.append(record)
            code = result.rawValue > code.rawValue ? result : code
        }
        if isJSON { console.print("[" + records.map(\.json).joined(separator: ", ") + "]") }
        return code
    }

    private func run(_ input: InputSearch.Found, _ console: Console, _ record: inout UpdateRecord) -> ExitCode {
        var diagnostics = Diagnostics()
        defer { record.diagnostics = diagnostics }
        let read = Input(input.path, overlays: []).configuration(&diagnostics)
        let access = DocumentAccess(arguments, beside: input.path, &diagnostics)
        guard let configuration = read, !diagnostics.hasErrors else {
            console.report(diagnostics, atLeast: .note)
            return .badDocument
        }
        guard let source = configuration.source else {
            return withoutSource(configuration, input, console, &diagnostics)
        }
        record.source = source.name
        guard configuration.spec != "-", !PathName.isURL(configuration.spec) else {
            diagnostics.report(.noFile, at: configuration.root?.mapping?["spec"]?.position)
            console.report(diagnostics)
            return .badDocument
        }
        guard access.admits(configuration, &diagnostics) else {
            console.report(diagnostics.rendered(atLeast: .error))
            return .badDocument
        }
        do {
            console.enter("fetch", of: input.path)
            let update = DocumentUpdate(configuration, from: source, beside: input.path, access)
            guard let version = try update.newest(force: arguments.has("--force")) else {
                record.isNew = false
                forget(beside: input.path, source, access)
                return upToDate(configuration, source, access, console)
            }
            forget(beside: input.path, source, access)
            return take(version, configuration, source, access, console, &diagnostics, &record)
        } catch {
            let fault = Diagnostic(.error, id: error.id, "\(source.name): \(error.reason); nothing was changed")
            diagnostics.report(fault, at: configuration.root?.mapping?["source"]?.position)
            console.report(diagnostics)
            return .failed
        }
    }

    private func withoutSource(
        _ configuration: Configuration, _ input: InputSearch.Found, _ console: Console, _ diagnostics: inout Diagnostics
    ) -> ExitCode {
        // Where a package is searched, other configurations may have one.
        if input.isFound {
            if !arguments.has("--quiet") { console.report("\(input.path): left alone, since it names no 'source'") }
            return .done
        }
        diagnostics.report(
            .noSource(input.path, isConfiguration: configuration.root != nil), at: configuration.root?.position)
        console.report(diagnostics)
        return .badDocument
    }

    /// Sources that were named once, and aren't now, don't stay in the lock.
    private func forget(beside path: String, _ source: DocumentSource, _ access: DocumentAccess) {
        guard access.lockedSources != [source.name], let names = NamedSources(beside: path).names else { return }
        access.keepSources(names.union([source.name]))
    }

    private func upToDate(
        _ configuration: Configuration, _ source: DocumentSource, _ access: DocumentAccess, _ console: Console
    ) -> ExitCode {
        console.say("\(configuration.spec): up to date with \(source.name)")
        // The server may have given another validator for the same content.
        return arguments.has("--dry-run") || access.writeLock(console) ? .done : .failed
    }

    private func take(
        _ version: NewVersion, _ configuration: Configuration, _ source: DocumentSource, _ access: DocumentAccess,
        _ console: Console, _ diagnostics: inout Diagnostics, _ record: inout UpdateRecord
    ) -> ExitCode {
        record.isNew = true
        var clock = console.clock(configuration.spec)
        let reader = SourceReader(access: version.access(access.access, at: configuration.spec))
        let files = Generator(configuration, reader: reader).generate(&diagnostics, clock: &clock)
        if configuration.isStrict { diagnostics.promoteWarnings() }
        console.report(diagnostics)
        guard let files, !diagnostics.hasErrors else {
            console.report("error: the new version of \(configuration.spec) has errors; nothing was changed")
            return .badDocument
        }
        let report = ChangeReport(configuration, old: access.access, new: reader)
        record.changes = report.json
        console.say("\(configuration.spec): a new version from \(source.name)\n" + report.text.dropLast())
        if arguments.has("--dry-run") {
            console.say("nothing was written, since this is a dry run")
            return .done
        }
        let result = UpdateWriter(configuration, access, console).write(version, files, report)
        record.isWritten = result == .done
        return result
    }
}

extension Diagnostic {
    fileprivate static let noFile = Diagnostic(
        .error, id: "bad-configuration", "'spec' must be a file that 'source' is fetched into; write a path")

    fileprivate static func noSource(_ path: String, isConfiguration: Bool) -> Diagnostic {
        let advice = "a line such as 'source: https://example.org/openapi.yaml'"
        return Diagnostic(
            .error, id: "bad-configuration",
            isConfiguration
                ? "the configuration names no 'source' to update from; add \(advice)"
                : "'\(path)' is a document; name its configuration, which has \(advice)")
    }
}
