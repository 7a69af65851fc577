// What a new version means for Swift code that uses the generated client: does it still compile?

/// One difference between two generated interfaces.
package struct SourceFinding: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable, CaseIterable {
        /// Code that used the old client may not compile.
        case breaking
        /// It compiles with a warning: something it uses is deprecated.
        case warning
        /// It compiles, except where it switches exhaustively over an enum that isn't `@nonexhaustive` for it.
        case conditional
        /// It compiles.
        case compatible
    }

    /// What code does with a declaration.
    package enum Use: String, Hashable, Sendable, CaseIterable {
        /// Spells a type.
        case name
        /// Calls a method.
        case call
        /// Calls an initialiser, or makes a case.
        case build
        case read
        case write
        /// Takes a case apart by a pattern.
        case match
        /// Switches over every case, with no `default`.
        case exhaustiveSwitch = "exhaustive-switch"
        /// Takes an initialiser or a method as a value, has it satisfy a protocol, or calls it through the client's, which
        /// has no defaults beside `options:`.
        case functionValue = "function-value"
        /// Writes a literal where the type is expected, or asks for a protocol.
        case conform
        /// Relies on what a member stands for: it compiles, and does something else.
        case meaning
        /// Stands in for the client by conforming to its protocol, as doubles do: it compiles, by what the protocol does for
        /// operations that a double lacks, and its own method isn't called any more.
        case double
    }

    /// The rule's stable id, such as `source-init-argument-required`.
    package var id: String
    package var level: Level
    /// What the user will see: `'CreateResponseRequest.init' gained a required argument 'quality'`.
    package var message: String
    /// The Swift declaration, such as `Response.Usage.inputTokens`.
    package var symbol: String
    /// The code that doesn't compile or work any more, whatever the level: of a compatible change, the exceptions.
    package var breaks: [Use]
    package var old: Place?
    package var new: Place?

    package init(
        id: String, level: Level, message: String, symbol: String, breaks: [Use] = [], old: Place? = nil,
        new: Place? = nil
    ) {
        self.id = id
        self.level = level
        self.message = message
        self.symbol = symbol
        self.breaks = breaks
        self.old = old
        self.new = new
    }
}
