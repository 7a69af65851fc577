// What a new version of a document changes, for running programs and for Swift code, in few lines.
import MartletDiff
import MartletGenerator
import MartletOpenAPI
import MartletSource

struct ChangeReport {
    /// What nobody reads to the end isn't printed.
    private static let longest = 40

    private struct Change {
        var isBreaking: Bool
        var text: String
    }

    private let versions: String
    /// Whether there is no version to compare with.
    private let isFirst: Bool
    private let wire: [Change]
    private let source: [Change]

    /// Both versions are read with one configuration; the old one may be missing, or have errors, which leaves nothing to
    /// compare with.
    init(_ configuration: Configuration, old: SourceReader, new: SourceReader) {
        var diagnostics = Diagnostics()
        let after = DocumentVersion(configuration, reader: new, &diagnostics)
        let title = after.map { "\($0.document.info.title) \($0.document.info.version)" } ?? configuration.spec
        var unheard = Diagnostics()
        guard let after, DocumentVersion(configuration, reader: old, &unheard) != nil,
            let before = DocumentVersion(configuration, reader: old, &diagnostics)
        else {
            versions = title
            isFirst = true
            wire = []
            source = []
            return
        }
        isFirst = false
        versions = title + ", after " + before.document.info.version
        wire = WireComparison(old: before, new: after).findings(diagnostics).map { finding in
            Change(
                isBreaking: finding.level == .breaking,
                text: (finding.operation.map { $0 + ": " } ?? "") + finding.message)
        }
        source = Self.source(configuration, old, new)
    }

    private static func source(_ configuration: Configuration, _ old: SourceReader, _ new: SourceReader) -> [Change] {
        var unheard = Diagnostics()
        var clock = StageClock()
        guard let before = Generator(configuration, reader: old).lower(&unheard, clock: &clock),
            let after = Generator(configuration, reader: new).lower(&unheard, clock: &clock)
        else { return [] }
        return SourceComparison(old: before, new: after).findings.map { finding in
            Change(isBreaking: finding.level == .breaking, text: finding.message)
        }
    }

    /// `## Responses API 2.0.0, after 1.9.0`
    var heading: String {
        "## " + versions
    }

    /// For the terminal: a verdict for each side, and the changes below it, what breaks before the rest.
    var lines: [String] {
        isFirst ? [Self.first] : section("the wire", wire, mark: "  ") + section("Swift source", source, mark: "  ")
    }

    /// The same as lists.
    var markdown: [String] {
        isFirst
            ? [Self.first] : section("the wire", wire, mark: "- ") + [""] + section("Swift source", source, mark: "- ")
    }

    private static let first = "There is no version before it to compare with."

    private func section(_ side: String, _ changes: [Change], mark: String) -> [String] {
        let breaking = changes.filter(\.isBreaking)
        let verdict =
            changes.isEmpty
            ? "nothing changes on \(side)"
            : "\(RunSummary.count(changes.count, "change")) on \(side), \(breaking.isEmpty ? "none" : String(breaking.count)) breaking"
        let all = breaking + changes.filter { !$0.isBreaking }
        let shown = all.prefix(Self.longest).map { mark + ($0.isBreaking ? "breaking: " : "") + $0.text }
        let rest = all.count - shown.count
        return [verdict] + (mark == "- " ? [""] : []) + shown
            + (rest > 0 ? [mark + "… and \(RunSummary.count(rest, "more change")); 'martlet diff' lists them"] : [])
    }
}
