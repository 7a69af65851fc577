// A decoder that takes notes of what is asked of it, and answers with made-up values.

/// Decodes one value of a type, and knows afterwards what its JSON looks like.
final class SchemaProbe: Decoder {
    private let notes: SchemaNotes
    private let descriptions: [String: String]
    private var members: [(name: String, schema: JSONSchema)] = []
    private var nullable: Set<String> = []
    private var elements: [JSONSchema] = []
    private var own: JSONSchema?
    private var isObject = false

    init(_ notes: SchemaNotes, descriptions: [String: String]) {
        self.notes = notes
        self.descriptions = descriptions
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// What was asked for so far.
    var schema: JSONSchema {
        if let own { return own }
        if !isObject { return .array(of: elements.count == 1 ? elements[0] : .any(of: elements)) }
        return .object(
            members.map { name, schema in
                let schema = nullable.contains(name) ? schema.orNull : schema
                return (name, descriptions[name].map(schema.described) ?? schema)
            })
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        isObject = true
        return KeyedDecodingContainer(Members<Key>(probe: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        Elements(probe: self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        Single(probe: self)
    }

    fileprivate func fault(_ reason: String) -> SchemaInferenceError {
        notes.fault(reason)
    }

    fileprivate func member<T: Decodable>(_ type: T.Type, _ name: String) throws -> T {
        notes.path.append(name)
        defer { notes.path.removeLast() }
        let found = try notes.schema(of: type)
        note(name, found.schema)
        return found.value
    }

    /// One that may be absent is nil where its type is looked at already.
    fileprivate func optionalMember<T: Decodable>(_ type: T.Type, _ name: String) throws -> T? {
        nullable.insert(name)
        guard notes.isOpen(type) else { return try member(type, name) }
        note(name, notes.reference(to: type))
        return nil
    }

    fileprivate func mayBeNull(_ name: String) {
        nullable.insert(name)
    }

    private func note(_ name: String, _ schema: JSONSchema) {
        // A second look, such as for a spelling of the same member, adds nothing.
        if !members.contains(where: { $0.name == name }) { members.append((name, schema)) }
    }

    fileprivate func element<T: Decodable>(_ type: T.Type) throws -> T {
        let found = try notes.schema(of: type)
        if !elements.contains(found.schema) { elements.append(found.schema) }
        return found.value
    }

    fileprivate func single<T: Decodable>(_ type: T.Type) throws -> T {
        let found = try notes.schema(of: type)
        own = own ?? found.schema
        return found.value
    }
}

// MARK: - Containers

extension SchemaProbe {
    private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let probe: SchemaProbe

        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { [] }

        func contains(_ key: Key) -> Bool { true }

        func decodeNil(forKey key: Key) -> Bool {
            probe.mayBeNull(key.stringValue)
            return false
        }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            try probe.member(type, key.stringValue)
        }

        func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
            try probe.optionalMember(type, key.stringValue)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            throw probe.fault("'\(key.stringValue)' is decoded by hand; conform the type to SchemaProviding")
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            throw probe.fault("'\(key.stringValue)' is decoded by hand; conform the type to SchemaProviding")
        }

        func superDecoder() throws -> any Decoder {
            throw probe.fault("it decodes through its superclass; conform the type to SchemaProviding")
        }
        func superDecoder(forKey key: Key) throws -> any Decoder {
            throw probe.fault("it decodes through its superclass; conform the type to SchemaProviding")
        }

        func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try probe.member(type, key.stringValue) }
        func decode(_ type: String.Type, forKey key: Key) throws -> String { try probe.member(type, key.stringValue) }
        func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try probe.member(type, key.stringValue) }
        func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try probe.member(type, key.stringValue) }
        func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try probe.member(type, key.stringValue) }
        func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try probe.member(type, key.stringValue) }
        func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try probe.member(type, key.stringValue) }
        func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try probe.member(type, key.stringValue) }
        func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try probe.member(type, key.stringValue) }
        func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try probe.member(type, key.stringValue) }
        func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try probe.member(type, key.stringValue) }
        func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try probe.member(type, key.stringValue) }
        func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try probe.member(type, key.stringValue) }
        func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try probe.member(type, key.stringValue) }
    }

    /// One element, and then the end.
    private struct Elements: UnkeyedDecodingContainer {
        let probe: SchemaProbe
        var currentIndex = 0

        var codingPath: [any CodingKey] { [] }
        var count: Int? { nil }
        var isAtEnd: Bool { currentIndex > 0 }

        mutating func decodeNil() -> Bool { false }

        mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
            currentIndex += 1
            return try probe.element(type)
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> {
            throw probe.fault("its elements are decoded by hand; conform the type to SchemaProviding")
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            throw probe.fault("its elements are decoded by hand; conform the type to SchemaProviding")
        }

        mutating func superDecoder() throws -> any Decoder {
            throw probe.fault("it decodes through its superclass; conform the type to SchemaProviding")
        }

        mutating func decode(_ type: Bool.Type) throws -> Bool { try element(type) }
        mutating func decode(_ type: String.Type) throws -> String { try element(type) }
        mutating func decode(_ type: Double.Type) throws -> Double { try element(type) }
        mutating func decode(_ type: Float.Type) throws -> Float { try element(type) }
        mutating func decode(_ type: Int.Type) throws -> Int { try element(type) }
        mutating func decode(_ type: Int8.Type) throws -> Int8 { try element(type) }
        mutating func decode(_ type: Int16.Type) throws -> Int16 { try element(type) }
        mutating func decode(_ type: Int32.Type) throws -> Int32 { try element(type) }
        mutating func decode(_ type: Int64.Type) throws -> Int64 { try element(type) }
        mutating func decode(_ type: UInt.Type) throws -> UInt { try element(type) }
        mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try element(type) }
        mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try element(type) }
        mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try element(type) }
        mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try element(type) }

        private mutating func element<T: Decodable>(_ type: T.Type) throws -> T {
            currentIndex += 1
            return try probe.element(type)
        }
    }

    private struct Single: SingleValueDecodingContainer {
        let probe: SchemaProbe

        var codingPath: [any CodingKey] { [] }

        func decodeNil() -> Bool { false }
        func decode<T: Decodable>(_ type: T.Type) throws -> T { try probe.single(type) }
        func decode(_ type: Bool.Type) throws -> Bool { try probe.single(type) }
        func decode(_ type: String.Type) throws -> String { try probe.single(type) }
        func decode(_ type: Double.Type) throws -> Double { try probe.single(type) }
        func decode(_ type: Float.Type) throws -> Float { try probe.single(type) }
        func decode(_ type: Int.Type) throws -> Int { try probe.single(type) }
        func decode(_ type: Int8.Type) throws -> Int8 { try probe.single(type) }
        func decode(_ type: Int16.Type) throws -> Int16 { try probe.single(type) }
        func decode(_ type: Int32.Type) throws -> Int32 { try probe.single(type) }
        func decode(_ type: Int64.Type) throws -> Int64 { try probe.single(type) }
        func decode(_ type: UInt.Type) throws -> UInt { try probe.single(type) }
        func decode(_ type: UInt8.Type) throws -> UInt8 { try probe.single(type) }
        func decode(_ type: UInt16.Type) throws -> UInt16 { try probe.single(type) }
        func decode(_ type: UInt32.Type) throws -> UInt32 { try probe.single(type) }
        func decode(_ type: UInt64.Type) throws -> UInt64 { try probe.single(type) }
    }
}
