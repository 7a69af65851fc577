// The bytes of a stream up to its events: tells a stream from another body, and queues events.

import Foundation

/// A body that is something else than the stream that was expected: JSON or a page.
struct NotAStream: Error {
    var body: Data

    /// The error that the body reports as JSON, which some services put into a list.
    var serverError: ServerError? {
        let json = try? JSONValue(parsing: body)
        return [json, json?[0]].lazy.compactMap { $0.flatMap { ServerError($0) } }.first
    }
}

/// Takes the bytes of a body, and gives events.
struct EventStreamInput: Sendable {
    /// What the first bytes show the body to be; its content type is believed only where the body shows nothing.
    private enum Content: Sendable {
        case undecided
        case stream
        case other(Data)
    }

    private var content = Content.undecided
    /// One of the two, by the framing; both where the first line will show which.
    private var eventParser: ServerSentEventParser?
    private var textParser: JSONTextParser?
    /// What the response is called, where that is the name of something else than the framing.
    private var otherName: OtherName?
    /// The beginning of what came up to the end of the first line, which shows whether these are lines; nil where it has.
    private var firstLine: Data?
    /// What the events would be if that line showed that these are no lines.
    private var otherEvents: [ServerSentEvent] = []
    private var events: [ServerSentEvent] = []
    private var position = 0
    /// Whether the response is called an event stream, or nothing.
    private let isLabelled: Bool
    private(set) var isAtEnd = false
    /// What is wrong after the events that wait.
    private var fault: (any Error)?

    /// - Parameter lastEventID: that of the stream which this one goes on with.
    init(
        _ framing: StreamFraming, of head: ResponseHead, maximumEventBytes: Int, lastEventID: String = ""
    ) {
        isLabelled = head.headers["Content-Type"].map { $0.lowercased().hasPrefix("text/event-stream") } ?? true
        otherName = framing == .jsonSequence ? nil : OtherName(head, instead: framing)
        if framing == .serverSentEvents || otherName == .events {
            var parser = ServerSentEventParser(lastEventID: lastEventID)
            parser.isTolerantAtEnd = true
            parser.givesStrays = true
            parser.maximumEventBytes = maximumEventBytes
            eventParser = parser
        }
        if framing != .serverSentEvents || otherName == .lines {
            var parser = JSONTextParser(framing == .jsonSequence ? framing : .jsonLines)
            parser.maximumEventBytes = maximumEventBytes
            textParser = parser
        }
        firstLine = otherName != nil ? Data() : nil
    }

    mutating func popEvent() -> ServerSentEvent? {
        guard position < events.count else { return nil }
        defer { position += 1 }
        return events[position]
    }

    mutating func popEvents(upTo count: Int) -> [ServerSentEvent] {
        let end = Swift.min(position + count, events.count)
        defer { position = end }
        return Array(events[position..<end])
    }

    /// Whether the input ended within an event.
    var isCutShort: Bool {
        eventParser?.isCutShort == true || textParser?.isCutShort == true
    }

    /// The time that the server wants clients to wait before they come back.
    var retry: Int? {
        eventParser?.retry
    }

    /// The last id so far; empty where there was none.
    var lastEventID: String {
        eventParser?.lastEventID ?? ""
    }

    /// - Throws: what the last bytes were wrong with, once the events before it are taken.
    func check() throws {
        if let fault { throw fault }
    }

    /// Takes the next bytes; nil is the end.
    ///
    /// - Throws: ``NotAStream``, ``OversizedEvent``.
    mutating func push(_ chunk: Data?) throws {
        if position == events.count {
            events.removeAll(keepingCapacity: true)
            position = 0
        }
        do {
            try take(chunk)
        } catch {
            if position == events.count { throw error }
            (fault, isAtEnd) = (error, false)
        }
    }

    private mutating func take(_ chunk: Data?) throws {
        guard let chunk else {
            isAtEnd = true
            if case .other(let body) = content { throw NotAStream(body: body) }
            return try finish()
        }
        if case .undecided = content { decide(chunk) }
        switch content {
        case .undecided, .stream:
            try parse(chunk)
            try decideLines(chunk)
        case .other(var body):
            body.append(chunk.prefix(ClientError.bodyLimit - body.count))
            try takeOther(body)
        }
    }

    private mutating func takeOther(_ body: Data) throws {
        content = .other(body)
        if body.count >= ClientError.bodyLimit { throw NotAStream(body: body) }
    }

