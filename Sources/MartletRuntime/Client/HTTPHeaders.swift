// Header fields and methods of HTTP.

/// The header fields of a message, in order; names are compared without regard to case (RFC 9110, section 5.1).
public struct HTTPHeaders: Hashable, Sendable {
    /// One field line.
    public struct Field: Hashable, Sendable {
        /// As it is written; case doesn't count.
        public var name: String
        /// Without the spaces around it.
        public var value: String

        /// A field of this name.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// In the order in which they came, or were added. Through URLSession they come in any order, and those of one name as
    /// one, joined by commas, `Set-Cookie` among them.
    public private(set) var fields: [Field] = []

    /// Fields in this order; of one name there may be several.
    public init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// The value of a field, several joined by `", "`; nil where there is none. Setting replaces all of that name.
    public subscript(name: String) -> String? {
        get {
            let values = values(of: name)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        set {
            fields.removeAll { isSame($0.name, name) }
            if let newValue { fields.append(Field(name, newValue)) }
        }
    }

    /// The values of all fields of a name, in order: of a response that came through URLSession, one with all of them.
    public func values(of name: String) -> [String] {
        fields.filter { isSame($0.name, name) }.map(\.value)
    }

    /// Adds a field line, and keeps those of the same name.
    public mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name, value))
    }

    /// Replaces fields by those of the same name in `other`, and adds the rest.
    mutating func merge(_ other: HTTPHeaders) {
        for name in Set(other.fields.map { $0.name.lowercased() }) { self[name] = nil }
        fields += other.fields
    }

    /// The name of the first field that could break out of its line, or has no valid name (RFC 9110, section 5).
    var firstMalformedName: String? {
        fields.first { !isToken($0.name) || !$0.value.utf8.allSatisfy(isFieldByte) }?.name
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field($0.0, $0.1) }
    }
}

private func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && a.lowercased() == b.lowercased()
}

private func isFieldByte(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F || byte == 0x09
}

/// RFC 9110, section 5.6.2.
private func isToken(_ name: String) -> Bool {
    !name.isEmpty
        && name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
            default: false
            }
        }
}

/// A request method (RFC 9110, section 9).
public struct HTTPMethod: RawRepresentable, Hashable, Sendable {
    public var rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `GET` (RFC 9110, section 9.3.1).
    public static let get = HTTPMethod(rawValue: "GET")
    /// `PUT` (RFC 9110, section 9.3.4).
    public static let put = HTTPMethod(rawValue: "PUT")
    /// `POST` (RFC 9110, section 9.3.3).
    public static let post = HTTPMethod(rawValue: "POST")
    /// `DELETE` (RFC 9110, section 9.3.5).
    public static let delete = HTTPMethod(rawValue: "DELETE")
    /// `OPTIONS` (RFC 9110, section 9.3.7).
    public static let options = HTTPMethod(rawValue: "OPTIONS")
    /// `HEAD` (RFC 9110, section 9.3.2).
    public static let head = HTTPMethod(rawValue: "HEAD")
    /// `PATCH` (RFC 5789).
    public static let patch = HTTPMethod(rawValue: "PATCH")
    /// `TRACE` (RFC 9110, section 9.3.8).
    public static let trace = HTTPMethod(rawValue: "TRACE")
    /// `QUERY` (the draft of the HTTP QUERY method).
    public static let query = HTTPMethod(rawValue: "QUERY")

    /// Whether it only reads (RFC 9110, section 9.2.1).
    public var isSafe: Bool {
        [.get, .head, .options, .trace, .query].contains(self)
    }
}
