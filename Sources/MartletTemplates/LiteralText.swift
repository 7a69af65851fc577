// Literals of the intermediate model as Swift.

import MartletIR

extension Literal {
    var swiftText: String {
        switch self {
        case .string(let text): SwiftText.literal(text)
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .bool(let value): String(value)
        }
    }
}
