// An operation that the service calls, in both versions: a webhook, or a callback.

struct ReversedOperation {
    let old: LocatedOperation
    let new: LocatedOperation
    let name: String
    /// What messages begin with.
    let prefix: String

    func add(
        _ id: String, _ subject: String = "", name title: String = "", from first: String = "", to second: String = "",
        at oldSpot: Spot, _ newSpot: Spot, _ findings: inout FindingList
    ) {
        findings.add(
            id, subject, name: title, from: first, to: second, prefix: prefix, operation: name, at: oldSpot, newSpot)
    }
}
