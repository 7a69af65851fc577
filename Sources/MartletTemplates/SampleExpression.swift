// Swift expressions for values of a type, as short as the compiler takes them: for samples in documentation.

import MartletIR

struct SampleExpression {
    /// What is nested deeper would only be read by the compiler.
    private static let depthLimit = 6

    private let declarations: [String: TypeDeclaration]
    private let spelling: TypeSpelling

    init(_ api: API) {
        declarations = TypeGraph(api).declarations
        spelling = TypeSpelling(api).outside(api.namespace)
    }

    /// An expression where the compiler knows the type; `name` is what a text in it may say.
    func text(_ type: TypeReference, for name: String, depth: Int = 0) -> String {
        switch type {
        case .builtin(let builtin): Self.text(builtin, name)
        case .optional: "nil"
        case .dictionary: "[:]"
        case .array(let element): depth > 2 ? "[]" : "[" + text(element, for: name, depth: depth + 1) + "]"
        case .declared(let path): declared(path, name, depth)
        }
    }

    private func declared(_ path: [String], _ name: String, _ depth: Int) -> String {
        guard depth < Self.depthLimit, let declaration = declarations[path.joined(separator: ".")] else {
            return ".init()"
        }
        switch declaration.kind {
        case .structure(let structure):
            let given = structure.givenProperties.filter { !$0.hasDefault && !$0.isDeprecatedParameter }
            let arguments = given.map { property in
                let value =
                    property.optionality > 0 ? "nil" : text(property.type, for: property.key, depth: depth + 1)
                return "\(SwiftText.argumentLabel(property.name)): \(value)"
            }
            return ".init(" + arguments.joined(separator: ", ") + ")"
        case .enumeration(let enumeration):
            return enumeration.cases.first.map { "." + SwiftText.identifier($0.name) } ?? ".init(rawValue: \"\")"
        case .union(let union): return self.union(union, name, depth)
        case .choice(let choice):
            guard let item = choice.cases.first else { return ".init()" }
            let payload = item.type.map { "(" + text($0, for: name, depth: depth + 1) + ")" } ?? ""
            return "." + SwiftText.identifier(item.name) + payload
        case .alias(let target): return text(target, for: name, depth: depth + 1)
        case .headers: return ".init([:])"
        }
    }

    /// A text where one will do, else the first case.
    private func union(_ union: Union, _ name: String, _ depth: Int) -> String {
        if union.stringLiteralCase != nil { return SwiftText.literal(name) }
        guard let item = union.cases.first else { return ".unknown(UnknownBranch(json: .null))" }
        return "." + SwiftText.identifier(item.name) + "(" + text(item.type, for: name, depth: depth + 1) + ")"
    }

    private static func text(_ builtin: Builtin, _ name: String) -> String {
        switch builtin {
        case .string: SwiftText.literal(name)
        case .bool: "true"
        case .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64: "1"
        case .float, .double: "1.5"
        case .json: "[:]"
        case .timestamp: ".init(Date())"
        case .calendarDate: ".init(\"2026-11-27\")!"
        case .timeOfDay: ".init(\"12:30:00Z\")!"
        case .calendarDuration: ".init(\"P1D\")!"
        case .decimalNumber: "1"
        case .decimalText: ".init(1)"
        case .unixTime: ".init(Date())"
        case .base64Data, .base64URLData: ".init(Data())"
        case .fileContent: ".data(Data())"
        case .responseBody: ".init()"
        }
    }
}
