// JSON values from and to coders, bytes and typed values.

public import Foundation

extension JSONValue: Codable {
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        // A failed attempt costs an error: the most frequent kinds come first.
        if value.decodeNil() {
            self = .null
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let object = try? decoder.container(keyedBy: JSONKey.self) {
            var members: [String: JSONValue] = [:]
            for key in object.allKeys {
                members[key.stringValue] = try object.decode(JSONValue.self, forKey: key)
            }
            self = .object(members)
        } else if let whole = try? value.decode(Int64.self) {
            self = .integer(whole)
        } else if var array = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !array.isAtEnd { elements.append(try array.decode(JSONValue.self)) }
            self = .array(elements)
        } else if let truth = try? value.decode(Bool.self) {
            self = .bool(truth)
        } else {
            self = .init(try value.decode(Double.self), in: value)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        if case .exact(let number) = self { return try number.encode(to: encoder) }
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .exact: break
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// A number that isn't an `Int64`: whole ones are asked for again, since a double would lose their last digits.
    private init(_ number: Double, in value: any SingleValueDecodingContainer) {
        if let whole = try? value.decode(UInt64.self), whole > UInt64(Int64.max), let exact = ExactNumber("\(whole)") {
            self = .exact(exact)
        } else if abs(number) >= 0x1p63, let decimal = try? value.decode(Decimal.self),
            let exact = ExactNumber(decimal.description)
        {
            self = .exact(exact)
        } else {
            self = .number(number)
        }
    }
}

extension JSONValue {
    /// The value that some JSON text stands for.
    ///
    /// - Throws: `DecodingError.dataCorrupted` where the bytes are not one JSON value.
    public init(parsing data: Data) throws {
        self = try data.withUnsafeBytes { try JSONParser.parse($0) }
    }

    /// The value that some JSON text stands for.
    ///
    /// - Throws: `DecodingError.dataCorrupted` where the text is not one JSON value.
    public init(parsing text: String) throws {
        var text = text
        self = try text.withUTF8 { try JSONParser.parse(UnsafeRawBufferPointer($0)) }
    }

    /// What a typed value is in JSON.
    ///
    /// - Throws: `EncodingError`, such as for a number that is not finite.
    public init(encoding value: some Encodable) throws {
        switch value {
        case let json as JSONValue: self = json
        case let text as String: self = .string(text)
        case let truth as Bool: self = .bool(truth)
        case let whole as Int: self = .integer(Int64(whole))
        case let decimal as DecimalNumber: try self.init(parsing: decimal.description)
        default: try self.init(parsing: JSONCoding.encoder().encode(value))
        }
    }

    /// Reads this value as a typed one.
    ///
    /// - Throws: `DecodingError` where it does not fit.
    public func decode<T: Decodable>(_ type: T.Type = T.self) throws -> T {
        try decode(type, nil)
    }

    func decode<T: Decodable>(_ type: T.Type = T.self, _ context: DecodingContext?) throws -> T {
        try JSONCoding.decoder(context).decode(type, from: JSONCoding.encoder().encode(self))
    }
}
