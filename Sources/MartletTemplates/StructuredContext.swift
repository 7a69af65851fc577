// What `Structured.mustache` is rendered with, beside its operation.

import MartletIR
import MartletMustache

struct StructuredContext {
    let value: MustacheValue

    /// - Parameters:
    ///   - parameters: those of the operation's method, the body and the options included.
    ///   - arguments: what calls that method with them.
    init(_ call: StructuredCall, parameters: [String], arguments: [String], runtime: String) {
        var parameters = parameters
        // The type stands behind the body.
        let place = (parameters.firstIndex { $0.hasPrefix("_ body:") }).map { $0 + 1 } ?? parameters.count
        parameters.insert(
            contentsOf: ["as type: StructuredValue.Type", "schema: \(runtime)JSONSchema? = nil"], at: place)
        let answer =
            switch call.answer {
            case .property(let name): "reply.\(SwiftText.identifier(name))"
            case .path(let path): "output.text(reply, at: \(SwiftText.literal(path)))"
            }
        value = [
            "structuredParameters": .list(parameters.map(MustacheValue.string)),
            "path": .string(SwiftText.literal(call.request)), "envelope": .string(SwiftText.literal(call.envelope)),
            "answer": .string(answer), "callArguments": .string(arguments.joined(separator: ", ")),
        ]
    }
}
