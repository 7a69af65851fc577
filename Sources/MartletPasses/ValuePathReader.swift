// Paths of stream rules, such as `output[output_index].message.content[content_index].output_text.text`.

package import MartletIR

/// Members by their keys, positions in brackets, which are paths in the event, and after a union the tag of the branch.
package struct ValuePathReader {
    private let index: DeclarationIndex
    private let event: TypeReference

    /// Why a path leads nowhere.
    package struct Fault: Error {
        package var reason: String
    }

    /// - Parameter event: what positions are looked up in.
    package init(index: DeclarationIndex, event: TypeReference) {
        self.index = index
        self.event = event
    }

    /// - Parameter isSource: whether a list without a position stands for its first element, as one does with `0` or `[0]`.
    package func path(_ text: String, from type: TypeReference, isSource: Bool) throws(Fault) -> ValuePath {
        var steps: [ValuePath.Step] = []
        var type = type
        var json = ""
        for token in tokens(text) {
            if case .array(let element) = index.resolved(type), isSource {
                steps.append(.first(numbered: number(of: element)))
                type = element
                json += "[]"
                if token.name == "0" { continue }
            }
            if let union = index.union(type) {
                let branch = try branch(token.name, of: union, type)
                steps.append(.branch(branch))
                type = branch.payload
                continue
            }
            let property = try member(token.name, of: type)
            steps.append(.member(property.name, isOptional: property.isOptional && !property.isTwofold))
            if property.isTwofold { steps.append(.flattened) }
            json += (json.isEmpty ? "" : ".") + token.name
            type = property.valueType
            guard let position = token.position else { continue }
            guard case .array(let element) = index.resolved(type) else {
                throw Fault(reason: "'\(token.name)' isn't a list")
            }
            if isSource, position == "0" {
                steps.append(.first(numbered: number(of: element)))
            } else {
                steps.append(.element(at: try path(position, from: event, isSource: true)))
            }
            type = element
            json += "[]"
        }
        return ValuePath(steps: steps, type: index.resolved(type), json: json)
    }

    private func member(_ key: String, of type: TypeReference) throws(Fault) -> Property {
        guard let structure = index.structure(type) else { throw Fault(reason: "there are no members before '\(key)'") }
        guard let property = structure.properties.first(where: { $0.key == key }) else {
            let known = structure.properties.map(\.key).joined(separator: ", ")
            throw Fault(reason: "there is no member '\(key)'; known are \(known)")
        }
        return property
    }

    private func branch(_ tag: String, of union: Union, _ type: TypeReference) throws(Fault) -> UnionBranch {
        guard let place = union.branch(tag) else { throw Fault(reason: "no branch has the tag '\(tag)'") }
        let item = union.cases[place]
        return UnionBranch(union: index.resolved(type), caseName: item.name, payload: item.type)
    }

    /// The property that numbers the elements of a list.
    package func number(of element: TypeReference) -> String? {
        let property = index.property("index", of: element)
        return property.flatMap { $0.type == .builtin(.int) && !$0.isOptional ? $0.name : nil }
    }

    private func tokens(_ text: String) -> [(name: String, position: String?)] {
        var tokens: [(name: String, position: String?)] = []
        var name = ""
        var position: String?
        var depth = 0
        for character in text + "." {
            switch character {
            case "[":
                depth += 1
                if depth == 1 { position = "" } else { position?.append(character) }
            case "]":
                depth -= 1
                if depth > 0 { position?.append(character) }
            case "." where depth == 0:
                if !name.isEmpty { tokens.append((name, position)) }
                (name, position) = ("", nil)
            case _ where depth > 0: position?.append(character)
            default: name.append(character)
            }
        }
        return tokens
    }
}

extension Property {
    /// Whether its value may be nil.
    package var isOptional: Bool {
        switch presence {
        case .optional, .requiredNullable, .optionalNullable: true
        case .required, .defaulted, .constant: if case .optional = type { true } else { false }
        }
    }

    /// Whether absent and null differ: its value is optional twice.
    package var isTwofold: Bool { presence == .optionalNullable }

    /// The type of a value that isn't nil.
    package var valueType: TypeReference {
        if case .optional(let wrapped) = type { wrapped } else { type }
    }
}
