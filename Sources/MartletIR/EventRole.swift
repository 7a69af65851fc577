// What makes a union the events of a stream: the result that they carry or add up to, and the text in them.

package struct EventRole: Encodable, Equatable, Sendable {
    package struct Carrier: Encodable, Equatable, Sendable {
        /// The place of the case in `Union.cases`.
        package var branch: Int
        /// The property of its payload that holds the result.
        package var property: String
        /// Whether that property is optional.
        package var isOptional: Bool
        /// Whether absent and null differ there.
        package var isTwofold: Bool

        package init(branch: Int, property: String, isOptional: Bool, isTwofold: Bool = false) {
            self.branch = branch
            self.property = property
            self.isOptional = isOptional
            self.isTwofold = isTwofold
        }
    }

    /// The operation's JSON result, and the events that carry it; nil where there is none.
    package var result: TypeReference?
    package var carriers: [Carrier]
    package var rules: StreamRules
    /// How the events add up to a value; nil where the document doesn't say.
    package var accumulation: Accumulation?
    /// The text that a reader waits for.
    package var texts: [EventText]

    package init(
        result: TypeReference?, carriers: [Carrier], rules: StreamRules, accumulation: Accumulation? = nil,
        texts: [EventText] = []
    ) {
        self.result = result
        self.carriers = carriers
        self.rules = rules
        self.accumulation = accumulation
        self.texts = texts
    }
}

extension Accumulation {
    /// A value that is built up from nothing, and replaced by the whole where an event carries that.
    package func replaced(by carriers: [EventRole.Carrier]) -> Accumulation {
        guard isBuiltUp, case .statements(var rows) = rules else { return self }
        for carrier in carriers {
            let member = ValuePath.Step.member(carrier.property, isOptional: carrier.isOptional && !carrier.isTwofold)
            let whole = Statement(
                target: ValuePath(steps: [], type: snapshot),
                source: ValuePath(steps: [member] + (carrier.isTwofold ? [.flattened] : []), type: snapshot),
                change: .whole(keeping: []))
            if let place = rows.firstIndex(where: { $0.branch == carrier.branch }) {
                rows[place].statements.append(whole)
            } else {
                rows.append(EventStatements(branch: carrier.branch, statements: [whole]))
            }
        }
        var accumulation = self
        accumulation.rules = .statements(rows)
        return accumulation
    }
}
