// What the events of a stream mean to who reads it: where it ends, which text it carries, and what it adds up to.

import MartletIR

struct StreamMeaning: Equatable, Sendable {
    private let rules: MartletIR.StreamRules
    /// Those of the events that are listed.
    private let tags: Set<String>
    /// By the names of cases.
    private let texts: [String: [String]]
    private let sums: [String: [String]]
    /// By the ways to the members of a piece.
    private let pieces: [String: String]

    init(_ events: EventRole, of union: Union) {
        rules = events.rules
        if case .tag(let rows, _) = union.dispatch { tags = Set(rows.flatMap(\.values)) } else { tags = [] }
        texts = Dictionary(events.texts.map { (union.cases[$0.branch].name, [$0.path.way]) }) { $0 + $1 }
        switch events.accumulation?.rules {
        case .statements(let rows):
            sums = Dictionary(rows.map { (union.cases[$0.branch].name, $0.statements.map(\.meaning)) }) { $0 + $1 }
            pieces = [:]
        case .pieces(let merge):
            sums = [:]
            pieces = merge.meaning
        case nil:
            sums = [:]
            pieces = [:]
        }
    }

    /// What of it isn't as it was, in words; what only came with new events is no change.
    func changes(from old: StreamMeaning) -> [String] {
        var words: [String] = []
        if old.rules.framing != rules.framing || old.rules.item != rules.item || old.rules.members != rules.members {
            words.append("how events come")
        }
        if old.rules.sentinels != rules.sentinels || !endsAlike(old) {
            words.append("what ends the stream")
        } else if old.rules.errors != rules.errors || Set(old.rules.errorTypes) != Set(rules.errorTypes) {
            words.append("which errors end the stream")
        }
        if old.rules.sequence != rules.sequence { words.append("what counts the events") }
        if !texts.isEmpty, !isAdded(old.texts, to: texts) { words.append("which text they carry") }
        if !isAdded(old.sums, to: sums) || !isAdded(old.pieces, to: pieces) { words.append("what they add up to") }
        return words
    }

    /// Whether the events that were there end the stream if they did.
    private func endsAlike(_ old: StreamMeaning) -> Bool {
        let (before, after) = (Set(old.rules.terminalTypes), Set(rules.terminalTypes))
        return before.isSubset(of: after) && after.subtracting(before).isDisjoint(with: old.tags)
    }

    private func isAdded<Value: Equatable>(_ old: [String: Value], to new: [String: Value]) -> Bool {
        old.allSatisfy { new[$0] == $1 }
    }
}

// What values are of, and whether they may be missing, is told of their types.

extension ValuePath {
    fileprivate var way: String {
        steps.compactMap { step in
            switch step {
            case .member(let name, _): name
            case .flattened: nil
            case .element(let place): "[\(place.way)]"
            case .first(let number): "[first \(number ?? "")]"
            case .branch(let branch): "<\(branch.caseName)>"
            }
        }.joined(separator: ".")
    }
}

extension Statement {
    fileprivate var meaning: String {
        let how =
            switch change {
            case .whole(let kept): "whole, but for \(kept.sorted().joined(separator: ", "))"
            case .set, .convert: "set"
            case .append: "append"
            case .appendJSON: "append JSON"
            }
        return "\(target.way): \(how) \(source.way)"
    }
}

extension PieceMerge {
    fileprivate var meaning: [String: String] {
        let whole =
            [complete?.way ?? ""] + renamed.map { "\($0.path) as \($0.name)" }
            + replaced.map { "\($0.path): \($0.value)" }
        return Self.meanings(of: members, at: "").merging(["": whole.joined(separator: ", ")]) { first, _ in first }
    }

    private static func meanings(of members: [PieceMember], at way: String) -> [String: String] {
        var meanings: [String: String] = [:]
        for member in members {
            let place = way + "." + member.property
            let (how, inner): (String, [PieceMember]) =
                switch member.change {
                case .replace, .replaceText: ("replace", [])
                case .append: ("append", [])
                case .merge(let members): ("merge", members)
                case .mergeElements(let number, let members): ("merge by \(number)", members)
                }
            meanings[place] = how
            meanings.merge(Self.meanings(of: inner, at: place)) { first, _ in first }
        }
        return meanings
    }
}
