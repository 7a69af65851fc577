// One operation of both versions: what is asked of callers, and what they get.

import MartletOpenAPI

/// Compares in two steps: first every schema is asked for, then, when all schemas are compared, all is reported.
struct OperationComparison: Sendable {
    let old: LocatedOperation
    let new: LocatedOperation
    /// Schemas, and where each is used.
    private(set) var payloads: [(index: Int, context: PayloadContext)] = []

    init(_ old: LocatedOperation, _ new: LocatedOperation) {
        self.old = old
        self.new = new
    }

    var name: String { new.name }

    /// Reports all but what is in schemas, and asks for the comparison of those.
    mutating func compare(_ schemas: inout SchemaComparison, _ findings: inout FindingList) {
        ParameterRules(self, schemas.policy).compare(&schemas, &payloads, &findings)
        BodyRules(self).compare(&schemas, &payloads, &findings)
        ResponseRules(self).compare(&schemas, &payloads, &findings)
    }
}
