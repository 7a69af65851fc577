// What `Structured.mustache` is rendered with, beside its operation.

import MartletIR
import MartletMustache

struct StructuredContext {
    let value: MustacheValue

    /// - Parameter method: those of what gives the operation's answer as it is.
    init(_ call: StructuredCall, method: MethodParameters, runtime: String) {
        var parameters = method.all
        // The type stands behind the body.
        let place = (parameters.firstIndex { $0.hasPrefix("_ body:") }).map { $0 + 1 } ?? parameters.count
        parameters.insert(
            contentsOf: ["as type: StructuredValue.Type", "schema: \(runtime)JSONSchema? = nil"], at: place)
        let answer =
            switch call.answer {
            case .property(let name): "reply.\(SwiftText.identifier(name))"
            case .path(let path): "output.text(reply, at: \(SwiftText.literal(path)))"
            }
        let arguments = method.passed() + ["options: options"]
        value = [
            "structuredParameters": .list(parameters.map(MustacheValue.string)),
            "path": .string(SwiftText.literal(call.request)), "envelope": .string(SwiftText.literal(call.envelope)),
            "answer": .string(answer), "callArguments": .string(arguments.joined(separator: ", ")),
        ]
    }
}
