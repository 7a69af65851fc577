// What the cases of enums are called.

import MartletIR
import Testing

@Suite struct EnumerationNameTests {
    @Test(arguments: [
        ("{type: integer, enum: [0, 1]}", ["value0", "value1"]),
        ("{type: integer, enum: [0, 1], x-enum-varnames: [Round, RIGHT_ANGLED]}", ["round", "rightAngled"]),
        ("{type: integer, enum: [0, 1], x-enumNames: [Round, Angular]}", ["round", "angular"]),
        ("{type: integer, enum: [0, 1], x-enum-varnames: [Round]}", ["value0", "value1"]),
        ("{type: string, enum: [on, '1'], x-enum-varnames: [StateOn, StateOne]}", ["on", "stateOne"]),
        ("{type: string, enum: [created, -created, '+created']}", ["created", "minusCreated", "plusCreated"]),
        ("{type: string, enum: [-created, -name]}", ["created", "name"]),
    ])
    func names(_ schema: String, _ expected: [String]) throws {
        let lowered = LoweredAPI(try Snippet(schemas: "X: \(schema)"))
        guard case .enumeration(let enumeration) = try lowered.type("X").kind else {
            Issue.record("X is no enum")
            return
        }
        #expect(enumeration.cases.map(\.name) == expected)
        #expect(lowered.said.isEmpty)
    }

    @Test func descriptions() throws {
        let lowered = LoweredAPI(
            try Snippet(schemas: "X: {type: integer, enum: [0, 1], x-enum-descriptions: [no corners, some corners]}"))
        guard case .enumeration(let enumeration) = try lowered.type("X").kind else { return }
        #expect(enumeration.cases.map(\.documentation.lines) == [["no corners"], ["some corners"]])
    }
}
