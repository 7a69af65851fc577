// What the events of a stream add up to, where the whole comes in the end.

import MartletIR
import Testing

@testable import MartletPasses

@Suite struct AccumulationTests {
    /// A value that is built up from nothing is replaced by the whole that an event carries, after what the event adds.
    @Test func wholesReplaceWhatWasBuiltUp() {
        let type = TypeReference.declared(["Reply"])
        let title = ValuePath(steps: [.member("title", isOptional: false)], type: .builtin(.string))
        let set = Statement(target: title, source: title, change: .set)
        let carriers = [
            EventRole.Carrier(branch: 0, property: "reply", isOptional: false),
            EventRole.Carrier(branch: 1, property: "reply", isOptional: true, isTwofold: true),
        ]
        func rules(isBuiltUp: Bool) -> [[[ValuePath.Step]]] {
            let rows = [EventStatements(branch: 0, statements: [set])]
            let sum = Accumulation(snapshot: type, isBuiltUp: isBuiltUp, rules: .statements(rows))
            guard case .statements(let rows) = sum.replaced(by: carriers).rules else { return [] }
            return rows.map { $0.statements.map(\.source.steps) }
        }
        #expect(
            rules(isBuiltUp: true) == [
                [title.steps, [.member("reply", isOptional: false)]],
                [[.member("reply", isOptional: false), .flattened]],
            ])
        #expect(rules(isBuiltUp: false) == [[title.steps]])
    }
}
