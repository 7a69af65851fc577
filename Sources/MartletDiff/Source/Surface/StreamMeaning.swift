// What the events of a stream mean to who reads it: where it ends, which text it carries, and what it adds up to.
import MartletIR

struct StreamMeaning: Equatable, Sendable {
    private let rules: MartletIR.StreamRules
    /// Those of the events that are listed.
    private let tags: Set<String>
    /// By the names of cases.
    private let texts: [String: [ValuePath]]
    private let sums: [String: [Statement]]
    private let pieces: PieceMerge?

    init(_ events: EventRole, of union: Union) {
        rules = events.rules
        if case .tag(let rows, _) = union.dispatch { tags = Set(rows.flatMap(\.values)) } else { tags = [] }
        texts = Dictionary(events.texts.map { (union.cases[$0.branch].name, [$0.path]) }) { $0 + $1 }
        switch events.accumulation?.rules {
        case .statements(let rows):
            sums = Dictionary(rows.map { (union.cases[$0.branch].name, $0.statements) }) { $0 + $1 }
            pieces = nil
        case .pieces(var merge):
            sums = [:]
            // The place of the only case, which its name tells better.
            merge.branch = 0
            pieces = merge
        case nil:
            sums = [:]
            pieces = nil
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
        } else if old.rules.errors != rules.errors {
            words.append("which errors end the stream")
        }
        if old.rules.sequence != rules.sequence { words.append("what counts the events") }
        if !texts.isEmpty, !isAdded(old.texts, to: texts) { words.append("which text they carry") }
        if !isAdded(old.sums, to: sums) || old.pieces != pieces { words.append("what they add up to") }
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
