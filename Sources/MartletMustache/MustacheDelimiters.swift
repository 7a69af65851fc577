/// The pair of marks that a template's tags stand between until a set-delimiter tag changes them.
package struct MustacheDelimiters: Hashable, Sendable {
    package let open: String
    package let close: String

    /// Nil unless both are non-empty and free of white space and of `=`.
    package init?(open: String, close: String) {
        guard Self.isUsable(open), Self.isUsable(close) else { return nil }
        self.open = open
        self.close = close
    }

    private init(standardOpen open: String, close: String) {
        self.open = open
        self.close = close
    }

    /// `{{` and `}}`
    package static let standard = MustacheDelimiters(standardOpen: "{{", close: "}}")

    private static func isUsable(_ mark: String) -> Bool {
        !mark.isEmpty && !mark.utf8.contains { Byte.isSpace($0) || $0 == Byte.equals }
    }
}
