// An operation of both versions, as it is documented and as it is lowered.

import MartletIR
import MartletOpenAPI

/// What only a model says of an operation, such as what streams and pages are made of, is compared with these.
struct LoweredPair {
    let documents: (old: LocatedOperation, new: LocatedOperation)
    let old: MartletIR.Operation
    let new: MartletIR.Operation

    /// Those of `pairs` that both models have.
    static func all(_ pairs: [(old: LocatedOperation, new: LocatedOperation)], _ old: API, _ new: API) -> [LoweredPair]
    {
        let (olds, news) = (operations(of: old), operations(of: new))
        return pairs.compactMap { pair in
            guard let before = olds[name(pair.old)], let after = news[name(pair.new)] else { return nil }
            return LoweredPair(documents: pair, old: before, new: after)
        }
    }

    private static func operations(of api: API) -> [String: MartletIR.Operation] {
        Dictionary(api.client.operations.map { ("\($0.method) \($0.path)", $0) }) { first, _ in first }
    }

    private static func name(_ operation: LocatedOperation) -> String {
        "\(operation.operation.method) \(operation.item.path.prefix { $0 != "?" })"
    }
}

extension FindingList {
    /// Adds what the rule `id` says of the operation as a whole.
    mutating func add(
        _ id: String, name: String = "", from old: String = "", to new: String = "", of pair: LoweredPair
    ) {
        add(
            id, name: name, from: old, to: new, operation: pair.documents.new.name, at: pair.documents.old.spot,
            pair.documents.new.spot)
    }
}
