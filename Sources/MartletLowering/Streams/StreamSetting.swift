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
        let facts = facts(&schemas, &diagnostics)
        let index = schemas.declared
        if body.contents.count == 1, let content = body.contents.first, let union = index.union(content.type) {
            return union.cases.compactMap { setting($0.type, caseName: $0.name, facts, index) }
        }
        return body.contents.compactMap { content in
            let caseName = body.contents.count == 1 ? nil : content.caseName
            return setting(content.type, caseName: caseName, facts, index)
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
        _ type: TypeReference, caseName: String?, _ facts: [String: Facts], _ index: DeclarationIndex
    ) -> Found? {
        let properties = index.structure(type)?.properties ?? []
        let asking = properties.compactMap { property in
            self.asking(property.key, property.type, facts[property.key], index).map { (property, $0) }
        }
        guard let (property, found) = asking.min(by: { $0.1.rank < $1.1.rank }), found.rank < .format,
            !property.isConstant
        else { return nil }
        let isOn = facts[property.key]?.isOn ?? false
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
        let setting = Stream.Setting(
            caseName: caseName, property: property.name, truth: found.truth, isOptional: mayBeLeftOut && !isOn)
        return (setting, isOn)
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
            var facts = schema.map { self.facts(of: $0, &schemas, &diagnostics) }
            // What must be given is a name of something, sooner than a truth.
            if parameter.isRequired { facts?.isFreeText = false }
            guard let asking = asking(parameter.key, parameter.type, facts, schemas.declared),
                asking.choice.map({ isEnough($0, asking.rank, parameter) }) ?? true
            else { continue }
            let isOn = facts?.isOn ?? false
            let setting = Stream.Setting(
                caseName: nil, property: parameter.name, choice: asking.choice?.stream,
                other: isOn || parameter.isRequired ? asking.choice?.other : nil, truth: asking.truth,
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
        case named, namedChoice, namedTruth, switched, switchedChoice, ofStream, ofAnswer, format

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
    private struct Asked {
        var rank: Rank
        var choice: Choice?
        var truth: Stream.Setting.Truth?
    }

    private func asking(
        _ name: String, _ type: TypeReference, _ facts: Facts?, _ index: DeclarationIndex
    ) -> Asked? {
        let isSwitch = isSwitch(name)
        if index.resolved(type) == .builtin(.bool) {
            if name == key { return Asked(rank: .named) }
            return isSwitch ? Asked(rank: .switched) : nil
        }
        guard choosesAnswer else { return nil }
        guard let choice = choice(in: index.enumeration(type), isSwitch: isSwitch || name == key) else {
            guard name == key, let truth = truth(type, index), isPlain(truth, facts) else { return nil }
            return Asked(rank: .namedTruth, truth: truth)
        }
        if name == key { return Asked(rank: .namedChoice, choice: choice) }
        if isNamed { return nil }
        if isSwitch { return Asked(rank: .switchedChoice, choice: choice) }
        if StreamWords.isOfStream(name) { return Asked(rank: .ofStream, choice: choice) }
        if StreamWords.isOfAnswer(name) { return Asked(rank: .ofAnswer, choice: choice) }
        return choice.isFormat ? Asked(rank: .format, choice: choice) : nil
    }

    /// How truth is written in a type that is no boolean.
    private func truth(_ type: TypeReference, _ index: DeclarationIndex) -> Stream.Setting.Truth? {
        switch index.resolved(type) {
        case .builtin(.string): return .text
        case .builtin(.int), .builtin(.int64): return .number
        default:
            let booleans = (index.union(type)?.cases ?? []).filter { index.resolved($0.type) == .builtin(.bool) }
            return booleans.count == 1 ? .branch(booleans[0].name) : nil
        }
    }

    /// Whether nothing else can be meant: a text may be the name of a stream, and a number its own.
    private func isPlain(_ truth: Stream.Setting.Truth, _ facts: Facts?) -> Bool {
        switch truth {
        case .branch: true
        case _ where isNamed: StreamWords.isSwitch(key)
        case .text: facts.map { $0.isFreeText || $0.isTruth } ?? false
        case .number: facts?.isBit ?? false
        }
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

    /// What the schema of what may ask says beside its type.
    private struct Facts {
        /// Whether it asks unless it says otherwise: some services stream by default.
        var isOn = false
        /// Whether its default is a truth in words.
        var isTruth = false
        /// Whether it is a text of which nothing more is said, where all values are text.
        var isFreeText = false
        /// Whether it is 0 or 1.
        var isBit = false
    }

    private func facts(
        of schema: Schema, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Facts {
        let annotations = schemas.normalizer.resolved(schema, &diagnostics).annotations
        let isOn = streamsByDefault(schema, &schemas, &diagnostics)
        let text = annotations.defaultValue?.scalar?.text
        return Facts(
            isOn: isOn, isTruth: text.map { isOn || StreamWords.isWhole($0) } ?? false, isFreeText: text == nil,
            isBit: annotations.range.minimum == 0 && annotations.range.maximum == 1)
    }

    /// Those of the members of the bodies that may ask, by their keys.
    private func facts(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> [String: Facts] {
        var facts: [String: Facts] = [:]
        for schema in requestBody?.content.compactMap(\.schema) ?? [] {
            switch schemas.normalizer.resolved(schema, &diagnostics).shape {
            case .object(let object): add(object, to: &facts, &schemas, &diagnostics)
            case .union(let union):
                for branch in union.branches {
                    guard case .object(let object) = schemas.normalizer.resolved(branch, &diagnostics).shape else {
                        continue
                    }
                    add(object, to: &facts, &schemas, &diagnostics)
                }
            default: break
            }
        }
        return facts
    }

    private func add(
        _ object: ObjectShape, to facts: inout [String: Facts], _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) {
        for property in object.properties {
            let name = property.name
            guard
                name == key || isSwitch(name) || StreamWords.isOfStream(name) || StreamWords.isOfAnswer(name)
            else { continue }
            var own = self.facts(of: property.schema, &schemas, &diagnostics)
            // In JSON, a truth is no text unless its default shows that it is.
            own.isFreeText = false
            if let other = facts[name] {
                own.isOn = own.isOn || other.isOn
                own.isTruth = own.isTruth && other.isTruth
                own.isBit = own.isBit && other.isBit
            }
            facts[name] = own
        }
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
        let found = maySwitch.compactMap { name, type in
            (value(type, isSwitch: true, index) ?? unclearTruth(name, type, index)).map { (name, $0) }
        }.first
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

    /// That of what is called like a switch, and is no boolean.
    private func unclearTruth(_ name: String, _ type: TypeReference, _ index: DeclarationIndex) -> String? {
        guard StreamWords.isSwitch(name) else { return nil }
        return switch truth(type, index) {
        case .text: "'true'"
        case .number: "1"
        case .branch: "true"
        case nil: nil
        }
    }

    /// The value by which something of that type might ask for the stream: in an enumeration, one that can be nothing else.
    private func value(_ type: TypeReference, isSwitch: Bool, _ index: DeclarationIndex) -> String? {
        if isSwitch, index.resolved(type) == .builtin(.bool) { return "true" }
        let values = (index.enumeration(type)?.cases ?? []).compactMap { item -> String? in
            if case .string(let text) = item.value { text } else { nil }
        }
        return values.first { StreamWords.isFormat($0) || isSwitch && StreamWords.isOn($0) }.map { "'\($0)'" }
    }
}

extension Literal {
    /// Empty for what is neither a string nor an integer.
    fileprivate var string: String {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .number, .bool: ""
        }
    }
}
