// Adds up the typed events of Polza AI.

import MartletRuntime
import PolzaAI

/// Polza AI's events, added up as a client would.
struct PolzaOutcome {
    private(set) var outcome = Outcome()

    init(_ events: [ResponseStreamEvent]) throws {
        for event in events { try add(event) }
    }

    private mutating func add(_ event: ResponseStreamEvent) throws {
        switch event {
        case .contentPartDelta(let event):
            switch event.delta {
            case .text(let text): outcome.text += text
            case .textDelta(let delta): outcome.text += delta.text
            default: break
            }
        case .done(let event):
            outcome.terminal = event.type
            outcome.usage = try event.response.usage.map { try JSONValue(encoding: $0) }
        default: break
        }
    }
}
