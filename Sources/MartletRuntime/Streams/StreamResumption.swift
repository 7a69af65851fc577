// Takes up streams that broke off.

/// The request that takes up a stream, as the document says it.
public struct StreamResumeRule: Hashable, Sendable {
    /// The path of a GET operation, with one parameter in braces; nil for the same request again.
    public var path: String?

    /// The way to the member of an event that fills the parameter.
    public var id: [String]

    /// The query parameter that takes the number of the last event.
    public var after: String

    /// Further query parameters.
    public var query: [String: String]

    /// A rule; without a path the same request is sent again.
    public init(path: String? = nil, id: [String] = [], after: String, query: [String: String] = [:]) {
        self.path = path
        self.id = id
        self.after = after
        self.query = query
    }
}

/// How far a stream was read.
struct StreamPosition: Sendable {
    var lastEventID = ""
    var lastNumber: Int?
    /// What the events call the thing that they are about.
    var resourceID: String?
}

/// Opens a stream anew where it broke off.
struct StreamResumption: Sendable {
    let policy: ResumePolicy
    let clock: PolicyClock
    let rule: StreamResumeRule?
    /// By the clock: when the call is over, and so is each pause.
    let end: Duration
    /// Nil where the position is none to go on from.
    let reopen: @Sendable (StreamPosition) async throws -> (any EventSource)?

    /// The source of what is left; nil where there is none, or every attempt failed.
    ///
    /// - Parameter attempts: those so far without a new event; counted on.
    /// - Throws: `CancellationError`; ``ClientError`` where no other attempt can end differently.
    func source(_ position: StreamPosition, retry: Int?, attempts: inout Int) async throws -> (any EventSource)? {
        while attempts < policy.maximumAttempts {
            attempts += 1
            let delay = policy.delay(before: attempts, retry: retry)
            try await clock.sleep(min(delay, max(end - clock.now(), .zero)))
            do {
                return try await reopen(position)
            } catch let error as ClientError {
                guard Self.mayPass(error) else { throw error }
            }
        }
        return nil
    }

    /// Whether an error says nothing against another attempt.
    static func mayPass(_ error: ClientError) -> Bool {
        switch error.kind {
        case .transport, .connectTimeout, .firstByteTimeout, .idleTimeout, .truncatedStream: true
        case .status: error.status.map { $0 == 425 || RetryPolicy.standardStatuses.contains($0) } ?? false
        default: false
        }
    }
}
