// Recordings that say which request a body belongs to: Martlet's envelope, and HTTP archives.
import Foundation
import MartletRuntime

/// An envelope is an object with `operation`, or with `method` and `path` (or `url`); beside these it has any of `status`,
/// `request` and `body`, JSON values or the text of an event stream. An HTTP archive (HAR 1.2) has `log.entries`.
struct ExchangeReader {
    private let transcripts = TranscriptReader()

    /// Nil where `value` is neither.
    func units(_ value: JSONValue, name: String) -> [TrafficUnit]? {
        if let entries = value["log"]?["entries"]?.arrayValue {
            return entries.enumerated().flatMap { archived($1, name: "\(name) entry \($0 + 1)") }
        }
        return isEnvelope(value) ? enclosed(value, name: name) : nil
    }

    func isEnvelope(_ value: JSONValue) -> Bool {
        guard let members = value.objectValue else { return false }
        let isPlaced =
            members["operation"]?.stringValue != nil
            || members["method"]?.stringValue != nil && (members["path"] ?? members["url"])?.stringValue != nil
        let known: Set<String> = ["operation", "method", "path", "url", "status", "request", "body", "headers"]
        return isPlaced && members.keys.allSatisfy(known.contains)
    }

    private func enclosed(_ value: JSONValue, name: String) -> [TrafficUnit] {
        var hint = TrafficHint(operation: value["operation"]?.stringValue)
        hint.method = value["method"]?.stringValue
        hint.target = (value["path"] ?? value["url"])?.stringValue
        var units: [TrafficUnit] = []
        if let request = value["request"] {
            hint.isRequest = true
            units.append(TrafficUnit(name: name + " request", content: content(request), hint: hint))
        }
        if let body = value["body"] {
            hint.isRequest = false
            hint.status = value["status"]?.intValue
            units.append(TrafficUnit(name: name, content: content(body), hint: hint))
        }
        return units
    }

    private func archived(_ entry: JSONValue, name: String) -> [TrafficUnit] {
        var hint = TrafficHint()
        hint.method = entry["request"]?["method"]?.stringValue
        hint.target = entry["request"]?["url"]?.stringValue
        var units: [TrafficUnit] = []
        if let text = entry["request"]?["postData"]?["text"]?.stringValue, let json = try? JSONValue(parsing: text) {
            hint.isRequest = true
            units.append(TrafficUnit(name: name + " request", content: .body(json), hint: hint))
        }
        if let answer = entry["response"]?["content"], let text = text(answer) {
            hint.isRequest = false
            hint.status = entry["response"]?["status"]?.intValue
            if let json = try? JSONValue(parsing: text) {
                units.append(TrafficUnit(name: name, content: .body(json), hint: hint))
            } else if TranscriptReader.isTranscript(text) {
                units.append(TrafficUnit(name: name, content: content(.string(text)), hint: hint))
            }
        }
        return units
    }

    private func text(_ content: JSONValue) -> String? {
        guard let text = content["text"]?.stringValue else { return nil }
        guard content["encoding"] == "base64" else { return text }
        return Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) }
    }

    private func content(_ value: JSONValue) -> TrafficUnit.Content {
        guard let text = value.stringValue, TranscriptReader.isTranscript(text) else { return .body(value) }
        return .stream(transcripts.events(Data(text.utf8)))
    }
}
