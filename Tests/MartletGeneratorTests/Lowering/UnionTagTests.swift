// Tags of unions, as members of the types that are their branches.

import MartletIR
import Testing

@Suite struct UnionTagTests {
    /// The members of `A`, which says nothing of the tag, or that it is a string.
    @Test(arguments: [
        ("", "{propertyName: type, mapping: {a: A, b: B}}", ["x", "type = a"]),
        ("", "{propertyName: type, mapping: {a: A, b: B, c: A}}", ["x", "type"]),
        ("", "{propertyName: type}", ["x", "type = A"]), ("", "{propertyName: type, mapping: {b: B}}", ["x"]),
        ("", "{propertyName: type, mapping: {b: B}, defaultMapping: A}", ["x", "type"]),
        (", type: {type: string}", "{propertyName: type, mapping: {a: A, b: B}}", ["x", "type = a"]),
        (", type: {type: string}", "{propertyName: type}", ["x", "type"]),
        (", type: {type: string}", "{propertyName: type, mapping: {a: A}, defaultMapping: A}", ["x", "type"]),
    ])
    func members(_ tag: String, _ discriminator: String, _ members: [String]) throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    A: {type: object, properties: {x: {type: string}\(tag)}}
                    B: {type: object, properties: {y: {type: string}\(tag)}}
                    F:
                      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
                      discriminator: \(discriminator)
                    """))
        guard case .structure(let structure) = try lowered.type("A").kind else {
            Issue.record("A is no structure")
            return
        }
        #expect(structure.properties.map(told) == members)
    }

    /// A branch that is another name for a schema says nothing of that schema elsewhere: its tag is constant where it is
    /// nowhere else.
    @Test(arguments: [
        ("{$ref: '#/components/schemas/Base'}", ", type: {type: string}", ["id", "type"], ["id", "type = a"]),
        (
            "{allOf: [{$ref: '#/components/schemas/Base'}]}", ", type: {type: string}", ["id", "type"],
            ["id", "type = a"]
        ),
        ("{allOf: [{$ref: '#/components/schemas/Base'}]}", "", ["id", "type"], ["id", "type = a"]),
        (
            "{allOf: [{$ref: '#/components/schemas/Base'}]}", ", type: {const: a}", ["id", "type = a"],
            ["id", "type = a"]
        ),
    ])
    func otherNames(_ branch: String, _ tag: String, _ used: [String], _ alone: [String]) throws {
        for (use, members) in [
            ("Use: {properties: {base: {$ref: '#/components/schemas/Base'}}}", used),
            ("Use: {type: array, items: {$ref: '#/components/schemas/A'}}", used),
            ("Use: {properties: {either: {$ref: '#/components/schemas/F'}}}", alone),
        ] {
            let lowered = LoweredAPI(
                try Snippet(
                    schemas: """
                        Base: {type: object, properties: {id: {type: string}\(tag)}}
                        A: \(branch)
                        B: {type: object, properties: {y: {type: string}, type: {type: string}}}
                        F:
                          oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
                          discriminator: {propertyName: type, mapping: {a: '#/components/schemas/A', b: '#/components/schemas/B'}}
                        \(use)
                        """))
            guard case .structure(let structure) = try lowered.type("Base").kind else {
                Issue.record("Base is no structure")
                continue
            }
            #expect(structure.properties.map(told) == members, "\(use)")
        }
    }

    @Test func casesOfSeveralTags() throws {
        func branch(_ tags: String, _ more: String = "") -> String {
            "{type: object, required: [type], properties: {type: {enum: [\(tags)]}}\(more)}"
        }
        let branches = [
            branch("ping, pong"), branch("turn.done"), branch("a, b, c, d"), branch("e, f", ", title: Named"),
        ]
        let lowered = LoweredAPI(try Snippet(schemas: "F: {oneOf: [\(branches.joined(separator: ", "))]}"))
        guard case .union(let union) = try lowered.type("F").kind else {
            Issue.record("F is no union")
            return
        }
        #expect(union.cases.map(\.name) == ["pingOrPong", "turnDone", "object", "named"])
    }

    private func told(_ property: Property) -> String {
        if case .constant(.string(let value), _) = property.presence { return "\(property.key) = \(value)" }
        return property.key
    }

    @Test func aUnionOfItselfIsSaid() throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: string}]}
                    B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: integer}]}
                    """))
        #expect(lowered.said == ["recursive-union"])
    }
}
