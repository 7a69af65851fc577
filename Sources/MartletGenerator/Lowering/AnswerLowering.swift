// Answers: what a method returns, what it streams, and what it throws.
import MartletIR
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

    /// The answer of the first success that has a body; `default` counts where no success is named.
    private var success: Response? {
        let successes = operation.responses.filter { $0.status.hasPrefix("2") }
        if let best = successes.first(where: { !$0.content.isEmpty }) ?? successes.first { return best }
        return operation.responses.first { $0.status == "default" }
    }

    func answer(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> Answer {
        guard let success, !success.content.isEmpty else { return .nothing }
        let choice = MediaChoice(success.content)
        guard let media = choice.preferred else { return .streamOnly }
        reportOthers(success, &diagnostics)
        if MediaChoice.isJSON(media.essence) {
            let type = MediaChoice.type(media, hint: typePrefix + "Response", &schemas, &diagnostics)
            return .json(type, accept: media.essence == "*/*" ? "application/json" : media.essence)
        }
        if media.essence.hasPrefix("text/") { return .text(accept: media.essence) }
        return .data(accept: media.essence)
    }

    private func reportOthers(_ success: Response, _ diagnostics: inout Diagnostics) {
        let others = operation.responses.filter {
            $0.status.hasPrefix("2") && $0.status != success.status && !$0.content.isEmpty
        }
        for other in others {
            diagnostics.report(.otherSuccess(other.status, success.status), at: other.position)
        }
    }

    func stream(
        _ body: Body?, named name: (String) -> String, _ answer: Answer, _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) -> Stream? {
        guard let success, let media = MediaChoice(success.content).stream else { return nil }
        let hint = typePrefix + "StreamEvent"
        let event: TypeReference
        if let schema = media.schema ?? media.itemSchema {
            var scope = DeclarationScope.top
            event = schemas.type(of: schema, hint: hint, in: &scope, &diagnostics).type
            schemas.declare(scope.declarations)
        } else {
            event = .builtin(.json)
        }
        return Stream(
            name: answer == .streamOnly ? operationName : name(operationName), event: event,
            setting: StreamSetting(body, key: media.stream?.setting ?? "stream").setting(&schemas, &diagnostics),
            sentinels: media.stream?.sentinels ?? ["[DONE]"], terminalTypes: media.stream?.terminal ?? [])
    }

    func failures(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> [Failure] {
        let hasSuccess = operation.responses.contains { $0.status.hasPrefix("2") }
        return operation.responses.compactMap { response in
            guard let status = Self.status(response.status), status != .otherwise || hasSuccess,
                let media = response.content.first(where: { MediaChoice.isJSON($0.essence) })
            else { return nil }
            let hint = typePrefix + "Failure" + (status == .otherwise ? "" : response.status)
            let type = MediaChoice.type(media, hint: hint, &schemas, &diagnostics)
            return Failure(status: status, type: type)
        }
    }

    private static func status(_ text: String) -> Failure.Status? {
        if text == "default" { return .otherwise }
        guard text.count == 3, let first = text.first?.wholeNumberValue, first != 2 else { return nil }
        if text.uppercased().hasSuffix("XX") { return .range(first) }
        return Int(text).map(Failure.Status.exactly)
    }
}

/// Finds the boolean member of the body that asks for a stream.
private struct StreamSetting {
    let body: Body?
    let key: String

    init(_ body: Body?, key: String) {
        self.body = body
        self.key = key
    }

    func setting(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> Stream.Setting? {
        guard case .declared(let path)? = body?.type, path.count == 1 else { return nil }
        schemas.lowerRequested(&diagnostics)
        guard let declaration = schemas.declarations.first(where: { $0.name == path[0] }),
            case .structure(let structure) = declaration.kind,
            let property = structure.properties.first(where: { $0.key == key }), property.type == .builtin(.bool)
        else { return nil }
        switch property.presence {
        case .optional, .optionalNullable, .requiredNullable: return .init(property: property.name, isOptional: true)
        case .required, .defaulted: return .init(property: property.name, isOptional: false)
        case .constant: return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func otherSuccess(_ status: String, _ taken: String) -> Diagnostic {
        Diagnostic(
            .note, id: "other-success",
            "the method returns the body of \(taken); that of \(status) is read through 'client.raw'")
    }
}
