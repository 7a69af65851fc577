// Bases that list those which extend them, and bases that only have a discriminator.

import MartletIR
import Testing

@Suite struct SubtypesTests {
    private static let animal = "{$ref: '#/components/schemas/Animal'}"
    private static let cat = "{$ref: '#/components/schemas/Cat'}"
    private static let dog = "{$ref: '#/components/schemas/Dog'}"

    private static let members = """
        Cat: {allOf: [\(animal), {type: object, properties: {lives: {type: integer}}}]}
        Dog: {allOf: [\(animal)]}
        Zoo: {type: object, properties: {first: \(animal), others: {type: array, items: \(animal)}}}
        """

    /// The base, and the values of the tag that lead to each of those which extend it.
    @Test(arguments: [
        ("oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}", ["c", "d"]),
        ("anyOf: [\(cat), \(dog)], discriminator: {propertyName: kind}", ["Cat", "Dog"]),
        ("discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}", ["c", "d"]),
        ("discriminator: {propertyName: kind}", ["Cat", "Dog"]),
    ])
    func aBaseIsThoseThatExtendIt(_ keywords: String, _ tags: [String]) throws {
        let base = "Animal: {type: object, required: [kind], properties: {kind: {type: string}}, \(keywords)}\n"
        let lowered = LoweredAPI(try Snippet(schemas: base + Self.members))
        guard case .union(let union) = try lowered.type("Animal").kind else {
            Issue.record("Animal is no union")
            return
        }
        #expect(union.cases.map(\.type) == [.declared(["Cat"]), .declared(["Dog"])])
        let rows = zip(tags, 0...).map { Dispatch.TagRow(values: [$0], dispatch: .branch($1)) }
        #expect(union.dispatch == .tag(rows, otherwise: .unknown))
        #expect(try members(of: "Cat", lowered) == ["kind", "lives"])
        #expect(try members(of: "Dog", lowered) == ["kind"])
        #expect(try members(of: "Zoo", lowered) == ["first", "others"])
        #expect(!lowered.said.contains("endless-schema"))
    }

    /// A mapping may name a schema by another name for it: what extends a base, or a branch, in either direction.
    @Test(arguments: [
        ("discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}", "Cat: {$ref: '#/components/schemas/Lion'}"),
        ("discriminator: {propertyName: kind, mapping: {c: Old, d: Dog}}", "Old: {$ref: Cat}, Cat: {$ref: Lion}"),
        (
            "oneOf: [{$ref: Lion}, \(dog)], discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}",
            "Cat: {$ref: Lion}"
        ),
        (
            "oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind, mapping: {c: Lion, d: Dog}}",
            "Cat: {$ref: Lion, description: The old name.}"
        ),
    ])
    func otherNames(_ keywords: String, _ names: String) throws {
        let reference = "#/components/schemas/"
        let schemas = """
            Animal: {type: object, required: [kind], properties: {kind: {type: string}}, \(keywords)}
            \(names.replacing("}, ", with: "}\n"))
            Lion: {allOf: [\(Self.animal), {properties: {lives: {type: integer}}}]}
            Dog: {allOf: [\(Self.animal), {properties: {bark: {}}}]}
            """
        let lowered = LoweredAPI(
            try Snippet(
                schemas: schemas.replacing("$ref: Lion", with: "$ref: '\(reference)Lion'")
                    .replacing("$ref: Cat", with: "$ref: '\(reference)Cat'")))
        guard case .union(let union) = try lowered.type("Animal").kind else {
            Issue.record("Animal is no union")
            return
        }
        let rows = zip(["c", "d"], 0...).map { Dispatch.TagRow(values: [$0], dispatch: .branch($1)) }
        #expect(union.dispatch == .tag(rows, otherwise: .unknown))
        #expect(lowered.said == [])
    }

