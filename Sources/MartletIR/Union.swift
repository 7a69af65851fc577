// A value that is one of several types, and how its branch is told before it is decoded.

package struct Union: Encodable, Equatable, Sendable {
    package struct Case: Encodable, Equatable, Sendable {
        package var name: String
        package var type: TypeReference
        package var documentation: Documentation
        package var deprecation: Deprecation?
        package var origin: Origin?

        package init(
            name: String, type: TypeReference, documentation: Documentation, deprecation: Deprecation? = nil,
            origin: Origin? = nil
        ) {
            self.name = name
            self.type = type
            self.documentation = documentation
            self.deprecation = deprecation
            self.origin = origin
        }
    }

    package var cases: [Case]
    /// The member that `Dispatch.tag` reads.
    package var tag: String?
    /// The tag is the name of the event, outside of the value.
    package var isTaggedByEvent: Bool
    package var dispatch: Dispatch
    /// What the union is beside a value: an event of a stream.
    package var events: EventRole?
    /// Held by reference, since it has objects, or a case would otherwise contain the union itself.
    package var isIndirect: Bool
    /// The name of the case that keeps what is no branch.
    package let unknownName = UnknownCase.name

    package init(
        cases: [Case], tag: String?, isTaggedByEvent: Bool = false, dispatch: Dispatch, events: EventRole? = nil,
        isIndirect: Bool = false
    ) {
        self.cases = cases
        self.tag = tag
        self.isTaggedByEvent = isTaggedByEvent
        self.dispatch = dispatch
        self.events = events
        self.isIndirect = isIndirect
    }
}

/// How the branch of a union is found; cases are named by their places in `Union.cases`.
package indirect enum Dispatch: Equatable, Sendable {
    case branch(Int)
    /// Nothing tells these apart before they are read: the first that reads the value, in this order.
    case firstOf([Int])
    case unknown
    /// By the literal of the tag; nil is for every other.
    case tag([TagRow], otherwise: Dispatch)
    /// By the kind of JSON value.
    case kind([KindRow], otherwise: Dispatch)
    /// By the kind of the first element of an array.
    case elementKind([KindRow], otherwise: Dispatch)
    /// By what the first element of an array is, or the array itself where it has none.
    case element(Dispatch)
    /// By the literal that the value itself is.
    case text([TagRow], otherwise: Dispatch)
    /// By the literal of a member that isn't the union's tag.
    case member(String, [TagRow], otherwise: Dispatch)
    /// By the kind of JSON value that a member is.
    case memberKind(String, [KindRow], otherwise: Dispatch)
    /// By the required members that are there, then by the known ones: the best candidate counts.
    case bestMatch([Candidate])

    package struct TagRow: Encodable, Equatable, Sendable {
        package var values: [String]
        package var dispatch: Dispatch

        package init(values: [String], dispatch: Dispatch) {
            self.values = values
            self.dispatch = dispatch
        }
    }

    package struct KindRow: Encodable, Equatable, Sendable {
        package var kinds: [JSONKind]
        package var dispatch: Dispatch

        package init(kinds: [JSONKind], dispatch: Dispatch) {
            self.kinds = kinds
            self.dispatch = dispatch
        }
    }

    package struct Candidate: Encodable, Equatable, Sendable {
        /// The members that are required.
        package var keys: [String]
        /// Those that it may have and some other may not, where the required ones don't decide.
        package var known: [String]
        /// Of a closed object that requires none: all its members. What has others, and none of these, is another.
        package var only: [String]?
        package var branch: Int
        /// The branches that the value may be as well by its members, for where it doesn't fit this one.
        package var others: [Int]

        package init(
            keys: [String], known: [String] = [], only: [String]? = nil, branch: Int, others: [Int] = []
        ) {
            self.keys = keys
            self.known = known
            self.only = only
            self.branch = branch
            self.others = others
        }

        /// The branches to try, in order.
        package var branches: [Int] { [branch] + others }
    }

    /// One of these branches, by trying where there are several.
    package static func branches(_ places: [Int]) -> Dispatch {
        places.count == 1 ? .branch(places[0]) : .firstOf(places)
    }
}

package enum JSONKind: String, Encodable, Equatable, Sendable, CaseIterable {
    case null, boolean, integer, number, string, array, object
}
