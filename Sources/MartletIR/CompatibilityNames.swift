// Names that an older client had for what this one calls otherwise: they are declared beside it, deprecated.

package struct CompatibilityNames: Encodable, Equatable, Sendable {
    package struct TypeAlias: Encodable, Equatable, Sendable {
        package var path: [String]
        package var target: TypeReference

        package init(path: [String], target: TypeReference) {
            self.path = path
            self.target = target
        }
    }

    /// A property, and the labels of the initialiser that follow it.
    package struct PropertyAlias: Encodable, Equatable, Sendable {
        package var name: String
        package var property: Property

        package init(name: String, property: Property) {
            self.name = name
            self.property = property
        }
    }

    /// The properties of one structure that were renamed.
    package struct PropertyAliases: Encodable, Equatable, Sendable {
        package var path: [String]
        package var structure: Structure
        package var aliases: [PropertyAlias]

        package init(path: [String], structure: Structure, aliases: [PropertyAlias]) {
            self.path = path
            self.structure = structure
            self.aliases = aliases
        }
    }

    package struct CaseAlias: Encodable, Equatable, Sendable {
        package var path: [String]
        package var name: String
        package var target: String
        package var payload: TypeReference?

        package init(path: [String], name: String, target: String, payload: TypeReference?) {
            self.path = path
            self.name = name
            self.target = target
            self.payload = payload
        }
    }

    package struct MethodAlias: Encodable, Equatable, Sendable {
        /// As it is now.
        package var operation: Operation
        package var name: String
        package var streamName: String?

        package init(operation: Operation, name: String, streamName: String?) {
            self.operation = operation
            self.name = name
            self.streamName = streamName
        }
    }

    package var types: [TypeAlias] = []
    package var properties: [PropertyAliases] = []
    package var cases: [CaseAlias] = []
    package var methods: [MethodAlias] = []

    package init() {}
}
