// Examples that contradict the format of their schema, which decides what can be read.

import MartletIR
import MartletOpenAPI
import MartletSource

/// A document that says `format: date-time` and shows `/Date(1573755038314)/` describes no value that its service sends.
enum UnreadableExample {
    /// Reports the first one of `schema`, or its default, that shows another spelling than that of its type.
    static func report(of schema: Schema, _ shape: NormalSchema.Shape, _ diagnostics: inout Diagnostics) {
        guard case .primitive(let type) = shape, let format = schema.keywords.format else { return }
        let values = schema.keywords.examples + (schema.keywords.defaultValue.map { [$0] } ?? [])
        let texts = values.lazy.filter { !$0.isNull }.compactMap { value in
            value.scalar.map { ($0.text, value.position) }
        }
        if let (text, position) = texts.first(where: { !mayRead($0.0, as: type) }) {
            diagnostics.report(.unreadable(text, format), at: position)
        }
    }

    /// By how it begins: whether there is such a day is the business of who reads it.
    private static func mayRead(_ text: String, as type: Builtin) -> Bool {
        switch type {
        case .timestamp: text.hasDigits("0000-00-00") && text.utf8.count > 10
        case .calendarDate: text.hasDigits("0000-00-00") && text.utf8.count == 10
        case .timeOfDay: text.hasDigits("00:00")
        default: true
        }
    }
}

extension String {
    /// Whether it begins as `pattern` does, where any digit stands for `0`.
    fileprivate func hasDigits(_ pattern: String) -> Bool {
        utf8.count >= pattern.utf8.count
            && zip(utf8, pattern.utf8).allSatisfy { own, wanted in
                wanted == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(own) : own == wanted
            }
    }
}

extension Diagnostic {
    fileprivate static func unreadable(_ text: String, _ format: String) -> Diagnostic {
        Diagnostic(
            .note, id: "unreadable-example",
            "'\(text.prefix(40))' is no '\(format)': where the service sends such values, an optional member is nil, and what "
                + "requires one fails; write the format that it sends, or none")
    }
}
