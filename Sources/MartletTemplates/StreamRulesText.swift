// The rules of a stream as the arguments of their initialiser: only what differs from its defaults.

import MartletIR

struct StreamRulesText {
    private let rules: StreamRules

    init(_ rules: StreamRules) {
        self.rules = rules
    }

    var arguments: [String] {
        var arguments: [String] = []
        if rules.framing != .serverSentEvents { arguments.append("framing: .\(rules.framing.rawValue)") }
        switch rules.item {
        case .data: break
        case .text: arguments.append("item: .text")
        case .event(let names): arguments.append("item: .event(textOf: \(SwiftText.literals(names)))")
        case .textEvent: arguments.append("item: .textEvent")
        case .textEventExcept(let names):
            arguments.append("item: .textEventExcept(jsonOf: \(SwiftText.literals(names)))")
        }
        if let members = rules.members { arguments.append("members: .init(\(text(members)))") }
        if let kinds = rules.dataKinds {
            arguments.append("dataKinds: [\(kinds.map { "." + $0.rawValue }.joined(separator: ", "))]")
        }
        arguments.append("sentinels: \(SwiftText.literals(rules.sentinels))")
        if !rules.contentNames.isEmpty {
            arguments.append("contentNames: \(SwiftText.literals(rules.contentNames))")
        }
        arguments.append("terminalTypes: \(SwiftText.literals(rules.terminalTypes))")
        if let sequence = rules.sequence { arguments.append("sequence: \(SwiftText.literal(sequence))") }
        if rules.addsUp { arguments.append("addsUp: true") }
        if rules.errors != StreamRules.ErrorSign.usual {
            arguments.append("errors: [\(rules.errors.map { "." + $0.rawValue }.joined(separator: ", "))]")
        }
        if !rules.errorTypes.isEmpty { arguments.append("errorTypes: \(SwiftText.literals(rules.errorTypes))") }
        return arguments
    }

    private func text(_ members: StreamRules.Members) -> String {
        let usual = StreamRules.Members()
        var arguments: [String] = []
        if members.event != usual.event { arguments.append("event: \(SwiftText.literal(members.event))") }
        if members.id != usual.id { arguments.append("id: \(SwiftText.literal(members.id))") }
        if members.retry != usual.retry {
            arguments.append("retry: \(members.retry.map { SwiftText.literal($0) } ?? "nil")")
        }
        if members.isIDNumber { arguments.append("isIDNumber: true") }
        if !members.mayBeInData { arguments.append("mayBeInData: false") }
        if !members.mayLackName { arguments.append("mayLackName: false") }
        if !members.names.isEmpty { arguments.append("names: \(SwiftText.literals(members.names))") }
        return arguments.joined(separator: ", ")
    }
}
