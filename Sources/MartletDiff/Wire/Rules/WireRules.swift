// The whole table, by id.

package enum WireRules {
    /// In the order of the families.
    package static let all: [WireRule] = {
        let families =
            [BoundFamily.rules, ScalarFamily.rules, ValueFamily.rules, MemberFamily.rules, LifecycleFamily.rules]
            + [UnionFamily.rules, ArrayFamily.rules, ConditionFamily.rules, OpenObjectFamily.rules]
            + [OperationRules.rules, ParameterRules.rules, BodyRules.rules, ResponseRules.rules, SecurityRules.rules]
            + [
                DocumentRules.rules, ServerRules.rules, CallbackRules.rules, ReversedOperations.rules,
                StreamRules.rules, [PageRules.rules],
            ]
            + [EncodingRules.rules, LinkRules.rules]
        var known: Set<String> = []
        return families.joined().flatMap(\.rules).filter { known.insert($0.id).inserted }
    }()

    package static let byID: [String: WireRule] = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}
