// Makes the unions that operations stream into events.

import MartletIR
import MartletOpenAPI
import MartletPasses
import MartletSource

/// An event type is an enum with a case for unknown events and one for those that didn't fit; events that carry the
/// operation's JSON result are found by the type of their members. What isn't a union of objects gets an enum of one case.
struct EventRoles {
    private var index: DeclarationIndex
    /// What is streamed, by the names of the operations.
    private let streams: [String: MediaType]
    /// What the operations with a JSON result told of it, by the names of the events: their type, or nil for none.
    private var results: [String: TypeReference?] = [:]

    init(_ index: DeclarationIndex, streams: [String: MediaType]) {
        self.index = index
        self.streams = streams
    }

    mutating func assign(
        _ operations: inout [MartletIR.Operation], _ names: inout TypeNames, _ diagnostics: inout Diagnostics
    ) -> DeclarationIndex {
        var nullable: [TypeReference] = []
        for place in operations.indices {
            guard var stream = operations[place].stream else { continue }
            let item = stream.event
            stream.event = eventType(item.wrapped ?? item, operations[place], &names)
            if item.wrapped != nil { nullable.append(stream.event) }
            let result = operations[place].answer.jsonType
            let media = streams[operations[place].name]
            let rules = media?.stream
            var carriers = carriers(of: stream.event, result: result, key: rules?.result)
            let tags = StreamTags(index.union(stream.event), carriers)
            let isEndSaid = rules?.terminal != nil || !stream.rules.terminalTypes.isEmpty
            if !isEndSaid { stream.rules.terminalTypes = tags.terminal }
            if stream.rules.sequence == nil { stream.rules.sequence = sequence(of: stream.event) }
            stream.rules.addsUp =
                rules.map { $0.pieces != nil || !$0.values.isEmpty } ?? false
                || index.union(stream.event)?.events?.accumulation != nil
            let errors = ErrorSigns(stream, index)
            stream.rules.errors = errors.signs(isTold: rules?.errors)
            stream.rules.errorTypes = errors.types(rules)
            if rules?.errors == nil, errors.endWithOwnError {
                diagnostics.report(.errorMember, at: media?.position)
            }
            if !isEndSaid, !stream.rules.errors.contains(.tag) {
                stream.rules.terminalTypes.removeAll { $0 == "error" }
            }
            // What a stream begins with is no result, unless the document says so, or how the rest adds to it.
            if rules?.result == nil, !stream.rules.addsUp, tags.carriersOnlyBegin { carriers = [] }
            assignRole(to: &stream, result: result, carriers)
            if let rules { addUp(stream, result, rules, &diagnostics) }
            operations[place].stream = stream
        }
        for type in nullable { takeNull(type) }
        return index
    }

    /// A null that the document lists is an item of its one kind; among several kinds, or among events that add up, it is
    /// one of none, and doesn't fail.
    private mutating func takeNull(_ type: TypeReference) {
        guard case (let name, var union)? = union(type) else { return }
        let saysMore = union.events.map { $0.result != nil || $0.accumulation != nil || !$0.texts.isEmpty } ?? false
        if union.dispatch == .branch(0), !saysMore {
            union.cases[0].type = .optional(union.cases[0].type)
        } else {
            union.dispatch = union.dispatch.leavingOutNull
        }
        index.change(name) { $0.kind = .union(union) }
    }

    private mutating func eventType(
        _ type: TypeReference, _ operation: MartletIR.Operation, _ names: inout TypeNames
    ) -> TypeReference {
        if let (name, _) = self.union(type) { return .declared([name]) }
        let name = names.claim(operation.name + "StreamEvent")
        let union = Union(
            cases: [Union.Case(name: "event", type: type, documentation: Documentation())], tag: nil,
            dispatch: .branch(0))
        index.add([
            TypeDeclaration(
                name: name, documentation: Documentation(["The events of a streamed `\(operation.name)`."]),
                kind: .union(union), origin: operation.origin)
        ])
        return .declared([name])
    }

    private func carriers(of type: TypeReference, result: TypeReference?, key: String?) -> [EventRole.Carrier] {
        guard let result, tells(result), let union = index.union(type) else { return [] }
        return union.cases.enumerated().compactMap { carrier($0, $1.type, result, key: key) }
    }

