// What `Declaration.mustache` is rendered with: one of six kinds, the others null.

import MartletIR
import MartletMustache

struct DeclarationContext {
    let spelling: TypeSpelling

    func value(_ declaration: TypeDeclaration) -> MustacheValue {
        var value: [String: MustacheValue] = [
            "structure": nil, "enumeration": nil, "union": nil, "alias": nil, "choice": nil,
            "headers": nil,
        ]
        let inner = spelling.inside(declaration.name)
        var common: [String: MustacheValue] = [
            "name": .string(SwiftText.identifier(declaration.name)),
            "documentation": documentation(declaration),
            "nested": .list(declaration.nested.map(DeclarationContext(spelling: inner).value)),
            "swift": .string(spelling.swift), "runtime": .string(spelling.runtime),
        ]
        switch declaration.kind {
        case .structure(let structure):
            common.merge(StructureContext(spelling: inner).values(structure)) { $1 }
            value["structure"] = .object(common)
        case .enumeration(let enumeration):
            common.merge(EnumerationContext(spelling: inner).values(enumeration)) { $1 }
            value["enumeration"] = .object(common)
        case .union(let union):
            common.merge(UnionContext(spelling: inner).values(union)) { $1 }
            value["union"] = .object(common)
        case .alias(let target):
            common["target"] = .string(spelling.text(target))
            value["alias"] = .object(common)
        case .choice(let choice):
            common.merge(ChoiceContext(spelling: inner).values(choice)) { $1 }
            value["choice"] = .object(common)
        case .headers(let headers):
            common["properties"] = .list(headers.fields.map(field))
            value["headers"] = .object(common)
        }
        return .object(value)
    }

    private func field(_ field: HeaderFields.Field) -> MustacheValue {
        [
            "propertyName": .string(SwiftText.identifier(field.name)), "key": .string(SwiftText.literal(field.key)),
            "type": .string(spelling.text(field.type)),
            "documentation": DocumentationContext.value(field.documentation),
            "deprecation": DocumentationContext.attribute(field.deprecation),
        ]
    }

    /// A deprecated type is only documented as such: an attribute would make the code that uses it here warn.
    private func documentation(_ declaration: TypeDeclaration) -> MustacheValue {
        var lines = declaration.documentation.lines
        if declaration.deprecation != nil {
            lines += (lines.isEmpty ? [] : [""]) + ["- Warning: Deprecated."]
        }
        return DocumentationContext.value(Documentation(lines))
    }
}

enum DocumentationContext {
    static func value(_ documentation: Documentation) -> MustacheValue {
        .list(documentation.lines.map { .string(SwiftText.comment($0)) })
    }

    /// The attribute of a deprecated declaration; null where it isn't.
    static func attribute(_ deprecation: Deprecation?) -> MustacheValue {
        guard let deprecation else { return nil }
        guard let message = deprecation.message else { return "@available(*, deprecated)" }
        return .string("@available(*, deprecated, message: \(SwiftText.literal(message)))")
    }
}
