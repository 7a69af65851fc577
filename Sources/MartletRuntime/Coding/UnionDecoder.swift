// Tells the branches of a union apart before any is decoded.

/// The kinds of JSON values; integers are told apart from other numbers.
public enum JSONKind: String, Hashable, Sendable, Codable {
    /// Text.
    case string
    /// A number without a fraction.
    case integer
    /// Another number.
    case number
    /// True or false.
    case boolean
    /// A list.
    case array
    /// Members by their names.
    case object
    /// Null.
    case null
}

/// Looks at a JSON value to decide which branch of a union it is, then decodes that branch. Others are tried only where
/// looking can't tell them apart.
public struct UnionDecoder {
    let decoder: any Decoder
    let object: KeyedDecodingContainer<JSONKey>?
    private(set) var context: DecodingContext?
    private let unionTag: UnionTag?

    /// The text of the member that tells the branches apart; empty where there is none.
    ///
    /// In an event stream, the `event:` line stands in where the data of the event lacks that member.
    public let tag: String

    /// Looks at a value whose branches have no tag.
    ///
    /// - Throws: `DecodingError` where the value can't be opened.
    public init(_ decoder: any Decoder) throws {
        self.decoder = decoder
        object = try? openObject(decoder)
        context = DecodingContext.of(decoder)
        unionTag = nil
        tag = ""
    }

    /// Looks at a value whose branches are told apart by the member `key`: a string, a number or a boolean.
    ///
    /// - Throws: `DecodingError` where the value can't be opened.
    public init(_ decoder: any Decoder, tag key: String) throws {
        self.decoder = decoder
        object = try? openObject(decoder)
        context = DecodingContext.of(decoder)
        let (written, isString) = object.map { scalarText($0, JSONKey(key)) } ?? ("", false)
        unionTag = isString ? UnionTag(key: key, text: written) : nil
        tag = context?.tag(written, isRoot: decoder.codingPath.isEmpty) ?? written
    }

    /// Looks at the data of an event whose branches are told apart by its `event:` line alone.
    ///
    /// - Throws: `DecodingError` where the data can't be opened.
    public init(eventNameOf decoder: any Decoder) throws {
        self.decoder = decoder
        object = try? openObject(decoder)
        context = DecodingContext.of(decoder)
        unionTag = nil
        tag = context?.event.map { $0.event ?? "message" } ?? ""
        context?.noteRootTag(tag)
    }

    /// What kind of JSON value this is.
    public var kind: JSONKind {
        object == nil ? JSONKind(of: decoder) : .object
    }

    /// The kind of the first element, where this is an array that has one.
    public var elementKind: JSONKind? {
        guard object == nil, var elements = try? decoder.unkeyedContainer(), !elements.isAtEnd else { return nil }
        return try? elements.decode(KindProbe.self).kind
    }

    /// The first element, where this is an array that has one; otherwise what has no members.
    public var element: UnionDecoder {
        guard object == nil, var elements = try? decoder.unkeyedContainer(), !elements.isAtEnd,
            let first = try? UnionDecoder(elements.superDecoder())
        else { return self }
        return first
    }

    /// The text of a value that is a string, a number or a boolean; empty for another.
    public var text: String {
        guard object == nil, let value = try? decoder.singleValueContainer() else { return "" }
        return (try? value.decode(String.self)) ?? (try? OtherScalar(from: decoder).text) ?? ""
    }

    /// Whether this is an object with that member.
    public func has(_ key: String) -> Bool {
        object?.contains(JSONKey(key)) ?? false
    }

    /// What kind of JSON value a member is; nil where there is none.
    public func kind(at key: String) -> JSONKind? {
        guard let object, object.contains(JSONKey(key)) else { return nil }
        return try? object.decode(KindProbe.self, forKey: JSONKey(key)).kind
    }

    /// The text of a member that is a string, a number or a boolean; empty where there is none.
    public func string(at key: String) -> String {
        object.map { scalarText($0, JSONKey(key)).text } ?? ""
    }

    /// The position of the candidate whose required members fit best; -1 for an object that has none of any.
    ///
    /// Those with all their members come first, then those of whose members most are more than null, which services send
    /// for what isn't there, then those with most members, then the earlier. Where nothing is tolerated, there always is
    /// one, which says what is missing.
    ///
    /// - Parameters:
    ///   - candidates: The required members of each.
    ///   - known: Members that the candidates may have: of equals the one that knows most is taken.
    ///   - only: All members of candidates that require none, and have no others: an object of other members is none of
    ///     their kind.
    public func bestMatch(
        _ candidates: [[String]], known: [[String]] = [], only: [Int: [String]] = [:]
    ) -> Int {
        let isStrict = context?.options.isStrict == true
        let isEmpty = object?.allKeys.isEmpty ?? true
        let others = isStrict ? [] : MemberMatch.others(than: only, isEmpty: isEmpty, has: has)
        let best = MemberMatch(candidates, known: known, except: others, has: has, isNull: isNull)
        let isPart = best.isPart && others.isEmpty
        return best.isComplete || isPart || object == nil || isStrict ? best.index : -1
    }

    private func isNull(_ key: String) -> Bool {
        (try? object?.decodeNil(forKey: JSONKey(key))) == true
    }

    /// The same value, read in a context.
    func with(_ context: DecodingContext) -> UnionDecoder {
        var union = self
        union.context = context
        return union
    }

    /// Decodes the value as the branch that was decided on.
    ///
    /// - Throws: `DecodingError` where the value doesn't fit the branch.
    public func branch<T: Decodable>() throws -> T {
        guard let object else { return try T(from: decoder) }
        return try T(from: HandoffDecoder(decoder, object, context, unionTag))
    }
}

/// A scalar as the text that a tag is compared with, and whether it is a string.
private func scalarText(_ object: KeyedDecodingContainer<JSONKey>, _ key: JSONKey) -> (text: String, isString: Bool) {
    do {
        guard let text = try object.decodeIfPresent(String.self, forKey: key) else { return ("", false) }
        return (text, true)
    } catch {
        return ((try? object.decode(OtherScalar.self, forKey: key).text) ?? "", false)
    }
}

/// A scalar that is no string, as the text that literals are compared with.
private struct OtherScalar: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let whole = try? value.decode(Int64.self) {
            text = String(whole)
        } else if let whole = try? value.decode(UInt64.self) {
            text = String(whole)
        } else if let truth = try? value.decode(Bool.self) {
            text = String(truth)
        } else {
            text = String(try value.decode(Double.self))
        }
    }
}

/// Decodes any value and says only what kind it is.
private struct KindProbe: Decodable {
    let kind: JSONKind
    init(from decoder: any Decoder) throws { kind = JSONKind(of: decoder) }
}

extension JSONKind {
    /// Each failed attempt costs an error: the kinds that unions without a tag are made of come first.
    init(of decoder: any Decoder) {
        guard let value = try? decoder.singleValueContainer() else {
            self = (try? decoder.unkeyedContainer()) == nil ? .object : .array
            return
        }
        if value.decodeNil() {
            self = .null
        } else if (try? value.decode(String.self)) != nil {
            self = .string
        } else if (try? decoder.unkeyedContainer()) != nil {
            self = .array
        } else if (try? decoder.container(keyedBy: JSONKey.self)) != nil {
            self = .object
        } else if (try? value.decode(Bool.self)) != nil {
            self = .boolean
        } else if (try? value.decode(Int64.self)) != nil || (try? value.decode(UInt64.self)) != nil {
            self = .integer
        } else {
            self = .number
        }
    }
}
