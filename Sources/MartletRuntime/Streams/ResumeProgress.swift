// How far a stream has come that may be taken up again.

/// What a stream that may be taken up again remembers.
struct ResumeProgress: Sendable {
    /// Those in a row without a new event.
    var attempts = 0
    var isResumed = false
    var retry: Int?
    var resourceID: String?
    /// Of the events since the stream was taken up last, and of those before.
    private var ids: [String] = []
    private var givenIDs: Set<String> = []
    /// Those that come again are the last ones.
    private static let mostIDs = 4096

    mutating func resume() {
        isResumed = true
        givenIDs = givenIDs.count < Self.mostIDs ? givenIDs.union(ids) : Set(ids)
        ids = []
    }

    /// Whether the event with that id was given before the stream was taken up last.
    func wasGiven(_ id: String) -> Bool {
        givenIDs.contains(id)
    }

    /// Whether an event was not given before its stream broke off.
    ///
    /// - Parameters:
    ///   - isNext: whether nothing in its number says otherwise.
    ///   - isNumbered: whether it has a number at all; what has neither that nor an id is no progress.
    mutating func isNew(_ event: ServerSentEvent, isNext: Bool, isNumbered: Bool) -> Bool {
        if isResumed, !isNext || event.id.map(givenIDs.contains) ?? false { return false }
        let id = event.id.flatMap { $0.isEmpty ? nil : $0 }
        if id != nil || isNumbered { attempts = 0 }
        if let id {
            ids.append(id)
            if ids.count > 2 * Self.mostIDs { ids.removeFirst(Self.mostIDs) }
        }
        return true
    }
}
