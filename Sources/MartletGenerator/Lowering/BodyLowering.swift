// Request bodies.
import MartletIR
import MartletOpenAPI
import MartletSource

struct BodyLowering {
    private let operation: MartletOpenAPI.Operation
    private let typePrefix: String

    init(_ operation: MartletOpenAPI.Operation, typePrefix: String) {
        self.operation = operation
        self.typePrefix = typePrefix
    }

    func body(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> Body? {
        guard let body = operation.requestBody, let media = MediaChoice(body.content).preferred else { return nil }
        let documentation = Documentation(DocumentationLowering.lines(body.description))
        for other in body.content where other.name != media.name {
            diagnostics.report(.otherContent(other.name, media.name), at: other.position)
        }
        if MediaChoice.isJSON(media.essence) {
            let type = MediaChoice.type(media, hint: typePrefix + "Request", &schemas, &diagnostics)
            return Body(
                type: type, encoding: .json, contentType: media.name, isRequired: body.isRequired,
                documentation: documentation)
        }
        if media.essence.hasPrefix("text/") {
            return Body(
                type: .builtin(.string), encoding: .text, contentType: media.name, isRequired: body.isRequired,
                documentation: documentation)
        }
        if media.essence != "application/octet-stream", media.schema != nil {
            diagnostics.report(.rawContent(media.name), at: media.position)
        }
        return Body(
            type: nil, encoding: .data, contentType: media.name, isRequired: body.isRequired,
            documentation: documentation)
    }
}

/// Which of several media types is taken.
struct MediaChoice {
    private let content: [MediaType]

    init(_ content: [MediaType]) {
        self.content = content
    }

    /// JSON before text before the rest, and among equals the first.
    var preferred: MediaType? {
        content.first { Self.isJSON($0.essence) } ?? content.first { $0.essence.hasPrefix("text/") && !isStream($0) }
            ?? content.first { !isStream($0) }
    }

    var stream: MediaType? {
        content.first(where: isStream)
    }

    private func isStream(_ media: MediaType) -> Bool {
        media.essence == "text/event-stream"
    }

    static func isJSON(_ essence: String) -> Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json") || essence == "*/*"
    }

    /// The type of `media`'s schema, declared under `hint` where it has no name of its own.
    static func type(
        _ media: MediaType, hint: String, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> TypeReference {
        guard let schema = media.schema else { return .builtin(.json) }
        var scope = DeclarationScope.top
        let lowered = schemas.type(of: schema, hint: hint, in: &scope, &diagnostics)
        schemas.declare(scope.declarations)
        schemas.examples.note(media.examples, of: schema, as: lowered.optionalType)
        return lowered.optionalType
    }
}

extension Diagnostic {
    fileprivate static func otherContent(_ name: String, _ taken: String) -> Diagnostic {
        Diagnostic(.note, id: "other-content-type", "the body is sent as \(taken); \(name) is left out")
    }

    fileprivate static func rawContent(_ name: String) -> Diagnostic {
        Diagnostic(.warning, id: "raw-body", "a body of \(name) is given as bytes that the caller has encoded")
    }
}
