// What the JSON of an object held beside its typed members.

/// What the JSON of an object held beside its typed members, so that reading and writing it back loses nothing.
///
/// One pointer wide, and nil in the common case. Equality looks at ``unknownMembers`` only: the rest says how the same
/// value was spelled.
public struct WireMetadata: Sendable {
    struct Contents: Sendable {
        var unknownMembers: [String: JSONValue] = [:]
        var issues: [DecodingIssue] = []
        var nullMembers: Set<String> = []
        var omittedMembers: Set<String> = []

        var isEmpty: Bool {
            unknownMembers.isEmpty && issues.isEmpty && nullMembers.isEmpty && omittedMembers.isEmpty
        }
    }

    private final class Box: Sendable {
        let contents: Contents
        init(_ contents: Contents) { self.contents = contents }
    }

    private var box: Box?

    /// Nothing beside the typed members.
    public init() {}

    init(_ contents: Contents) {
        box = contents.isEmpty ? nil : Box(contents)
    }

    var contents: Contents {
        get { box?.contents ?? Contents() }
        set { box = newValue.isEmpty ? nil : Box(newValue) }
    }

    /// Members that the document doesn't list, by name. Those set here are sent.
    public var unknownMembers: [String: JSONValue] {
        get { box?.contents.unknownMembers ?? [:] }
        set { contents.unknownMembers = newValue }
    }

    /// Where this object's own members did not fit and were tolerated; of what a stream adds up to, those of its events, too.
    public var issues: [DecodingIssue] {
        box?.contents.issues ?? []
    }

    /// Optional members that were there as `null`, and are written as `null` again while they are nil.
    public var nullMembers: Set<String> {
        get { box?.contents.nullMembers ?? [] }
        set { contents.nullMembers = newValue }
    }

    /// Members that would be written but were absent: required ones that may be null, and constants.
    public var omittedMembers: Set<String> {
        get { box?.contents.omittedMembers ?? [] }
        set { contents.omittedMembers = newValue }
    }

    var isEmpty: Bool { box == nil }
}

extension WireMetadata: Hashable {
    public static func == (left: WireMetadata, right: WireMetadata) -> Bool {
        left.box === right.box || left.unknownMembers == right.unknownMembers
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(unknownMembers)
    }
}
