// Adds up the events of protocols that no client of this package is generated for.

import Foundation
import MartletRuntime

/// Checks what a transcript of chat completions or of Anthropic's messages adds up to; other protocols have no `final`.
struct OtherProtocolCheck {
    let transcript: Transcript

    /// What differs, each in one line.
    func complaints() throws -> [String] {
        let events = try transcript.rawEvents(isTolerant: true).compactMap { try? JSONValue(parsing: $0.data) }
        let found: JSONValue
        switch transcript.expected["protocol"]?.stringValue {
        case "openai.chat": found = chat(events)
        case "anthropic.messages": found = messages(events)
        default: found = .null
        }
        return found == transcript.expected["final"] ?? .null ? [] : ["\(transcript.name): \(found)"]
    }

    private func chat(_ events: [JSONValue]) -> JSONValue {
        var texts: [String: String] = [:]
        var reasons: [String: JSONValue] = [:]
        var (usage, error) = (JSONValue.null, JSONValue.null)
        for event in events {
            if let found = event["usage"], found != .null { usage = found }
            if let found = event["error"], found != .null { error = found }
            for choice in event["choices"]?.arrayValue ?? [] {
                let key = choice["index"]?.description ?? ""
                texts[key, default: ""] += choice["delta"]?["content"]?.stringValue ?? ""
                if let reason = choice["finish_reason"], reason != .null { reasons[key] = reason }
            }
        }
        return [
            "text": .object(texts.mapValues { .string($0) }), "toolCalls": [], "finishReason": .object(reasons),
            "usage": usage, "error": error,
        ]
    }

    private func messages(_ events: [JSONValue]) -> JSONValue {
        var blocks: [Int: [String: JSONValue]] = [:]
        var (reason, usage, error) = (JSONValue.null, JSONValue.null, JSONValue.null)
        var isStopped = false
        for event in events {
            let index = event["index"]?.intValue ?? 0
            switch event["type"]?.stringValue {
            case "content_block_start":
                blocks[index] = event["content_block"]?.objectValue
                blocks[index]?["_json"] = ""
            case "content_block_delta":
                guard let more = event["delta"]?["text"]?.stringValue else { continue }
                let text = blocks[index]?["text"]?.stringValue ?? ""
                blocks[index]?["text"] = .string(text + more)
            case "message_delta":
                reason = event["delta"]?["stop_reason"] ?? .null
                usage = event["usage"] ?? .null
            case "message_stop": isStopped = true
            case "error": error = event["error"] ?? .null
            default: break
            }
        }
        return [
            "blocks": .array(blocks.sorted { $0.key < $1.key }.map { .object($0.value) }), "stopReason": reason,
            "stopped": .bool(isStopped), "error": error, "usage": usage,
        ]
    }
}
