// `x-martlet-structured`: the method that asks for an answer which fits a type of the caller.

import MartletIR
import MartletOpenAPI
import MartletPasses
import MartletSource

struct StructuredLowering {
    private let rule: StructuredExtension

    init(_ rule: StructuredExtension) {
        self.rule = rule
    }

    /// Nil, with a warning, where the operation has no JSON to ask with or to read.
    func call(
        _ operation: MartletIR.Operation, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> StructuredCall? {
        guard let body = operation.body, body.isRequired, body.contents.count == 1,
            case .json = body.contents[0].encoding,
            case .only(.json(let type, _)) = operation.answer
        else {
            diagnostics.report(.noJSON, at: rule.position)
            return nil
        }
        let lines = rule.envelope.jsonText.split(separator: "\n").map { $0.drop { $0 == " " } }
        schemas.lowerRequested(&diagnostics)
        let paths = StructuredPaths(schemas.declared)
        if let fault = paths.requestFault(rule.request, in: body.contents[0].type) {
            diagnostics.report(.unlisted(fault), at: rule.requestPosition)
        }
        if let fault = paths.answerFault(rule.answer, in: type) {
            diagnostics.report(.leadsNowhere(fault), at: rule.answerPosition)
        }
        return StructuredCall(request: rule.request, envelope: lines.joined(), answer: answer(type, schemas.declared))
    }

    /// A property of the answer where there is one, which may be made up of other texts; else what the JSON has.
    private func answer(_ type: TypeReference, _ index: DeclarationIndex) -> StructuredCall.Answer {
        guard let property = index.property(rule.answer, of: type), property.type == .builtin(.string)
        else { return .path(rule.answer) }
        return .property(property.name)
    }
}

extension Diagnostic {
    fileprivate static func unlisted(_ fault: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "structured-request",
            "\(fault); the schema is sent there all the same: fix 'request', or list the member by an overlay")
    }

    fileprivate static func leadsNowhere(_ fault: String) -> Diagnostic {
        Diagnostic(
            .error, id: "structured-answer",
            "\(fault), so that no answer would have a text; write the members on the way to it, and positions in lists, as "
                + "in choices.0.message.content")
    }

    fileprivate static let noJSON = Diagnostic(
        .warning, id: "structured-without-json",
        "x-martlet-structured needs an operation that takes one JSON body and answers with JSON; it has no effect "
            + "here; move or delete it"
    )
}
