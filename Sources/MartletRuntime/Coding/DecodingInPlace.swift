// Reads members and elements in place.

// What is read through `?.` could be taken for an optional of it, which null would fit: the type of the place decides.

extension ObjectDecoder {
    @_disfavoredOverload
    mutating func required<T: Decodable>(_ value: inout T, _ key: String) throws {
        value = try required(key)
    }

    @_disfavoredOverload
    mutating func optional<T: Decodable>(_ value: inout T?, _ key: String) throws {
        value = try optional(key)
    }

    @_disfavoredOverload
    mutating func nullable<T: Decodable>(_ value: inout T?, _ key: String) throws {
        value = try nullable(key)
    }

    @_disfavoredOverload
    mutating func explicit<T: Decodable>(_ value: inout T??, _ key: String) throws {
        value = try explicit(key)
    }

    mutating func required<U: OpenUnion>(_ value: inout [U], _ key: String) throws {
        value = try required(key)
    }

    mutating func required<U: OpenUnion>(_ value: inout [String: U], _ key: String) throws {
        value = try required(key)
    }

    mutating func optional<U: OpenUnion>(_ value: inout [U]?, _ key: String) throws {
        value = try optional(key)
    }

    mutating func optional<U: OpenUnion>(_ value: inout [String: U]?, _ key: String) throws {
        value = try optional(key)
    }

    mutating func nullable<U: OpenUnion>(_ value: inout [U]?, _ key: String) throws {
        value = try nullable(key)
    }

    mutating func nullable<U: OpenUnion>(_ value: inout [String: U]?, _ key: String) throws {
        value = try nullable(key)
    }

    mutating func explicit<U: OpenUnion>(_ value: inout [U]??, _ key: String) throws {
        value = try explicit(key)
    }

    mutating func defaulted<T: Decodable>(_ value: inout T, _ key: String) throws {
        value = try required(key, default: value)
    }

    mutating func additional<T: Decodable>(_ members: inout [String: T], excluding names: Set<String>) throws {
        members = try additional(excluding: names)
    }
}

extension ArrayDecoder {
    mutating func required<T: Decodable>(_ value: inout T, _ position: Int) throws {
        value = try required(position)
    }

    mutating func optional<T: Decodable>(_ value: inout T?, _ position: Int) throws {
        value = try optional(position)
    }

    mutating func nullable<T: Decodable>(_ value: inout T?, _ position: Int) throws {
        value = try nullable(position)
    }

    @_disfavoredOverload
    mutating func rest<T: Decodable>(_ elements: inout [T], from position: Int) throws {
        elements = try rest(from: position)
    }

    mutating func rest<U: OpenUnion>(_ elements: inout [U], from position: Int) throws {
        elements = try rest(from: position)
    }
}
