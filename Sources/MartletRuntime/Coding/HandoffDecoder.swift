// Hands an object that is already open to the branch of a union that reads it.

/// A decoder whose object was opened while telling a union's branches apart.
///
/// Opening a keyed container is the main cost of decoding a small object; the branch must not pay it again.
final class HandoffDecoder: Decoder {
    let base: any Decoder
    let object: KeyedDecodingContainer<JSONKey>

    init(_ base: any Decoder, _ object: KeyedDecodingContainer<JSONKey>) {
        self.base = base
        self.object = object
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

/// Opens an object, or takes the one that is already open.
func openObject(_ decoder: any Decoder) throws -> KeyedDecodingContainer<JSONKey> {
    if let handoff = decoder as? HandoffDecoder { return handoff.object }
    return try decoder.container(keyedBy: JSONKey.self)
}
