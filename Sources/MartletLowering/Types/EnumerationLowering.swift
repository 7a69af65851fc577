// Listed values to open enums.

import MartletIR
import MartletNaming
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
        let texts = shape.values.map { (text: text($0), position: $0.position) }
        let names = scope.claim(texts, spelt: SwiftName.member, &diagnostics)
        let cases = zip(shape.values, names).map { value, name in
            Enumeration.Case(
                name: name, value: value.literal,
                documentation: Documentation(DocumentationLowering.lines(value.description)),
                origin: diagnostics.origin(of: value.position))
        }
        return Enumeration(rawType: shape.rawType, cases: cases)
    }

    /// A number says less than its title; of a string's titles only those that are names themselves say more.
    private func text(_ value: EnumerationShape.Value) -> String {
        if let name = value.programName, !name.isEmpty, isUnnamed(value.literal) { return name }
        if let title = value.title, shape.rawType != .string || Self.isName(title) { return title }
        return text(value.literal)
    }

    /// Whether the literal makes no name by itself.
    private func isUnnamed(_ literal: Literal) -> Bool {
        guard case .string(let text) = literal else { return true }
        return text.first?.isLetter != true || !Self.isName(text)
    }

    private static func isName(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0 == "_" || $0 == "-" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }
    }

    private func text(_ literal: Literal) -> String {
        switch literal {
        // Orders of lists: `created` and `-created`.
        case .string(let text) where text.hasPrefix("-") && has(text.dropFirst()): "minus \(text.dropFirst())"
        case .string(let text): text
        case .integer(let value): text(String(value))
        case .number(let value): text(String(value))
        case .bool(let value): String(value)
        }
    }

    private func has(_ text: Substring) -> Bool {
        shape.values.contains { $0.literal == .string(String(text)) }
    }

    private func text(_ number: String) -> String {
        number.hasPrefix("-") ? "minus \(number.dropFirst())" : "value \(number)"
    }
}
