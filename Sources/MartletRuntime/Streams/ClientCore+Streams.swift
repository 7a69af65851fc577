// Calls that are answered with a stream.

import Foundation

extension ClientCore {
    /// Gives the events of a success as they come.
    ///
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    public func events<E: StreamEvent>(
        _ request: OperationRequest, rules: EventStreamRules = E.rules, _ options: RequestOptions = .init()
    ) async throws -> EventStream<E> {
        var request = request
        if request.headers["Accept"] == nil { request.accept(rules.framing.mediaType) }
        let response = try await success(request, options)
        return EventStream(
            response.body, head: response.head, operation: request.operation, rules: rules,
            decoding: self.options.decoding, options: options.streams ?? self.options.streams)
    }
}

extension StreamFraming {
    fileprivate var mediaType: String {
        switch self {
        case .serverSentEvents: "text/event-stream"
        case .jsonLines: "application/jsonl"
        case .jsonSequence: "application/json-seq"
        }
    }
}
