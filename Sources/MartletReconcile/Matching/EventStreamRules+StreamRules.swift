// The rules of a stream in the words of the runtime, which reads recordings as generated code reads answers.

package import MartletIR
package import MartletRuntime

extension EventStreamRules {
    /// As generated code has them, as far as single events go.
    package init(_ rules: StreamRules) {
        let framing: StreamFraming =
            switch rules.framing {
            case .serverSentEvents: .serverSentEvents
            case .jsonLines: .jsonLines
            case .jsonSequence: .jsonSequence
            }
        let item: StreamItem =
            switch rules.item {
            case .data: .data
            case .text: .text
            case .event(let names): .event(textOf: names)
            case .textEvent: .textEvent
            case .textEventExcept(let names): .textEventExcept(jsonOf: names)
            }
        let members = rules.members.map {
            EventMembers(
                event: $0.event, id: $0.id, retry: $0.retry, isIDNumber: $0.isIDNumber, mayBeInData: $0.mayBeInData,
                mayLackName: $0.mayLackName, names: $0.names)
        }
        let kinds = rules.dataKinds.map { Set($0.compactMap { MartletRuntime.JSONKind(rawValue: $0.rawValue) }) }
        self.init(
            framing: framing, item: item, members: members ?? .init(), dataKinds: kinds, sentinels: rules.sentinels,
            contentNames: rules.contentNames)
    }
}
