// What a client ends with after a stream of the Responses protocol.

import MartletRuntime

/// What the events of a stream add up to.
struct Outcome: Equatable, Sendable {
    struct Call: Equatable, Sendable {
        var name = ""
        var callID = ""
        var arguments = ""
    }

    var text = ""
    var refusal = ""
    var terminal: String?
    var usage: JSONValue?
    var summaries: [Int: String] = [:]
    var calls: [Int: Call] = [:]

    /// Reads the `final` of an expectation.
    init(expected final: JSONValue) {
        text = final["text"]?.stringValue ?? ""
        refusal = final["refusal"]?.stringValue ?? ""
        terminal = final["terminal"]?.stringValue
        if let usage = final["usage"], usage != .null { self.usage = usage }
        for (index, summary) in (final["summaries"]?.arrayValue ?? []).enumerated() {
            summaries[index] = summary.stringValue
        }
        for call in final["calls"]?.arrayValue ?? [] {
            calls[call["output_index"]?.intValue ?? -1] = Call(
                name: call["name"]?.stringValue ?? "", callID: call["call_id"]?.stringValue ?? "",
                arguments: call["arguments"]?.stringValue ?? "")
        }
    }

    init() {}

    /// The same with summaries counted from zero.
    var numbered: Outcome {
        var outcome = self
        let texts = summaries.sorted { $0.key < $1.key }.map(\.value)
        outcome.summaries = Dictionary(uniqueKeysWithValues: zip(0..., texts))
        return outcome
    }
}

/// The name of an enumeration's case with a payload.
func caseName(_ value: some Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
}

/// The case that an event type is generated as, such as `outputTextDelta` for `response.output_text.delta`.
func expectedCase(_ type: String) -> String {
    let name = type.hasPrefix("response.") ? type.dropFirst("response.".count) : type[...]
    let words = name.split { $0 == "." || $0 == "_" }
    return words.prefix(1).joined() + words.dropFirst().map(\.capitalized).joined()
}

extension Substring {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
