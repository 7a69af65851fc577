// Turns the bytes of an event stream into events: a pure state machine, without I/O.

public import Foundation

/// Parses an event stream (WHATWG HTML, section 9.2), however its bytes are cut.
///
/// Linear in the bytes: each is looked at once, and only an unfinished line is copied aside.
public struct ServerSentEventParser: Sendable {
    /// The most bytes of one event's data or of one line.
    public var maximumEventBytes = 16 << 20

    /// Whether ``comments`` are collected.
    public var keepsComments = false

    /// Whether an event that the input ends in counts, where its data is complete JSON or a bracketed word.
    ///
    /// The standard drops it; some servers leave out the last blank line.
    public var isTolerantAtEnd = false

    /// Whether the input ended within an event; known after ``finish()``, and only where ``isTolerantAtEnd``.
    public private(set) var isCutShort = false

    /// The texts of comment lines so far.
    public private(set) var comments: [String] = []

    /// The last event id so far; empty where there was none.
    public private(set) var lastEventID = ""

    /// The last reconnection time so far, in milliseconds.
    public private(set) var retry: Int?

    /// Whether JSON objects that are no data are given among the events: some gateways report an error by a line of JSON,
    /// and llama.cpp by a field `error`.
    var givesStrays = false

    private var partialLine: [UInt8] = []
    private var isAfterCarriageReturn = false
    private var markBytes = 0
    private var block = Block()
    private var pendingID = ""

    private struct Block: Sendable {
        var data: [UInt8] = []
        var hasData = false
        var event: String?
        var id: String?
        var retry: Int?
        /// What came between its lines.
        var strays: [ServerSentEvent] = []
    }

    /// The first lines of what has been no event stream so far: not one field or comment; nil where there was one, or
    /// nothing at all.
    ///
    /// - Parameter isLabelled: whether the response is called an event stream: then words by themselves are signs of life.
    func foreignText(isLabelled: Bool) -> String? {
        hasFields || otherLines.isEmpty || isLabelled && !hasForeign ? nil : otherLines.joined(separator: "\n")
    }

    private var hasFields = false
    private var hasForeign = false
    private var otherLines: [String] = []
    /// Whether something that is no field came since the last event.
    private var endsForeign = false

    /// A parser at the start of a stream.
    public init() {}

    /// A parser at the start of a stream that goes on with another, whose last id counts until there is a new one.
    init(lastEventID: String) {
        self.lastEventID = lastEventID
        pendingID = lastEventID
    }

    /// Takes the next bytes, and gives the events that they complete.
    ///
    /// - Throws: ``OversizedEvent``.
    public mutating func push(_ bytes: Data) throws -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        try bytes.withUnsafeBytes { try push($0, into: &events) }
        return events
    }

    /// Takes the next bytes, and appends the events that they complete.
    ///
    /// - Throws: ``OversizedEvent``.
    public mutating func push(_ bytes: UnsafeRawBufferPointer, into events: inout [ServerSentEvent]) throws {
        var start = skipByteOrderMark(bytes)
        if isAfterCarriageReturn, start < bytes.count {
            if bytes[start] == .lineFeed { start += 1 }
            isAfterCarriageReturn = false
        }
        // Each kind of line end is searched again only once passed, so that the other kind costs nothing.
        var nextReturn = bytes.position(of: .carriageReturn, from: start)
        var nextFeed = bytes.position(of: .lineFeed, from: start)
        while case let end = min(nextReturn, nextFeed), end < bytes.count {
            try take(line: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), into: &events)
            start = end + 1
            if bytes[end] == .carriageReturn {
                if start == bytes.count {
                    isAfterCarriageReturn = true
                } else if bytes[start] == .lineFeed {
                    start += 1
                }
            }
            if nextReturn < start { nextReturn = bytes.position(of: .carriageReturn, from: start) }
            if nextFeed < start { nextFeed = bytes.position(of: .lineFeed, from: start) }
        }
        if start < bytes.count { partialLine.append(contentsOf: bytes[start...]) }
        try checkSize()
    }

    /// Ends the input: an event without its blank line is dropped, unless ``isTolerantAtEnd`` saves it.
    ///
    /// - Throws: ``OversizedEvent``.
    public mutating func finish() throws -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        if isTolerantAtEnd {
            if (1...2).contains(markBytes) { partialLine.append(contentsOf: byteOrderMark.prefix(markBytes)) }
            let rest = partialLine
            partialLine = []
            if !rest.isEmpty { try rest.withUnsafeBytes { try take(line: $0, into: &events) } }
            if block.hasData {
                isCutShort = !isComplete(block.data)
                if isCutShort { events += block.strays } else { dispatch(into: &events) }
            } else {
                isCutShort = hasFields && endsForeign
            }
        }
        partialLine = []
        block = Block()
        return events
    }
}

/// An event, or a line, beyond ``ServerSentEventParser/maximumEventBytes``.
public struct OversizedEvent: Error, Hashable, Sendable {
    /// The most bytes allowed.
    public var limit: Int
}

// MARK: - Lines

extension ServerSentEventParser {
    private mutating func take(line: UnsafeRawBufferPointer, into events: inout [ServerSentEvent]) throws {
        guard !partialLine.isEmpty else { return try read(line, into: &events) }
        partialLine.append(contentsOf: line)
        var whole = partialLine
        partialLine = []
        try whole.withUnsafeBytes { try read($0, into: &events) }
        whole.removeAll(keepingCapacity: true)
        partialLine = whole
    }

