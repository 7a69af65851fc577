// What a method gives of its own so that a stream comes, or another answer: a member of the body, or a parameter.

import MartletIR

struct StreamSettingText {
    private let operation: Operation

    init(_ operation: Operation) {
        self.operation = operation
    }

    /// The parameter that asks, with its value.
    func parameters(asking: Bool) -> [String: String] {
        operation.stream?.parameter.map { [$0.property: value(of: $0, asking)] } ?? [:]
    }

    /// The statements that make the body ask.
    func statements(asking: Bool) -> [String] {
        guard let stream = operation.stream, let body = operation.body, !stream.settings.isEmpty else { return [] }
        // A method for a stream takes no absent body.
        let isOptional = !body.isRequired && !asking
        // Which of the answers that are no streams comes is the caller's choice, where the stream doesn't come by default.
        let settings = stream.settings.filter { asking || $0.choice == nil || $0.other != nil }
        if settings.isEmpty { return [] }
        let lines = settings.map { setting in
            let value = value(of: setting, asking)
            let property = SwiftText.identifier(setting.property)
            guard let name = setting.caseName.map(SwiftText.identifier) else {
                return "body\(isOptional ? "?" : "").\(property) = \(value)"
            }
            return "if case .\(name)(var content)\(isOptional ? "?" : "") = body "
                + "{ content.\(property) = \(value); body = .\(name)(content) }"
        }
        return ["var body = body"] + lines
    }

    private func value(of setting: Stream.Setting, _ asking: Bool) -> String {
        if let choice = asking ? setting.choice : setting.other { return "." + SwiftText.identifier(choice) }
        if !asking, setting.isOptional { return "nil" }
        switch setting.truth {
        case nil: return "\(asking)"
        case .text: return "\"\(asking)\""
        case .number: return asking ? "1" : "0"
        case .branch(let name): return ".\(SwiftText.identifier(name))(\(asking))"
        }
    }
}
