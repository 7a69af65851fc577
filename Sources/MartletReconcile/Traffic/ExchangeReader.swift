// Recordings that say which request a body belongs to: Martlet's envelope, and HTTP archives.

import Foundation
import MartletRuntime

/// An HTTP archive (HAR 1.2) has `log.entries`.
struct ExchangeReader {
    /// Nil where `value` is neither.
    func units(_ value: JSONValue, name: String) -> [TrafficUnit]? {
        if let entries = value["log"]?["entries"]?.arrayValue {
            return entries.enumerated().flatMap { archived($1, name: "\(name) entry \($0 + 1)") }
        }
        return ExchangeEnvelope(value).map { enclosed($0, name: name) }
    }

    private func enclosed(_ exchange: ExchangeEnvelope, name: String) -> [TrafficUnit] {
        var hint = TrafficHint(operation: exchange.operation)
        (hint.method, hint.target) = (exchange.method, exchange.target)
        var units: [TrafficUnit] = []
        if let request = exchange.request {
            hint.isRequest = true
            units.append(TrafficUnit(name: name + " request", content: .body(request), hint: hint))
        }
        if let body = exchange.body {
            hint.isRequest = false
            hint.status = exchange.status
            let content = exchange.stream().map { .stream($0.events) } ?? TrafficUnit.Content.body(body)
            units.append(TrafficUnit(name: name, content: content, hint: hint))
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
            if let content = content(text, answer["mimeType"]?.stringValue) {
                units.append(TrafficUnit(name: name, content: content, hint: hint))
            }
        }
        return units
    }

    private func text(_ content: JSONValue) -> String? {
        guard let text = content["text"]?.stringValue else { return nil }
        guard content["encoding"] == "base64" else { return text }
        return Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What is called a stream is one, also where it is a single line of JSON.
    private func content(_ text: String, _ contentType: String?) -> TrafficUnit.Content? {
        let stream = RecordedStream(text, contentType: contentType).map { TrafficUnit.Content.stream($0.events) }
        if let stream, RecordedStream.isCalled(contentType) { return stream }
        return (try? JSONValue(parsing: text)).map { .body($0) } ?? stream
    }
}
