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
    /// Those of them that can be nothing else than what the answer comes as.
    private static let formats: Set<String> = ["sse", "event-stream", "event_stream", "text/event-stream"]
    private static let keyWords = ["response", "format", "mode"]
    /// What is no stream, and an answer.
    private static let wholes: Set<String> = [
        "json", "application/json", "text", "plain", "text/plain", "http", "rest", "blocking", "sync", "synchronous",
        "whole", "full", "complete", "final", "single", "once", "batch", "none", "off", "false", "no", "default",
        "standard", "normal", "non-streaming", "non_streaming", "nonstreaming", "audio", "object", "invoke",
    ]

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
        let isOn = keysOnByDefault(&schemas, &diagnostics)
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
        let isOn = schema.map { streamsByDefault($0, &schemas, &diagnostics) } ?? false
        return .init(caseName: nil, property: parameter.name, isOptional: !parameter.isRequired && !isOn)
    }

    /// A parameter that chooses between a stream and another answer, which is that without the parameter.
    private func choice(
        among parameters: [MartletIR.Parameter], _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Stream.Setting? {
        guard choosesAnswer else { return nil }
        schemas.lowerRequested(&diagnostics)
        let declarations = schemas.declarations
        let choices = parameters.compactMap { parameter -> (key: String, choice: Choice, setting: Stream.Setting)? in
            // Without the parameter the other answer comes: there must be no third.
            guard !parameter.isRequired,
                let choice = choice(in: declaration(of: parameter.type, in: declarations)), let other = choice.other
            else { return nil }
            let schema = operation.parameters.first { $0.name == parameter.key }?.schema
            let isOn = schema.map { streamsByDefault($0, &schemas, &diagnostics) } ?? false
            let setting = Stream.Setting(
                caseName: nil, property: parameter.name, choice: choice.stream, other: isOn ? other : nil,
                isOptional: true)
            return (parameter.key, choice, setting)
        }
        if let named = choices.first(where: { $0.key == key }) ?? choices.first(where: { isOfAnswer($0.key) }) {
            return named.setting
        }
        // `alt` of Gemini: whatever it is called, it can be no other.
        let formats = choices.filter(\.choice.isFormat)
        return formats.count == 1 ? formats[0].setting : nil
    }

    /// Whether the default of a boolean is true, or that of an enumeration what it calls a stream.
    private func streamsByDefault(
        _ schema: Schema, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Bool {
        let value = schemas.normalizer.resolved(schema, &diagnostics).annotations.defaultValue?.scalar
        if case .bool(true)? = value?.resolved { return true }
        return value.map { Self.words.contains($0.text.lowercased()) } ?? false
    }

    /// The cases of an enumeration of answers.
    private struct Choice {
        /// What it calls a stream.
        var stream: String
        /// The one beside it, which is an answer as a whole; nil where there are several, or it is something else.
        var other: String?
        var isFormat: Bool
    }

    private func choice(in declaration: TypeDeclaration?) -> Choice? {
        guard case .enumeration(let enumeration)? = declaration?.kind, enumeration.cases.count > 1,
            let stream = enumeration.cases.first(where: { Self.words.contains(Self.text($0.value)) })
        else { return nil }
        let others = enumeration.cases.filter { $0.name != stream.name }
        let isWhole = others.count == 1 && Self.wholes.contains(Self.text(others[0].value))
        return Choice(
            stream: stream.name, other: isWhole ? others[0].name : nil,
            isFormat: Self.formats.contains(Self.text(stream.value)))
    }

    /// The members of the bodies that ask for a stream unless they say otherwise: some services stream by default.
    private func keysOnByDefault(
        _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Set<String> {
        var keys: Set<String> = []
        for schema in operation.requestBody?.content.compactMap(\.schema) ?? [] {
            switch schemas.normalizer.resolved(schema, &diagnostics).shape {
            case .object(let object): keys.formUnion(keysOnByDefault(object, &schemas, &diagnostics))
            case .union(let union):
                for branch in union.branches {
                    guard case .object(let object) = schemas.normalizer.resolved(branch, &diagnostics).shape else {
                        continue
                    }
                    keys.formUnion(keysOnByDefault(object, &schemas, &diagnostics))
                }
            default: break
            }
        }
        return keys
    }

    private func keysOnByDefault(
        _ object: ObjectShape, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> [String] {
        object.properties.filter { property in
            (property.name == key || isOfStream(property.name) || isOfAnswer(property.name))
                && streamsByDefault(property.schema, &schemas, &diagnostics)
        }.map(\.name)
    }

    private func setting(
        _ type: TypeReference, caseName: String?, isOn: Set<String>, _ declarations: [TypeDeclaration]
    ) -> Stream.Setting? {
        guard let declaration = declaration(of: type, in: declarations),
            case .structure(let structure) = declaration.kind
        else { return nil }
        guard let property = structure.properties.first(where: { $0.key == key && $0.type == .builtin(.bool) }) else {
            return choice(structure, of: declaration, caseName: caseName, isOn: isOn, declarations)
        }
        switch property.presence {
        case .optional, .optionalNullable, .requiredNullable:
            return .init(caseName: caseName, property: property.name, isOptional: !isOn.contains(key))
        case .required, .defaulted: return .init(caseName: caseName, property: property.name, isOptional: false)
        case .constant: return nil
        }
    }

    /// A member that chooses between a stream and other answers.
    private func choice(
        _ structure: Structure, of owner: TypeDeclaration, caseName: String?, isOn: Set<String>,
        _ declarations: [TypeDeclaration]
    ) -> Stream.Setting? {
        guard choosesAnswer else { return nil }
        let streams = structure.properties.filter { $0.key == key || isOfStream($0.key) }
        let others = structure.properties.filter { isOfAnswer($0.key) }
        for property in streams + others {
            guard
                let choice = choice(
                    in: declaration(of: property.type, in: [owner]) ?? declaration(of: property.type, in: declarations))
            else { continue }
            return .init(
                caseName: caseName, property: property.name, choice: choice.stream,
                other: isOn.contains(property.key) ? choice.other : nil, isOptional: true)
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

    private func isOfStream(_ name: String) -> Bool {
        name.lowercased().contains("stream")
    }

    /// `response_mode`, `responseFormat`, `mode`; not `recording_mode`.
    private func isOfAnswer(_ name: String) -> Bool {
        let words = Words(name).words.map { $0.lowercased() }
        return words.allSatisfy(Self.keyWords.contains) && !words.isEmpty
    }

    private static func text(_ value: Literal) -> String {
        if case .string(let text) = value { text.lowercased() } else { "" }
    }
}
