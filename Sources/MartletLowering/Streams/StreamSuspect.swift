// What may ask for the stream, and isn't set.

import MartletIR
import MartletPasses

/// A boolean or a choice whose name doesn't say for certain that it asks, that has other values as well, or that stands below
/// another member.
struct StreamSuspect {
    let name: String
    /// What it must be for that.
    let value: String
    /// Whether the caller must set it, since it stands below another member, or must be given anyway.
    let isForCaller: Bool

    private init(_ name: String, _ value: String, isForCaller: Bool = false) {
        (self.name, self.value, self.isForCaller) = (name, value, isForCaller)
    }

    /// The first among the parameters and the members of the bodies.
    static func first(
        in body: Body?, _ parameters: [MartletIR.Parameter], _ index: DeclarationIndex
    ) -> StreamSuspect? {
        let parameters = parameters.filter { [.query, .header].contains($0.place) }
        let members = (body?.contents ?? []).compactMap { index.structure($0.type) }.flatMap(\.properties)
        return parameters.lazy.compactMap { Self(called: $0.key, $0.type, index) }.first
            ?? members.lazy.filter { !$0.isConstant }.compactMap { Self(called: $0.key, $0.type, index) }.first
            ?? parameters.lazy.compactMap { Self($0, index) }.first
            ?? members.lazy.compactMap { Self(below: $0, index) }.first
    }

    /// What is called like something that asks.
    private init?(called name: String, _ type: TypeReference, _ index: DeclarationIndex) {
        guard StreamWords.mayBeSwitch(name),
            let value = Self.value(type, isSwitch: true, index) ?? Self.unclearTruth(name, type, index)
        else { return nil }
        self.init(name, value)
    }

    /// A choice, whatever it is called; where its one value must be given, it is.
    private init?(_ parameter: MartletIR.Parameter, _ index: DeclarationIndex) {
        let isOnly = parameter.isRequired && index.enumeration(parameter.type)?.cases.count == 1
        guard !isOnly, let value = Self.value(parameter.type, isSwitch: false, index) else { return nil }
        self.init(parameter.key, value, isForCaller: parameter.isRequired)
    }

    private init?(below property: Property, _ index: DeclarationIndex) {
        let asking = index.structure(property.type)?.properties.first {
            !$0.isConstant && index.resolved($0.type) == .builtin(.bool) && StreamWords.isSwitch($0.key)
        }
        guard let asking else { return nil }
        self.init("\(property.key).\(asking.key)", "true", isForCaller: true)
    }

    /// That of what is called like a switch, and is no boolean.
    private static func unclearTruth(_ name: String, _ type: TypeReference, _ index: DeclarationIndex) -> String? {
        guard StreamWords.isSwitch(name) else { return nil }
        return switch StreamSwitch.truth(type, index) {
        case .text: "'true'"
        case .number: "1"
        case .branch: "true"
        case nil: nil
        }
    }

    /// The value by which something of that type might ask for the stream: in an enumeration, one that can be nothing else.
    private static func value(_ type: TypeReference, isSwitch: Bool, _ index: DeclarationIndex) -> String? {
        if isSwitch, index.resolved(type) == .builtin(.bool) { return "true" }
        let values = (index.enumeration(type)?.cases ?? []).compactMap { item -> String? in
            if case .string(let text) = item.value { text } else { nil }
        }
        return values.first { StreamWords.isFormat($0) || isSwitch && StreamWords.isOn($0) }.map { "'\($0)'" }
    }
}
