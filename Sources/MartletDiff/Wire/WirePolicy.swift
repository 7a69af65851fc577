// What a team has agreed on about the life of its operations: how long they are announced to end, and which are checked.

package struct WirePolicy: Sendable {
    /// `x-stability-level`, from the least to the most stable.
    package enum Stability: String, Sendable, CaseIterable, Comparable {
        case draft, alpha, beta, stable

        package static func < (left: Stability, right: Stability) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// Operations less stable than this may change as they like.
    package var stability = Stability.beta
    /// How many days before their end beta operations must be announced to end; 0 asks for no date at all.
    package var betaDays = 0
    /// That of stable ones.
    package var stableDays = 0
    /// Whether a part that is added to an `allOf`, or removed, is told of as such; otherwise what it changes is.
    package var seesParts = true
    /// The day that sunset dates are compared with, as days since 1970.
    package var today: Int

    package init(today: Int = WirePolicy.currentDay) {
        self.today = today
    }

    func days(_ stability: Stability) -> Int {
        switch stability {
        case .draft, .alpha: 0
        case .beta: betaDays
        case .stable: stableDays
        }
    }
}

extension WirePolicy.Stability {
    /// What says nothing, or nothing that is understood, is stable.
    init(lenient text: String?) {
        self = text.flatMap(Self.init(rawValue:)) ?? .stable
    }
}
