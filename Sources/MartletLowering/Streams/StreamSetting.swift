// The member of a request, or the parameter, that asks for a stream.

import MartletIR
import MartletOpenAPI
import MartletPasses
import MartletSource

struct StreamSetting {
    private let requestBody: RequestBody?
    private let streamSwitch: StreamSwitch

    /// - Parameters:
    ///   - name: of a member or a parameter, where the document says which it is.
    ///   - choosesAnswer: whether there are other answers than a stream.
    init(named name: String?, _ requestBody: RequestBody?, choosesAnswer: Bool) {
        streamSwitch = StreamSwitch(key: name ?? "stream", isNamed: name != nil, choosesAnswer: choosesAnswer)
        self.requestBody = requestBody
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
        _ body: Body?, _ parameters: [(parameter: MartletIR.Parameter, source: MartletOpenAPI.Parameter)],
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
        let facts = SwitchFacts.members(of: requestBody, streamSwitch, &schemas, &diagnostics)
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
        guard streamSwitch.choosesAnswer, let body, body.contents.count == 1,
            let union = index.union(body.contents[0].type)
        else {
            return nil
        }
        func names(_ isOn: Bool) -> [String] {
            union.cases.filter { constant(of: $0.type, index) == .bool(isOn) }.map(\.name)
        }
        let (on, off) = (names(true), names(false))
        return on.isEmpty || off.isEmpty ? nil : (on, off)
    }

    private func constant(of type: TypeReference, _ index: DeclarationIndex) -> Literal? {
        if case .constant(let literal, _)? = index.property(streamSwitch.key, of: type)?.presence {
            literal
        } else {
            nil
        }
    }

    private func setting(
        _ type: TypeReference, caseName: String?, _ facts: [String: SwitchFacts], _ index: DeclarationIndex
    ) -> Found? {
        let properties = index.structure(type)?.properties ?? []
        let all = properties.compactMap { property in
            streamSwitch.asked(property.key, property.type, facts[property.key], index).map { (property, $0) }
        }
        guard let (property, found) = all.min(by: { $0.1.rank < $1.1.rank }), found.rank < .format,
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

    /// The parameter of the query, or the header field, of those that are given with what the document says of them.
    private func parameter(
        _ parameters: [(parameter: MartletIR.Parameter, source: MartletOpenAPI.Parameter)],
        _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Found? {
        if parameters.isEmpty { return nil }
        schemas.lowerRequested(&diagnostics)
        var found: [(rank: StreamSwitch.Rank, found: Found)] = []
        for (parameter, source) in parameters where [.query, .header].contains(parameter.place) {
            let facts = SwitchFacts(source, &schemas, &diagnostics)
            guard let asked = streamSwitch.asked(parameter.key, parameter.type, facts, schemas.declared),
                asked.choice.map({ isEnough($0, asked.rank, parameter) }) ?? true
            else { continue }
            let isOn = facts?.isOn ?? false
            let setting = Stream.Setting(
                caseName: nil, property: parameter.name, choice: asked.choice?.stream,
                other: isOn || parameter.isRequired ? asked.choice?.other : nil, truth: asked.truth,
                isOptional: !parameter.isRequired && (asked.choice != nil || !isOn))
            found.append((asked.rank, (setting, isOn)))
        }
        guard let first = found.min(by: { $0.rank < $1.rank }) else { return nil }
        // `alt` of Gemini: whatever it is called, it can be no other.
        return first.rank < .format || found.count == 1 ? first.found : nil
    }

    /// Whether a parameter does nothing but choose between a stream and another answer, which is that without the parameter,
    /// or with its other value where it is required: the methods have it no more.
    private func isEnough(
        _ choice: StreamSwitch.Choice, _ rank: StreamSwitch.Rank, _ parameter: MartletIR.Parameter
    ) -> Bool {
        // The stream may be one that the answer is about, unless the value can be nothing else: `source_stream`.
        if rank == .ofStream, !choice.isFormat { return false }
        // What is required under another name than a switch's may be about anything.
        if parameter.isRequired { return choice.other != nil && rank <= .switchedChoice }
        // There must be no third, unless the document says that this asks.
        return choice.other != nil || !choice.hasOthers || streamSwitch.isNamed
    }

    /// What may ask for the stream, and isn't set.
    func suspect(
        _ body: Body?, _ parameters: [MartletIR.Parameter], _ index: DeclarationIndex
    ) -> StreamSuspect? {
        guard !streamSwitch.isNamed, streamSwitch.choosesAnswer else { return nil }
        return StreamSuspect.first(in: body, parameters, index)
    }
}
