// What can be set for the streams of a client, and for one call's.

/// How streams are read.
public struct StreamOptions: Hashable, Sendable {
    /// The most bytes of one event, 16 MiB unless set; a larger one ends the stream with `oversizedEvent`,
    /// once those before it are given.
    public var maximumEventBytes: Int

    /// How a stream that broke off is taken up again; nil, as it is unless set, throws instead.
    public var resume: ResumePolicy?

    /// Options, each of which may be left out.
    public init(maximumEventBytes: Int = 16 << 20, resume: ResumePolicy? = nil) {
        self.maximumEventBytes = maximumEventBytes
        self.resume = resume
    }
}

/// How often, and after which time, a stream that broke off is taken up again.
///
/// Where the document says how (`resume` in `x-martlet-stream`), the rest is asked for after the number of the last event.
/// Elsewhere, requests that change nothing are sent again with `Last-Event-ID`, if an event had an id (WHATWG HTML,
/// section 9.2.3). Events that come twice are given once.
public struct ResumePolicy: Hashable, Sendable {
    /// How often a stream is taken up in a row without any new event, 5 unless set.
    public var maximumAttempts: Int

    /// The time before the first attempt, half a second unless set, which doubles with each; a server's `retry:` counts
    /// instead.
    public var delay: Duration

    /// The longest time before an attempt, whatever the server says; 30 seconds unless set.
    public var maximumDelay: Duration

    /// A policy, of which each part may be left out.
    public init(
        maximumAttempts: Int = 5, delay: Duration = .milliseconds(500), maximumDelay: Duration = .seconds(30)
    ) {
        self.maximumAttempts = maximumAttempts
        self.delay = delay
        self.maximumDelay = maximumDelay
    }

    /// - Parameters:
    ///   - attempt: 1 for the first.
    ///   - retry: what the server asked for, in milliseconds.
    func delay(before attempt: Int, retry: Int?) -> Duration {
        let wanted = retry.map { Duration.milliseconds(min(Int64($0), 1 << 40)) } ?? delay * (1 << min(attempt - 1, 20))
        return min(wanted, maximumDelay)
    }
}
