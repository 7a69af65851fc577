// A finding whose places are still positions in the text.

struct RawFinding: Sendable {
    var rule: WireRule
    var message: String
    var operation: String?
    var old: Spot?
    var new: Spot?
    var reference: Spot?

    func located(_ olds: [Spot: Place], _ news: [Spot: Place]) -> WireFinding {
        WireFinding(
            id: rule.id, level: rule.level, direction: rule.direction, message: message, operation: operation,
            old: old.flatMap { olds[$0] }, new: new.flatMap { news[$0] }, reference: reference.flatMap { news[$0] })
    }
}
