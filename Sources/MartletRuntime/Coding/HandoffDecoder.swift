// Hands an object that is already open to the branch of a union that reads it.

/// A decoder whose object was opened while telling a union's branches apart.
///
/// Opening a keyed container is the main cost of decoding a small object; the branch must not pay it again.
final class HandoffDecoder: Decoder {
    let base: any Decoder
    let object: KeyedDecodingContainer<JSONKey>
    let context: DecodingContext?
    let tag: UnionTag?

    init(
        _ base: any Decoder, _ object: KeyedDecodingContainer<JSONKey>, _ context: DecodingContext?, _ tag: UnionTag?
    ) {
        self.base = base
        self.object = object
        self.context = context
        self.tag = tag
    }

    /// The decoder itself, where it is one: asking for its type takes 6 ns, and a cast that fails 85.
    static func of(_ decoder: any Decoder) -> HandoffDecoder? {
        type(of: decoder) == HandoffDecoder.self ? decoder as? HandoffDecoder : nil
    }

    var codingPath: [any CodingKey] { base.codingPath }
    var userInfo: [CodingUserInfoKey: Any] { base.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try base.container(keyedBy: type)
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try base.unkeyedContainer()
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        try base.singleValueContainer()
    }
}

/// The member of an object that a union was told apart by, which needs no second look where it is a constant.
struct UnionTag {
    let key: String
    let text: String
}

/// Opens an object, or takes the one that is already open.
func openObject(_ decoder: any Decoder) throws -> KeyedDecodingContainer<JSONKey> {
    if let handoff = HandoffDecoder.of(decoder) { return handoff.object }
    return try decoder.container(keyedBy: JSONKey.self)
}
