// The data of an event, brought to the JSON that the document describes.

import Foundation

/// The JSON of an event, ready to be decoded.
package struct EventData {
    private let event: ServerSentEvent
    private let item: StreamItem

    package init(_ event: ServerSentEvent, _ item: StreamItem) {
        self.event = event
        self.item = item
    }

    /// Decodes JSON; data that is none is decoded as a JSON string, for streams of plain text.
    func decode<Event: StreamEvent>(_ decoder: JSONDecoder) throws -> Event {
        if event.isCut { throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "is cut short")) }
        switch item {
        case .data, .text:
            do {
                return try decoder.decode(Event.self, from: Data(event.data.utf8))
            } catch  where item == .text || isNoJSON(error) {
                do {
                    return try decoder.decode(Event.self, from: Data(quoted(event.data).utf8))
                } catch let other {
                    // Of JSON that fits as little as its text, what it lacks says more.
                    throw isNoJSON(error) ? other : error
                }
            }
        case .event, .textEvent, .textEventExcept:
            guard event.event == nil else { return try decodeFields(decoder, name: event.event) }
            return try decodeUnnamed(decoder)
        }
    }

    /// The type of an event without a name is `message` (WHATWG HTML, section 9.2.6), which counts where it is needed: the
    /// event stays as it came where it is known without.
    private func decodeUnnamed<Event: StreamEvent>(_ decoder: JSONDecoder) throws -> Event {
        do {
            let event: Event = try decodeFields(decoder, name: nil)
            guard event.payload is UnknownEvent, let named: Event = try? decodeFields(decoder, name: "message"),
                !(named.payload is UnknownEvent)
            else { return event }
            return named
        } catch {
            guard let named: Event = try? decodeFields(decoder, name: "message") else { throw error }
            return named
        }
    }

    private func decodeFields<Event: StreamEvent>(_ decoder: JSONDecoder, name: String?) throws -> Event {
        do {
            return try decoder.decode(Event.self, from: Data(object(name, isText: isText).utf8))
        } catch  where !isText && isNoJSON(error) {
            // An event that isn't listed may carry anything.
            return try decoder.decode(Event.self, from: Data(object(name, isText: true).utf8))
        }
    }

    /// The same as a value, for whoever judges what came.
    package var value: JSONValue {
        let text = JSONValue.string(event.data)
        switch item {
        case .data: return (try? JSONValue(parsing: event.data)) ?? text
        case .text:
            let value = try? JSONValue(parsing: event.data)
            return value?.stringValue == nil ? text : value ?? text
        case .event, .textEvent, .textEventExcept:
            let objects = [isText, true].lazy.compactMap { try? JSONValue(parsing: object(event.event, isText: $0)) }
            return objects.first ?? text
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
    private func object(_ name: String?, isText: Bool) -> String {
        let members = JSONMembers(event.data)
        if members.contains("event", "data"), event.event == nil || members.scalar(at: ["event"]) == event.event {
            return event.data
        }
        var fields: [String] = []
        // Nothing is no JSON: an event without data has no such member.
        if isText || !event.data.isEmpty { fields.append("\"data\":" + (isText ? quoted(event.data) : event.data)) }
        if let name { fields.append("\"event\":" + quoted(name)) }
        if let id = event.id { fields.append("\"id\":" + quoted(id)) }
        if let retry = event.retry { fields.append("\"retry\":\(retry)") }
        return "{" + fields.joined(separator: ",") + "}"
    }

    private var isText: Bool { item.isTextEvent(called: event.event) }

    private func quoted(_ text: String) -> String {
        JSONValue.string(text).description
    }
}
