// The member of a request, or the parameter, that asks for a stream.
import MartletIR
import MartletOpenAPI
import MartletSource

struct StreamSetting {
    private let key: String
    private let operation: MartletOpenAPI.Operation
    private let choosesAnswer: Bool
    /// Whether only what is called `key` asks.
    private let isNamed: Bool

    /// - Parameters:
    ///   - name: of a member or a parameter, where the document says which it is.
    ///   - choosesAnswer: whether there are other answers than a stream.
    init(named name: String?, _ operation: MartletOpenAPI.Operation, choosesAnswer: Bool) {
        key = name ?? "stream"
        isNamed = name != nil
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
        let booleans = parameters.filter { $0.type == .builtin(.bool) }
        let asking = booleans.first { $0.key == key } ?? booleans.first { isSwitch($0.key) }
        if asking?.key != key,
            let choice = choice(among: parameters, isGuessed: asking == nil, &schemas, &diagnostics)
        {
            return choice
        }
        guard let parameter = asking else { return nil }
        let schema = operation.parameters.first { $0.name == parameter.key && $0.location != .path }?.schema
        let isOn = schema.map { streamsByDefault($0, &schemas, &diagnostics) } ?? false
        return .init(caseName: nil, property: parameter.name, isOptional: !parameter.isRequired && !isOn)
    }

    /// A parameter that chooses between a stream and another answer, which is that without the parameter, or with its other
    /// value where it is required.
    ///
    /// - Parameter isGuessed: whether other names than those of streams count.
    private func choice(
        among parameters: [MartletIR.Parameter], isGuessed: Bool, _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) -> Stream.Setting? {
        guard choosesAnswer else { return nil }
        schemas.lowerRequested(&diagnostics)
        let declarations = schemas.declarations
        let choices = parameters.compactMap { parameter -> (key: String, choice: Choice, setting: Stream.Setting)? in
            // There must be no third; and what is required under another name than a switch's may be about anything.
            guard !parameter.isRequired || parameter.key == key || isSwitch(parameter.key),
                let choice = choice(in: declaration(of: parameter.type, in: declarations), called: parameter.key),
                let other = choice.other
            else { return nil }
            let schema = operation.parameters.first { $0.name == parameter.key }?.schema
            let isOn = schema.map { streamsByDefault($0, &schemas, &diagnostics) } ?? false
            let setting = Stream.Setting(
                caseName: nil, property: parameter.name, choice: choice.stream,
                other: isOn || parameter.isRequired ? other : nil, isOptional: !parameter.isRequired)
            return (parameter.key, choice, setting)
        }
        let named = choices.first { $0.key == key } ?? choices.first { isSwitch($0.key) }
        if named != nil || !isGuessed { return named?.setting }
        if let answer = choices.first(where: { StreamWords.isOfAnswer($0.key) }) { return answer.setting }
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
        return value.map { StreamWords.isStream($0.text) || $0.text.lowercased() == "true" } ?? false
    }

    /// The cases of an enumeration of answers.
    private struct Choice {
        /// What it calls a stream.
        var stream: String
        /// The one beside it, which is an answer as a whole; nil where there are several, or it is something else.
        var other: String?
        var isFormat: Bool
    }

