// How far a stream has come, and what of it didn't fit.

/// How far a stream has come.
struct StreamEnding: Sendable {
    var sawTerminal = false
    var sawSentinel = false
    /// The last event should have carried the result, but did not.
    var lacksResult = false
    /// Of the events that have added to the value.
    var misfit = EventMisfit()
    /// The input is over, and nothing was wrong with that.
    var reachedEnd = false
    /// Its reader wanted no more.
    var wasLeft = false
    /// Nothing more is given; `failure` says why, where it wasn't the end.
    var isOver = false
    var failure: (any Error)?

    /// Keeps what didn't fit of an event: the first that is lost, and what may come in every event once.
    mutating func note(_ other: EventMisfit) {
        misfit.lost = misfit.lost ?? other.lost
        for issue in other.tolerated where misfit.tolerated.count < 64 && !misfit.tolerated.contains(issue) {
            misfit.tolerated.append(issue)
        }
    }
}

/// What of events didn't fit.
struct EventMisfit: Sendable {
    /// Why a piece of what the events add up to is missing.
    var lost: DecodingIssue?
    /// What is missing otherwise.
    var tolerated: [DecodingIssue] = []
}
