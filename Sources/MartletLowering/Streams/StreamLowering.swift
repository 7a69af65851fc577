// What an operation streams.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct StreamLowering {
    private let operation: MartletOpenAPI.Operation
    private let operationName: String

    init(_ operation: MartletOpenAPI.Operation, named name: String) {
        self.operation = operation
        operationName = name
    }

    /// - Parameters:
    ///   - answer: what else it answers; turns out to be nothing else where that only says that there is no event.
    ///   - name: claims the name of the method, where the operation also answers without a stream.
    func stream(
        _ body: Body?, _ parameters: [(parameter: MartletIR.Parameter, source: MartletOpenAPI.Parameter)],
        _ answer: inout Answer,
        named name: (String) -> String, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Stream? {
        let all = operation.answers.successes.flatMap { MediaChoice($0.content).streams }
        guard let media = operation.answers.successes.lazy.compactMap({ MediaChoice($0.content).stream }).first else {
            return nil
        }
        for other in all where other.position != media.position && other.schema?.position != media.schema?.position {
            diagnostics.report(.otherStream(other.name, media.name), at: other.position)
        }
        schemas.streams[operationName] = media
        let items = StreamItems(media)
        var setting = setting(of: media, choosesAnswer: answer != .streamOnly)
        var asking = setting.asking(body, parameters, &schemas, &diagnostics)
        if operation.saysNothingElse, !asking.isThere || asking.isOnByDefault {
            // A stream that has nothing to say is one all the same, unless that is the answer to who asks for none.
            answer = .streamOnly
            setting = self.setting(of: media, choosesAnswer: false)
            asking = setting.asking(body, parameters, &schemas, &diagnostics)
        }
        if !asking.isThere, !setting.isConstant(body, schemas.declared) {
            let suspect = setting.suspect(body, parameters.map(\.parameter), schemas.declared)
            report(media, suspect, &diagnostics)
        }
        if let fixed = setting.fixed(body, schemas.declared) {
            diagnostics.report(.fixedBranches(fixed.on, fixed.off), at: media.position)
        }
        return Stream(
            name: answer == .streamOnly ? operationName : name(operationName),
            event: event(media, items, &schemas, &diagnostics), settings: asking.settings,
            parameter: asking.parameter, isOnByDefault: asking.isOnByDefault,
            accept: media.streamType,
            rules: items.rules(schemas.facts.markers[media.position] ?? [], &schemas.normalizer, &diagnostics),
            resume: media.stream?.resume.map(resume))
    }

    private func setting(of media: MediaType, choosesAnswer: Bool) -> StreamSetting {
        StreamSetting(
            named: media.stream?.setting ?? (media.isWatch ? "watch" : nil), operation.requestBody,
            choosesAnswer: choosesAnswer)
    }

    /// What nothing sets.
    private func report(
        _ media: MediaType, _ suspect: StreamSuspect?, _ diagnostics: inout Diagnostics
    ) {
        if let name = media.stream?.setting {
            diagnostics.report(.idleSetting(name), at: media.position)
        } else if let suspect {
            diagnostics.report(.unsetSwitch(suspect), at: media.position)
        }
    }

    private func event(
        _ media: MediaType, _ items: StreamItems, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> TypeReference {
        let hint = SwiftName.type(operationName) + "StreamEvent"
        if let events = media.stream?.events, !events.isEmpty { return named(events, hint, &schemas) }
        if let name = items.sender(&schemas.normalizer, &diagnostics) {
            diagnostics.report(.emitterSchema(name), at: media.position)
        }
        if let unread = items.unreadSchema(&schemas.normalizer, &diagnostics) {
            diagnostics.report(.unreadSchema, at: unread.position)
        }
        guard let schema = items.schema(&schemas.normalizer, &diagnostics) else { return .builtin(.json) }
        var scope = DeclarationScope.top
        // What is no union will be the one case of an enum that has the name.
        let isUnion = schemas.normalizer.resolved(schema, &diagnostics).isUnion
        let own = isUnion ? hint : SwiftName.type(operationName) + "StreamItem"
        let event = schemas.type(of: schema, hint: own, in: &scope, &diagnostics)
        schemas.declare(scope.declarations)
        // An event that has fields is something, and text may say `null`.
        let mayBeNull = event.isNullable && items.item(&schemas.normalizer, &diagnostics) == .data
        return mayBeNull && event.type != .builtin(.json) ? event.optionalType : event.type
    }

    /// A union whose branches are told apart by the names of the events, which are no part of the values.
    private func named(
        _ events: [(name: String, target: SchemaLocation)], _ hint: String, _ schemas: inout SchemaLowering
    ) -> TypeReference {
        var scope = NameScope(reserved: ReservedWords.enumCases)
        let name = schemas.names.claimInline(hint)
        let cases = events.map { event in
            Union.Case(
                name: scope.claim(SwiftName.member(event.name)), type: .declared([schemas.request(event.target)]),
                documentation: Documentation(["`\(event.name.filter { $0 != "`" && !$0.isNewline })`"]))
        }
        let rows = events.enumerated().map { Dispatch.TagRow(values: [$1.name], dispatch: .branch($0)) }
        schemas.declare([
            TypeDeclaration(
                name: name,
                documentation: Documentation(["The events of a streamed `\(operationName)`, by their names."]),
                kind: .union(
                    Union(
                        cases: cases, tag: nil, isTaggedByEvent: true, dispatch: .tag(rows, otherwise: .unknown))))
        ])
        return .declared([name])
    }

    private func resume(_ resume: StreamExtension.Resume) -> StreamResume {
        StreamResume(
            path: resume.path, id: (resume.id ?? "").split(separator: ".").map(String.init), after: resume.after,
            query: resume.query.map { QueryItem(name: $0.name, value: $0.value) })
    }
}

extension Diagnostic {
    fileprivate static func emitterSchema(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "emitter-schema",
            "'\(name)' is what the server sends events with, and says nothing of them, which are read as any JSON or text; "
                + "describe their data by 'itemSchema', in an overlay")
    }

    fileprivate static let unreadSchema = Diagnostic(
        .note, id: "unread-stream-schema",
        "'itemSchema' says what the stream sends, and nothing of this is read; describe the items there, or their data by "
            + "'contentMediaType: application/json' and 'contentSchema'")

    fileprivate static func idleSetting(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "stream-setting",
            "nothing sets '\(name)', so that the caller must: a member or a parameter that asks for a stream is a boolean, chooses "
                + "between another answer and 'sse', 'stream' or 'streaming', or is a text or an integer that is called 'stream' or the "
                + "like; name such a one")
    }

    fileprivate static func unsetSwitch(_ suspect: StreamSuspect) -> Diagnostic {
        Diagnostic(
            .note, id: "unset-stream-switch",
            "the method asks for a stream by 'Accept' alone; if '\(suspect.name)' must be \(suspect.value) for that, "
                + (suspect.isForCaller
                    ? "set it in what is passed" : "write 'x-martlet-stream: {setting: \(suspect.name)}' here"))
    }

    fileprivate static func fixedBranches(_ on: [String], _ off: [String]) -> Diagnostic {
        func listed(_ names: [String]) -> String { names.map { "'.\($0)'" }.joined(separator: ", ") }
        return Diagnostic(
            .note, id: "stream-branch",
            "the branches of the body say themselves whether they ask for the stream: pass \(listed(on)) to the method that "
                + "streams, and \(listed(off)) to the other")
    }

    fileprivate static func otherStream(_ name: String, _ taken: String) -> Diagnostic {
        Diagnostic(
            .note, id: "other-stream",
            "the method streams \(taken); set 'Accept' in RequestOptions and call 'client.raw' for \(name) here")
    }
}

extension NormalSchema {
    var isUnion: Bool {
        if case .union = shape { true } else { false }
    }
}
