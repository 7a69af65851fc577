// The events that end a stream: a program that waits for one of those that it knows says that the stream broke off.

import MartletIR
import MartletLowering
import MartletOpenAPI

struct StreamEndings {
    private let old: API
    private let new: API

    init(_ old: API, _ new: API) {
        self.old = old
        self.new = new
    }

    func compare(_ pairs: [(old: LocatedOperation, new: LocatedOperation)], _ findings: inout FindingList) {
        let (olds, news) = (Self.streams(of: old), Self.streams(of: new))
        for pair in pairs {
            guard let before = olds[Self.name(pair.old)], let after = news[Self.name(pair.new)] else { continue }
            let lost = lost(before, after)
            if lost.isEmpty { continue }
            findings.add(
                "stream-ending-removed", name: lost.map { "'\($0)'" }.joined(separator: ", "),
                operation: pair.new.name, at: pair.old.spot, pair.new.spot)
        }
    }

    /// The tags that ended a stream well, if the new version lists none of them; those that end it otherwise, where there were
    /// no others.
    private func lost(_ before: MartletIR.Stream, _ after: MartletIR.Stream) -> [String] {
        let (tags, newTags) = (Self.tags(of: before.event, old), Self.tags(of: after.event, new))
        // A tag that no event was described with may come or not.
        guard !newTags.isEmpty, before.rules.terminalTypes.allSatisfy(tags.contains) else { return [] }
        let good = before.rules.terminalTypes.filter { !StreamTags.isMisfortune($0) }
        let ends = good.isEmpty ? before.rules.terminalTypes : good
        return ends.contains(where: newTags.contains) ? [] : ends
    }

    private static func streams(of api: API) -> [String: MartletIR.Stream] {
        let all = api.client.operations.compactMap { operation in
            operation.stream.map { ("\(operation.method) \(operation.path)", $0) }
        }
        return Dictionary(all) { first, _ in first }
    }

    private static func name(_ operation: LocatedOperation) -> String {
        "\(operation.operation.method) \(operation.item.path.prefix { $0 != "?" })"
    }

    private static func tags(of event: TypeReference, _ api: API) -> Set<String> {
        guard case .declared(let path) = event, path.count == 1,
            case .union(let union)? = api.types.first(where: { $0.name == path[0] })?.kind,
            case .tag(let rows, _) = union.dispatch
        else { return [] }
        return Set(rows.flatMap(\.values))
    }
}
