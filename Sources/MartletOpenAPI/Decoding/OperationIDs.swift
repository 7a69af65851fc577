// Operations are told apart by `operationId`, which must differ (OpenAPI 3.2.0, section 4.10.1).

internal import MartletSource

struct OperationIDs {
    func check(_ items: [PathItem], _ diagnostics: inout Diagnostics) {
        var known: [String: String] = [:]
        for item in items {
            for operation in item.operations {
                guard let id = operation.operationID else { continue }
                let call = "\(operation.method) \(item.path)"
                if let first = known[id] {
                    diagnostics.report(.duplicate(id, first), at: operation.position)
                } else {
                    known[id] = call
                }
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func duplicate(_ id: String, _ first: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "duplicate-operation-id",
            "the operationId '\(id)' already belongs to \(first); give this operation another one")
    }
}
