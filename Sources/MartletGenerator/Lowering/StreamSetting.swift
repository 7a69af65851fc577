// The member of a request, or the parameter, that asks for a stream.
import MartletIR
import MartletOpenAPI
import MartletSource

struct StreamSetting {
    /// What an enumeration calls a stream, and members that choose one are called by: `stream_format: sse`,
    /// `response_mode: streaming`.
    private static let words: Set<String> = [
        "sse", "stream", "streaming", "event-stream", "event_stream", "text/event-stream",
    ]
    private static let keyWords = ["response", "format", "mode"]

    private let key: String
    private let operation: MartletOpenAPI.Operation
    private let choosesAnswer: Bool

    /// - Parameters:
    ///   - key: of a member or a parameter.
    ///   - choosesAnswer: whether there are other answers than a stream.
    init(key: String, _ operation: MartletOpenAPI.Operation, choosesAnswer: Bool) {
        self.key = key
        self.operation = operation
        self.choosesAnswer = choosesAnswer
    }

    /// The property of each body that has it, or of each branch where the one body is a union.
    func settings(
        _ body: Body?, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> [Stream.Setting] {
        guard let body else { return [] }
        schemas.lowerRequested(&diagnostics)
        let isOn = isOnByDefault(&schemas, &diagnostics)
        let declarations = schemas.declarations
        if body.contents.count == 1, let content = body.contents.first,
            case .union(let union)? = declaration(of: content.type, in: declarations)?.kind
        {
            return union.cases.compactMap { setting($0.type, caseName: $0.name, isOn: isOn, declarations) }
        }
        return body.contents.compactMap { content in
            let caseName = body.contents.count == 1 ? nil : content.caseName
            return setting(content.type, caseName: caseName, isOn: isOn, declarations)
        }
    }

    /// Whether all bodies ask for the stream whatever the caller does.
    func isConstant(_ body: Body?, _ schemas: SchemaLowering) -> Bool {
        guard let body else { return false }
        return body.contents.allSatisfy { content in
            guard case .structure(let structure)? = declaration(of: content.type, in: schemas.declarations)?.kind
            else { return false }
            return structure.properties.contains { property in
                if case .constant = property.presence { property.key == key } else { false }
            }
        }
    }

    /// The parameter of the query, or the header field.
    func parameter(
        _ parameters: [MartletIR.Parameter], _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Stream.Setting? {
        let parameters = parameters.filter { $0.place == .query || $0.place == .header }
        guard let parameter = parameters.first(where: { $0.key == key && $0.type == .builtin(.bool) }) else {
            return choice(among: parameters, &schemas, &diagnostics)
        }
        let schema = operation.parameters.first { $0.name == key && $0.location != .path }?.schema
        let isOn = schema.map { schemas.normalizer.resolved($0, &diagnostics).annotations.isOn } ?? false
        return .init(caseName: nil, property: parameter.name, isOptional: !parameter.isRequired && !isOn)
    }

    /// A parameter that chooses between a stream and another answer, which is that without the parameter.
    private func choice(
        among parameters: [MartletIR.Parameter], _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Stream.Setting? {
        guard choosesAnswer else { return nil }
        schemas.lowerRequested(&diagnostics)
        let candidates = (parameters.filter { $0.key == key } + parameters.filter { isOfAnswer($0.key) })
            .filter { !streamsByDefault($0, &schemas, &diagnostics) }
        let declarations = schemas.declarations
        return candidates.lazy.compactMap { parameter in
            // Without the parameter the other answer comes: there must be no third.
            guard !parameter.isRequired, let declaration = declaration(of: parameter.type, in: declarations),
                case .enumeration(let enumeration) = declaration.kind, enumeration.cases.count == 2,
                let choice = choice(in: declaration)
            else { return nil }
            return .init(caseName: nil, property: parameter.name, choice: choice, isOptional: true)
        }.first
    }

    private func streamsByDefault(
        _ parameter: MartletIR.Parameter, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard let schema = operation.parameters.first(where: { $0.name == parameter.key })?.schema,
            let value = schemas.normalizer.resolved(schema, &diagnostics).annotations.defaultValue?.scalar?.text
        else { return false }
        return Self.words.contains(value.lowercased())
    }

    /// What an enumeration of answers calls a stream.
    private func choice(in declaration: TypeDeclaration?) -> String? {
        guard case .enumeration(let enumeration)? = declaration?.kind, enumeration.cases.count > 1 else { return nil }
        return enumeration.cases.first { Self.asks($0.value) }?.name
    }

    /// Some services stream unless they are told not to.
    private func isOnByDefault(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> Bool {
        (operation.requestBody?.content.compactMap(\.schema) ?? []).contains { schema in
            switch schemas.normalizer.resolved(schema, &diagnostics).shape {
            case .object(let object): isOnByDefault(object, &schemas, &diagnostics)
            case .union(let union):
                union.branches.contains { branch in
                    guard case .object(let object) = schemas.normalizer.resolved(branch, &diagnostics).shape else {
                        return false
                    }
                    return isOnByDefault(object, &schemas, &diagnostics)
                }
            default: false
            }
        }
    }

    private func isOnByDefault(
        _ object: ObjectShape, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard let property = object.properties.first(where: { $0.name == key }) else { return false }
        return schemas.normalizer.resolved(property.schema, &diagnostics).annotations.isOn
    }

    private func setting(
        _ type: TypeReference, caseName: String?, isOn: Bool, _ declarations: [TypeDeclaration]
    ) -> Stream.Setting? {
        guard let declaration = declaration(of: type, in: declarations),
            case .structure(let structure) = declaration.kind
        else { return nil }
        guard let property = structure.properties.first(where: { $0.key == key && $0.type == .builtin(.bool) }) else {
            return choice(structure, of: declaration, caseName: caseName, declarations)
        }
        switch property.presence {
        case .optional, .optionalNullable, .requiredNullable:
            return .init(caseName: caseName, property: property.name, isOptional: !isOn)
        case .required, .defaulted: return .init(caseName: caseName, property: property.name, isOptional: false)
        case .constant: return nil
        }
    }

    /// A member that chooses between a stream and other answers.
    private func choice(
        _ structure: Structure, of owner: TypeDeclaration, caseName: String?, _ declarations: [TypeDeclaration]
    ) -> Stream.Setting? {
        guard choosesAnswer else { return nil }
        let streams = structure.properties.filter { $0.key == key || $0.key.lowercased().contains("stream") }
        let others = structure.properties.filter { isOfAnswer($0.key) }
        for property in streams + others {
            guard
                let choice = choice(
                    in: declaration(of: property.type, in: [owner]) ?? declaration(of: property.type, in: declarations))
            else { continue }
            return .init(caseName: caseName, property: property.name, choice: choice, isOptional: true)
        }
        return nil
    }

    private func declaration(of type: TypeReference, in declarations: [TypeDeclaration]) -> TypeDeclaration? {
        guard case .declared(let path) = type else { return nil }
        return declaration(path, in: declarations)
    }

    private func declaration(_ path: [String], in declarations: [TypeDeclaration]) -> TypeDeclaration? {
        guard let name = path.first, let found = declarations.first(where: { $0.name == name }) else { return nil }
        return path.count == 1 ? found : declaration(Array(path.dropFirst()), in: found.nested)
    }

    /// `response_mode`, `responseFormat`, `mode`; not `recording_mode`.
    private func isOfAnswer(_ name: String) -> Bool {
        let words = Words(name).words.map { $0.lowercased() }
        return words.allSatisfy(Self.keyWords.contains) && !words.isEmpty
    }

    private static func asks(_ value: Literal) -> Bool {
        if case .string(let text) = value { words.contains(text.lowercased()) } else { false }
    }
}

extension Annotations {
    /// Whether the default is true.
    fileprivate var isOn: Bool {
        if case .bool(true)? = defaultValue?.scalar?.resolved { return true }
        return false
    }
}
