// Literals of documents in the words of messages.

import MartletIR

extension Literal {
    var text: String {
        switch self {
        case .string(let text): "\"\(text)\""
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .bool(let value): String(value)
        }
    }
}
