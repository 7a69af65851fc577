// What ends an event stream, and what in it is no event.

/// How an operation's event stream ends.
public struct EventStreamRules: Hashable, Sendable {
    /// Data that ends the stream and is no event.
    public var sentinels: [String]

    /// Types of events that end the stream; where there are some, a stream that ends without one is truncated.
    public var terminalTypes: [String]

    /// The most bytes of one event.
    public var maximumEventBytes: Int

    public init(
        sentinels: [String] = ["[DONE]"], terminalTypes: [String] = [], maximumEventBytes: Int = 16 << 20
    ) {
        self.sentinels = sentinels
        self.terminalTypes = terminalTypes
        self.maximumEventBytes = maximumEventBytes
    }

    func isSentinel(_ event: ServerSentEvent) -> Bool {
        sentinels.contains(event.data) || event.data.utf8.count < 64 && sentinels.contains { isTrimmed(event.data, $0) }
    }

    /// Whether data is nothing but a sign of life.
    ///
    /// Some gateways send comments as data, such as `data: : PROCESSING`; an empty event says nothing either.
    func isControl(_ event: ServerSentEvent) -> Bool {
        event.data.utf8.first == UInt8(ascii: ":") || event.data.isEmpty && event.event == nil
    }

    private func isTrimmed(_ data: String, _ sentinel: String) -> Bool {
        data.split(whereSeparator: \.isWhitespace).joined(separator: " ") == sentinel
    }
}
