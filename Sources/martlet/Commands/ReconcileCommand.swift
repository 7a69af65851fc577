// `martlet reconcile`: where recorded traffic and a document disagree, and the overlay that makes it true.

import Foundation
import MartletCommandLine
import MartletReconcile
import MartletSource

struct ReconcileCommand: Command {
    static let usage = CommandUsage(
        name: "reconcile",
        summary: "List where recorded traffic and a document disagree, and write an overlay that makes it true.",
        arguments: [
            .document(),
            .init(
                name: "TRAFFIC",
                help: "Bodies (JSON), streams (SSE, JSON lines), envelopes, HTTP archives; or folders of these.",
                isRepeated: true),
        ],
        options: [
            .overlay,
            .value("--output", short: "-o", "FILE", "Write the overlay that makes the document true to this file."),
            .value(
                "--operation", "ID",
                "What the recordings are of, by id or as 'GET /path'; without it, what they say or fit best."),
            .values(
                "--ignore", "KIND", choices: Disagreement.Kind.ids,
                "Leave out this kind of disagreement; may be repeated."),
            .json("Print the disagreements as JSON."), .quiet, .verbose,
        ] + CommandUsage.Option.access,
        exitCodes: [
            (.done, "Traffic and document agree."),
            (.failed, "They disagree, or a file can't be read or written."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
            (.badDocument, "The document has errors."),
        ],
        examples: [
            .init(
                command: "martlet reconcile openapi.yaml recordings -o fixes.overlay.yaml",
                help: "See where the service departs from the document, and save the corrections."),
            .init(
                command: "martlet reconcile --operation createChat openapi.yaml chat.sse",
                help: "Check one stream against one operation."),
        ])

    private let arguments: Arguments
    private let ignored: [String]

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        ignored = arguments.values("--ignore")
    }

    func run(_ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        let input = Input(arguments.positional[0], overlays: arguments.values("--overlay"))
        let configuration = input.configuration(&diagnostics)
        let access = DocumentAccess(arguments, beside: arguments.positional[0], &diagnostics)
        var traffic = TrafficReader()
        for path in arguments.positional.dropFirst() { traffic.read(path) }
        console.enter("reconcile", of: arguments.positional[0])
        let found = configuration.flatMap { configuration in
            Reconciler(
                configuration, reader: access.reader, operation: arguments.value("--operation"), ignoring: ignored
            ).reconcile(traffic.units, &diagnostics)
        }
        console.report(diagnostics, atLeast: .error)
        guard let found else { return .badDocument }
        console.report(traffic.faults.map { "martlet reconcile: " + $0 })
        // Nothing was compared: a report that finds no disagreement would pass for praise.
        if traffic.units.isEmpty, !traffic.faults.isEmpty, !arguments.has("--json") { return .failed }
        let report = ReconcileReport(found, diagnostics)
        if arguments.has("--json") { console.print(report.json) } else { console.print(report.lines) }
        var code: ExitCode = found.disagreements.isEmpty && traffic.faults.isEmpty ? .done : .failed
        if let path = arguments.value("--output"), let overlay = found.overlay,
            DocumentOutput(
                path, command: "reconcile", reading: diagnostics.files + arguments.positional.dropFirst()
            ).write(overlay, console) != .done
        {
            code = .failed
        }
        if let operation = arguments.value("--operation"), found.matches.isEmpty, !traffic.units.isEmpty {
            var nearest = NearestKey()
            let isKnown = found.operations.contains(operation)
            let hint = isKnown ? "" : nearest.hint(for: operation, among: found.operations)
            let advice =
                if isKnown { ", for which the document describes no such body or stream" } else if hint.isEmpty {
                    "; name an operation's id, or 'GET /path'"
                } else { hint }
            console.report("martlet reconcile: no recording can be of '\(operation)'\(advice)")
            code = .failed
        }
        return access.writeLock(console) ? code : .failed
    }
}