    /// Whether a member of that type can be nothing but the result: any text, number or JSON is a member of many things.
    private func tells(_ result: TypeReference) -> Bool {
        switch index.resolved(result) {
        case .declared: true
        case .array(let item), .dictionary(let item), .optional(let item): tells(item)
        case .builtin: false
        }
    }

    /// The first operation that says how events add up says it for all that stream them.
    private mutating func addUp(
        _ stream: Stream, _ result: TypeReference?, _ rules: StreamExtension, _ diagnostics: inout Diagnostics
    ) {
        guard let (name, union) = union(stream.event), let role = union.events, role.accumulation == nil else { return }
        setRole(adding(rules, to: role, of: union, result, &diagnostics), of: name, union)
    }

    private func adding(
        _ rules: StreamExtension, to role: EventRole, of union: Union, _ result: TypeReference?,
        _ diagnostics: inout Diagnostics
    ) -> EventRole {
        var role = role
        let lowering = AccumulationLowering(rules, events: union, result: result, index)
        role.accumulation = lowering.accumulation(&diagnostics)?.replaced(by: role.carriers)
        if role.accumulation != nil, role.result == nil { role.result = result }
        role.texts = lowering.texts(&diagnostics)
        return role
    }

    private mutating func assignRole(to stream: inout Stream, result: TypeReference?, _ carriers: [EventRole.Carrier]) {
        guard let (name, union) = union(stream.event) else { return }
        var role = union.events ?? EventRole(result: nil, carriers: [], rules: stream.rules)
        // Two operations that stream the same events have one result type, or none that can be named; one without a result
        // has no say, and none has where rules tell what the events add up to.
        if result != nil, role.accumulation == nil {
            let carried = carriers.isEmpty ? nil : result
            let agrees = results[name].map { $0 == carried } ?? true
            results.updateValue(agrees ? carried : nil, forKey: name)
            (role.result, role.carriers) = agrees ? (carried, carriers) : (nil, [])
        }
        stream.hasOwnRules = role.rules != stream.rules
        setRole(role, of: name, union)
    }

    private mutating func setRole(_ role: EventRole, of name: String, _ union: Union) {
        var union = union
        union.events = role
        index.change(name) { $0.kind = .union(union) }
    }

    private func carrier(
        _ branch: Int, _ type: TypeReference, _ result: TypeReference, key: String?
    ) -> EventRole.Carrier? {
        guard
            let property = index.structure(type)?.properties.first(where: {
                index.resolved($0.type) == index.resolved(result) && (key == nil || $0.key == key)
            })
        else { return nil }
        let isOptional = property.presence != .required
        return EventRole.Carrier(
            branch: branch, property: property.name, isOptional: isOptional, isTwofold: property.isTwofold)
    }

    /// Without word from the document: a whole number that most events have under one of the names for a count.
    private func sequence(of type: TypeReference) -> String? {
        guard let union = index.union(type) else { return nil }
        let counted = union.cases.map { integers($0.type) }
        return ["sequence_number", "sequenceNumber", "sequence", "seq"].first { key in
            counted.count { $0.contains(key) } * 2 > counted.count
        }
    }

    private func integers(_ type: TypeReference) -> [String] {
        (index.structure(type)?.properties ?? []).filter { [.builtin(.int), .builtin(.int64)].contains($0.type) }
            .map(\.key)
    }

    /// A union at the top, with its name.
    private func union(_ type: TypeReference) -> (name: String, union: Union)? {
        guard case .declared(let path) = index.resolved(type), path.count == 1, let union = index.union(type) else {
            return nil
        }
        return (path[0], union)
    }
}

extension TypeReference {
    fileprivate var wrapped: TypeReference? {
        if case .optional(let wrapped) = self { wrapped } else { nil }
    }
}

extension Dispatch {
    /// The same, where null is none of the branches.
    fileprivate var leavingOutNull: Dispatch {
        let null = KindRow(kinds: [.null], dispatch: .unknown)
        guard case .kind(let rows, let otherwise) = self else { return .kind([null], otherwise: self) }
        let others = rows.map { KindRow(kinds: $0.kinds.filter { $0 != .null }, dispatch: $0.dispatch) }
        return .kind([null] + others.filter { !$0.kinds.isEmpty }, otherwise: otherwise)
    }
}

extension Diagnostic {
    fileprivate static let errorMember = Diagnostic(
        .note, id: "error-member",
        "an event whose 'error' isn't empty ends the stream, though the schema has that member beside others; where it is data, "
            + "write 'x-martlet-stream: {errors: false}' here")
}
