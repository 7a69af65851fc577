// What a new version means for Swift code that uses the generated client: does it still compile?

/// One difference between two generated interfaces.
package struct SourceFinding: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable {
        /// Code that used the old client may not compile.
        case breaking
        /// It compiles with a warning: something it uses is deprecated.
        case warning
        /// It compiles, except where it switches exhaustively over an enum that isn't `@nonexhaustive` for it.
        case conditional
        /// It compiles.
        case compatible
    }

    /// The rule's stable id, such as `source-init-argument-required`.
    package var id: String
    package var level: Level
    /// What the user will see: `'CreateResponseRequest.init' gained a required argument 'quality'`.
    package var message: String
    /// The Swift declaration, such as `Response.Usage.inputTokens`.
    package var symbol: String
    package var old: Place?
    package var new: Place?

    package init(
        id: String, level: Level, message: String, symbol: String, old: Place? = nil, new: Place? = nil
    ) {
        self.id = id
        self.level = level
        self.message = message
        self.symbol = symbol
        self.old = old
        self.new = new
    }
}
