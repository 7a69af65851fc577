// The data of an event, brought to the JSON that the document describes.

import Foundation

/// The JSON of an event, ready to be decoded.
package struct EventData {
    private let event: ServerSentEvent
    private let item: StreamItem
    private let members: EventMembers
    private let kinds: Set<JSONKind>?

    package init(_ event: ServerSentEvent, _ rules: EventStreamRules) {
        self.event = event
        item = rules.item
        members = rules.members
        // A line is JSON, whatever it is.
        kinds = rules.framing == .serverSentEvents ? rules.dataKinds : nil
    }

    /// Decodes JSON; data that is none is decoded as a JSON string, for streams of plain text.
    func decode<Event: StreamEvent>(_ decoder: JSONDecoder) throws -> Event {
        if event.isCut { throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "is cut short")) }
        switch item {
        case .data, .text:
            if isOtherwiseText { return try decoder.decode(Event.self, from: Data(quoted(event.data).utf8)) }
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
            guard event.payload is UnknownEvent, let other: Event = otherwise(decoder), !(other.payload is UnknownEvent)
            else { return event }
            return other
        } catch {
            guard let other: Event = otherwise(decoder) else { throw error }
            return other
        }
    }

    /// As a `message`, or as what the data alone says: an event that has no data may be all that is in it.
    private func otherwise<Event: StreamEvent>(_ decoder: JSONDecoder) -> Event? {
        let named: Event? = try? decodeFields(decoder, name: "message")
        if let named, !(named.payload is UnknownEvent) { return named }
        guard nameAlone != nil else { return named }
        return (try? decoder.decode(Event.self, from: Data(event.data.utf8))) ?? named
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
        case .data: return isOtherwiseText ? text : (try? JSONValue(parsing: event.data)) ?? text
        case .text:
            let value = try? JSONValue(parsing: event.data)
            return value?.stringValue == nil ? text : value ?? text
        case .event, .textEvent, .textEventExcept:
            let objects = [isText, true].lazy.compactMap { try? JSONValue(parsing: object(event.event, isText: $0)) }
            return objects.first ?? text
        }
    }

    private func isNoJSON(_ error: any Error) -> Bool {
        // What may be text is that where nothing in it says otherwise.
        if kinds != nil, JSONMembers(event.data).hasOnly([]) { return true }
        guard case DecodingError.dataCorrupted(let failure) = error else { return false }
        return failure.codingPath.isEmpty && !looksLikeJSON && (try? JSONValue(parsing: event.data)) == nil
    }

    private var looksLikeJSON: Bool {
        event.data.utf8.first == UInt8(ascii: "{") || event.data.utf8.first == UInt8(ascii: "[")
    }

    /// The event as an object of its fields; the data is that object itself where the sender has put all into it.
    private func object(_ name: String?, isText: Bool) -> String {
        if isWhole { return event.data }
        var fields: [String] = []
        // Nothing is no JSON: an event without data has no such member.
        if isText || !event.data.isEmpty { fields.append("\"data\":" + (isText ? quoted(event.data) : event.data)) }
        if let name { fields.append(quoted(members.event) + ":" + quoted(name)) }
        if let id = event.id {
            let number = members.isIDNumber ? Int(id).map(String.init) : nil
            fields.append(quoted(members.id) + ":" + (number ?? quoted(id)))
        }
        if let retry = event.retry, let key = members.retry { fields.append(quoted(key) + ":\(retry)") }
        return "{" + fields.joined(separator: ",") + "}"
    }

    /// Whether the data is the object of the event's fields: it has a name and data of its own, or data alone where that can
    /// be nothing else, or is an event that needn't have data. Where fields are called otherwise, they are those of a class
    /// of the server, which never does that.
    private var isWhole: Bool {
        guard members.event == "event" else { return false }
        let inner = JSONMembers(event.data)
        if isListed(inner) { return true }
        // A text that comes under a name is what that name says.
        guard members.mayBeInData, event.event == nil || !isText else { return false }
        if inner.contains("event", "data") {
            return event.event == nil || inner.scalar(at: ["event"]) == event.event
        }
        guard event.event == nil else { return false }
        if members.mayLackName, !isText, inner.hasOnly(["data"] + Self.otherFields), inner.contains("data") {
            return true
        }
        guard case .event(let names) = item, !names.isEmpty else { return false }
        return nameAlone.map(names.contains) ?? false
    }

    /// Whether an event that comes without a name has that of one in its data, where each must have one.
    private func isListed(_ inner: JSONMembers) -> Bool {
        guard !members.names.isEmpty, event.event == nil || event.event == "message",
            let name = inner.scalar(at: ["event"]), members.names.contains(name)
        else { return false }
        return inner.contains("data") || isText && nameAlone != nil
    }

    /// The name in data that has no other members than the fields of an event, and no data.
    private var nameAlone: String? {
        let inner = JSONMembers(event.data)
        return inner.hasOnly(Self.otherFields) ? inner.scalar(at: ["event"]) : nil
    }

    /// Those of an event beside its data.
    private static let otherFields = ["event", "id", "retry", "comment"]

    private var isText: Bool { item.isTextEvent(called: event.event) || isOtherwiseText }

    /// Whether the data is text, since it begins as no JSON that it may be.
    private var isOtherwiseText: Bool {
        guard let kinds else { return false }
        let blank: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]
        guard let first = event.data.utf8.first(where: { !blank.contains($0) }) else { return true }
        switch first {
        case UInt8(ascii: "{"): return !kinds.contains(.object)
        case UInt8(ascii: "["): return !kinds.contains(.array)
        case UInt8(ascii: "\""): return !kinds.contains(.string)
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return !kinds.contains(.boolean)
        case UInt8(ascii: "n"): return !kinds.contains(.null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return kinds.isDisjoint(with: [.integer, .number])
        default: return true
        }
    }

    private func quoted(_ text: String) -> String {
        JSONValue.string(text).description
    }
}
