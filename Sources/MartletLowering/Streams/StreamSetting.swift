import MartletIR
import MartletOpenAPI
// The member of a request, or the parameter, that asks for a stream.
import MartletPasses
import MartletSource

struct StreamSetting {
    private let key: String
    private let requestBody: RequestBody?
    private let choosesAnswer: Bool
    /// Whether only what is called `key` asks.
    private let isNamed: Bool

    /// - Parameters:
    ///   - name: of a member or a parameter, where the document says which it is.
    ///   - choosesAnswer: whether there are other answers than a stream.
    init(named name: String?, _ requestBody: RequestBody?, choosesAnswer: Bool) {
        key = name ?? "stream"
        isNamed = name != nil
        self.requestBody = requestBody
        self.choosesAnswer = choosesAnswer
    }

    /// What asks for the stream.
    struct Asking {
        /// Of the bodies; else a parameter may ask.
        var settings: [Stream.Setting] = []
        var parameter: Stream.Setting?
        /// Whether the service streams unless it is told not to.
        var isOnByDefault = false

        var isThere: Bool { parameter != nil || !settings.isEmpty }
    }

    func asking(
        _ body: Body?, _ parameters: [(parameter: MartletIR.Parameter, schema: Schema?)],
        _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Asking {
        let settings = settings(body, &schemas, &diagnostics)
        if !settings.isEmpty {
            return Asking(settings: settings.map(\.setting), isOnByDefault: settings.allSatisfy(\.isOn))
        }
        let parameter = parameter(parameters, &schemas, &diagnostics)
        return Asking(parameter: parameter?.setting, isOnByDefault: parameter?.isOn ?? false)
    }

    // MARK: Bodies

    /// A setting, and whether it asks by default.
    private typealias Found = (setting: Stream.Setting, isOn: Bool)

    /// The property of each body that has it, or of each branch where the one body is a union.
    private func settings(
        _ body: Body?, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> [Found] {
        guard let body else { return [] }
        schemas.lowerRequested(&diagnostics)
        let isOn = keysOnByDefault(&schemas, &diagnostics)
        let index = schemas.declared
        if body.contents.count == 1, let content = body.contents.first, let union = index.union(content.type) {
            return union.cases.compactMap { setting($0.type, caseName: $0.name, isOn: isOn, index) }
        }
        return body.contents.compactMap { content in
            let caseName = body.contents.count == 1 ? nil : content.caseName
            return setting(content.type, caseName: caseName, isOn: isOn, index)
        }
    }

    /// Whether all bodies ask for the stream whatever the caller does.
    func isConstant(_ body: Body?, _ index: DeclarationIndex) -> Bool {
        guard let body else { return false }
        return body.contents.allSatisfy { constant(of: $0.type, index) != nil }
    }

    /// The branches of the one body that ask for the stream, and those that don't, where they say so whatever the caller does.
    func fixed(_ body: Body?, _ index: DeclarationIndex) -> (on: [String], off: [String])? {
        guard choosesAnswer, let body, body.contents.count == 1, let union = index.union(body.contents[0].type) else {
            return nil
        }
        func names(_ isOn: Bool) -> [String] {
            union.cases.filter { constant(of: $0.type, index) == .bool(isOn) }.map(\.name)
        }
        let (on, off) = (names(true), names(false))
        return on.isEmpty || off.isEmpty ? nil : (on, off)
    }

    private func constant(of type: TypeReference, _ index: DeclarationIndex) -> Literal? {
        if case .constant(let literal, _)? = index.property(key, of: type)?.presence { literal } else { nil }
    }

    private func setting(
        _ type: TypeReference, caseName: String?, isOn: Set<String>, _ index: DeclarationIndex
    ) -> Found? {
        let properties = index.structure(type)?.properties ?? []
        let asking = properties.compactMap { property in
            self.asking(property.key, property.type, index).map { (property, $0) }
        }
        guard let (property, found) = asking.min(by: { $0.1.rank < $1.1.rank }), found.rank < .format,
            !property.isConstant
        else { return nil }
        let isOn = isOn.contains(property.key)
        if let choice = found.choice {
            let setting = Stream.Setting(
                caseName: caseName, property: property.name, choice: choice.stream, other: isOn ? choice.other : nil,
                isOptional: true)
            return (setting, isOn)
        }
        let mayBeLeftOut =
            switch property.presence {
            case .optional, .optionalNullable, .requiredNullable: true
            case .required, .defaulted, .constant: false
            }
        return (Stream.Setting(caseName: caseName, property: property.name, isOptional: mayBeLeftOut && !isOn), isOn)
    }

    // MARK: Parameters

    /// The parameter of the query, or the header field, of those that are given with their schemas.
    private func parameter(
        _ parameters: [(parameter: MartletIR.Parameter, schema: Schema?)], _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) -> Found? {
        if parameters.isEmpty { return nil }
        schemas.lowerRequested(&diagnostics)
        var found: [(rank: Rank, found: Found)] = []
        for (parameter, schema) in parameters where [.query, .header].contains(parameter.place) {
            guard let asking = asking(parameter.key, parameter.type, schemas.declared),
                asking.choice.map({ isEnough($0, asking.rank, parameter) }) ?? true
            else { continue }
            let isOn = schema.map { streamsByDefault($0, &schemas, &diagnostics) } ?? false
            let setting = Stream.Setting(
                caseName: nil, property: parameter.name, choice: asking.choice?.stream,
                other: isOn || parameter.isRequired ? asking.choice?.other : nil,
                isOptional: !parameter.isRequired && (asking.choice != nil || !isOn))
            found.append((asking.rank, (setting, isOn)))
        }
        guard let first = found.min(by: { $0.rank < $1.rank }) else { return nil }
        // `alt` of Gemini: whatever it is called, it can be no other.
        return first.rank < .format || found.count == 1 ? first.found : nil
    }

    /// Whether a parameter does nothing but choose between a stream and another answer, which is that without the parameter,
    /// or with its other value where it is required: the methods have it no more.
    private func isEnough(_ choice: Choice, _ rank: Rank, _ parameter: MartletIR.Parameter) -> Bool {
        // The stream may be one that the answer is about, unless the value can be nothing else: `source_stream`.
        if rank == .ofStream, !choice.isFormat { return false }
        // What is required under another name than a switch's may be about anything.
        if parameter.isRequired { return choice.other != nil && rank <= .switchedChoice }
        // There must be no third, unless the document says that this asks.
        return choice.other != nil || !choice.hasOthers || isNamed
    }

    // MARK: What asks

    /// How certain it is that something asks for a stream: what is called so before what may be called anything, and of
    /// what is called alike, a boolean before an enumeration.
    private enum Rank: Int, Comparable {
        case named, namedChoice, switched, switchedChoice, ofStream, ofAnswer, format

        static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
    }

    /// The cases of an enumeration of answers.
    private struct Choice {
        /// What it calls a stream.
        var stream: String
        /// The one beside it, which is an answer as a whole; nil where there are several, or it is something else.
        var other: String?
        var hasOthers: Bool
        var isFormat: Bool
    }

    /// What a member or a parameter asks for the stream by: nothing more than being true, or a choice.
    private func asking(
        _ name: String, _ type: TypeReference, _ index: DeclarationIndex
    ) -> (rank: Rank, choice: Choice?)? {
        let isSwitch = isSwitch(name)
        if index.resolved(type) == .builtin(.bool) {
            if name == key { return (.named, nil) }
            return isSwitch ? (.switched, nil) : nil
        }
        guard choosesAnswer, let choice = choice(in: index.enumeration(type), isSwitch: isSwitch || name == key) else {
            return nil
        }
        if name == key { return (.namedChoice, choice) }
        if isNamed { return nil }
        if isSwitch { return (.switchedChoice, choice) }
        if StreamWords.isOfStream(name) { return (.ofStream, choice) }
        if StreamWords.isOfAnswer(name) { return (.ofAnswer, choice) }
        return choice.isFormat ? (.format, choice) : nil
    }

    /// - Parameter isSwitch: whether the name is one of a boolean, where `true` asks for a stream.
    private func choice(in enumeration: Enumeration?, isSwitch: Bool) -> Choice? {
        let cases = enumeration?.cases ?? []
        let stream = cases.first {
            StreamWords.isStream($0.value.string) || isSwitch && StreamWords.isOn($0.value.string)
        }
        guard let stream else { return nil }
        let others = cases.filter { $0.name != stream.name }
        let isWhole = others.count == 1 && StreamWords.isWhole(others[0].value.string)
        return Choice(
            stream: stream.name, other: isWhole ? others[0].name : nil, hasOthers: !others.isEmpty,
            isFormat: StreamWords.isFormat(stream.value.string))
    }

    /// Of an operation that only streams, every boolean but `stream` itself is about something else.
    private func isSwitch(_ name: String) -> Bool {
        !isNamed && choosesAnswer && StreamWords.isSwitch(name)
    }

    // MARK: Defaults

    /// Whether the default of a boolean is true, or that of an enumeration what it calls a stream.
    private func streamsByDefault(
        _ schema: Schema, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Bool {
        let value = schemas.normalizer.resolved(schema, &diagnostics).annotations.defaultValue?.scalar
        if case .bool(true)? = value?.resolved { return true }
        return value.map { StreamWords.isStream($0.text) || StreamWords.isOn($0.text) } ?? false
    }

    /// The members of the bodies that ask for a stream unless they say otherwise: some services stream by default.
    private func keysOnByDefault(
        _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Set<String> {
        var keys: Set<String> = []
        for schema in requestBody?.content.compactMap(\.schema) ?? [] {
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

    // MARK: What may ask

    /// What may ask for the stream, and isn't set.
    struct Suspect {
        var name: String
        /// What it must be for that.
        var value: String
        /// Whether the caller must set it, since it stands below another member, or must be given anyway.
        var isForCaller = false
    }

    /// A boolean or a choice that may ask for the stream, though its name doesn't say so for certain, it has other values
    /// as well, or it stands below another member.
    func suspect(
        _ body: Body?, _ parameters: [MartletIR.Parameter], _ index: DeclarationIndex
    ) -> Suspect? {
        guard !isNamed, choosesAnswer else { return nil }
        let structures = (body?.contents ?? []).compactMap { index.structure($0.type) }
        let own =
            parameters.filter { [.query, .header].contains($0.place) }.map { ($0.key, $0.type) }
            + structures.flatMap(\.properties).filter { !$0.isConstant }.map { ($0.key, $0.type) }
        let maySwitch = own.lazy.filter { StreamWords.mayBeSwitch($0.0) }
        let found = maySwitch.compactMap { name, type in value(type, isSwitch: true, index).map { (name, $0) } }.first
        if let (name, value) = found { return Suspect(name: name, value: value) }
        for parameter in parameters where [.query, .header].contains(parameter.place) {
            // Where that is the one value of what must be given, it is.
            let isOnly = parameter.isRequired && index.enumeration(parameter.type)?.cases.count == 1
            if !isOnly, let value = value(parameter.type, isSwitch: false, index) {
                return Suspect(name: parameter.key, value: value, isForCaller: parameter.isRequired)
            }
        }
        for property in structures.flatMap(\.properties) {
            let inner = index.structure(property.type)?.properties ?? []
            let asking = inner.first {
                !$0.isConstant && index.resolved($0.type) == .builtin(.bool) && StreamWords.isSwitch($0.key)
            }
            guard let asking else { continue }
            return Suspect(name: "\(property.key).\(asking.key)", value: "true", isForCaller: true)
        }
        return nil
    }

    /// The value by which something of that type might ask for the stream: in an enumeration, one that can be nothing else.
    private func value(_ type: TypeReference, isSwitch: Bool, _ index: DeclarationIndex) -> String? {
        if isSwitch, index.resolved(type) == .builtin(.bool) { return "true" }
        let values = index.enumeration(type)?.cases.map(\.value.string) ?? []
        return values.first { StreamWords.isFormat($0) || isSwitch && StreamWords.isOn($0) }.map { "'\($0)'" }
    }
}

extension Literal {
    /// Empty for what is no string.
    fileprivate var string: String {
        if case .string(let text) = self { text } else { "" }
    }
}