    /// Under the name of a boolean, `true` asks for a stream.
    private func choice(in declaration: TypeDeclaration?, called name: String) -> Choice? {
        let isSwitch = name == key || isSwitch(name)
        guard case .enumeration(let enumeration)? = declaration?.kind, enumeration.cases.count > 1,
            let stream = enumeration.cases.first(where: { choice in
                StreamWords.isStream(choice.value.string) || isSwitch && choice.value.string.lowercased() == "true"
            })
        else { return nil }
        let others = enumeration.cases.filter { $0.name != stream.name }
        let isWhole = others.count == 1 && StreamWords.isWhole(others[0].value.string)
        return Choice(
            stream: stream.name, other: isWhole ? others[0].name : nil,
            isFormat: StreamWords.isFormat(stream.value.string))
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
            (property.name == key || isSwitch(property.name) || StreamWords.isOfStream(property.name)
                || StreamWords.isOfAnswer(property.name)) && streamsByDefault(property.schema, &schemas, &diagnostics)
        }.map(\.name)
    }

    private func setting(
        _ type: TypeReference, caseName: String?, isOn: Set<String>, _ declarations: [TypeDeclaration]
    ) -> Stream.Setting? {
        guard let declaration = declaration(of: type, in: declarations),
            case .structure(let structure) = declaration.kind
        else { return nil }
        let booleans = structure.properties.filter { $0.type == .builtin(.bool) }
        let asking = booleans.first { $0.key == key } ?? booleans.first { isSwitch($0.key) }
        if asking == nil,
            let choice = choice(structure, of: declaration, caseName: caseName, isOn: isOn, declarations)
        {
            return choice
        }
        guard let property = asking else { return nil }
        switch property.presence {
        case .optional, .optionalNullable, .requiredNullable:
            return .init(caseName: caseName, property: property.name, isOptional: !isOn.contains(property.key))
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
        let streams = structure.properties.filter {
            $0.key == key || StreamWords.isOfStream($0.key) || isSwitch($0.key)
        }
        let others = structure.properties.filter { StreamWords.isOfAnswer($0.key) }
        for property in streams + others {
            guard
                let choice = choice(
                    in: declaration(of: property.type, in: [owner]) ?? declaration(of: property.type, in: declarations),
                    called: property.key)
            else { continue }
            return .init(
                caseName: caseName, property: property.name, choice: choice.stream,
                other: isOn.contains(property.key) ? choice.other : nil, isOptional: true)
        }
        return nil
    }

    /// A boolean that may ask for the stream, though its name doesn't say so for certain, or it stands below another member.
    func suspect(
        _ body: Body?, _ parameters: [MartletIR.Parameter], _ schemas: SchemaLowering
    ) -> (name: String, isBelow: Bool)? {
        guard !isNamed, choosesAnswer else { return nil }
        let declarations = schemas.declarations
        let structures = (body?.contents ?? []).compactMap { structure($0.type, declarations) }
        let parameters = parameters.filter { [.query, .header].contains($0.place) && $0.type == .builtin(.bool) }
        let own = parameters.map(\.key) + structures.flatMap { booleans(of: $0) }
        if let name = own.first(where: StreamWords.mayBeSwitch) { return (name, false) }
        for property in structures.flatMap(\.properties) {
            guard let inner = structure(property.type, declarations),
                let name = booleans(of: inner).first(where: StreamWords.isSwitch)
            else { continue }
            return ("\(property.key).\(name)", true)
        }
        return nil
    }

    private func booleans(of structure: Structure) -> [String] {
        structure.properties.filter { property in
            if case .constant = property.presence { return false }
            return property.type == .builtin(.bool)
        }.map(\.key)
    }

    private func structure(_ type: TypeReference, _ declarations: [TypeDeclaration]) -> Structure? {
        guard case .structure(let structure)? = declaration(of: type, in: declarations)?.kind else { return nil }
        return structure
    }

    private func declaration(of type: TypeReference, in declarations: [TypeDeclaration]) -> TypeDeclaration? {
        guard case .declared(let path) = type else { return nil }
        return declaration(path, in: declarations)
    }

    private func declaration(_ path: [String], in declarations: [TypeDeclaration]) -> TypeDeclaration? {
        guard let name = path.first, let found = declarations.first(where: { $0.name == name }) else { return nil }
        return path.count == 1 ? found : declaration(Array(path.dropFirst()), in: found.nested)
    }

    /// Of an operation that only streams, every boolean but `stream` itself is about something else.
    private func isSwitch(_ name: String) -> Bool {
        !isNamed && choosesAnswer && StreamWords.isSwitch(name)
    }
}

extension Literal {
    /// Empty for what is no string.
    fileprivate var string: String {
        if case .string(let text) = self { text } else { "" }
    }
}
