// Arrays whose positions have types of their own.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

/// A position is called after its title, else by its number; it may be left out unless `minItems` counts it.
struct TupleLowering {
    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]

    private let tuple: TupleShape

    init(_ tuple: TupleShape) {
        self.tuple = tuple
    }

    func structure(
        _ schemas: inout SchemaLowering, _ scope: inout DeclarationScope, _ diagnostics: inout Diagnostics
    ) -> Structure {
        var members = NameScope(
            reserved: ReservedWords.members.merging(["rest": "the elements that follow"]) { first, _ in first })
        let properties = tuple.positions.enumerated().map { place, schema in
            let ordinal = place < Self.ordinals.count ? Self.ordinals[place] : "element\(place + 1)"
            let name = members.claim(schema.keywords.title.map(SwiftName.member) ?? ordinal)
            return lowered(schema, at: place, named: name, &schemas, &scope, &diagnostics)
        }
        let rest = tuple.rest.map { schema in
            let type = schemas.type(of: schema, hint: "RestItem", in: &scope, &diagnostics).optionalType
            return AdditionalMembers(name: "rest", value: type, origin: diagnostics.origin(of: schema.position))
        }
        return Structure(form: .array, properties: properties, additional: rest, keepsUnknownMembers: false)
    }

    private func lowered(
        _ schema: Schema, at place: Int, named name: String, _ schemas: inout SchemaLowering,
        _ scope: inout DeclarationScope, _ diagnostics: inout Diagnostics
    ) -> Property {
        let resolved = schemas.normalizer.resolved(schema, &diagnostics)
        let isRequired = place < tuple.required
        if let literal = resolved.constant {
            return Property(
                name: name, key: String(place), type: .builtin(literal.builtin),
                presence: .constant(literal, isRequired: isRequired),
                documentation: DocumentationLowering.documentation(resolved.annotations, of: name, default: false),
                origin: diagnostics.origin(of: schema.position))
        }
        let type = schemas.type(of: schema, hint: SwiftName.type(name), in: &scope, &diagnostics)
        let presence: Property.Presence =
            isRequired ? (type.isNullable ? .requiredNullable : .required) : .optional
        return Property(
            name: name, key: String(place), type: type.type, presence: presence,
            documentation: DocumentationLowering.documentation(type.annotations, of: name),
            deprecation: DocumentationLowering.deprecation(type.annotations),
            origin: diagnostics.origin(of: schema.position))
    }
}
