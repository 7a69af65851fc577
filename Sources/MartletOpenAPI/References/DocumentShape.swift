// What may stand where in a document, as far as references go: the grammar that bundling walks along.

/// The shape of a place.
package indirect enum DocumentShape: Sendable {
    case object(ObjectKind)
    /// Names that the document's author chose, and what each stands for.
    case map(DocumentShape)
    /// `map`, where names that begin with `x-` are extensions.
    case namedMap(DocumentShape)
    /// Components of one kind, where the version of the document has such a section; else `map`.
    case section(ComponentSection)
    case list(DocumentShape)
    /// One, or a list, as `items` was before JSON Schema 2020-12.
    case oneOrList(DocumentShape)
    /// The mapping of a discriminator: values and the schemas that they lead to.
    case discriminator
    /// The place of an operation: a URI reference that stands as a string.
    case operationReference
    /// What no kind of component is made for: texts, servers, tags … Some tools write references to these too.
    case other
    /// An object of the document's author.
    case vendorExtension
    /// Values, in which a member called `$ref` is nothing but a member.
    case data
}

/// The objects of OpenAPI that references name, and those around them.
package enum ObjectKind: String, Sendable {
    case document, components, pathItem, operation, parameter, requestBody, response, header, mediaType, encoding
    case example, link, callback, securityScheme, schema
}

extension ObjectKind {
    /// What stands at the field `key` of such an object.
    package func shape(of key: String) -> DocumentShape {
        if key.hasPrefix("x-") { return .vendorExtension }
        if self == .callback { return .object(.pathItem) }
        return Self.fields[self]?[key] ?? (self == .schema ? .data : .other)
    }

    private static let fields: [ObjectKind: [String: DocumentShape]] = [
        .document: documentFields,
        .components: sections.reduce(into: [:]) { fields, section in
            fields[section.name] = .section(section)
        },
        .pathItem: pathItemFields,
        .operation: [
            "parameters": .list(.object(.parameter)), "requestBody": .object(.requestBody),
            "responses": .namedMap(.object(.response)), "callbacks": .namedMap(.object(.callback)),
            "security": .data, "tags": .other,
        ],
        .parameter: parameterFields,
        .header: parameterFields,
        .requestBody: ["content": content],
        .response: [
            "headers": .map(.object(.header)), "content": content, "links": .map(.object(.link)),
            // Swagger 2.0
            "schema": .object(.schema), "examples": .data,
        ],
        .mediaType: [
            "schema": .object(.schema), "itemSchema": .object(.schema), "example": .data,
            "examples": .map(.object(.example)), "encoding": .map(.object(.encoding)),
            "prefixEncoding": .list(.object(.encoding)), "itemEncoding": .object(.encoding),
        ],
        .encoding: [
            "headers": .map(.object(.header)), "encoding": .map(.object(.encoding)),
            "prefixEncoding": .list(.object(.encoding)), "itemEncoding": .object(.encoding),
        ],
        .example: ["value": .data, "dataValue": .data],
        .link: ["operationRef": .operationReference, "parameters": .data, "requestBody": .data],
        .schema: schemaFields,
    ]

    private static let content = DocumentShape.namedMap(.object(.mediaType))

    private static let documentFields: [String: DocumentShape] = {
        var fields: [String: DocumentShape] = [
            "paths": .namedMap(.object(.pathItem)), "webhooks": .map(.object(.pathItem)),
            "components": .object(.components), "security": .data,
            // Swagger 2.0
            "securityDefinitions": .map(.object(.securityScheme)),
        ]
        for section in swaggerSections { fields[section.name] = .section(section) }
        return fields
    }()

    private static let pathItemFields: [String: DocumentShape] = {
        var fields = Dictionary(uniqueKeysWithValues: PathItem.methods.map { ($0, DocumentShape.object(.operation)) })
        fields["parameters"] = .list(.object(.parameter))
        fields["additionalOperations"] = .map(.object(.operation))
        return fields
    }()

    private static let parameterFields: [String: DocumentShape] = [
        "schema": .object(.schema), "content": content, "example": .data, "examples": .map(.object(.example)),
        // Swagger 2.0
        "items": .object(.schema), "default": .data, "enum": .data,
    ]

    /// The keywords of a schema whose members are schemas by names of their author.
    package static let mapsOfSchemas = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"]

    private static let schemaFields: [String: DocumentShape] = {
        var fields: [String: DocumentShape] = [:]
        for key in mapsOfSchemas { fields[key] = .map(.object(.schema)) }
        for key in ["allOf", "anyOf", "oneOf", "prefixItems"] { fields[key] = .list(.object(.schema)) }
        fields["items"] = .oneOrList(.object(.schema))
        for key in [
            "additionalProperties", "unevaluatedProperties", "propertyNames", "additionalItems", "unevaluatedItems",
            "contains", "contentSchema", "not", "if", "then", "else",
        ] {
            fields[key] = .object(.schema)
        }
        for key in ["title", "description", "format", "externalDocs", "required", "xml"] { fields[key] = .other }
        fields["discriminator"] = .discriminator
        return fields
    }()
}

/// A section of the Components Object, and what stands in it.
package struct ComponentSection: Hashable, Sendable {
    package var name: String
    package var kind: ObjectKind
    /// The version that brought it.
    package var since: SpecificationVersion
}

extension ObjectKind {
    /// Those of the Components Object (OpenAPI 3.2.0, section 4.7), in its order.
    package static let sections: [ComponentSection] = [
        .init(name: "schemas", kind: .schema, since: .v3_0), .init(name: "responses", kind: .response, since: .v3_0),
        .init(name: "parameters", kind: .parameter, since: .v3_0),
        .init(name: "examples", kind: .example, since: .v3_0),
        .init(name: "requestBodies", kind: .requestBody, since: .v3_0),
        .init(name: "headers", kind: .header, since: .v3_0),
        .init(name: "securitySchemes", kind: .securityScheme, since: .v3_0),
        .init(name: "links", kind: .link, since: .v3_0), .init(name: "callbacks", kind: .callback, since: .v3_0),
        .init(name: "pathItems", kind: .pathItem, since: .v3_1),
        .init(name: "mediaTypes", kind: .mediaType, since: .v3_2),
    ]

    private static let swaggerSections: [ComponentSection] = [
        .init(name: "definitions", kind: .schema, since: .v2_0),
        .init(name: "parameters", kind: .parameter, since: .v2_0),
        .init(name: "responses", kind: .response, since: .v2_0),
    ]

    /// The sections that a document of `version` has.
    package static func sections(in version: SpecificationVersion) -> [ComponentSection] {
        version == .v2_0 ? swaggerSections : sections.filter { $0.since <= version }
    }
}
