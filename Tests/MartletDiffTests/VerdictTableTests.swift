// Small decisions, as tables: days of sunset dates, and what a change of type means.

import Testing

@testable import MartletDiff

@Suite struct VerdictTableTests {
    @Test(
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2024-02-29", 19_782), ("2023-02-29", nil),
            ("2030-12-31T23:59:59Z", 22_279), ("2030-12-31 23:59:59", 22_279), ("2030-13-01", nil), ("2030-1-1", nil),
            ("tomorrow", nil), ("", nil), ("2030-12-31x", nil),
        ] as [(String, Int?)])
    func sunsetDays(_ text: String, _ day: Int?) {
        #expect(SunsetDay(text)?.number == day)
    }

    struct Row: Sendable {
        var old: String
        var new: String
        var sent: String
        var received: String
        /// In a parameter, which is text.
        var parameter: String

        init(_ old: String, _ new: String, _ sent: String, _ received: String, _ parameter: String) {
            self.old = old
            self.new = new
            self.sent = sent
            self.received = received
            self.parameter = parameter
        }
    }

    /// `string/date` is a type with a format, `integer,string` are two types, and nothing is any type.
    static let rows = [
        Row("integer", "number", "generalized", "generalized", "generalized"),
        Row("number", "integer", "changed", "specialized", "changed"),
        Row("integer", "string", "changed", "changed", "generalized"),
        Row("string", "integer", "changed", "changed", "changed"),
        Row("string", "", "generalized", "changed", "generalized"),
        Row("", "string", "changed", "specialized", "generalized"),
        Row("string", "integer,string", "generalized", "generalized", "generalized"),
        Row("integer,string", "string", "changed", "specialized", "generalized"),
        Row("integer,boolean", "string", "changed", "changed", "generalized"),
        Row("integer", "string,boolean", "changed", "changed", "generalized"),
        Row("string/date", "string", "generalized", "changed", "generalized"),
        Row("string", "string/date", "changed", "specialized", "changed"),
        Row("string/date", "string/date-time", "generalized", "changed", "generalized"),
        Row("integer/int64", "integer/int32", "changed", "specialized", "changed"),
        Row("integer/uint64", "integer/uint32", "changed", "specialized", "changed"),
        Row("integer/uint32", "integer/int64", "generalized", "changed", "generalized"),
        Row("integer/int16", "integer/int32", "generalized", "changed", "generalized"),
        Row("integer/uint8", "integer/int8", "changed", "changed", "changed"),
        Row("integer/uint8", "integer/int16", "generalized", "changed", "generalized"),
        Row("integer/int32", "number/double", "generalized", "generalized", "generalized"),
        Row("number/double", "integer", "changed", "specialized", "changed"),
        Row("number/double", "integer/int32", "changed", "specialized", "changed"),
    ]

    @Test(arguments: rows) func types(_ row: Row) {
        func parsed(_ text: String) -> (types: [String], format: String?) {
            let parts = text.split(separator: "/").map(String.init)
            return (parts.first?.split(separator: ",").map(String.init) ?? [], parts.dropFirst().first)
        }
        let (old, new) = (parsed(row.old), parsed(row.new))
        let change = TypeChange(
            oldTypes: old.types, newTypes: new.types, oldFormat: old.format, newFormat: new.format)
        let verdict = TypeVerdict(change, Writing(.json))
        #expect(verdict.id(.request, .body) == "request-body-type-" + row.sent)
        #expect(verdict.id(.response, .property) == "response-property-type-" + row.received)
        // A parameter is text, unless it is JSON.
        let text = TypeVerdict(change, Writing(.text(levels: 1)))
        #expect(text.id(.request, .parameter) == "request-parameter-type-" + row.parameter)
        let isSent = row.sent == "generalized" || row.sent == "compatible"
        #expect(
            verdict.id(.request, .parameter) == "request-parameter-type-" + (isSent ? "generalized" : "changed"))
    }
}
