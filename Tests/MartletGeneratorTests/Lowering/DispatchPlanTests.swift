// How the branch of a union is found, by every rule: the whole dispatch of each union.

import MartletIR
import MartletOpenAPI
import MartletSource
import Testing

@testable import MartletLowering

@Suite struct DispatchPlanTests {
    /// Kinds of members are looked at a few levels deep: all of them would take as many rows as there are combinations.
    @Test func manyMembersOfEitherKind() throws {
        let members = (0..<10).map { "m\($0)" }
        let branches = members.flatMap { own in
            ["string", "number"].map { type in
                let properties = members.map { "\($0): {\($0 == own ? "type: \(type)" : "")}" }
                return
                    "{type: object, required: [\(members.joined(separator: ", "))], properties: {\(properties.joined(separator: ", "))}}"
            }
        }
        let lowered = LoweredAPI(try Snippet(schemas: "Either: {oneOf: [\(branches.joined(separator: ", "))]}"))
        guard case .union(let union) = try lowered.type("Either").kind else {
            Issue.record("Either is no union")
            return
        }
        #expect("\(union.dispatch)".utf8.count < 200_000)
    }

    @Test(
        arguments: TaggedDispatchRows.byDiscriminator + TaggedDispatchRows.byLiterals
            + UntaggedDispatchRows.byKind + UntaggedDispatchRows.byMembers)
    func dispatch(_ row: DispatchRow) throws {
        let snippet = try Snippet(schemas: "X: \(row.union)\n" + Self.others)
        var normalizer = Normalizer(table: snippet.document.schemas)
        var diagnostics = Diagnostics()
        let names = TypeNames(snippet.document.components, &diagnostics)
        let schema = try snippet.schema("X")
        guard case .union(let union) = normalizer.normal(schema, &diagnostics).shape else {
            Issue.record("not a union")
            return
        }
        let plan = UnionPlanner(union, position: schema.position).plan(&normalizer, names: names, &diagnostics)
        #expect(plan.tag == row.tag)
        #expect(plan.dispatch(&diagnostics) == row.dispatch)
        #expect(diagnostics.entries.map(\.id) == row.said)
    }

    private static let others = """
        Other: {const: other}
        Until: {anyOf: [{type: string, format: date}, {const: now}]}
        Nested: {type: array, items: {anyOf: [{type: string}, {$ref: '#/components/schemas/Nested'}]}}
        Cat: {type: object, required: [kind], properties: {kind: {const: cat}, lives: {type: integer}}}
        Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog, hound]}}}
        OldDog: {type: object, required: [kind, age], properties: {kind: {const: dog}, age: {type: integer}}}
        LazyCat: {allOf: [{$ref: '#/components/schemas/Cat'}, {properties: {bed: {type: string}}}]}
        Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
        Fish: {type: object, properties: {kind: {const: fish}, depth: {type: number}}}
        Fruit: {type: object, required: [kind], properties: {kind: {type: string}, pips: {type: integer}}}
        Nut: {type: object, required: [kind], properties: {kind: {type: string}}}
        Food:
          oneOf: [{$ref: '#/components/schemas/Fruit'}, {$ref: '#/components/schemas/Nut'}]
          discriminator: {propertyName: kind, mapping: {apple: Fruit, hazel: Nut, walnut: Nut}}
        Base: {type: object, required: [kind], properties: {kind: {type: string, enum: [Circle, right_angle, other]}}}
        Circle: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {r: {type: number}}}]}
        RightAngle: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {type: number}}}]}
        Link: {type: object, required: [url], properties: {url: {type: string}, alt: {type: string}}}
        File: {type: object, required: [id, size], properties: {id: {type: string}, size: {type: integer}}}
        Note: {type: object, properties: {text: {type: string}}}
        LongNote: {type: object, properties: {text: {type: string}, pages: {type: integer}}}
        OtherNote: {type: object, properties: {text: {type: integer}}}
        SameNote: {type: object, properties: {text: {type: string}}}
        Score: {type: object, required: [value], properties: {name: {type: string}, value: {type: number}}}
        Grade: {type: object, required: [value], properties: {name: {type: string}, value: {type: [string, 'null']}}}
        Grades: {required: [value], properties: {name: {type: string}, value: {type: array, items: {type: string}}}}
        Ship:
          type: object
          required: [hull]
          properties: {hull: {type: string}}
          discriminator: {propertyName: hull, mapping: {boat: Boat, raft: Raft, ship: Ship}}
        Boat: {allOf: [{$ref: '#/components/schemas/Ship'}, {properties: {oars: {type: integer}}}]}
        Raft: {allOf: [{$ref: '#/components/schemas/Ship'}, {properties: {logs: {type: integer}}}]}
        Vehicle:
          type: object
          required: [wheels]
          properties: {wheels: {type: string, enum: [four, two]}}
          discriminator: {propertyName: wheels, mapping: {four: Car, two: Bike}}
        Car: {allOf: [{$ref: '#/components/schemas/Vehicle'}, {properties: {doors: {type: integer}}}]}
        Bike: {allOf: [{$ref: '#/components/schemas/Vehicle'}, {properties: {bell: {type: boolean}}}]}
        Parent: {type: object, required: [sort], properties: {sort: {type: string}}, discriminator: {propertyName: sort}}
        Left: {allOf: [{$ref: '#/components/schemas/Parent'}, {properties: {l: {type: integer}}}]}
        Right: {allOf: [{$ref: '#/components/schemas/Parent'}, {properties: {r: {type: integer}}}]}
        Filter: {type: object, additionalProperties: false, properties: {must: {type: string}, not: {type: string}}}
        Nothing: {type: object, additionalProperties: false}
        Strict: {type: object, required: [id], additionalProperties: false, properties: {id: {type: string}}}
        Memo: {type: object, properties: {words: {type: string}}}
        Media: {oneOf: [{$ref: '#/components/schemas/Link'}, {$ref: '#/components/schemas/File'}]}
        Image: {type: object, required: [url], properties: {url: {type: string}, width: {type: integer}}}
        """
}
