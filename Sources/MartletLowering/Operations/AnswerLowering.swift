// Answers: what a method returns, what it streams, and what it throws.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct AnswerLowering {
    private let operation: MartletOpenAPI.Operation
    private let operationName: String
    private var typePrefix: String { SwiftName.type(operationName) }

    init(_ operation: MartletOpenAPI.Operation, named name: String) {
        self.operation = operation
        operationName = name
    }

    private var successes: [Response] { operation.answers.successes }

    func answer(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> Answer {
        operation.reportBodiless(&diagnostics)
        if operation.describesFailuresOnly {
            diagnostics.report(.undescribedSuccess(isRead: operation.isRead), at: operation.position)
        }
        let whole = successes.filter { $0.content.isEmpty || MediaChoice($0.content).preferred != nil }
        if whole.isEmpty { return successes.isEmpty ? .only(.nothing) : .streamOnly }
        var contents: [AnswerContent] = []
        for response in whole {
            let hint =
                typePrefix + (contents.isEmpty ? "" : SwiftName.type(StatusName(response.status.description).text))
                + "Response"
            contents.append(content(response, hint: hint, &schemas, &diagnostics))
        }
        if Set(contents).count == 1 { return .only(contents[0]) }
        return several(whole, contents, &schemas, diagnostics)
    }

    private func content(
        _ response: Response, hint: String, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> AnswerContent {
        guard let media = MediaChoice(response.content).preferred else { return .nothing }
        let content = content(media, of: response, hint: hint, &schemas, &diagnostics)
        let watch = MediaChoice(response.content).watch?.name
        for other in response.content where ![media.name, watch].contains(other.name) && !other.kind.isStream {
            let isRead = content.isString && other.kind == .text
            guard other.kind == media.kind ? media.differs(from: other) : !isRead else { continue }
            let asked = if case .json(_, let accept) = content { accept } else { media.accept }
            diagnostics.report(.otherAnswer(other.name, asked), at: other.position)
        }
        return content
    }

    private func content(
        _ media: MediaType, of response: Response, hint: String, _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) -> AnswerContent {
        switch media.kind {
        case .json:
            let type = media.type(hint: hint, &schemas, &diagnostics)
            if type.isString(media, &schemas, &diagnostics), let accept = Self.stringTypes(response) {
                return .string(accept: accept)
            }
            return .json(type, accept: media.essence == "*/*" ? media.label : media.accept)
        case .text: return .text(accept: media.accept)
        case .form, .multipart, .bytes, .stream:
            if MediaKind.isFramed(media.essence) { diagnostics.report(.framedMessages(media.name), at: media.position) }
            let types = response.content.filter { $0.kind == media.kind }.map(\.accept)
            return .bytes(accept: types.joined(separator: ", "))
        }
    }

    /// The media types of a string that needn't come as JSON, as text beside it and `*/*` allow; nil where it must.
    private static func stringTypes(_ response: Response) -> String? {
        let types = response.content.filter { $0.kind == .json || $0.kind == .text }
        guard types.contains(where: { $0.kind == .text || $0.essence == "*/*" }) else { return nil }
        return types.map(\.accept).joined(separator: ", ")
    }

    private func several(
        _ responses: [Response], _ contents: [AnswerContent], _ schemas: inout SchemaLowering,
        _ diagnostics: Diagnostics
    ) -> Answer {
        var scope = NameScope(reserved: ReservedWords.enumCases)
        let name = schemas.names.claimInline(typePrefix + "Answer")
        let cases = zip(responses, contents).map { response, content in
            AnswerCase(
                status: Failure.Status(response.status),
                name: scope.claim(StatusName(response.status.description).text), content: content)
        }
        let choices = zip(responses, cases).map { response, answer in
            Choice.Case(
                name: answer.name, type: answer.content.type,
                documentation: Documentation(
                    ["`\(response.status)`"] + DocumentationLowering.lines(response.description).prefix(1)),
                origin: diagnostics.origin(ofKey: response.position))
        }
        schemas.declare([
            TypeDeclaration(
                name: name, documentation: Documentation(["What `\(operationName)` answers, by its status."]),
                kind: .choice(Choice(cases: choices, isAnswer: true)),
                origin: diagnostics.origin(ofKey: operation.position))
        ])
        return .several(.declared([name]), cases)
    }

    /// - Parameter answer: that of the successes; where `default` is the only one, it is that of failures as well.
    func failures(
        beside answer: Answer, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> [Failure] {
        let hasSuccess = operation.responses.contains(where: \.status.isSuccess)
        return operation.answers.filter { !$0.status.isSuccess }.compactMap { response in
            let status = Failure.Status(response.status)
            // Events of an only answer are what the operation streams.
            let isOnly = status == .otherwise && !hasSuccess
            let choice = MediaChoice(response.content)
            guard let media = choice.failure ?? choice.text, media.kind == .json || !isOnly else { return nil }
            for other in response.content where media.differs(from: other) {
                diagnostics.report(.otherFailure(other.name, media.name), at: other.position)
            }
            if isOnly, let type = answer.contents.first?.type {
                return Failure(status: status, type: type)
            }
            if media.kind == .text {
                return media.isText(&schemas, &diagnostics) ? Failure(status: status, type: .builtin(.string)) : nil
            }
            let hint = typePrefix + "Failure" + (status == .otherwise ? "" : response.status.description)
            let type = media.type(hint: hint, &schemas, &diagnostics)
            return Failure(status: status, type: type)
        }
    }
}

extension Failure.Status {
    fileprivate init(_ status: ResponseStatus) {
        self =
            switch status {
            case .code(let code): .exactly(code)
            case .range(let digit): .range(digit)
            case .rest: .otherwise
            }
    }
}

extension MartletOpenAPI.Operation {
    /// Not all codes need be documented (OpenAPI 3.2.0, section 4.14).
    fileprivate var describesFailuresOnly: Bool {
        // Nothing comes with the success of HEAD.
        method != "HEAD" && !responses.isEmpty
            && responses.allSatisfy(\.status.isFailure)
    }

    /// Whether it is called for what it answers.
    fileprivate var isRead: Bool {
        ["GET", "QUERY"].contains(method)
    }
}

extension TypeReference {
    /// Whether it is a string, or a name for one.
    fileprivate func isString(
        _ media: MediaType, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard case .declared = self, media.schema != nil else { return self == .builtin(.string) }
        return media.isString(&schemas, &diagnostics)
    }
}

extension MediaType {
    /// Whether its schema is that of a string.
    fileprivate func isString(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> Bool {
        guard let schema, case .primitive(.string) = schemas.normalizer.resolved(schema, &diagnostics).shape else {
            return false
        }
        return true
    }

    /// Whether it is text, listed or not, or nothing is said of it.
    fileprivate func isText(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> Bool {
        schema.map { schemas.normalizer.resolved($0, &diagnostics).shape.isText } ?? true
    }
}

extension AnswerContent {
    fileprivate var isString: Bool {
        if case .string = self { true } else { false }
    }
}

extension Diagnostic {
    /// What isn't a read is often done without an answer.
    fileprivate static func undescribedSuccess(isRead: Bool) -> Diagnostic {
        Diagnostic(
            isRead ? .warning : .note, id: "undescribed-success",
            "only failures are described here, so the method returns nothing, and drops what comes with a success; describe "
                + "the 200, or call 'client.raw' for its body")
    }

    fileprivate static func otherFailure(_ name: String, _ taken: String) -> Diagnostic {
        Diagnostic(
            .note, id: "other-failure",
            "failures are decoded as \(taken); one of \(name) is in 'body' of the ClientError, as it came")
    }

    fileprivate static func otherAnswer(_ name: String, _ taken: String) -> Diagnostic {
        Diagnostic(
            .note, id: "other-answer",
            "the method asks for \(taken); set 'Accept' in RequestOptions and call 'client.raw' for \(name)")
    }
}
