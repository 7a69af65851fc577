// The methods of an operation as the client's protocol asks for them, and as it gives them to doubles.

import MartletIR
import MartletMustache

struct ProtocolContext {
    private let operation: Operation
    /// As DocC links to it.
    private let clientLink: String
    private let spelling: TypeSpelling

    init(_ operation: Operation, clientLink: String, spelling: TypeSpelling) {
        self.operation = operation
        self.clientLink = clientLink
        self.spelling = spelling
    }

    var values: [MustacheValue] {
        OperationMethods(operation, spelling: spelling).decoding.map(value)
    }

    private func value(_ method: OperationMethod) -> MustacheValue {
        let parameters = method.parameters
        let full = parameters.plain + [parameters.options]
        let passed = (parameters.passed() + ["options: .init()"]).joined(separator: ", ")
        let id = SwiftText.literal(operation.id)
        let absence = "throw \(spelling.runtime)ClientError(\(id), .notImplemented)"
        let call = "try await self.\(method.identifier)(\(passed))"
        return [
            "method": .string(method.identifier), "symbol": .string(method.symbol), "id": .string(id),
            "clientLink": .string(clientLink), "signature": .string(full.joined(separator: ", ")),
            "shortSignature": .string(parameters.defaulted.joined(separator: ", ")), "arguments": .string(passed),
            "returns": method.returns.map(MustacheValue.string) ?? .null,
            "absence": .string(absence), "isAbsenceShort": isShort(method, full, absence),
            "call": .string(call), "isCallShort": isShort(method, parameters.defaulted, call),
            "deprecation": DocumentationContext.attribute(operation.deprecation),
        ]
    }

    /// Whether a method whose body is one statement fits on a line.
    private func isShort(_ method: OperationMethod, _ parameters: [String], _ statement: String) -> MustacheValue {
        let head = MethodHead(name: method.identifier, parameters: parameters, returns: method.returns)
        return .bool(head.length + " \(statement) }".utf8.count <= Wrapping.lineLength)
    }
}
