// What ends a stream: a program that waits for one of the events that it knows says that the stream broke off.

import MartletIR
import MartletLowering
import MartletPasses

struct StreamEndings {
    private let old: DeclarationIndex
    private let new: DeclarationIndex

    init(_ old: DeclarationIndex, _ new: DeclarationIndex) {
        self.old = old
        self.new = new
    }

    func compare(_ pair: LoweredPair, _ findings: inout FindingList) {
        guard let before = pair.old.stream, let after = pair.new.stream else { return }
        let lost = lost(before, after)
        if !lost.isEmpty { findings.add("stream-ending-removed", name: Self.list(lost), of: pair) }
        let (texts, newTexts) = (before.rules.sentinels, after.rules.sentinels)
        if newTexts.contains(where: { !texts.contains($0) }) {
            findings.add(
                "stream-sentinel-changed", from: texts.isEmpty ? "no text" : Self.list(texts), to: Self.list(newTexts),
                of: pair)
        }
    }

    private static func list(_ words: [String]) -> String {
        words.map { "'\($0)'" }.joined(separator: ", ")
    }

    /// The tags that ended a stream well, if the new version lists none of them; those that end it otherwise, where there were
    /// no others.
    private func lost(_ before: Stream, _ after: Stream) -> [String] {
        let (tags, newTags) = (Self.tags(of: before.event, old), Self.tags(of: after.event, new))
        // A tag that no event was described with may come or not.
        guard !newTags.isEmpty, before.rules.terminalTypes.allSatisfy(tags.contains) else { return [] }
        let good = before.rules.terminalTypes.filter { !StreamTags.isMisfortune($0) }
        let ends = good.isEmpty ? before.rules.terminalTypes : good
        return ends.contains(where: newTags.contains) ? [] : ends
    }

    private static func tags(of event: TypeReference, _ index: DeclarationIndex) -> Set<String> {
        guard case .tag(let rows, _)? = index.union(event)?.dispatch else { return [] }
        return Set(rows.flatMap(\.values))
    }
}
