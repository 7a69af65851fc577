// Types that would contain themselves by value: what is boxed, what is indirect, and what needs nothing.

import MartletIR
import Testing

@testable import MartletLowering
@testable import MartletPasses

@Suite struct ValueCyclesTests {
    @Test(arguments: rows)
    func broken(_ row: Row) {
        var cycles = ValueCycles(row.types)
        #expect(cycles.broken().flatMap { marks($0, path: $0.name) } == row.marks)
        var reversed = ValueCycles(row.types.reversed())
        #expect(reversed.broken().flatMap { marks($0, path: $0.name) }.sorted() == row.marks.sorted())
    }

    @Test func aLongCircleIsBoxedOnce() {
        var types = (0..<500).map { type("T\($0)", ["next": named("T\(($0 + 1) % 500)")]) }
        types.append(type("U", ["first": named("T0")]))
        var cycles = ValueCycles(types)
        #expect(cycles.broken().flatMap { marks($0, path: $0.name) } == ["box T499.next"])
    }

    /// `box A.b`, `indirect U`, `json A`: what was done to the types, in their order.
    private func marks(_ declaration: TypeDeclaration, path: String) -> [String] {
        let own: [String] =
            switch declaration.kind {
            case .structure(let structure): structure.properties.filter(\.isBoxed).map { "box \(path).\($0.name)" }
            case .union(let union):
                (union.isIndirect ? ["indirect \(path)"] : [])
                    + union.cases.filter { $0.type == .builtin(.json) }.map { "json \(path).\($0.name)" }
            case .alias(.builtin(.json)): ["json \(path)"]
            case .alias, .enumeration, .choice, .headers: []
            }
        return own + declaration.nested.flatMap { marks($0, path: path + "." + $0.name) }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var types: [TypeDeclaration]
        var marks: [String]

        init(_ name: String, _ types: [TypeDeclaration], _ marks: [String]) {
            testDescription = name
            (self.types, self.marks) = (types, marks)
        }
    }

    static let rows = [
        Row("no circle", [type("A", ["b": named("B")]), type("B", [:])], []),
        Row("itself", [type("A", ["a": named("A")])], ["box A.a"]),
        Row("itself, optional", [type("A", ["a": .optional(named("A"))])], ["box A.a"]),
        Row("itself twice", [type("A", ["a": named("A"), "b": named("A")])], ["box A.a", "box A.b"]),
        Row("each other", [type("A", ["b": named("B")]), type("B", ["a": named("A")])], ["box B.a"]),
        Row("array", [type("A", ["a": .array(named("A"))])], []),
        Row("dictionary", [type("A", ["a": .dictionary(named("A"))])], []),
        Row("optional array", [type("A", ["a": .optional(.array(named("A")))])], []),
        Row("union of itself", [union("U", [named("U"), .builtin(.string)])], ["json U.case0"]),
        Row(
            "unions of each other",
            [union("U", [named("V"), .builtin(.string)]), union("V", [named("U"), .builtin(.int)])], ["json V.case0"]),
        Row(
            "unions of each other, by an alias",
            [
                union("U", [named("A"), .builtin(.string)]), alias("A", .optional(named("V"))),
                union("V", [named("U")]),
            ],
            ["json V.case0"]),
        Row(
            "unions of each other, which a type holds",
            [type("T", ["u": named("U")]), union("U", [named("V"), named("T")]), union("V", [named("U")])],
            ["indirect U", "json V.case0"]),
        Row(
            "through a union", [type("A", ["u": named("U")]), union("U", [named("A"), .builtin(.string)])],
            ["indirect U"]),
        Row("union of objects", [type("A", [:]), union("U", [named("A"), .builtin(.string)])], ["indirect U"]),
        Row(
            "union of objects, by an alias",
            [type("A", [:]), alias("B", .optional(named("A"))), union("U", [named("B")])],
            ["indirect U"]),
        Row(
            "union of its own objects",
            [type("T", [:], nested: [union("U", [.declared(["T", "A"])]), type("A", [:])])], ["indirect T.U"]),
        Row(
            "union of a union of objects", [type("A", [:]), union("U", [named("A")]), union("V", [named("U")])],
            ["indirect U"]),
        Row("union of lists of objects", [type("A", [:]), union("U", [.array(named("A")), .builtin(.int)])], []),
        Row("union of its array", [union("U", [.array(named("U")), .builtin(.string)])], []),
        Row(
            "two circles with one type",
            [
                type("A", ["b": named("B"), "c": named("C")]), type("B", ["a": named("A")]),
                type("C", ["a": named("A")]),
            ],
            ["box B.a", "box C.a"]),
        Row(
            "circle beside the union's",
            [
                type("A", ["u": named("U"), "b": named("B")]), type("B", ["a": named("A")]),
                union("U", [named("A")]),
            ], ["box B.a", "indirect U"]),
        Row(
            "through an alias", [type("A", ["b": named("B")]), alias("B", named("A"))], ["box A.b"]),
        Row("aliases of each other", [alias("A", named("B")), alias("B", named("A"))], ["json A"]),
        Row("alias of its array", [alias("A", .array(named("A")))], ["json A"]),
        Row("alias of itself", [alias("A", named("A"))], ["json A"]),
        Row(
            "nested", [type("A", ["i": .declared(["A", "Inner"])], nested: [type("Inner", ["a": named("A")])])],
            ["box A.Inner.a"]),
        Row("unknown type", [type("A", ["b": named("Missing")])], []),
    ]
}

private func named(_ name: String) -> TypeReference {
    .declared([name])
}

private func type(
    _ name: String, _ properties: KeyValuePairs<String, TypeReference>, nested: [TypeDeclaration] = []
) -> TypeDeclaration {
    let properties = properties.map {
        Property(name: $0.key, key: $0.key, type: $0.value, presence: .optional, documentation: Documentation())
    }
    let structure = Structure(properties: properties, additional: nil, keepsUnknownMembers: false)
    return TypeDeclaration(name: name, documentation: Documentation(), kind: .structure(structure), nested: nested)
}

private func union(_ name: String, _ types: [TypeReference]) -> TypeDeclaration {
    let cases = types.enumerated().map {
        Union.Case(name: "case\($0.offset)", type: $0.element, documentation: Documentation())
    }
    let union = Union(cases: cases, tag: nil, dispatch: .unknown)
    return TypeDeclaration(name: name, documentation: Documentation(), kind: .union(union))
}

private func alias(_ name: String, _ type: TypeReference) -> TypeDeclaration {
    TypeDeclaration(name: name, documentation: Documentation(), kind: .alias(type))
}
