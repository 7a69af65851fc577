// The data of an event, brought to the JSON that the document describes.

import Foundation

/// The JSON of an event, ready to be decoded.
struct EventData {
    private let event: ServerSentEvent
    private let item: StreamItem

    init(_ event: ServerSentEvent, _ item: StreamItem) {
        self.event = event
        self.item = item
    }

    /// Decodes JSON; data that is none is decoded as a JSON string, for streams of plain text.
    func decode<Event: Decodable>(_ decoder: JSONDecoder) throws -> Event {
        if event.isCut { throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "is cut short")) }
        switch item {
        case .data, .text:
            do {
                return try decoder.decode(Event.self, from: Data(event.data.utf8))
            } catch  where item == .text || isNoJSON(error) {
                return try decoder.decode(Event.self, from: Data(quoted(event.data).utf8))
            }
        case .event, .textEvent:
            do {
                return try decoder.decode(Event.self, from: Data(object(isText: isText).utf8))
            } catch  where !isText && isNoJSON(error) {
                // An event that isn't listed may carry anything.
                return try decoder.decode(Event.self, from: Data(object(isText: true).utf8))
            }
        }
    }

    private func isNoJSON(_ error: any Error) -> Bool {
        guard case DecodingError.dataCorrupted(let failure) = error else { return false }
        return failure.codingPath.isEmpty && !looksLikeJSON && (try? JSONValue(parsing: event.data)) == nil
    }

    private var looksLikeJSON: Bool {
        event.data.utf8.first == UInt8(ascii: "{") || event.data.utf8.first == UInt8(ascii: "[")
    }

    /// The event as an object of its fields; the data is that object itself where the sender has put all into it.
    private func object(isText: Bool) -> String {
        if event.event == nil, JSONMembers(event.data).contains("event", "data") { return event.data }
        var members: [String] = []
        // Nothing is no JSON: an event without data has no such member.
        if isText || !event.data.isEmpty { members.append("\"data\":" + (isText ? quoted(event.data) : event.data)) }
        if let name = event.event { members.append("\"event\":" + quoted(name)) }
        if let id = event.id { members.append("\"id\":" + quoted(id)) }
        if let retry = event.retry { members.append("\"retry\":\(retry)") }
        return "{" + members.joined(separator: ",") + "}"
    }

    private var isText: Bool {
        switch item {
        case .data, .text: false
        case .event(let names): names.contains(event.event ?? "message")
        case .textEvent: true
        }
    }

    private func quoted(_ text: String) -> String {
        JSONValue.string(text).description
    }
}
