// The bytes of a stream up to its events: tells a stream from another body, and queues events.

import Foundation

/// A body that is JSON or a page, where an event stream was expected.
struct NotAStream: Error {
    var body: Data

    /// The error that the body reports, where it is JSON that does.
    var serverError: ServerError? {
        (try? JSONValue(parsing: body)).flatMap { ServerError($0) }
    }
}

/// Takes the bytes of a body, and gives events.
struct EventStreamInput: Sendable {
    /// What the first bytes show the body to be; its content type is not believed.
    private enum Content: Sendable {
        case undecided
        case stream
        case other(Data)
    }

    private var content = Content.undecided
    private var parser = ServerSentEventParser()
    private var events: ArraySlice<ServerSentEvent> = []
    private(set) var isAtEnd = false

    init(maximumEventBytes: Int) {
        parser.isTolerantAtEnd = true
        parser.maximumEventBytes = maximumEventBytes
    }

    mutating func popEvent() -> ServerSentEvent? {
        events.popFirst()
    }

    /// The error of a line that is JSON between the events: some gateways break into a stream like that.
    var strayError: ServerError? {
        parser.strayObjects.lazy.compactMap { (try? JSONValue(parsing: $0)).flatMap { ServerError($0) } }.first
    }

    /// Takes the next bytes; nil is the end.
    ///
    /// - Throws: ``NotAStream``, ``OversizedEvent``.
    mutating func push(_ chunk: Data?) throws {
        guard let chunk else {
            isAtEnd = true
            if case .other(let body) = content { throw NotAStream(body: body) }
            events += try parser.finish()
            return
        }
        if case .undecided = content { decide(chunk) }
        switch content {
        case .undecided, .stream: events += try parser.push(chunk)
        case .other(var body):
            body.append(chunk.prefix(ClientError.bodyLimit - body.count))
            content = .other(body)
            if body.count >= ClientError.bodyLimit { throw NotAStream(body: body) }
        }
    }

    /// No line of an event stream that does anything starts with a brace, a bracket or a tag.
    private mutating func decide(_ chunk: Data) {
        let blank: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]
        guard let first = chunk.first(where: { !blank.contains($0) }) else { return }
        content = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<")].contains(first) ? .other(Data()) : .stream
    }
}

/// The data of an event, ready to be decoded.
struct EventData {
    private let data: String

    init(_ event: ServerSentEvent) {
        data = event.data
    }

    /// Decodes JSON; data that is none is decoded as a JSON string, for streams of plain text.
    func decode<Event: Decodable>(_ context: DecodingContext) throws -> Event {
        let decoder = JSONCoding.decoder(context)
        do {
            return try decoder.decode(Event.self, from: Data(data.utf8))
        } catch DecodingError.dataCorrupted(let failure) where failure.codingPath.isEmpty && !looksLikeJSON {
            return try decoder.decode(Event.self, from: JSONCoding.encoder().encode(data))
        }
    }

    private var looksLikeJSON: Bool {
        data.utf8.first == UInt8(ascii: "{") || data.utf8.first == UInt8(ascii: "[")
    }
}
