// Follows a union's dispatch with a JSON value, as generated code does with a decoder.

import MartletIR
import MartletLowering
import MartletRuntime

struct UnionDispatch {
    private let union: ExpectedUnion

    init(_ union: ExpectedUnion) {
        self.union = union
    }

    /// The places of the branches that are tried in turn; none where the document lists none for the value.
    func branches(of value: JSONValue, eventName: String?) -> [Int] {
        follow(union.dispatch, value, tag: tag(of: value, eventName: eventName))
    }

    /// The text of the member that tells objects apart; an event's name stands in for one that isn't there.
    func tag(of value: JSONValue, eventName: String?) -> String {
        let written = union.tag.flatMap { value[$0] }?.tagText ?? ""
        return written.isEmpty && union.tag != nil ? eventName ?? "" : written
    }

    private func follow(_ dispatch: Dispatch, _ value: JSONValue, tag: String) -> [Int] {
        switch dispatch {
        case .branch(let place): return [place]
        case .firstOf(let places): return places
        case .unknown: return []
        case .tag(let rows, let otherwise):
            return follow(rows.first { $0.values.contains(tag) }?.dispatch ?? otherwise, value, tag: tag)
        case .kind(let rows, let otherwise):
            return follow(row(rows, value.kind) ?? otherwise, value, tag: tag)
        case .elementKind(let rows, let otherwise):
            let first = value.arrayValue?.first?.kind
            return follow(first.flatMap { row(rows, $0) } ?? otherwise, value, tag: tag)
        case .element(let inner):
            return follow(inner, value.arrayValue?.first ?? value, tag: "")
        case .text(let rows, let otherwise):
            let text = value.tagText
            return follow(rows.first { $0.values.contains(text) }?.dispatch ?? otherwise, value, tag: tag)
        case .member(let name, let rows, let otherwise):
            let text = value[name]?.tagText ?? ""
            return follow(rows.first { $0.values.contains(text) }?.dispatch ?? otherwise, value, tag: tag)
        case .memberKind(let name, let rows, let otherwise):
            return follow(value[name].flatMap { row(rows, $0.kind) } ?? otherwise, value, tag: tag)
        case .bestMatch(let candidates):
            return best(candidates, value)
        }
    }

    private func row(_ rows: [Dispatch.KindRow], _ kind: MartletIR.JSONKind) -> Dispatch? {
        rows.first { $0.kinds.contains(kind) }?.dispatch
    }

    /// Where members are missing, generated code takes none: here the nearest shows what is wrong.
    private func best(_ candidates: [Dispatch.Candidate], _ value: JSONValue) -> [Int] {
        if candidates.isEmpty { return [] }
        let has: (String) -> Bool = { value[$0] != nil }
        let only = candidates.enumerated().compactMap { place, candidate in candidate.only.map { (place, $0) } }
        let others = MemberMatch.others(
            than: Dictionary(uniqueKeysWithValues: only), isEmpty: value.objectValue?.isEmpty ?? true, has: has)
        let match = MemberMatch(
            candidates.map(\.keys), known: candidates.map(\.known),
            except: others.count == candidates.count ? [] : others, has: has, isNull: { value[$0]?.isNull == true })
        return candidates[match.index].branches
    }
}
