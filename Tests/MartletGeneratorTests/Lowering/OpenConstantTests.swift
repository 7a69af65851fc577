// One value beside any other is no constant; alone it is.

import MartletIR
import Testing

@Suite struct OpenConstantTests {
    @Test(arguments: [
        ("{type: string, enum: [auto]}", "constant auto"), ("{const: auto}", "constant auto"),
        ("{$ref: '#/components/schemas/One'}", "constant one"),
        ("{anyOf: [{type: string}, {const: auto}]}", "enum auto"),
        ("{anyOf: [{type: string}, {type: string, enum: [auto]}]}", "enum auto"),
        ("{anyOf: [{type: string}, {$ref: '#/components/schemas/One'}]}", "enum one"),
        ("{oneOf: [{type: string, format: uri}, {const: now}]}", "enum now"),
    ])
    func requiredMember(_ schema: String, _ expected: String) throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    X: {type: object, required: [a], properties: {a: \(schema)}}
                    One: {type: string, enum: [one]}
                    """))
        let declaration = try lowered.type("X")
        guard case .structure(let structure) = declaration.kind, let member = structure.properties.first else {
            Issue.record("X has no member")
            return
        }
        #expect(told(member, declaration.nested) == expected)
    }

    /// By its name, too, one truth value is no enum.
    @Test func booleans() throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    X: {type: object, required: [r], properties: {r: \(Self.flag), a: \(Self.flag), b: {type: array, items: \(Self.flag)}}}
                    Flag: {type: boolean, enum: [true]}
                    """))
        guard case .structure(let structure) = try lowered.type("X").kind else {
            Issue.record("X has no member")
            return
        }
        #expect(try lowered.type("Flag").kind == .alias(.builtin(.bool)))
        #expect(
            structure.properties.map(\.presence) == [.constant(.bool(true), isRequired: true), .optional, .optional])
    }

    private static let flag = "{$ref: '#/components/schemas/Flag'}"

    private func told(_ member: Property, _ nested: [TypeDeclaration]) -> String {
        if case .constant(.string(let value), _) = member.presence { return "constant \(value)" }
        guard case .enumeration(let enumeration)? = nested.first?.kind else { return "\(member.type)" }
        return "enum " + enumeration.cases.map(\.name).joined(separator: ", ")
    }
}
