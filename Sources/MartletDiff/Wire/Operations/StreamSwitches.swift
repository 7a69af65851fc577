// What asks for a stream, where there is another answer too: a program that asks by something else, or not at all, gets the
// answer that it can't read.

import MartletIR
import MartletPasses

struct StreamSwitches {
    private let old: DeclarationIndex
    private let new: DeclarationIndex

    init(_ old: DeclarationIndex, _ new: DeclarationIndex) {
        self.old = old
        self.new = new
    }

    func compare(_ pair: LoweredPair, _ findings: inout FindingList) {
        // A service that only streams needn't be asked.
        guard let before = pair.old.stream, let after = pair.new.stream, pair.new.answer != .streamOnly else { return }
        let (names, newNames) = (Self.names(pair.old, before, old), Self.names(pair.new, after, new))
        guard let name = names.first else { return }
        if newNames.isEmpty || !names.contains(where: newNames.contains) {
            findings.add("stream-switch-changed", from: name, to: newNames.first ?? "'Accept' alone", of: pair)
        } else if before.isOnByDefault != after.isOnByDefault, pair.old.answer != .streamOnly,
            Self.mayBeLeftOut(before, pair.old, old)
        {
            let answers = (stream: "a stream", other: "the other one")
            findings.add(
                "stream-default-changed", name: name, from: before.isOnByDefault ? answers.stream : answers.other,
                to: after.isOnByDefault ? answers.stream : answers.other, of: pair)
        }
    }

    /// As a request has them: `request property 'stream'`, `query parameter 'alt'`.
    private static func names(
        _ operation: Operation, _ stream: Stream, _ index: DeclarationIndex
    ) -> [String] {
        let members = members(operation, stream, index).map { "request property '\($0.key)'" }
        let parameter = parameter(operation, stream).map { "\($0.place.rawValue) parameter '\($0.key)'" }
        return members + [parameter].compactMap(\.self)
    }

    private static func mayBeLeftOut(_ stream: Stream, _ operation: Operation, _ index: DeclarationIndex) -> Bool {
        members(operation, stream, index).contains { [.optional, .optionalNullable].contains($0.presence) }
            || parameter(operation, stream).map { !$0.isRequired } ?? false
    }

    /// The members of the bodies, or of the branches of one, that ask.
    private static func members(
        _ operation: Operation, _ stream: Stream, _ index: DeclarationIndex
    ) -> [Property] {
        let bodies = (operation.body?.contents ?? []).flatMap { content in
            index.union(content.type)?.cases.map(\.type) ?? [content.type]
        }
        let names = Set(stream.settings.map(\.property))
        return bodies.flatMap { index.structure($0)?.properties ?? [] }.filter { names.contains($0.name) }
    }

    private static func parameter(_ operation: Operation, _ stream: Stream) -> Parameter? {
        stream.parameter.flatMap { setting in operation.parameters.first { $0.name == setting.property } }
    }
}
