// Types whose schema is known without looking into them.

import Foundation

enum KnownSchema {
    /// Nil where the type must be looked into.
    static func of<T: Decodable>(_ type: T.Type, _ notes: SchemaNotes) throws -> (schema: JSONSchema, value: T)? {
        if let made = try (type as? any ContainerOfOne.Type)?.probed(notes), let value = made.value as? T {
            return (made.schema, value)
        }
        if let cases = (type as? any CaseIterable.Type).flatMap({ listed($0) }), let value = cases.value as? T {
            return (cases.schema, value)
        }
        for (known, schema, sample) in table where known == ObjectIdentifier(type) {
            guard let value = try? sample.decode([T].self).first else { continue }
            return (schema, value)
        }
        if T.self is any AnyDictionary.Type {
            throw notes.fault("a dictionary has no fixed members; use a struct, or an array of pairs")
        }
        if T.self == JSONValue.self { throw notes.fault("JSONValue may be anything; use a type of its own") }
        return nil
    }

    /// The cases of an enum, as they are in JSON.
    private static func listed<E: CaseIterable>(_ type: E.Type) -> (schema: JSONSchema, value: any Decodable)? {
        guard let first = type.allCases.first else { return nil }
        var values: [JSONValue] = []
        for value in type.allCases {
            guard let value = value as? any Encodable, let json = try? JSONValue(encoding: value) else { return nil }
            values.append(json)
        }
        let isText = values.allSatisfy { $0.stringValue != nil }
        guard isText || values.allSatisfy({ $0.intValue != nil }) else { return nil }
        guard let value = first as? any Decodable else { return nil }
        return (JSONSchema(["type": isText ? "string" : "integer", "enum": .array(values)]), value)
    }

    /// Schemas, and a sample in an array from which a value is decoded.
    private static let table: [(ObjectIdentifier, JSONSchema, JSONValue)] = [
        (ObjectIdentifier(String.self), .string, ["text"]), (ObjectIdentifier(Bool.self), .boolean, [true]),
        (ObjectIdentifier(Int.self), .integer, [1]), (ObjectIdentifier(Int8.self), .integer, [1]),
        (ObjectIdentifier(Int16.self), .integer, [1]), (ObjectIdentifier(Int32.self), .integer, [1]),
        (ObjectIdentifier(Int64.self), .integer, [1]), (ObjectIdentifier(UInt.self), .integer, [1]),
        (ObjectIdentifier(UInt8.self), .integer, [1]), (ObjectIdentifier(UInt16.self), .integer, [1]),
        (ObjectIdentifier(UInt32.self), .integer, [1]), (ObjectIdentifier(UInt64.self), .integer, [1]),
        (ObjectIdentifier(Double.self), .number, [1]), (ObjectIdentifier(Float.self), .number, [1]),
        (ObjectIdentifier(Decimal.self), .number, [1]),
        (ObjectIdentifier(Date.self), .string(format: "date-time"), [0]),
        (ObjectIdentifier(URL.self), .string, ["https://example.com"]),
        (ObjectIdentifier(UUID.self), .string(format: "uuid"), ["3F2504E0-4F89-41D3-9A0C-0305E82C3301"]),
        (ObjectIdentifier(Timestamp.self), .string(format: "date-time"), ["2024-05-17T09:30:00Z"]),
        (ObjectIdentifier(CalendarDate.self), .string(format: "date"), ["2024-05-17"]),
        (ObjectIdentifier(TimeOfDay.self), .string(format: "time"), ["09:30:00Z"]),
        (ObjectIdentifier(CalendarDuration.self), .string(format: "duration"), ["PT1M"]),
        (ObjectIdentifier(Data.self), .string, ["c2FtcGxl"]),
    ]
}

/// Optionals, arrays and sets: what they hold is looked at, unless it is looked at already.
private protocol ContainerOfOne {
    static func probed(_ notes: SchemaNotes) throws -> (schema: JSONSchema, value: any Decodable)?
}

/// The schema of what a container holds, with a value of it where there can be one.
private func element<T: Decodable>(_ type: T.Type, _ notes: SchemaNotes) throws -> (schema: JSONSchema, value: T?) {
    if notes.isOpen(type) { return (notes.reference(to: type), nil) }
    let found = try notes.schema(of: type)
    return (found.schema, found.value)
}

extension Optional: ContainerOfOne where Wrapped: Decodable {
    fileprivate static func probed(_ notes: SchemaNotes) throws -> (schema: JSONSchema, value: any Decodable)? {
        (try element(Wrapped.self, notes).schema.orNull, Self.none)
    }
}

extension Array: ContainerOfOne where Element: Decodable {
    fileprivate static func probed(_ notes: SchemaNotes) throws -> (schema: JSONSchema, value: any Decodable)? {
        let found = try element(Element.self, notes)
        return (.array(of: found.schema), found.value.map { [$0] } ?? [])
    }
}

extension Set: ContainerOfOne where Element: Decodable {
    fileprivate static func probed(_ notes: SchemaNotes) throws -> (schema: JSONSchema, value: any Decodable)? {
        let found = try element(Element.self, notes)
        return (.array(of: found.schema), Set(found.value.map { [$0] } ?? []))
    }
}

private protocol AnyDictionary {}
extension Dictionary: AnyDictionary {}
