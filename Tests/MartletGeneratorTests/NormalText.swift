// A normal shape as one line: `{a: String, b?: Int?}`, `Pet | [String]`, `enum(a, b)`.

import MartletIR
import MartletOpenAPI
import MartletSource

@testable import MartletLowering

/// Members that may be absent have a question mark after the name, nullable values one after the type; references are
/// the names of their schemas.
struct NormalText {
    private(set) var text: String

    init(_ schema: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) {
        let normal = normalizer.normal(schema, &diagnostics)
        text = ""
        switch normal.shape {
        case .reference(let location): text = Self.name(location)
        case .any: text = "any"
        case .primitive(let type): text = type.rawValue
        case .enumeration(let values):
            let literals = values.values.map(\.literal.text).joined(separator: ", ")
            text =
                (values.isOpen ? "open " : "") + "enum"
                + (values.rawType == .string ? "" : " " + values.rawType.rawValue) + "(\(literals))"
        case .array(let items): text = "[\(inner(items, &normalizer, &diagnostics))]"
        case .tuple(let tuple):
            let positions = tuple.positions.enumerated().map { place, schema in
                inner(schema, &normalizer, &diagnostics) + (place < tuple.required ? "" : " or none")
            }
            let rest = tuple.rest.map { ["...: " + inner($0, &normalizer, &diagnostics)] } ?? []
            text = "(" + (positions + rest).joined(separator: ", ") + ")"
        case .map(let values): text = "[String: \(inner(values, &normalizer, &diagnostics))]"
        case .object(let object): text = members(object, &normalizer, &diagnostics)
        case .union(let union):
            text = union.branches.map { inner($0, &normalizer, &diagnostics) }.joined(separator: " | ")
            if let discriminator = union.discriminator { text += " by \(discriminator.propertyName)" }
            if normal.isNullable { text = "(\(text))" }
        }
        if normal.isNullable { text += "?" }
    }

    private func members(
        _ object: ObjectShape, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> String {
        var parts = object.properties.map { property in
            let mark = object.required.contains(property.name) ? "" : "?"
            return "\(property.name)\(mark): \(inner(property.schema, &normalizer, &diagnostics))"
        }
        if let additional = object.additional { parts.append("...: \(inner(additional, &normalizer, &diagnostics))") }
        return "{\(parts.joined(separator: ", "))}"
    }

    private func inner(
        _ schema: Schema?, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> String {
        schema.map { NormalText($0, &normalizer, &diagnostics).text } ?? "any"
    }

    private static func name(_ location: SchemaLocation) -> String {
        location.pointer.split(separator: "/").last.map(String.init) ?? location.pointer
    }
}
