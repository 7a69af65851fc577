// Documents that would multiply without end end soon.

import MartletIR
import Testing

@Suite(.timeLimit(.minutes(1))) struct ExplosionTests {
    private static func reference(_ name: String) -> String {
        "{$ref: '#/components/schemas/\(name)'}"
    }

    /// Each level has two branches that extend the union below: multiplied out, 2³⁰ of them.
    @Test func unionsThatExtendUnions() throws {
        var schemas = (0..<30).map { level in
            let branches = ["l", "r"].map { side in
                "{allOf: [\(Self.reference("E\(level + 1)")), {properties: {\(side)\(level): {type: string}}}]}"
            }
            return "E\(level): {oneOf: [\(branches.joined(separator: ", "))]}"
        }
        schemas.append("E30: {type: object, properties: {x: {type: string}}}")
        let lowered = LoweredAPI(try Snippet(schemas: schemas.joined(separator: "\n")))
        #expect(lowered.said.contains("several-unions"))
    }

    @Test func partsThatAreAllUnions() throws {
        let parts = (0..<12).map { part in
            let branches = (0..<10).map {
                "{type: object, required: [a\(part)_\($0)], properties: {a\(part)_\($0): {}}}"
            }
            return "{oneOf: [\(branches.joined(separator: ", "))]}"
        }
        let lowered = LoweredAPI(try Snippet(schemas: "A: {allOf: [\(parts.joined(separator: ", "))]}"))
        #expect(lowered.said.contains("several-unions"))
    }

    /// 2³⁰ ways lead to the end.
    @Test(arguments: [
        "oneOf: [#]", "anyOf: [#]", "type: array, items: {oneOf: [#]}", "type: array, prefixItems: [{oneOf: [#]}]",
    ])
    func unionsThatMeetAgain(_ form: String) throws {
        var schemas = (0..<30).flatMap { level in
            let branches = Self.reference("A\(level + 1)") + ", " + Self.reference("B\(level + 1)")
            let schema = form.replacing("#", with: branches)
            return ["A\(level): {\(schema)}", "B\(level): {\(schema)}"]
        }
        schemas += ["A30: {type: object, properties: {x: {}}}", "B30: {type: object, properties: {y: {}}}"]
        let lowered = LoweredAPI(try Snippet(schemas: schemas.joined(separator: "\n")))
        #expect(lowered.api.types.contains { $0.name == "A0" })
    }

    @Test func aLongChainOfUnions() throws {
        var schemas = (0..<600).map { level in
            "A\(level): {oneOf: [\(Self.reference("A\(level + 1)")), {type: object, properties: {p\(level): {}}}]}"
        }
        schemas.append("A600: {type: string}")
        let lowered = LoweredAPI(try Snippet(schemas: schemas.joined(separator: "\n")))
        #expect(lowered.api.types.count == 601)
    }

    /// What stands beside the reference gives the values a schema of their own, which has itself for its values.
    @Test(arguments: [
        "{type: object, additionalProperties: {$ref: '#/components/schemas/A', then: {type: number}}}",
        "{type: array, items: {$ref: '#/components/schemas/A', minItems: 1, type: array}}",
        "{additionalProperties: {allOf: [{$ref: '#/components/schemas/A'}, {minProperties: 1, type: object}]}}",
    ])
    func withoutAnEnd(_ schema: String) throws {
        let lowered = LoweredAPI(try Snippet(schemas: "A: " + schema))
        #expect(lowered.api.types.map(\.name) == ["A"])
    }

    @Test func aDiamondOfParts() throws {
        var schemas = (0..<40).map { level in
            "D\(level): {allOf: [\(Self.reference("D\(level + 1)")), \(Self.reference("D\(level + 1)"))]}"
        }
        schemas.append("D40: {type: object, properties: {x: {type: string}}}")
        let lowered = LoweredAPI(try Snippet(schemas: schemas.joined(separator: "\n")))
        guard case .structure(let structure) = try lowered.type("D0").kind else {
            Issue.record("D0 is no structure")
            return
        }
        #expect(structure.properties.map(\.key) == ["x"])
    }
}
