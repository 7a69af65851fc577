// Objects with known members.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct StructureLowering {
    private let object: ObjectShape
    private let owner: Schema
    private let position: Position

    init(_ object: ObjectShape, owner: Schema, position: Position) {
        self.object = object
        self.owner = owner
        self.position = position
    }

    func structure(
        _ schemas: inout SchemaLowering, _ scope: inout DeclarationScope, _ diagnostics: inout Diagnostics
    ) -> Structure {
        reportMissing(&diagnostics)
        var members = NameScope(reserved: ReservedWords.members)
        let tags = undescribedTags(schemas.facts.tags)
        let names = members.claim(
            object.properties.map { ($0.name, $0.position) } + tags.map { ($0.name, position) },
            spelt: SwiftName.member, &diagnostics)
        // A script without capitals spells types and members alike.
        for name in names where name == SwiftName.type(name) { _ = scope.names.claim(name) }
        var properties = zip(object.properties, names).map { property, name in
            lowered(property, named: name, &schemas, &scope, &diagnostics)
        }
        properties += zip(tags, names.dropFirst(object.properties.count)).map { tag, name in
            Property(
                name: name, key: tag.name, type: .builtin(.string),
                presence: tag.value.map { .constant(.string($0), isRequired: false) } ?? .optional,
                documentation: Documentation(), origin: diagnostics.origin(of: position))
        }
        let additional = object.additional.map { schema in
            AdditionalMembers(
                name: members.claim("additionalMembers"),
                value: schemas.memberType(
                    of: schema, owner: owner, hint: "AdditionalMember", in: &scope, &diagnostics
                ).optionalType,
                origin: diagnostics.origin(of: schema.position))
        }
        return Structure(
            properties: properties, additional: additional,
            keepsUnknownMembers: schemas.settings.keepsUnknownMembers && additional == nil)
    }

    /// Tags that a discriminator asks for, and of which the schema itself says nothing: without them, nobody could tell
    /// what was sent.
    private func undescribedTags(_ tags: TagMembers) -> [(name: String, value: String?)] {
        tags.wanted(of: owner).filter { tag in !object.properties.contains { $0.name == tag.name } }
    }

    private func lowered(
        _ property: Schema.Property, named name: String, _ schemas: inout SchemaLowering,
        _ scope: inout DeclarationScope, _ diagnostics: inout Diagnostics
    ) -> Property {
        let resolved = schemas.normalizer.resolved(property.schema, &diagnostics)
        let isRequired = object.required.contains(property.name)
        let isTag = schemas.facts.tags.contains(property.name, of: owner)
        let mapped = resolved.isPlainString ? schemas.facts.tags.mappedValue(property.name, of: owner) : nil
        let literal = resolved.constant ?? mapped.map(Literal.string)
        let mayLack =
            schemas.facts.directions.mayLack(resolved.annotations, of: owner, &schemas.normalizer, &diagnostics)
        // What only the service says is no constant of requests, unless it tells branches apart.
        let isReceived = mayLack && resolved.annotations.isReadOnly
        if let literal, isTag || !isReceived && (isRequired || isDefault(literal, of: resolved)) {
            schemas.examples.note(property.schema, as: .builtin(literal.builtin))
            return Property(
                name: name, key: property.name, type: .builtin(literal.builtin),
                presence: .constant(literal, isRequired: isRequired),
                documentation: DocumentationLowering.documentation(
                    resolved.annotations, of: property.name, default: false),
                origin: diagnostics.origin(ofKey: property.position))
        }
        let type = schemas.memberType(
            of: property.schema, owner: owner, hint: SwiftName.type(property.name), in: &scope, &diagnostics)
        if let path = type.annotations.joinedPath, type.type == .builtin(.string), !isRequired {
            schemas.joinedTexts.append(
                .init(type: scope.path, property: name, path: path, position: property.schema.position))
        }
        return Property(
            name: name, key: property.name, type: type.type,
            presence: presence(type, isRequired: isRequired && !mayLack, tellsNull: tellsNull(schemas)),
            documentation: DocumentationLowering.documentation(type.annotations, of: property.name),
            deprecation: DocumentationLowering.deprecation(type.annotations),
            origin: diagnostics.origin(ofKey: property.position))
    }

    /// Where absent means the one literal there is, nothing is left to choose.
    private func isDefault(_ literal: Literal, of schema: NormalSchema) -> Bool {
        let scalar = schema.annotations.defaultValue?.scalar
        return switch (literal, scalar?.resolved) {
        case (.string, .null): false
        case (.string(let text), _): text == scalar?.text
        case (.integer(let number), .integer(let value)): number == value
        case (.bool(let flag), .bool(let value)): flag == value
        default: false
        }
    }

    private func tellsNull(_ schemas: SchemaLowering) -> Bool {
        schemas.settings.explicitNull || schemas.facts.mergePatches.contains(owner)
    }

    private func presence(_ type: LoweredType, isRequired: Bool, tellsNull: Bool) -> Property.Presence {
        switch (isRequired, type.isNullable) {
        case (true, true): return .requiredNullable
        case (false, true) where tellsNull: return .optionalNullable
        case (false, _): return .optional
        case (true, false):
            guard let node = type.annotations.defaultValue, let literal = literal(node, fitting: type.type) else {
                return .required
            }
            return .defaulted(literal)
        }
    }

    private func literal(_ node: Node, fitting type: TypeReference) -> Literal? {
        guard case .builtin(let builtin) = type, let scalar = node.scalar else { return nil }
        switch (builtin, scalar.resolved) {
        case (.string, .null): return nil
        // YAML's bare `01` or `on` is a string whose quotes were forgotten.
        case (.string, _): return .string(scalar.text)
        case (.bool, .bool(let value)): return .bool(value)
        case (.double, .number(let value)): return .number(value)
        case (.double, .integer(let value)): return .number(Double(value))
        case (.int, .integer(let value)), (.int64, .integer(let value)): return .integer(value)
        default: return nil
        }
    }

    private func reportMissing(_ diagnostics: inout Diagnostics) {
        let known = Set(object.properties.map(\.name))
        guard object.additional == nil else { return }
        for name in object.required.subtracting(known).sorted() {
            diagnostics.report(.requiredWithoutProperty(name), at: position)
        }
    }
}

extension NormalSchema {
    fileprivate var isPlainString: Bool {
        if case .primitive(.string) = shape { !isNullable } else { false }
    }
}

extension NormalSchema {
    /// The one value that there is.
    var constant: Literal? {
        guard case .enumeration(let values) = shape, values.values.count == 1, !values.isOpen, !isNullable else {
            return nil
        }
        return values.values.first?.literal
    }
}

extension Literal {
    var builtin: Builtin {
        switch self {
        case .string: .string
        case .integer: .int
        case .number: .double
        case .bool: .bool
        }
    }
}

extension Diagnostic {
    fileprivate static func requiredWithoutProperty(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "required-without-property",
            "'\(name)' is required, but no property of that name is described; describe it, or remove it from "
                + "'required'"
        )
    }
}
