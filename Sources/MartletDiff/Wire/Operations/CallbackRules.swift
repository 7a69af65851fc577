// Callbacks of one operation: which there are, and with which methods.

import MartletOpenAPI

struct CallbackRules {
    private let old: LocatedOperation
    private let new: LocatedOperation

    init(_ old: LocatedOperation, _ new: LocatedOperation) {
        self.old = old
        self.new = new
    }

    /// Those that both versions have; reports the others. A method, or a path, that only one of them has is a callback too.
    func pairs(_ findings: inout FindingList) -> [(old: Callback, new: Callback)] {
        let (before, after) = (old.operation.callbacks, new.operation.callbacks)
        var pairs: [(old: Callback, new: Callback)] = []
        for callback in before {
            if let other = after.first(where: { $0.name == callback.name }) {
                compareMethods(callback, other, &findings)
                pairs.append((callback, other))
            } else {
                add("callback-removed", callback.name, Spot(callback.position), new.spot, &findings)
            }
        }
        for callback in after where !before.contains(where: { $0.name == callback.name }) {
            add("callback-added", callback.name, old.spot, Spot(callback.position), &findings)
        }
        return pairs
    }

    private func compareMethods(_ before: Callback, _ after: Callback, _ findings: inout FindingList) {
        let pairing = OperationPairing(before.items, after.items)
        for operation in pairing.removed {
            let name = "\(before.name) \(operation.name)"
            add("callback-removed", name, operation.spot, Spot(after.position), &findings)
        }
        for operation in pairing.added {
            let name = "\(after.name) \(operation.name)"
            add("callback-added", name, Spot(before.position), operation.spot, &findings)
        }
    }

    private func add(_ id: String, _ name: String, _ before: Spot, _ after: Spot, _ findings: inout FindingList) {
        findings.add(id, name: name, operation: new.name, at: before, after)
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.components, .existence)
        rows.add("callback-removed", .breaking, .both, .own, "the callback '{name}' was removed")
        rows.add("callback-added", .info, .both, .own, "the callback '{name}' is new")
        return [rows]
    }()
}
