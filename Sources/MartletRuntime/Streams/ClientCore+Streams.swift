// Calls that are answered with a stream.

import Foundation

extension ClientCore {
    /// Gives the events of a success as they come.
    ///
    /// - Parameters:
    ///   - request: what asks for the stream.
    ///   - rules: how events come, and what ends them.
    ///   - options: of this call.
    ///   - rule: the request that takes up a stream which broke off, where ``StreamOptions/resume`` wants that.
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    public func events<E: StreamEvent>(
        _ request: OperationRequest, rules: EventStreamRules = E.rules, resume rule: StreamResumeRule? = nil,
        _ options: RequestOptions = .init()
    ) async throws -> EventStream<E> {
        var request = request
        if request.headers["Accept"] == nil { request.accept(rules.framing.mediaType) }
        let start = self.options.clock.now()
        let streams = options.streams ?? self.options.streams
        if streams.resume != nil {
            // The same request may be sent again later on: it has one body then, and one key.
            try await request.makeBody()
            if let field = idempotency(of: request, options) {
                request.merge([field.name: field.value], keepingOwn: true)
            }
        }
        let response = try await success(request, options)
        let end = start + (timeouts(options).total ?? Timeouts.unlimited)
        let resumption = streams.resume.map { [request, options] policy in
            StreamResumption(policy: policy, clock: self.options.clock, rule: rule, end: end) { position in
                guard let again = try request.resumed(at: position, rule, accept: rules.framing.mediaType) else {
                    return nil
                }
                var options = options
                // The limit for the whole call goes on, however often its stream is taken up again.
                options.start = start
                let response = try await success(again, options)
                return ResponseSource(head: response.head, body: response.body)
            }
        }
        return EventStream(
            ResponseSource(head: response.head, body: response.body), operation: request.operation, rules: rules,
            decoding: self.options.decoding, options: streams, resumption: resumption)
    }
}

extension OperationRequest {
    /// The request for what comes after a position; nil where nothing can be asked for.
    fileprivate func resumed(
        at position: StreamPosition, _ rule: StreamResumeRule?, accept: String
    ) throws -> OperationRequest? {
        if let rule, let number = position.lastNumber {
            guard var again = try base(rule, position, accept) else { return nil }
            again.setQuery(rule.after, String(number))
            for (name, value) in rule.query.sorted(by: { $0.key < $1.key }) { again.setQuery(name, value) }
            return again
        }
        guard method == .get || method == .init(rawValue: "QUERY"), !position.lastEventID.isEmpty else { return nil }
        var again = self
        try again.header("Last-Event-ID", position.lastEventID)
        return again
    }

    private func base(
        _ rule: StreamResumeRule, _ position: StreamPosition, _ accept: String
    ) throws -> OperationRequest? {
        guard let path = rule.path else { return self }
        guard let id = position.resourceID, let open = path.firstIndex(of: "{"), let close = path.firstIndex(of: "}")
        else { return nil }
        var request = OperationRequest(operation, .get, path)
        try request.path(String(path[path.index(after: open)..<close]), id)
        request.accept(accept)
        request.security(alternatives)
        return request
    }
}
