// Media types as contents and `Accept` name them: one, or all of a range (RFC 9110, section 12.5.1).

package struct MediaRange: Sendable {
    private let name: String

    /// - Parameter name: type and subtype, in lower case: `image/png`, `image/*` or `*/*`.
    package init(_ name: some StringProtocol) {
        self.name = String(name)
    }

    /// Whether `essence` is the type, or of the range.
    package func covers(_ essence: some StringProtocol) -> Bool {
        switch precision {
        case .all: true
        case .types: essence.hasPrefix(name.dropLast())
        case .one: essence == name
        }
    }

    /// How much is said of the types that are meant.
    package enum Precision: Int, Sendable {
        case all, types, one
    }

    package var precision: Precision {
        name == "*/*" ? .all : name.hasSuffix("/*") ? .types : .one
    }
}
