// Listed values to open enums.
import MartletIR
import MartletOpenAPI
import MartletSource

struct EnumerationLowering {
    private let shape: EnumerationShape
    private let typeName: String

    init(_ shape: EnumerationShape, typeName: String) {
        self.shape = shape
        self.typeName = typeName
    }

    func enumeration(_ diagnostics: inout Diagnostics) -> Enumeration {
        var scope = NameScope(reserved: ReservedWords.enumCases)
        let texts = shape.values.map { (text: text($0.literal), position: $0.position) }
        let names = scope.claim(texts, spelt: SwiftName.member, &diagnostics)
        let cases = zip(shape.values, names).map { Enumeration.Case(name: $1, value: $0.literal) }
        return Enumeration(rawType: shape.rawType, cases: cases, unknownName: "unknown")
    }

    private func text(_ literal: Literal) -> String {
        switch literal {
        case .string(let text): text
        case .integer(let value): value < 0 ? "minus \(-value)" : "value \(value)"
        case .number(let value): value < 0 ? "minus \(-value)" : "value \(value)"
        case .bool(let value): String(value)
        }
    }
}
