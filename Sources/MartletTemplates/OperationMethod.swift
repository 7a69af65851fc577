// The methods of one operation: what each is called, takes and returns.

import MartletIR

struct OperationMethod {
    /// As the model has it.
    let name: String
    let parameters: MethodParameters
    /// The type that it returns; nil for nothing.
    let returns: String?

    var identifier: String {
        SwiftText.identifier(name)
    }

    /// As DocC links to it.
    var symbol: String {
        "\(name)(\(parameters.labels))"
    }

    var head: MethodHead {
        MethodHead(name: identifier, parameters: parameters.all, returns: returns)
    }
}

struct OperationMethods {
    /// Nil where the operation only streams.
    let call: OperationMethod?
    let stream: OperationMethod?
    /// Without decoding.
    let raw: OperationMethod

    init(_ operation: Operation, spelling: TypeSpelling) {
        func parameters(_ method: Operation.Method) -> MethodParameters {
            MethodParameters(arguments: operation.arguments(of: method), spelling: spelling)
        }
        call =
            operation.answer == .streamOnly
            ? nil
            : OperationMethod(
                name: operation.name, parameters: parameters(.call),
                returns: operation.answer.returned.map(spelling.text))
        stream = operation.stream.map { stream in
            OperationMethod(
                name: stream.name, parameters: parameters(.stream),
                returns: "\(spelling.runtime)EventStream<\(spelling.text(stream.event))>")
        }
        raw = OperationMethod(
            name: operation.name, parameters: parameters(.raw), returns: "\(spelling.runtime)RawResponse")
    }

    /// Those of the client itself.
    var decoding: [OperationMethod] {
        [call, stream].compactMap(\.self)
    }

    /// What the documentation of others links to.
    var symbol: String {
        decoding.first?.symbol ?? raw.symbol
    }
}
