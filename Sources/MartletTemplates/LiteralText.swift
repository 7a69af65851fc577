// Literals of the intermediate model as Swift.
import MartletIR

extension Literal {
    var swiftText: String {
        switch self {
        case .string(let text): SwiftText.literal(text)
        case .integer(let value): String(value)
        case .number(let value): Self.text(value)
        case .bool(let value): String(value)
        }
    }

    /// YAML has numbers that JSON and Swift's literals haven't: `.inf`, `.nan`.
    private static func text(_ value: Double) -> String {
        if value.isNaN { return ".nan" }
        if value.isInfinite { return value < 0 ? "-.infinity" : ".infinity" }
        return String(value)
    }
}
