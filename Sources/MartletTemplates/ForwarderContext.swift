// The methods of an operation, with and without decoding, under older names; they call those of today.

import MartletIR
import MartletMustache

struct ForwarderContext {
    let operation: Operation
    let client: String
    let spelling: TypeSpelling

    /// - Parameter streamName: of the method that gives the stream; nil where that one needs none.
    func values(_ name: String, stream streamName: String?) -> [MustacheValue] {
        let methods = OperationMethods(operation, spelling: spelling)
        return [
            methods.call.map { value(name, to: $0, of: client) },
            methods.stream.flatMap { stream in streamName.map { value($0, to: stream, of: client) } },
            value(name, to: methods.raw, of: client + ".Raw"),
        ].compactMap(\.self)
    }

    private func value(_ name: String, to method: OperationMethod, of owner: String) -> MustacheValue {
        let passed = method.parameters.passed() + ["options: options"]
        return [
            "owner": .string(owner), "name": .string(SwiftText.identifier(name)),
            "deprecation": AliasContext.renamed(method.symbol),
            "parameters": .list(method.parameters.all.map(MustacheValue.string)),
            "returns": method.returns.map(MustacheValue.string) ?? .null,
            "target": .string(method.identifier), "arguments": .string(passed.joined(separator: ", ")),
        ]
    }
}
