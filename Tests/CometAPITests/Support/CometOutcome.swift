// Adds up the typed events of CometAPI.

import CometAPI
import MartletRuntime

/// CometAPI's events, added up as a client would.
struct CometOutcome {
    private(set) var outcome = Outcome()

    init(_ events: [ResponseStreamEvent]) throws {
        for event in events { try add(event) }
    }

    private mutating func add(_ event: ResponseStreamEvent) throws {
        switch event {
        case .outputTextDelta(let event): outcome.text += event.delta
        case .refusalDelta(let event): outcome.refusal += event.delta
        case .reasoningSummaryTextDelta(let event):
            let key = (event.outputIndex ?? 0) * 1000 + (event.summaryIndex ?? 0)
            outcome.summaries[key, default: ""] += event.delta
        case .outputItemAdded(let event): add(event.item, at: event.outputIndex ?? 0)
        case .functionCallArgumentsDelta(let event):
            outcome.calls[event.outputIndex ?? 0]?.arguments += event.delta
        case .completed(let event): try end(event.type, event.response.usage)
        case .incomplete(let event): try end(event.type, event.response.usage)
        case .failed(let event): try end(event.type, event.response.usage)
        case .unknown(let event): add(event)
        default: break
        }
    }

    /// The whole arguments come again with the finished item; what the deltas made must be the same.
    private mutating func add(_ item: OutputItem, at index: Int) {
        guard case .functionCall(let call) = item else { return }
        outcome.calls[index] = Outcome.Call(name: call.name, callID: call.callID, arguments: call.arguments)
    }

    private mutating func end(_ type: String, _ usage: Usage?) throws {
        outcome.terminal = type
        outcome.usage = try usage.map { try JSONValue(encoding: $0) }
    }

    /// Polza's events, which CometAPI doesn't list, are there as JSON.
    private mutating func add(_ event: UnknownEvent) {
        guard let json = event.json else { return }
        switch event.type {
        case "response.content_part.delta":
            outcome.text += json["delta"]?.stringValue ?? json["delta"]?["text"]?.stringValue ?? ""
        case "response.done":
            outcome.terminal = event.type
            outcome.usage = json["response"]?["usage"]
        default: break
        }
    }
}
