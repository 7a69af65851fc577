// Where branches were tried, and what came of it.

/// A value that is read as some union. Within an attempt it is read so once: where the same value comes again in another
/// branch of an outer union, recursive unions would be read anew for each branch at each depth.
///
/// It vouches for its own thread safety, since decoders can't: nothing in it changes, and its decoder is only held and told
/// from others, never used.
struct AttemptedPlace: Hashable, @unchecked Sendable {
    /// JSON in a text has paths of its own, and a decoder. It is held so that no other takes its address.
    private let decoder: AnyObject?
    private let path: [String]
    private let union: ObjectIdentifier

    init(_ decoder: any Decoder, as union: Any.Type) {
        let base = HandoffDecoder.of(decoder)?.base ?? decoder
        self.decoder = type(of: base) is AnyClass ? base as AnyObject : nil
        path = decoder.codingPath.map(\.stringValue)
        self.union = ObjectIdentifier(union)
    }

    static func == (left: AttemptedPlace, right: AttemptedPlace) -> Bool {
        left.decoder === right.decoder && left.union == right.union && left.path == right.path
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(union)
        hasher.combine(path)
    }
}

/// What came of reading a value as a union.
enum AttemptOutcome: Sendable {
    case read(any Sendable, AttemptTrace)
    case failed(any Error)
}

/// What reading a value told its context, which hears of it once the value is taken.
struct AttemptTrace: Sendable {
    var issues: [ToleratedIssue] = []
    var rootTag = ""
}
