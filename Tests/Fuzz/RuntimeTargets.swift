// What servers and users give a client: streams, dates, JSON, the names of files.

import Foundation

@testable import MartletRuntime

/// However a stream is cut, its events are the same. The first byte says how it is cut.
func fuzzEventStream(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let input = Data(bytes.dropFirst())
    let step = Int(first % 16) + 1
    func events(_ chunks: [Data]) -> [ServerSentEvent]? {
        var parser = ServerSentEventParser()
        parser.maximumEventBytes = 4096
        var events: [ServerSentEvent] = []
        for chunk in chunks {
            guard let more = try? parser.push(chunk) else { return nil }
            events += more
        }
        return events
    }
    let cut = stride(from: 0, to: input.count, by: step).map { input.dropFirst($0).prefix(step) }
    let whole = events([input])
    require(whole == events(cut.map { Data($0) }), "cut by \(step), other events")
}

/// What a user calls a part or a file starts no header field and no part of its own.
func fuzzMultipart(_ bytes: [UInt8]) {
    let words = bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    let name = words.first ?? ""
    let file = FileContent.data(
        Data(), filename: words.dropFirst().first ?? "", contentType: words.dropFirst(2).first)
    let form = MultipartForm(rules: [:], boundary: "b")
    guard let segments = try? form.segments(of: [name: file]) else { return }
    let lines = segments.text.split(separator: "\r\n", omittingEmptySubsequences: false)
    require(lines.count == 7, "\(lines.count) lines: \(lines)")
    let scalars = (lines.dropFirst().first ?? "").unicodeScalars
    require(scalars.count { $0 == "\"" } == 4, "unquoted: \(lines)")
    require(!scalars.contains { $0 == "\r" || $0 == "\n" }, "another line: \(lines)")
}

extension BodySegments {
    fileprivate var text: String {
        segments.reduce(into: "") { text, segment in
            if case .data(let data) = segment { text += String(decoding: data, as: UTF8.self) }
        }
    }
}

/// A text that is a date is written as it was read, and reads back as an equal one.
func fuzzDates(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let value = Timestamp(text) { require(Timestamp(value.text) == value, "moment") }
    if let value = Timestamp(text) { require(Timestamp(Timestamp(value.date).text) != nil, "moment by its date") }
    if let value = CalendarDate(text) { require(CalendarDate("\(value)") == value, "date") }
    if let value = TimeOfDay(text) { require(TimeOfDay("\(value)") == value, "time") }
    if let value = CalendarDuration(text) { require(CalendarDuration("\(value)") == value, "duration") }
    if let value = DecimalNumber(text) { require(DecimalNumber("\(value)") == value, "decimal") }
    if let value = Base64Data(text) { require(Base64Data("\(value)") == value, "bytes") }
    if let value = Base64URLData(text) { require(Base64URLData("\(value)") == value, "bytes of URLs") }
    _ = UnixTime(text)
    _ = HTTPDate(text)
}

/// JSON that is read and written reads as the same value, and Foundation reads whatever is read here.
func fuzzJSONValue(_ bytes: [UInt8]) {
    guard let value = try? bytes.withUnsafeBytes({ try JSONParser.parse($0) }) else { return }
    let text = value.description
    let again = try? Array(text.utf8).withUnsafeBytes { try JSONParser.parse($0) }
    require(again == value, "another value from \(text)")
    let data = Data(text.utf8)
    require((try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) != nil, "no JSON: \(text)")
}