    @Test func aValueOfTheTagMayStandInTheSubtype() throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    Animal: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: kind}
                    Cat: {x-ms-discriminator-value: '#Zoo.Cat', allOf: [\(Self.animal), {properties: {lives: {type: integer}}}]}
                    Kitten: {x-ms-discriminator-value: '#Zoo.Kitten', allOf: [\(Self.cat), {properties: {age: {type: integer}}}]}
                    """))
        guard case .union(let union) = try lowered.type("Animal").kind else {
            Issue.record("Animal is no union")
            return
        }
        #expect(union.cases.map(\.name) == ["cat", "kitten"])
        #expect(
            union.dispatch
                == .tag(
                    [
                        .init(values: ["#Zoo.Cat"], dispatch: .branch(0)),
                        .init(values: ["#Zoo.Kitten"], dispatch: .branch(1)),
                    ], otherwise: .unknown))
        #expect(try members(of: "Kitten", lowered) == ["kind", "lives", "age"])
        #expect(lowered.said == [])
    }

    /// A base that its mapping names has values of its own.
    @Test func aBaseMayBeOneOfItsKinds() throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    Account:
                      type: object
                      required: [kind, name]
                      properties: {kind: {type: string}, name: {type: string}}
                      discriminator: {propertyName: kind, mapping: {plain: Account, savings: Savings}}
                    Savings: {allOf: [{$ref: '#/components/schemas/Account'}, {required: [rate], properties: {rate: {type: number}}}]}
                    Vehicle:
                      {required: [vt], properties: {vt: {type: string}}, discriminator: {propertyName: vt, mapping: {car: Car, suv: Suv}}}
                    Car:
                      allOf: [{$ref: '#/components/schemas/Vehicle'}, {properties: {doors: {type: integer}}}]
                      discriminator: {propertyName: ct, mapping: {suv: Suv}}
                    Suv: {allOf: [{$ref: '#/components/schemas/Car'}, {required: [tow], properties: {tow: {type: integer}}}]}
                    """))
        func union(_ name: String) throws -> Union? {
            if case .union(let union) = try lowered.type(name).kind { union } else { nil }
        }
        let account = try #require(try union("Account"))
        #expect(account.cases.map(\.name) == ["savings", "plain"])
        #expect(account.cases.map(\.type) == [.declared(["Savings"]), .declared(["Account", "Plain"])])
        #expect(
            account.dispatch
                == .tag(
                    [
                        .init(values: ["savings"], dispatch: .branch(0)),
                        .init(values: ["plain"], dispatch: .branch(1)), .init(values: [""], dispatch: .branch(1)),
                    ], otherwise: .unknown))
        #expect(try members(of: "Savings", lowered) == ["kind", "name", "rate"])
        let car = try #require(try union("Car"))
        #expect(car.cases.map(\.type) == [.declared(["Suv"]), .declared(["Car", "Object"])])
        #expect(car.tag == "ct")
        #expect(
            car.dispatch
                == .tag(
                    [
                        .init(values: ["suv"], dispatch: .branch(0)),
                        .init(
                            values: [""],
                            dispatch: .bestMatch([
                                .init(keys: ["vt", "tow"], branch: 0), .init(keys: ["vt"], branch: 1),
                            ])),
                    ], otherwise: .bestMatch([.init(keys: ["vt"], branch: 1)])))
        #expect(lowered.said == [])
    }

    /// What stands between a base and others is open to these, wherever it says so, and where it doesn't.
    @Test(arguments: [
        "{allOf: [BASE, {properties: {m: {}}, discriminator: {propertyName: kind, mapping: {leaf: Leaf}}}]}",
        "{allOf: [BASE], properties: {m: {}}, discriminator: {propertyName: kind, mapping: {leaf: Leaf}}}",
        "{allOf: [BASE, {properties: {m: {}}}]}",
    ])
    func whatStandsBetween(_ middle: String) throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    Base: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {mid: Mid, leaf: Leaf}}}
                    Mid: \(middle.replacing("BASE", with: "{$ref: '#/components/schemas/Base'}"))
                    Leaf: {allOf: [{$ref: '#/components/schemas/Mid'}, {properties: {leaf: {}}}]}
                    """))
        for (name, types) in [
            ("Base", [TypeReference.declared(["Mid"]), .declared(["Leaf"])]),
            ("Mid", [.declared(["Leaf"]), .declared(["Mid", "MidValue"])]),
        ] {
            guard case .union(let union) = try lowered.type(name).kind else {
                Issue.record("\(name) is no union")
                continue
            }
            #expect(union.cases.map(\.type) == types)
            let tags = name == "Base" ? ["mid", "leaf"] : ["leaf", "mid"]
            var rows = zip(tags, 0...).map { Dispatch.TagRow(values: [$0], dispatch: .branch($1)) }
            // Without a tag it is what it is declared as.
            if name == "Mid" { rows.append(.init(values: [""], dispatch: .branch(1))) }
            #expect(union.dispatch == .tag(rows, otherwise: .unknown))
        }
        #expect(try members(of: "Leaf", lowered) == ["kind", "m", "leaf"])
        #expect(lowered.said == [])
    }

    /// Each level has a tag of its own, and keeps that of the level above.
    @Test func tagsOfSeveralLevels() throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    Vehicle: {type: object, required: [type], properties: {type: {type: string}}, discriminator: {propertyName: type, mapping: {car: Car}}}
                    Car: {allOf: [{$ref: '#/components/schemas/Vehicle'}, {required: [body], properties: {body: {type: string}}, discriminator: {propertyName: body, mapping: {suv: SUV}}}]}
                    SUV: {allOf: [{$ref: '#/components/schemas/Car'}, {properties: {tow: {}}}]}
                    """))
        guard case .union(let car) = try lowered.type("Car").kind, case .declared(let path) = car.cases[1].type,
            case .structure(let own)? = try lowered.type("Car").nested.first(where: { $0.name == path.last })?.kind
        else {
            Issue.record("Car is no union of SUV and itself")
            return
        }
        #expect(own.properties.first?.presence == .constant(.string("car"), isRequired: true))
    }

    /// Nothing is multiplied where all branches extend what they are branches of.
    @Test func deepFamilies() throws {
        let levels = (1...8).map { level in
            "L\(level): {allOf: [{$ref: '#/components/schemas/L\(level - 1)'}, {properties: {m\(level): {}}}]}"
        }
        let mapping = (1...8).map { "l\($0): L\($0)" }.joined(separator: ", ")
        let lowered = LoweredAPI(
            try Snippet(
                schemas: "L0: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: "
                    + "{propertyName: kind, mapping: {\(mapping)}}}\n" + levels.joined(separator: "\n")))
        #expect(lowered.said == [])
        for level in 0...7 {
            guard case .union(let union) = try lowered.type("L\(level)").kind else {
                Issue.record("L\(level) is no union")
                continue
            }
            #expect(union.cases.count == 8 - level + (level == 0 ? 0 : 1))
        }
    }

    private static let kinds = "discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}"
    private static let free = """
        Cat: {type: object, required: [kind, lives], properties: {kind: {type: string, enum: [c]}, lives: {type: integer}}}
        Dog: {type: object, required: [kind], properties: {kind: {type: string}, bark: {type: string}}}
        Zoo: {type: object, properties: {first: {\(kinds)}}}
        """

    /// What a mapping names is a branch, as if `oneOf` listed it, whatever it extends.
    @Test(arguments: [
        kinds, "type: object, \(kinds)", "type: object, required: [kind], \(kinds)",
        "type: object, required: [kind], properties: {kind: {type: string}}, \(kinds)", "nullable: true, \(kinds)",
    ])
    func aMappingIsAListOfBranches(_ base: String) throws {
        let lowered = LoweredAPI(try Snippet(schemas: "Animal: {\(base)}\n" + Self.free))
        for type in [try lowered.type("Animal"), try #require(try lowered.type("Zoo").nested.first)] {
            guard case .union(let union) = type.kind else {
                Issue.record("\(type.name) is no union")
                continue
            }
            #expect(union.cases.map(\.name) == ["c", "d"])
            #expect(union.cases.map(\.type) == [.declared(["Cat"]), .declared(["Dog"])])
            #expect(
                union.dispatch
                    == .tag(
                        [
                            .init(values: ["c"], dispatch: .branch(0)), .init(values: ["d"], dispatch: .branch(1)),
                        ], otherwise: .unknown))
        }
        #expect(lowered.said == [])
    }

    /// Those that extend a base, and those that don't, which have its members as branches of it.
    @Test func aMappingMayNameSomeThatExtendTheBase() throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas:
                    "Animal: {type: object, properties: {kind: {type: string}, name: {type: string}}, \(Self.kinds)}\n"
                    + "Cat: {allOf: [\(Self.animal), {properties: {lives: {type: integer}}}]}\n"
                    + "Dog: {type: object, properties: {bark: {type: string}}}"))
        guard case .union(let union) = try lowered.type("Animal").kind else {
            Issue.record("Animal is no union")
            return
        }
        #expect(union.cases.map(\.type) == [.declared(["Cat"]), .declared(["Animal", "D"])])
        let nested = try lowered.type("Animal").nested
        #expect(try members(of: "Cat", lowered) == ["kind", "name", "lives"])
        #expect(try members(of: "Dog", lowered) == ["bark"])
        #expect(
            nested.map { type in
                if case .structure(let structure) = type.kind { structure.properties.map(\.key) } else { [] }
            } == [["bark", "kind", "name"]])
    }

    /// A kind that repeats the mapping is no base, of others that repeat it, or of those that extend its own base.
    @Test func aMappingMayBeACopy() throws {
        let own = "type: object, properties: {kind: {type: string}}"
        let copies = LoweredAPI(
            try Snippet(schemas: "Cat: {\(own), \(Self.kinds)}\nDog: {\(own), \(Self.kinds)}"))
        #expect(try members(of: "Cat", copies) == ["kind"])
        #expect(copies.said == [])
        let dogs = "discriminator: {propertyName: kind, mapping: {d: Dog}}"
        let heirs = LoweredAPI(
            try Snippet(
                schemas: "Animal: {\(own), \(Self.kinds)}\nCat: {allOf: [\(Self.animal)], \(dogs)}\n"
                    + "Dog: {allOf: [\(Self.animal)]}"))
        #expect(try members(of: "Cat", heirs) == ["kind"])
        #expect(heirs.said == ["indistinguishable-branches"])
        let single = LoweredAPI(try Snippet(schemas: "Cat: {\(own), \(Self.kinds)}\nDog: {\(own)}"))
        #expect(try members(of: "Cat", single) == ["kind"])
        #expect(single.said == ["own-mapping"])
    }

    /// Variants of a subtype that no tag leads to are no kinds of it.
    @Test func whatIsMadeForOtherEndsIsNoKind() throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    Base: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {mid: Mid}}}
                    Mid: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {m: {}}}]}
                    MidDraft: {allOf: [{$ref: '#/components/schemas/Mid'}, {properties: {draft: {}}}]}
                    """))
        #expect(try members(of: "Mid", lowered) == ["kind", "m"])
    }

    /// One branch with a tag may have others beside it some day.
    @Test func oneBranchWithATagIsAUnion() throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, mapping: {cat: Cat}}}
                    Cat: {required: [kind], properties: {kind: {type: string}}}
                    """))
        guard case .union(let union) = try lowered.type("Pet").kind else {
            Issue.record("Pet is no union")
            return
        }
        #expect(union.dispatch == .tag([.init(values: ["cat"], dispatch: .branch(0))], otherwise: .unknown))
    }

    @Test func aBaseThatNothingExtendsIsAnObject() throws {
        let base = "Animal: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}}"
        #expect(try members(of: "Animal", LoweredAPI(try Snippet(schemas: base))) == ["kind"])
    }

    /// Two unions that are branches of each other are both unions; nothing decodes them in a circle.
    @Test func unionsOfOneAnother() throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: """
                    A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: array, items: {$ref: '#/components/schemas/A'}}]}
                    B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}]}
                    """))
        for (name, branch, isIndirect) in [("A", TypeReference.declared(["B"]), false), ("B", .builtin(.json), true)] {
            guard case .union(let union) = try lowered.type(name).kind else {
                Issue.record("\(name) is no union")
                continue
            }
            #expect(union.cases.first?.type == branch)
            #expect(union.isIndirect == isIndirect)
        }
        #expect(lowered.said.contains("recursive-union"))
    }

    private func members(of name: String, _ lowered: LoweredAPI) throws -> [String] {
        guard case .structure(let structure) = try lowered.type(name).kind else { return ["\(name) is no structure"] }
        return structure.properties.map(\.key)
    }
}
