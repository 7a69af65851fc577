// A document and its traffic, reconciled in memory.

import Foundation
import MartletConfiguration
import MartletReconcile
import MartletSource

struct ReconcileRun {
    /// `line:column: sentence [kind]`, and the counts.
    let lines: [String]
    /// The actions of the overlay, without what stands above them.
    let actions: String
    let overlay: String?
    let json: String

    /// - Parameters:
    ///   - traffic: recordings by their names.
    ///   - overlay: applied before.
    init(
        _ document: String, _ traffic: [(name: String, text: String)], overlay: String? = nil, operation: String? = nil,
        ignoring ignored: [String] = []
    ) throws {
        let files = ["api.yaml": document, "fixes.yaml": overlay ?? "", "pets.yaml": Self.otherFile]
        let reader = SourceReader(
            access: FileAccess { path throws(FileFault) in
                guard let text = files[path] else { throw FileFault("no such file; check the path") }
                return Array(text.utf8)
            })
        var configuration = Configuration(spec: "api.yaml")
        if overlay != nil { configuration.overlays = ["fixes.yaml"] }
        var reading = TrafficReader()
        for (name, text) in traffic where !reading.read(Data(text.utf8), name: name) { throw Fault(text: name) }
        var diagnostics = Diagnostics()
        let found = Reconciler(configuration, reader: reader, operation: operation, ignoring: ignored)
            .reconcile(reading.units, &diagnostics)
        guard let found else { throw Fault(text: diagnostics.rendered().joined(separator: "\n")) }
        let report = ReconcileReport(found, diagnostics)
        lines = report.lines.filter { !$0.hasPrefix("    ") }
        json = report.json
        self.overlay = found.overlay
        actions = found.overlay.map { $0.components(separatedBy: "actions:\n").last ?? "" } ?? ""
    }

    struct Fault: Error {
        var text: String
    }

    private static let otherFile = """
        Pet:
          type: object
          required: [name]
          properties: {name: {type: string}}
        """
}
