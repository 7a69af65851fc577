// A finding while it is made: it knows where in the models it comes from, not yet where in the documents that is.

import MartletIR

struct SourceChange: Sendable {
    var rule: SourceRule
    var symbol: String
    var message: String
    var breaks: [SourceFinding.Use]
    var old: Origin?
    var new: Origin?

    init(
        _ rule: SourceRule, _ symbol: String, _ message: String, breaks: [SourceFinding.Use]? = nil,
        old: Origin? = nil, new: Origin? = nil
    ) {
        self.rule = rule
        self.symbol = symbol
        self.message = message
        self.breaks = breaks ?? rule.breaks
        self.old = old
        self.new = new
    }
}
