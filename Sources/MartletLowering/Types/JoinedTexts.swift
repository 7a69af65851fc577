// Properties that stand for texts elsewhere in their value: `x-martlet-joined: output.message.content.output_text.text`.

import MartletIR
import MartletOpenAPI
import MartletPasses
import MartletSource

/// A path names members by their keys; where the elements of an array are a union, the tag of the branch follows.
struct JoinedTexts {
    /// A property that asked for it, to be resolved once all types are known.
    struct Request {
        var type: [String]
        var property: String
        var path: String
        var position: Position
    }

    private let index: DeclarationIndex

    init(_ index: DeclarationIndex) {
        self.index = index
    }

    /// The texts that `request` asks for; nil, with an error reported, where its path leads to none.
    func text(_ request: Request, _ diagnostics: inout Diagnostics) -> JoinedText? {
        var keys = request.path.split(separator: ".").map(String.init)
        var steps: [JoinedText.Step] = []
        var type = TypeReference.declared(request.type)
        while !keys.isEmpty {
            let key = keys.removeFirst()
            guard let property = index.property(key, of: type) else { break }
            let isOptional = property.presence != .required
            if keys.isEmpty, index.resolved(property.type) == .builtin(.string) {
                return JoinedText(steps: steps, property: property.name, isOptional: isOptional)
            }
            guard case .array(let element) = index.resolved(property.type) else { break }
            type = element
            var caseName: String?
            if let union = index.union(element) {
                guard !keys.isEmpty, let place = union.branch(keys.removeFirst()) else { break }
                caseName = union.cases[place].name
                type = union.cases[place].type
            }
            steps.append(.init(property: property.name, isOptional: isOptional, caseName: caseName))
        }
        diagnostics.report(.leadsNowhere(request.path), at: request.position)
        return nil
    }
}

extension Diagnostic {
    fileprivate static func leadsNowhere(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, id: "joined-path",
            "'\(path)' leads to no text; a path names members by their keys, with the tag of the branch after an array "
                + "of a union, as in output.message.content.output_text.text")
    }
}
