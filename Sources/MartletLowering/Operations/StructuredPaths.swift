// Where the paths of `x-martlet-structured` lead: they are followed in JSON when a call is made.

import MartletIR
import MartletPasses

struct StructuredPaths {
    private let index: DeclarationIndex

    init(_ index: DeclarationIndex) {
        self.index = index
    }

    /// Which member on the way isn't listed, as a clause; nil where all are, or where any may be.
    func requestFault(_ path: String, in body: TypeReference) -> String? {
        var type = body
        for step in path.split(separator: ".").map(String.init) {
            guard let structure = index.structure(type), structure.additional == nil else { return nil }
            guard let property = structure.properties.first(where: { $0.key == step }) else {
                return unknown(step, structure)
            }
            type = property.valueType
        }
        return nil
    }

    /// Why there is no text at the path, as a clause; nil where there may be one.
    func answerFault(_ path: String, in answer: TypeReference) -> String? {
        var type = index.resolved(answer)
        for step in path.split(separator: ".").map(String.init) {
            if case .array(let element) = type {
                guard Int(step) != nil else {
                    return "'\(path)' goes through a list without a position before '\(step)'"
                }
                type = index.resolved(element)
            } else if let structure = index.structure(type) {
                guard let property = structure.properties.first(where: { $0.key == step }) else {
                    return structure.additional == nil ? unknown(step, structure) : nil
                }
                type = index.resolved(property.valueType)
            } else if isOpen(type) {
                return nil
            } else {
                return "there are no members before '\(step)'"
            }
        }
        return isOpen(type) || type == .builtin(.string) ? nil : "'\(path)' isn't a text"
    }

    /// Whether the JSON of a type may be of any kind, or of several.
    private func isOpen(_ type: TypeReference) -> Bool {
        if case .dictionary = type { return true }
        return type == .builtin(.json) || index.union(type) != nil
    }

    private func unknown(_ key: String, _ structure: Structure) -> String {
        let known = structure.properties.map(\.key).joined(separator: ", ")
        return "there is no member '\(key)'; known are \(known)"
    }
}
