// What is said of examples that no value of their schema's Swift type is like.

import MartletSource
import Testing

@Suite struct UnreadableExampleTests {
    @Test(arguments: [
        ("date-time", "example: /Date(1573755038314)/", "/Date(1573755038314)/"),
        ("date-time", "example: 2024-05-17", "2024-05-17"), ("date-time", "default: now", "now"),
        ("date-time", "example: '2024-05-17 09:30:00'", nil), ("date-time", "example: 2024-05-17T09:30:00Z", nil),
        ("date", "example: 17/05/2024", "17/05/2024"),
        ("date", "example: 2024-05-17T00:00:00Z", "2024-05-17T00:00:00Z"),
        ("date", "example: 2024-05-17", nil), ("time", "example: 9 o'clock", "9 o'clock"),
        ("time", "example: 09:30:00Z", nil), ("uuid", "example: any", nil), ("date-time", "example: null", nil),
    ])
    func unreadableExamples(_ format: String, _ example: String, _ text: String?) throws {
        let own = "{type: string, format: \(format), \(example)}"
        for schema in ["A: \(own)", "A: {type: object, properties: {a: \(own)}}", "A: {type: array, items: \(own)}"] {
            let lowered = LoweredAPI(try Snippet(schemas: schema, version: "3.0.3"))
            #expect(
                lowered.entries.map(\.message)
                    == (text.map { text in
                        [
                            "'\(text)' is no '\(format)': where the service sends such values, an optional member is nil, and "
                                + "what requires one fails; write the format that it sends, or none"
                        ]
                    } ?? []))
        }
    }
}
