// A schema with its spellings decided: one shape, nullable or not.

import MartletIR
import MartletOpenAPI
import MartletSource

/// One level of a schema; what stands below is still as the document has it.
struct NormalSchema: Sendable {
    enum Shape: Sendable {
        /// A schema that is declared by name elsewhere.
        case reference(SchemaLocation)
        case any
        case primitive(Builtin)
        case enumeration(EnumerationShape)
        case array(Schema?)
        case tuple(TupleShape)
        case map(Schema?)
        case object(ObjectShape)
        case union(UnionShape)
    }

    var shape: Shape
    var isNullable: Bool
    var annotations: Annotations
    var position: Position
}

struct Annotations: Sendable {
    var title: String?
    var description: String?
    var defaultValue: Node?
    var isDeprecated = false
    var isReadOnly = false
    var isWriteOnly = false
    var range: Schema.Range = .init()
    var joinedPath: String?
    /// What the Swift type doesn't say of the values: their format, what their text holds.
    var format: String?
    var encoding: String?
    var mediaType: String?
}

struct EnumerationShape: Sendable {
    struct Value: Sendable {
        var literal: Literal
        var position: Position
        /// What the document calls and says of the value, where it has a schema of its own.
        var title: String?
        var description: String?
        /// What programs call it, where the document says so.
        var programName: String?
    }

    let rawType: Builtin
    let values: [Value]
    /// Whether the document says that there are others: a single value is no constant then.
    let isOpen: Bool

    /// Each value once; among fractions, whole numbers are fractions too.
    init(rawType: Builtin, values: [Value], isOpen: Bool = false) {
        self.rawType = rawType
        self.isOpen = isOpen
        var seen: Set<Literal> = []
        self.values = values.map { value in
            guard rawType == .double, case .integer(let integer) = value.literal else { return value }
            var value = value
            value.literal = .number(Double(integer))
            return value
        }.filter { seen.insert($0.literal).inserted }
    }
}

struct ObjectShape: Sendable {
    var properties: [Schema.Property]
    var required: Set<String>
    /// Nil where the document says nothing, or only that any member may come.
    var additional: Schema?
    /// Whether no other member may come.
    var isClosed = false
}

/// An array whose first positions have types of their own.
struct TupleShape: Sendable {
    var positions: [Schema]
    /// How many positions are always there.
    var required: Int
    /// What follows; nil where the document says nothing of it, or that nothing may.
    var rest: Schema?
}

struct UnionShape: Sendable {
    var branches: [Schema]
    var discriminator: Schema.Discriminator?
    /// The components that branches are which were given the members beside the union.
    var components: [ObjectIdentifier: SchemaLocation] = [:]
}
