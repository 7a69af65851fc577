// Turns the bytes of JSON Lines and JSON text sequences into events: a pure state machine, without I/O.

public import Foundation

/// Parses JSON texts that follow one another, however their bytes are cut.
///
/// - JSON Lines: one a line; empty lines say nothing, and the last line may lack its end.
/// - JSON text sequences (RFC 7464): one after each record separator (U+001E). An object, an array or a string is there as
///   soon as it is closed; any other text only once white space follows, since its end may be missing (section 2.4).
public struct JSONTextParser: Sendable {
    /// The most bytes of one text.
    public var maximumEventBytes = 16 << 20

    /// Whether the input ended within a text; known after ``finish()``.
    public private(set) var isCutShort = false

    private let isSequence: Bool
    private var text: [UInt8] = []
    private var extent = JSONTextExtent()
    private var isAtStart = true

    /// A parser that has seen nothing yet.
    ///
    /// - Parameter framing: ``StreamFraming/jsonLines`` or ``StreamFraming/jsonSequence``.
    public init(_ framing: StreamFraming) {
        isSequence = framing == .jsonSequence
    }

    /// Takes the next bytes, and gives the texts that they complete, each as the data of an event.
    ///
    /// - Throws: ``OversizedEvent``.
    public mutating func push(_ bytes: Data) throws -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        try bytes.withUnsafeBytes { try push($0, into: &events) }
        return events
    }

    mutating func push(_ bytes: UnsafeRawBufferPointer, into events: inout [ServerSentEvent]) throws {
        if isSequence { try pushSequence(bytes, into: &events) } else { try pushLines(bytes, into: &events) }
    }

    /// Ends the input; gives the text that it ends in, where that is complete.
    public mutating func finish() throws -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        let isComplete = isSequence ? extent.isDelimited : text.withUnsafeBytes { (try? JSONParser.parse($0)) != nil }
        if isComplete {
            emit(into: &events)
        } else {
            isCutShort = !isBlank
            text = []
        }
        return events
    }
}

// MARK: - Lines

extension JSONTextParser {
    private mutating func pushLines(
        _ bytes: UnsafeRawBufferPointer, into events: inout [ServerSentEvent]
    ) throws {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            try append(rest[..<end])
            emit(into: &events)
            rest = rest[(end + 1)...]
        }
        try append(rest)
    }

    private mutating func append(_ bytes: Slice<UnsafeRawBufferPointer>) throws {
        text.append(contentsOf: bytes)
        if text.count > maximumEventBytes { throw OversizedEvent(limit: maximumEventBytes) }
    }

    private mutating func emit(into events: inout [ServerSentEvent]) {
        defer {
            text.removeAll(keepingCapacity: true)
            extent = JSONTextExtent()
        }
        if isAtStart, text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        isAtStart = false
        guard !isBlank else { return }
        while let last = text.last, isSpace(last) { text.removeLast() }
        events.append(ServerSentEvent(data: String(decoding: text, as: UTF8.self)))
    }

    private var isBlank: Bool {
        text.allSatisfy(isSpace)
    }
}

// MARK: - Sequences

extension JSONTextParser {
    private mutating func pushSequence(
        _ bytes: UnsafeRawBufferPointer, into events: inout [ServerSentEvent]
    ) throws {
        for byte in bytes {
            if byte == 0x1E {
                emitCut(into: &events)
                continue
            }
            // What follows a closed text is white space, or else a fault of the sender.
            if text.isEmpty, isSpace(byte) { continue }
            text.append(byte)
            extent.take(byte)
            if extent.isDelimited { emit(into: &events) }
            if text.count > maximumEventBytes { throw OversizedEvent(limit: maximumEventBytes) }
        }
    }

    /// A text that the next one interrupts is given as it is: it will not be read as JSON, but isn't lost in silence.
    private mutating func emitCut(into events: inout [ServerSentEvent]) {
        guard !isBlank else { return }
        let place = events.count
        emit(into: &events)
        if events.count > place { events[place].isCut = true }
    }
}

/// Follows a JSON text byte by byte to where it ends.
struct JSONTextExtent: Sendable {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// Whether it is a number or a word, or what is none.
    private(set) var isScalar = false

    /// Whether the text is over, whatever follows.
    private(set) var isDelimited = false

    /// Whether it is an object or an array that goes on, and no string in it does.
    var isOpen: Bool { depth > 0 && !isInString }

    /// Whether anything but white space has come.
    var hasBegun: Bool { depth != 0 || isInString || isScalar || isDelimited }

    mutating func take(_ byte: UInt8) {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
                isDelimited = depth == 0
            }
            return
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            isDelimited = depth <= 0
        case _ where isSpace(byte): isDelimited = isScalar && depth == 0
        default: isScalar = isScalar || depth == 0
        }
    }
}

private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