    private mutating func read(_ line: UnsafeRawBufferPointer, into events: inout [ServerSentEvent]) throws {
        guard let first = line.first else { return dispatch(into: &events) }
        let colon = line.position(of: .colon, from: 0)
        var valueStart = min(colon + 1, line.count)
        if first == .colon {
            hasFields = true
            if keepsComments { comments.append(text(line, from: valueStart)) }
            return
        }
        if valueStart < line.count, line[valueStart] == .space { valueStart += 1 }
        let name = UnsafeRawBufferPointer(rebasing: line[..<colon])
        if name.equals("data") {
            hasFields = true
            if block.hasData { block.data.append(.lineFeed) }
            block.hasData = true
            block.data.append(contentsOf: line[valueStart...])
            try checkSize()
        } else if name.equals("event") {
            hasFields = true
            block.event = text(line, from: valueStart)
        } else if name.equals("id") {
            hasFields = true
            // The standard ignores an id that holds a NUL.
            guard line.position(of: 0, from: valueStart) == line.count else { return }
            pendingID = text(line, from: valueStart)
            block.id = pendingID
        } else if name.equals("retry") {
            hasFields = true
            readRetry(UnsafeRawBufferPointer(rebasing: line[valueStart...]))
        } else if name.equals("error"), valueStart < line.count, line[valueStart] == .leftBrace {
            hasFields = true
            giveStray(text(line, from: valueStart), called: "error", into: &events)
        } else {
            if first == .leftBrace { giveStray(text(line, from: 0), into: &events) }
            noteOther(line, name)
        }
    }

    /// What stands within the lines of an event comes after that.
    private mutating func giveStray(_ json: String, called name: String? = nil, into events: inout [ServerSentEvent]) {
        guard givesStrays else { return }
        var stray = ServerSentEvent(event: name, data: json, lastEventID: lastEventID)
        stray.isStray = true
        if block.hasData { block.strays.append(stray) } else { events.append(stray) }
    }

    /// The standard ignores fields that it doesn't know, and gateways keep connections alive by blanks and words; what has a
    /// brace, a tag or several words is something else.
    private mutating func noteOther(_ line: UnsafeRawBufferPointer, _ name: UnsafeRawBufferPointer) {
        let words = name.split(whereSeparator: { $0 == .space || $0 == .tab })
        guard let first = words.first?.first else { return }
        if !hasFields, otherLines.count < 64, case let room = room(beside: otherLines), room > 0 {
            otherLines.append(text(UnsafeRawBufferPointer(rebasing: line.prefix(room)), from: 0))
        }
        guard words.count > 1 || first == .leftBrace || first == .lessThan else { return }
        (endsForeign, hasForeign) = (true, true)
    }

    /// The bytes that may still be kept: all that they are for is an error, whose body is no longer than that.
    private func room(beside lines: [String]) -> Int {
        ClientError.bodyLimit - lines.reduce(0) { $0 + $1.utf8.count }
    }

    /// Digits only; a time beyond the range of integers is ignored, which the standard leaves open.
    private mutating func readRetry(_ digits: UnsafeRawBufferPointer) {
        guard !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }) else { return }
        guard let time = Int(text(digits, from: 0)) else { return }
        block.retry = time
        retry = time
    }

    private mutating func dispatch(into events: inout [ServerSentEvent]) {
        if block.hasData { endsForeign = false }
        lastEventID = pendingID
        if block.hasData {
            let event = block.event.flatMap { $0.isEmpty ? nil : $0 }
            let data = String(decoding: block.data, as: UTF8.self)
            events.append(
                ServerSentEvent(event: event, data: data, id: block.id, lastEventID: lastEventID, retry: block.retry))
            block.data.removeAll(keepingCapacity: true)
            block.hasData = false
        }
        events += block.strays
        block.strays = []
        block.event = nil
        block.id = nil
        block.retry = nil
    }

    /// Skips a byte order mark at the start of the stream, which may be cut; gives the first position after it.
    private mutating func skipByteOrderMark(_ bytes: UnsafeRawBufferPointer) -> Int {
        var position = 0
        while markBytes < byteOrderMark.count, position < bytes.count {
            if bytes[position] == byteOrderMark[markBytes] {
                markBytes += 1
                position += 1
            } else {
                partialLine.append(contentsOf: byteOrderMark.prefix(markBytes))
                markBytes = byteOrderMark.count
            }
        }
        return position
    }

    private func checkSize() throws {
        if partialLine.count > maximumEventBytes || block.data.count > maximumEventBytes {
            throw OversizedEvent(limit: maximumEventBytes)
        }
    }

    private func text(_ line: UnsafeRawBufferPointer, from start: Int) -> String {
        String(decoding: line[start...], as: UTF8.self)
    }

    /// Whether data that lacks its blank line is all there: JSON, or a sentinel such as `[DONE]`.
    private func isComplete(_ data: [UInt8]) -> Bool {
        if data.first == .leftBracket, data.last == .rightBracket, data.count < 64 { return true }
        return data.withUnsafeBytes { (try? JSONParser.parse($0)) != nil }
    }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension UInt8 {
    fileprivate static let lineFeed: UInt8 = 0x0A
    fileprivate static let carriageReturn: UInt8 = 0x0D
    fileprivate static let space: UInt8 = 0x20
    fileprivate static let colon: UInt8 = 0x3A
    fileprivate static let leftBracket: UInt8 = 0x5B
    fileprivate static let rightBracket: UInt8 = 0x5D
    fileprivate static let leftBrace: UInt8 = 0x7B
    fileprivate static let lessThan: UInt8 = 0x3C
    fileprivate static let tab: UInt8 = 0x09
}
