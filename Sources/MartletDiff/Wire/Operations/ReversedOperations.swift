// Webhooks and callbacks: the server asks and the client answers, so that what is sent and received changes places.

import MartletOpenAPI

struct ReversedOperations {
    private let old: Document
    private let new: Document
    private let policy: WirePolicy

    init(_ old: Document, _ new: Document, _ policy: WirePolicy) {
        self.old = old
        self.new = new
        self.policy = policy
    }

    /// What is received and answered in those that both versions have; reports what isn't in schemas.
    func payloads(
        _ schemas: inout SchemaComparison, _ findings: inout FindingList
    ) -> [(index: Int, context: PayloadContext)] {
        var payloads: [(index: Int, context: PayloadContext)] = []
        for pair in OperationPairing(old.webhooks, new.webhooks).pairs {
            compare(pair, "webhook \(pair.new.name)", prefix: "", &schemas, &payloads, &findings)
        }
        for pair in OperationPairing(old, new).pairs {
            for (callback, other) in CallbackRules(pair.old, pair.new).pairs(&findings) {
                // Several methods have one URL.
                var moves: Set<String> = []
                for inner in OperationPairing(callback.items, other.items).pairs {
                    let name = "\(pair.new.name), callback \(callback.name) \(inner.new.operation.method)"
                    compare(inner, name, prefix: RuleNames.callbacks, &schemas, &payloads, &findings)
                    let move = "\(inner.old.item.path) \(inner.new.item.path)"
                    if inner.old.item.path != inner.new.item.path, moves.insert(move).inserted {
                        findings.add(
                            "callback-url-changed", name: callback.name, from: inner.old.item.path,
                            to: inner.new.item.path, operation: pair.new.name, at: inner.old.spot, inner.new.spot)
                    }
                }
            }
        }
        return payloads
    }

    private func compare(
        _ pair: (old: LocatedOperation, new: LocatedOperation), _ name: String, prefix: String,
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        OperationRules(policy).deprecation(pair.old, pair.new, name, prefix: prefix, &findings)
        let operation = ReversedOperation(old: pair.old, new: pair.new, name: name, prefix: prefix)
        let received = ReceivedParts(operation)
        received.compare(&schemas, &payloads, &findings)
        let expected = ExpectedAnswers(operation)
        expected.compare(&schemas, &payloads, &findings)
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.components, .existence)
        rows.add(
            "callback-url-changed", .breaking, .both, .own,
            "the URL of the callback '{name}' comes from {new} now; it came from {old}")
        return ReceivedParts.rules + ExpectedAnswers.rules + [rows]
    }()
}
