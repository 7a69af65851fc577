// The report as JSON, for other programs: `Schemas/diff.schema.json` describes it.

internal import Foundation
internal import MartletTemplates

package struct JSONReport {
    package init() {}

    package func text(_ reports: [DiffReport]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let whole = Whole(documents: reports.map(DocumentBody.init))
        return String(decoding: try encoder.encode(whole), as: UTF8.self) + "\n"
    }
}

private struct Whole: Encodable {
    let format = "martlet-diff/1"
    let generator = "martlet \(MartletVersion.current)"
    let documents: [DocumentBody]
}

private struct DocumentBody: Encodable {
    let name: String
    let old: VersionBody?
    let new: VersionBody?
    let advice: AdviceBody?
    let entries: [EntryBody]
    let ignored: Int
    let summary: SummaryBody

    init(_ report: DiffReport) {
        name = report.name
        old = report.old.map(VersionBody.init)
        new = report.new.map(VersionBody.init)
        advice = report.advice.map(AdviceBody.init)
        entries = report.entries.map(EntryBody.init)
        ignored = report.ignored
        summary = SummaryBody(report.counts)
    }
}

private struct VersionBody: Encodable {
    let title: String
    let version: String
    let file: String

    init(_ version: DiffReport.Version) {
        (title, self.version, file) = (version.title, version.version, version.file)
    }
}

private struct SummaryBody: Encodable {
    let wire: [String: Int]
    let source: [String: Int]

    init(_ counts: DiffReport.Counts) {
        let wires = WireFinding.Level.allCases.map { ($0.rawValue, counts.wire[$0] ?? 0) }
        let sources = SourceFinding.Level.allCases.map { ($0.rawValue, counts.source[$0] ?? 0) }
        wire = Dictionary(wires) { first, _ in first }
        source = Dictionary(sources) { first, _ in first }
    }
}

private struct AdviceBody: Encodable {
    struct Reason: Encodable {
        let bump: String
        let reason: String
    }

    let wire: Reason
    let source: Reason
    let check: String
    let isEnough: Bool

    init(_ advice: VersionAdvice) {
        wire = Reason(bump: advice.wire.bump.rawValue, reason: advice.wire.text)
        source = Reason(bump: advice.source.bump.rawValue, reason: advice.source.text)
        check = advice.check
        isEnough = advice.isEnough
    }
}

private struct EntryBody: Encodable {
    let fingerprint: String
    let component: String
    let title: String
    let operations: [String]
    let samplePath: String
    let wire: [WireBody]
    let source: [SourceBody]

    init(_ entry: Entry) {
        fingerprint = entry.fingerprint
        component = entry.component
        title = entry.title
        operations = entry.operations
        samplePath = entry.samplePath
        wire = entry.wire.map(WireBody.init)
        source = entry.source.map(SourceBody.init)
    }
}

private struct WireBody: Encodable {
    let id: String
    let level: String
    let directions: [String]
    let message: String
    let isElsewhereToo: Bool
    let operations: [String]
    let old: PlaceBody?
    let new: PlaceBody?

    init(_ finding: Entry.Wire) {
        id = finding.id
        level = finding.level.rawValue
        directions = finding.directions.map(\.rawValue)
        message = finding.message
        isElsewhereToo = finding.isElsewhereToo
        operations = finding.operations
        old = finding.old.map(PlaceBody.init)
        new = finding.new.map(PlaceBody.init)
    }
}

private struct SourceBody: Encodable {
    let id: String
    let level: String
    let message: String
    let symbol: String
    let breaks: [String]
    let old: PlaceBody?
    let new: PlaceBody?

    init(_ finding: SourceFinding) {
        id = finding.id
        level = finding.level.rawValue
        message = finding.message
        symbol = finding.symbol
        breaks = finding.breaks.map(\.rawValue)
        old = finding.old.map(PlaceBody.init)
        new = finding.new.map(PlaceBody.init)
    }
}

private struct PlaceBody: Encodable {
    let pointer: String
    let file: String
    let line: Int
    let column: Int

    init(_ place: Place) {
        (pointer, file, line, column) = (place.pointer, place.file, place.line, place.column)
    }
}
