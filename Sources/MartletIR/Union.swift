// A value that is one of several types, and how its branch is told before it is decoded.

package struct Union: Codable, Hashable, Sendable {
    package struct Case: Codable, Hashable, Sendable {
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
    package var dispatch: Dispatch
    /// What the union is beside a value: an event of a stream.
    package var events: EventRole?
    /// Held by reference, since a case would otherwise contain the union itself.
    package var isIndirect: Bool
    package var unknownName: String

    package init(
        cases: [Case], tag: String?, dispatch: Dispatch, events: EventRole? = nil, isIndirect: Bool = false,
        unknownName: String
    ) {
        self.cases = cases
        self.tag = tag
        self.dispatch = dispatch
        self.events = events
        self.isIndirect = isIndirect
        self.unknownName = unknownName
    }
}

/// How the branch of a union is found; cases are named by their places in `Union.cases`.
package indirect enum Dispatch: Codable, Hashable, Sendable {
    case branch(Int)
    case unknown
    /// By the literal of the tag; nil is for every other.
    case tag([TagRow], otherwise: Dispatch)
    /// By the kind of JSON value.
    case kind([KindRow], otherwise: Dispatch)
    /// By the kind of the first element of an array.
    case elementKind([KindRow], otherwise: Dispatch)
    /// By what the first element of an array is, or the array itself where it has none.
    case element(Dispatch)
    /// By the literal of a member that isn't the union's tag.
    case member(String, [TagRow], otherwise: Dispatch)
    /// By the required members that are there: the best candidate counts.
    case bestMatch([Candidate])

    package struct TagRow: Codable, Hashable, Sendable {
        package var values: [String]
        package var dispatch: Dispatch

        package init(values: [String], dispatch: Dispatch) {
            self.values = values
            self.dispatch = dispatch
        }
    }

    package struct KindRow: Codable, Hashable, Sendable {
        package var kinds: [JSONKind]
        package var dispatch: Dispatch

        package init(kinds: [JSONKind], dispatch: Dispatch) {
            self.kinds = kinds
            self.dispatch = dispatch
        }
    }

    package struct Candidate: Codable, Hashable, Sendable {
        package var keys: [String]
        package var branch: Int

        package init(keys: [String], branch: Int) {
            self.keys = keys
            self.branch = branch
        }
    }
}

package enum JSONKind: String, Codable, Hashable, Sendable, CaseIterable {
    case null, boolean, integer, number, string, array, object
}

/// What makes a union the events of a stream.
package struct EventRole: Codable, Hashable, Sendable {
    package struct Carrier: Codable, Hashable, Sendable {
        /// The place of the case in `Union.cases`.
        package var branch: Int
        /// The property of its payload that holds the result.
        package var property: String
        /// Whether that property is optional.
        package var isOptional: Bool

        package init(branch: Int, property: String, isOptional: Bool) {
            self.branch = branch
            self.property = property
            self.isOptional = isOptional
        }
    }

    /// The operation's JSON result, and the events that carry it; nil where none does.
    package var result: TypeReference?
    package var carriers: [Carrier]
    /// Data that ends the stream and is no event.
    package var sentinels: [String]
    /// The tags of the events after which none follows.
    package var terminalTypes: [String]

    package init(result: TypeReference?, carriers: [Carrier], sentinels: [String], terminalTypes: [String]) {
        self.result = result
        self.carriers = carriers
        self.sentinels = sentinels
        self.terminalTypes = terminalTypes
    }
}
