// Schemas that list their values: `enum` and `const`.

import MartletIR
import MartletOpenAPI
import MartletSource

struct LiteralPass {
    private let keywords: Schema.Keywords
    private let formats: Formats
    private let position: Position

    init(_ keywords: Schema.Keywords, _ formats: Formats, at position: Position) {
        self.keywords = keywords
        self.formats = formats
        self.position = position
    }

    func shape(of nodes: [Node], _ diagnostics: inout Diagnostics) -> NormalSchema.Shape {
        let values = described(nodes.map { value($0) }).compactMap(\.self)
        guard values.count > 0, nodes.allSatisfy({ $0.scalar != nil }) else {
            return compound(nodes, &diagnostics)
        }
        let kinds = Set(values.map { rawType($0.literal) })
        switch kinds {
        case [.int] where keywords.types == [.number]:
            // The values that aren't listed may be any number.
            return .enumeration(EnumerationShape(rawType: .double, values: values))
        case [.string], [.int], [.double]:
            return .enumeration(EnumerationShape(rawType: kinds.first ?? .string, values: values))
        case [.int, .double]: return .enumeration(EnumerationShape(rawType: .double, values: values))
        case [.bool]:
            // A single boolean is a constant; both are any boolean.
            let shape = EnumerationShape(rawType: .bool, values: values)
            return shape.values.count == 1 ? .enumeration(shape) : .primitive(.bool)
        default:
            return .union(UnionShape(branches: branches(nodes), discriminator: nil))
        }
    }

    /// What extensions call and say of the values, where they list as many as there are.
    private func described(_ values: [EnumerationShape.Value?]) -> [EnumerationShape.Value?] {
        let (names, texts) = (keywords.valueNames, keywords.valueDescriptions)
        return values.enumerated().map { place, value in
            var value = value
            if names.count == values.count { value?.programName = names[place] }
            if texts.count == values.count { value?.description = texts[place] }
            return value
        }
    }

    /// Lists of arrays or of objects are typed as any of these.
    private func compound(_ nodes: [Node], _ diagnostics: inout Diagnostics) -> NormalSchema.Shape {
        if nodes.contains(where: { $0.scalar == nil }) { diagnostics.report(.compoundLiteral, at: position) }
        var implied = keywords.types?.first
        if implied == nil, !nodes.isEmpty {
            if nodes.allSatisfy({ $0.sequence != nil }) { implied = .array }
            if nodes.allSatisfy({ $0.mapping != nil }) { implied = .object }
        }
        return PlainTypePass(keywords, formats).shape(implied)
    }

    /// A branch for each type of scalar; numbers with and without a fraction are one.
    private func branches(_ nodes: [Node]) -> [Schema] {
        let types: [SchemaType] = [.string, .number, .boolean]
        return types.compactMap { type in
            let own = nodes.filter { value($0).map { self.type(of: $0.literal) } == type }
            guard !own.isEmpty else { return nil }
            var keywords = Schema.Keywords()
            keywords.enumeration = own
            return Schema(keywords, at: position)
        }
    }

    private func type(of literal: Literal) -> SchemaType {
        switch literal {
        case .string: .string
        case .integer, .number: .number
        case .bool: .boolean
        }
    }

    private func value(_ node: Node) -> EnumerationShape.Value? {
        guard let scalar = node.scalar else { return nil }
        // Under `type: string`, YAML's bare `on`, `1` or `1.0` are strings whose quotes were forgotten.
        if keywords.types == [.string], !node.isNull {
            return .init(literal: .string(scalar.text), position: node.position)
        }
        switch scalar.resolved {
        case .string(let text): return .init(literal: .string(text), position: node.position)
        case .integer(let value): return .init(literal: .integer(value), position: node.position)
        case .number(let value): return .init(literal: .number(value), position: node.position)
        case .bool(let value): return .init(literal: .bool(value), position: node.position)
        case .null: return nil
        }
    }

    private func rawType(_ literal: Literal) -> Builtin {
        switch literal {
        case .string: .string
        case .integer: .int
        case .number: .double
        case .bool: .bool
        }
    }
}

extension Diagnostic {
    fileprivate static let compoundLiteral = Diagnostic(
        .warning, id: "compound-enum", "a listed value is an array or an object; the list isn't checked in Swift")
}