    private mutating func parse(_ chunk: Data) throws {
        try chunk.withUnsafeBytes { bytes in
            guard textParser != nil else {
                try eventParser?.push(bytes, into: &events)
                return
            }
            try eventParser?.push(bytes, into: &otherEvents)
            try textParser?.push(bytes, into: &events)
        }
    }

    private mutating func finish() throws {
        // Where no line came to its end, these are what was expected, unless what there is shows that they are none.
        if textParser != nil, otherName == .events, firstLine.map({ FirstLine($0).isOfEvents }) == true {
            (events, textParser) = (otherEvents, nil)
        }
        if textParser != nil { eventParser = nil }
        events += try eventParser?.finish() ?? textParser?.finish() ?? []
        // A page in plain text has nothing that an event stream has.
        if let foreign = eventParser?.foreignText(isLabelled: isLabelled) { throw NotAStream(body: Data(foreign.utf8)) }
    }

    /// No line of an event stream that does anything starts with a brace, a bracket or a tag; a JSON text doesn't start
    /// with a tag.
    private mutating func decide(_ chunk: Data) {
        let blank: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]
        guard let first = chunk.first(where: { !blank.contains($0) }) else { return }
        let isJSON = [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first)
        switch otherName {
        case .lines: if isJSON { eventParser = nil } else { textParser = nil }
        case .events, .json, nil: break
        }
        content = first == UInt8(ascii: "<") || isJSON && textParser == nil ? .other(Data()) : .stream
    }

    /// What isn't called lines, and whose first line is none, is what it is called.
    private mutating func decideLines(_ chunk: Data) throws {
        guard let count = firstLine?.count else { return }
        firstLine?.append(chunk.prefix(ClientError.bodyLimit - count))
        let mayEnd = chunk.contains { $0 == 0x0A || $0 == 0x0D }
        guard let bytes = firstLine, mayEnd || bytes.count >= ClientError.bodyLimit else { return }
        let line = FirstLine(bytes)
        guard line.isWhole || bytes.count >= ClientError.bodyLimit else { return }
        firstLine = nil
        // As events, these are no lines already.
        guard textParser != nil else { return }
        if line.goesOn {
            events = []
            return try takeOther(bytes)
        }
        guard otherName == .events else { return }
        if line.isOfEvents { (events, textParser) = (otherEvents, nil) } else { eventParser = nil }
        otherEvents = []
    }
}

/// Other names than that of the framing which a response has.
private enum OtherName: Sendable {
    /// Many services call lines so, too.
    case json
    case events
    case lines

    /// - Parameter framing: what is expected, events or lines.
    init?(_ head: ResponseHead, instead framing: StreamFraming) {
        let field = head.headers["Content-Type"]?.lowercased().prefix { $0 != ";" } ?? ""
        let type = field.trimmingCharacters(in: .whitespaces)
        if framing == .serverSentEvents {
            let letters = type.filter(\.isLetter)
            let names = ["jsonl", "ndjson", "ldjson", "jsonstream", "streamjson"]
            guard names.contains(where: letters.contains) else { return nil }
            self = .lines
            return
        }
        switch type {
        case "text/event-stream": self = .events
        case "application/json", "application/problem+json": self = .json
        default: return nil
        }
    }
}

/// The first line that says something.
private struct FirstLine {
    private let text: Substring
    /// Whether it came to its end: that of a line, which in an event stream may be a lone CR.
    let isWhole: Bool

    init(_ bytes: Data) {
        let text = Substring(String(decoding: bytes, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" })
        self.text = text.prefix { !["\n", "\r", "\r\n"].contains($0) }
        isWhole = self.text.endIndex < text.endIndex
    }

    /// Whether it is a comment, or has the name of a field, known or not; JSON never begins so.
    var isOfEvents: Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        return text[..<colon].allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
            && text.first?.isNumber != true
    }

    /// Whether it is the first line of a JSON text of several; what was cut off breaks off elsewhere.
    var goesOn: Bool {
        let line = text.trimmingCharacters(in: .whitespaces)
        guard isWhole, line.hasPrefix("{") || line.hasPrefix("["), let last = line.utf8.last, "{[,".utf8.contains(last)
        else { return false }
        var extent = JSONTextExtent()
        for byte in line.utf8 { extent.take(byte) }
        return extent.isOpen
    }
}
