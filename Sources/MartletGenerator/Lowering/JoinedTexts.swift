// Properties that stand for texts elsewhere in their value: `x-martlet-joined: output.message.content.output_text.text`.
import MartletIR
import MartletOpenAPI
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

    private let declarations: [[String]: TypeDeclaration]

    init(_ declarations: [TypeDeclaration]) {
        var all: [[String]: TypeDeclaration] = [:]
        var open = declarations.map { ([$0.name], $0) }
        while let (path, declaration) = open.popLast() {
            all[path] = declaration
            open += declaration.nested.map { (path + [$0.name], $0) }
        }
        self.declarations = all
    }

    /// The texts that `request` asks for; nil, with an error reported, where its path leads to none.
    func text(_ request: Request, _ diagnostics: inout Diagnostics) -> JoinedText? {
        var keys = request.path.split(separator: ".").map(String.init)
        var steps: [JoinedText.Step] = []
        var type = TypeReference.declared(request.type)
        while !keys.isEmpty {
            let key = keys.removeFirst()
            guard let property = property(key, of: type) else { break }
            let isOptional = property.presence != .required
            if keys.isEmpty, resolved(property.type) == .builtin(.string) {
                return JoinedText(steps: steps, property: property.name, isOptional: isOptional)
            }
            guard case .array(let element) = resolved(property.type) else { break }
            type = element
            var caseName: String?
            if let union = union(element) {
                guard !keys.isEmpty, let branch = branch(keys.removeFirst(), of: union) else { break }
                caseName = branch.name
                type = branch.type
            }
            steps.append(.init(property: property.name, isOptional: isOptional, caseName: caseName))
        }
        diagnostics.report(.leadsNowhere(request.path), at: request.position)
        return nil
    }

    private func property(_ key: String, of type: TypeReference) -> Property? {
        guard case .declared(let path) = resolved(type), case .structure(let structure)? = declarations[path]?.kind
        else {
            return nil
        }
        return structure.properties.first { $0.key == key }
    }

    private func union(_ type: TypeReference) -> Union? {
        guard case .declared(let path) = resolved(type), case .union(let union)? = declarations[path]?.kind else {
            return nil
        }
        return union
    }

    private func branch(_ tag: String, of union: Union) -> Union.Case? {
        guard case .tag(let rows, _) = union.dispatch, let row = rows.first(where: { $0.values.contains(tag) }),
            case .branch(let place) = row.dispatch
        else { return nil }
        return union.cases[place]
    }

    private func resolved(_ type: TypeReference) -> TypeReference {
        var type = type
        var steps = 0
        while case .declared(let path) = type, case .alias(let target)? = declarations[path]?.kind, steps < 20 {
            type = target
            steps += 1
        }
        return type
    }
}

extension Diagnostic {
    fileprivate static func leadsNowhere(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, id: "joined-path",
            "'\(path)' leads to no text: it names members by their keys, with the tag of the branch after an array of a "
                + "union, as in output.message.content.output_text.text")
    }
}
