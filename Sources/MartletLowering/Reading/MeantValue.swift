// What an example means that is written as a text: `example: '{"id": 1}'` of an object.

import MartletIR
package import MartletOpenAPI
package import MartletSource

extension Normalizer {
    /// The JSON in the text that `value` is, where `schema` takes no text; else `value`.
    mutating func value(meantBy value: Node, of schema: Schema) -> Node {
        guard let scalar = value.scalar, scalar.isString, let json = Node(json: scalar.text, at: value.position) else {
            return value
        }
        if case .string = json.scalar?.resolved { return value }
        var diagnostics = Diagnostics()
        return takesText(schema, depth: 0, &diagnostics) ? value : json
    }

    /// What is nested without end may take anything.
    private mutating func takesText(_ schema: Schema, depth: Int, _ diagnostics: inout Diagnostics) -> Bool {
        guard depth < 16 else { return true }
        switch resolved(schema, &diagnostics).shape {
        case .array, .tuple, .map, .object: return false
        case .any, .reference: return true
        case .primitive(let type): return type == .json || type.isText
        case .enumeration(let values): return values.rawType.isText
        case .union(let union):
            for branch in union.branches where takesText(branch, depth: depth + 1, &diagnostics) { return true }
            return false
        }
    }
}

extension ValueReading {
    /// The JSON in the text that `value` is, where `schema` takes no text; else `value`.
    package mutating func value(meantBy value: Node, of schema: Schema) -> Node {
        normalizer.value(meantBy: value, of: schema)
    }
}
