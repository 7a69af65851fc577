// Which component a finding is about: pointers to keywords are taken back to what has the keyword.

import MartletOpenAPI
import MartletSource

struct ComponentPointer {
    /// Without the keywords at its end: a property, not its `type`.
    let tokens: [String]
    /// For each token, whether it is a keyword that leads to the schemas of which something is made.
    private let areApplicators: [Bool]

    init(_ pointer: String) {
        let fragment = pointer.hasPrefix("#") ? pointer.dropFirst() : pointer[...]
        let all = JSONPointer(parsing: fragment)?.tokens ?? []
        let steps = Self.steps(all)
        let end = steps.lastIndex { $0.isComponent }.map { $0 + 1 } ?? 1
        tokens = Array(all.prefix(end))
        areApplicators = zip(tokens, steps).map { token, step in
            step.shape.leadsToSchemas && token != "$defs" && token != "definitions"
        }
    }

    var text: String {
        "#" + JSONPointer(tokens).description
    }

    /// Whether only keywords of schemas lead to it from `other`.
    func isMember(of other: ComponentPointer) -> Bool {
        guard tokens.count > other.tokens.count, tokens.starts(with: other.tokens),
            areApplicators.indices.contains(other.tokens.count)
        else { return false }
        return areApplicators[other.tokens.count]
    }

    // MARK: The way through the document

    private struct Step {
        /// What stands there.
        var shape: DocumentShape
        /// Whether changes of it are told apart from those of what it is in. What a list or a map holds is a part of it, as
        /// is the schema of a parameter or a media type: Swift has one type for both.
        var isComponent: Bool
    }

    /// As far as the document's grammar goes.
    private static func steps(_ tokens: [String]) -> [Step] {
        guard let first = tokens.first else { return [] }
        var steps: [Step] = []
        var shape = root(first)
        if shape == nil, tokens.count > 1 {
            // Several by their names: the grammar begins below.
            shape = root(tokens[1])
            steps.append(Step(shape: .other, isComponent: true))
        }
        for token in tokens.dropFirst(steps.count) {
            guard let next = shape.flatMap({ step(token, in: $0) }) else { break }
            shape = next.shape
            steps.append(next)
        }
        return steps
    }

    /// The object that has such a field: another file than the document's own may hold any.
    private static func root(_ token: String) -> DocumentShape? {
        let kinds: [ObjectKind] = [
            .document, .components, .schema, .pathItem, .operation, .mediaType, .response,
        ]
        return kinds.map(DocumentShape.object).first { step(token, in: $0) != nil }
    }

    private static func step(_ token: String, in shape: DocumentShape) -> Step? {
        switch shape {
        case .object(let kind):
            switch kind.shape(of: token) {
            // They have places of their own, though no reference names one.
            case .other where token == "servers": Step(shape: .list(.other), isComponent: false)
            case .discriminator, .operationReference, .other, .vendorExtension, .data: nil
            case .object(let inner):
                Step(shape: .object(inner), isComponent: inner == .operation || inner == .requestBody)
            case let inner: Step(shape: inner, isComponent: false)
            }
        case .map(let inner), .namedMap(let inner), .list(let inner): Step(shape: inner, isComponent: true)
        case .section(let section): Step(shape: .object(section.kind), isComponent: true)
        case .oneOrList(let inner):
            Int(token) == nil ? step(token, in: inner) : Step(shape: inner, isComponent: true)
        case .discriminator, .operationReference, .other, .vendorExtension, .data: nil
        }
    }
}

extension DocumentShape {
    /// Whether it is a schema, or several; those of a section are components.
    fileprivate var leadsToSchemas: Bool {
        switch self {
        case .object(.schema): true
        case .map(let inner), .list(let inner), .oneOrList(let inner): inner.leadsToSchemas
        default: false
        }
    }
}
