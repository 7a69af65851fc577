// The Schema Object (OpenAPI 3.2.0, section 4.24; JSON Schema 2020-12), read but not interpreted.

package import MartletSource

/// A schema. It is a reference type, never changed after it is made, so that a schema is known by its identity: documents
/// hold some ten thousand of them, and each is looked at by many passes.
package final class Schema: Sendable {
    package let keywords: Keywords
    package let position: Position

    package init(_ keywords: Keywords, at position: Position) {
        self.keywords = keywords
        self.position = position
    }

    package var id: ObjectIdentifier {
        ObjectIdentifier(self)
    }
}

/// Where a schema stands: the document in the set, and the JSON pointer in it.
package struct SchemaLocation: Hashable, Sendable {
    package var document: Int
    package var pointer: String

    package init(document: Int, pointer: String) {
        self.document = document
        self.pointer = pointer
    }

    /// What the schema is called there.
    package var name: String {
        JSONPointer(parsing: JSONPointer.fragment(pointer))?.tokens.last ?? ""
    }

    /// What `components` calls it; nil for what stands elsewhere, or inside a component.
    package var componentName: String? {
        let tokens = JSONPointer(parsing: JSONPointer.fragment(pointer))?.tokens ?? []
        return tokens.count == 3 && tokens[0] == "components" ? tokens[2] : nil
    }
}

/// Schemas by their places; a reference is looked up here.
package struct SchemaTable: Sendable {
    package private(set) var schemas: [SchemaLocation: Schema] = [:]

    package init() {}

    package subscript(location: SchemaLocation) -> Schema? {
        get { schemas[location] }
        set { schemas[location] = newValue }
    }

    /// As many references as are followed one after the other.
    package static let longestChain = 100

    /// What the references of `schema` lead to.
    package func target(of schema: Schema) -> Schema {
        var schema = schema
        for _ in 0..<Self.longestChain {
            guard let location = schema.keywords.reference, let target = self[location] else { break }
            schema = target
        }
        return schema
    }

    /// Where the schema stands for which `location` is another name.
    package func target(of location: SchemaLocation) -> SchemaLocation {
        var location = location
        for _ in 0..<Self.longestChain {
            guard let keywords = self[location]?.keywords, !keywords.hasShape, let next = keywords.reference,
                self[next] != nil
            else { break }
            location = next
        }
        return location
    }
}

package enum SchemaType: String, Sendable {
    case null, boolean, object, array, number, string, integer
}

extension Collection<SchemaType> {
    /// Whether what is of `type` is of one of these: an integer is a number.
    package func takes(_ type: SchemaType) -> Bool {
        contains(type) || type == .integer && contains(.number)
    }
}

extension Schema {
    package struct Property: Sendable {
        package var name: String
        package var schema: Schema
        package var position: Position

        package init(name: String, schema: Schema, position: Position) {
            self.name = name
            self.schema = schema
            self.position = position
        }
    }

    package struct Condition: Sendable {
        package enum Role: Sendable {
            case test, consequence, alternative, dependent
        }

        package var role: Role
        package var schema: Schema
        /// The member that it depends on, for `dependent`.
        package var member: String?

        package init(_ role: Role, _ schema: Schema, member: String? = nil) {
            self.role = role
            self.schema = schema
            self.member = member
        }
    }

    /// The Discriminator Object (OpenAPI 3.2.0, section 4.25).
    package struct Discriminator: Sendable {
        package var propertyName: String
        package var mapping: [(value: String, target: SchemaLocation)]
        /// What a value is that has no tag, or one that leads nowhere.
        package var defaultMapping: SchemaLocation?
        package var position: Position

        /// With other places for the schemas that it names.
        package func renamed(_ name: (SchemaLocation) -> SchemaLocation) -> Discriminator {
            var result = self
            result.mapping = mapping.map { ($0.value, name($0.target)) }
            result.defaultMapping = defaultMapping.map(name)
            return result
        }
    }

    package struct Range: Hashable, Sendable {
        package var minimum: Double?
        package var maximum: Double?
        package var exclusiveMinimum: Double?
        package var exclusiveMaximum: Double?
        package var multipleOf: Double?
        package var minLength: Int?
        package var maxLength: Int?
        package var pattern: String?
        package var minItems: Int?
        package var maxItems: Int?
        package var uniqueItems = false
        package var minProperties: Int?
        package var maxProperties: Int?
        package var minContains: Int?
        package var maxContains: Int?

        package init() {}
    }

    /// The keywords, in the order of JSON Schema's vocabularies.
    package struct Keywords: Sendable {
        /// `true` and `false` as whole schemas.
        package var boolean: Bool?
        package var reference: SchemaLocation?

        package var types: [SchemaType]?
        package var enumeration: [Node]?
        /// What programs call the values of `enumeration`, by `x-enum-varnames` or `x-enumNames`; empty where nothing does.
        package var valueNames: [String] = []
        /// What is said of each, by `x-enum-descriptions` or `x-enumDescriptions`.
        package var valueDescriptions: [String] = []
        package var constant: Node?
        /// OpenAPI 3.0: `nullable: true`.
        package var isNullableKeyword = false
        package var format: String?
        package var range = Range()

        package var properties: [Property] = []
        package var required: [String] = []
        package var additionalProperties: Schema?
        package var patternProperties: [Property] = []
        package var propertyNames: Schema?
        package var items: Schema?
        package var prefixItems: [Schema] = []
        /// What no other keyword speaks of, those of the parts and conditions included.
        package var unevaluatedProperties: Schema?
        package var unevaluatedItems: Schema?
        package var contains: Schema?
        /// What no instance is.
        package var not: Schema?
        /// Members that must be there where another is.
        package var dependentRequired: [(member: String, names: [String])] = []
        /// `x-extensible-enum`: the values that are known, of a list that may grow.
        package var extensibleValues: [Node] = []

        package var allOf: [Schema] = []
        package var anyOf: [Schema] = []
        package var oneOf: [Schema] = []
        /// What holds under a condition, and conditions themselves: `if`, `then`, `else`, those in `dependentSchemas`.
        package var conditional: [Condition] = []
        package var discriminator: Discriminator?
        /// `x-ms-discriminator-value`: the tag of a schema that extends one with a discriminator.
        package var discriminatorValue: String?
        /// Keywords that Swift types express in part or not at all, with their places: `not`, `if`, `contains` …
        package var unexpressed: [(name: String, position: Position)] = []

        package var contentEncoding: String?
        package var contentMediaType: String?
        package var contentSchema: Schema?

        package var title: String?
        package var description: String?
        package var defaultValue: Node?
        package var examples: [Node] = []
        package var isDeprecated = false
        package var isReadOnly = false
        package var isWriteOnly = false
        package var lifecycle = Lifecycle()
        /// `x-martlet-joined`: the way to the texts that make up a string which the service may leave out.
        package var joinedPath: String?
        /// `x-ms-sse-terminal-event`: TypeSpec's word for an event after which none follows.
        package var isLastEvent = false

        package init() {}
    }
}
