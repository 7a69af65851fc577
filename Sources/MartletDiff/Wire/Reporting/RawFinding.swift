// A finding whose places are still positions in the text.

struct RawFinding: Sendable {
    var rule: WireRule
    var message: String
    var operation: String?
    var old: Spot?
    var new: Spot?
}
