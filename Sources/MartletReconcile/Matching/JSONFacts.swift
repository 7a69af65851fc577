// JSON values in the words of the intermediate model: their kind, and whether they are a literal.

import Foundation
import MartletIR
import MartletRuntime

extension JSONValue {
    /// Whole numbers are integers, however they are written (JSON Schema 2020-12 core, section 4.2.3).
    var kind: MartletIR.JSONKind {
        switch self {
        case .null: .null
        case .bool: .boolean
        case .integer: .integer
        case .number(let value): value == value.rounded() ? .integer : .number
        case .exact(let number): number.text.allSatisfy { $0 == "-" || $0.isNumber } ? .integer : .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// Whether it is a text that is a number of JSON.
    var isTextOfNumber: Bool {
        stringValue.flatMap { try? JSONValue(parsing: $0) }?.doubleValue != nil
    }

    func equals(_ literal: Literal) -> Bool {
        switch literal {
        case .string(let text): self == .string(text)
        case .integer(let whole): self == .integer(whole)
        case .number(let number): self == .number(number)
        case .bool(let truth): self == .bool(truth)
        }
    }

    /// A scalar as a tag is compared; empty for others.
    var tagText: String {
        switch self {
        case .string(let text): text
        case .integer(let whole): String(whole)
        case .bool(let truth): String(truth)
        case .number(let number): Int64(exactly: number).map { String($0) } ?? String(number)
        default: ""
        }
    }

    /// As JSON text of at most so many characters.
    func excerpt(_ limit: Int = 80) -> String {
        let text = description
        return text.count > limit ? text.prefix(limit - 1) + "…" : text
    }
}

extension Literal {
    var kind: MartletIR.JSONKind {
        switch self {
        case .string: .string
        case .integer: .integer
        case .number(let value): value == value.rounded() ? .integer : .number
        case .bool: .boolean
        }
    }
}
