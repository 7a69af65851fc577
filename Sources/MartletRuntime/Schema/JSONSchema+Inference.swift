// The schema of a type, inferred from how it decodes.

extension JSONSchema {
    /// Infers the schema of a type's JSON by having it decode from a decoder that takes notes.
    ///
    /// Structs and classes are objects with the members that they decode; optional ones may be null. Arrays, sets, strings,
    /// numbers, `Bool`, `Date`, `URL`, `UUID` and `Decimal` are what they are in JSON, dates as `date-time` strings. Enums
    /// need `CaseIterable` to be listed. Types that contain themselves, through an optional or an array, are described once
    /// and referred to. ``SchemaProviding`` goes before all this, and ``SchemaDescribing`` adds descriptions.
    ///
    /// - Throws: ``SchemaInferenceError`` for what can't be described: dictionaries, enums with payloads or without
    ///   `CaseIterable`, and types that don't decode from made-up values.
    public init(describing type: (some Decodable).Type) throws {
        if let provider = type as? any SchemaProviding.Type {
            self = provider.jsonSchema
            return
        }
        let notes = SchemaNotes(root: "\(type)")
        let root = try notes.schema(of: type).schema
        guard !notes.definitions.isEmpty else {
            self = root
            return
        }
        var keywords = root.json.objectValue ?? [:]
        // A root that refers to itself stands among the definitions too.
        if let name = keywords["$ref"]?.stringValue?.split(separator: "/").last,
            let own = notes.definitions[String(name)]?.json.objectValue
        {
            keywords = own
        }
        keywords["$defs"] = .object(notes.definitions.mapValues(\.json))
        self = JSONSchema(.object(keywords))
    }
}

/// What is known so far of a type that is looked at, and of those inside it.
final class SchemaNotes {
    private let root: String
    var path: [String] = []
    /// The types that are being looked at, the innermost last.
    private var open: [ObjectIdentifier] = []
    private var referred: [ObjectIdentifier: String] = [:]
    /// Of types that contain themselves, by their names.
    private(set) var definitions: [String: JSONSchema] = [:]

    init(root: String) {
        self.root = root
    }

    func fault(_ reason: String) -> SchemaInferenceError {
        SchemaInferenceError(type: root, path: path, reason: reason)
    }

    /// Whether a type is looked at already, so that one inside it has no value of its own yet.
    func isOpen(_ type: any Decodable.Type) -> Bool {
        open.contains(ObjectIdentifier(type))
    }

    func reference(to type: any Decodable.Type) -> JSONSchema {
        let id = ObjectIdentifier(type)
        var name = referred[id] ?? String("\(type)".filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
        while referred[id] == nil, referred.values.contains(name) { name += "2" }
        referred[id] = name
        return JSONSchema(["$ref": .string("#/$defs/\(name)")])
    }

    /// The schema of a type, and a value of it.
    func schema<T: Decodable>(of type: T.Type) throws -> (schema: JSONSchema, value: T) {
        let provided = (type as? any SchemaProviding.Type)?.jsonSchema
        if let known = try KnownSchema.of(type, self) { return (provided ?? known.schema, known.value) }
        if isOpen(type) { throw fault("\(type) contains itself; make the member optional, or an array") }
        let id = ObjectIdentifier(type)
        open.append(id)
        defer { open.removeLast() }
        let probe = SchemaProbe(self, descriptions: (type as? any SchemaDescribing.Type)?.schemaDescriptions ?? [:])
        let value: T
        do {
            value = try T(from: probe)
        } catch let error as SchemaInferenceError {
            throw error
        } catch {
            throw fault("\(type) can't be decoded from made-up values; conform it to SchemaProviding")
        }
        let own = provided ?? probe.schema
        guard let name = referred[id] else { return (own, value) }
        definitions[name] = own
        return (reference(to: type), value)
    }
}
