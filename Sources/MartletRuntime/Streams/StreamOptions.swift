// What can be set for the streams of a client, and for one call's.

/// How streams are read.
public struct StreamOptions: Hashable, Sendable {
    /// The most bytes of one event.
    public var maximumEventBytes: Int

    public init(maximumEventBytes: Int = 16 << 20) {
        self.maximumEventBytes = maximumEventBytes
    }
}
