// How the events of a stream add up to a value: statements by the case of the event, or pieces that are merged.

package struct Accumulation: Encodable, Equatable, Sendable {
    package enum Rules: Equatable, Sendable {
        case statements([EventStatements])
        case pieces(PieceMerge)
    }

    /// What the events add up to.
    package var snapshot: TypeReference
    /// Whether the value begins with nothing in it, since no event carries the whole.
    package var isBuiltUp: Bool
    package var rules: Rules

    package init(snapshot: TypeReference, isBuiltUp: Bool = false, rules: Rules) {
        self.snapshot = snapshot
        self.isBuiltUp = isBuiltUp
        self.rules = rules
    }
}

extension Accumulation {
    /// The members of events by which the value grows, as members of JSON, by the places of their cases; what lists are on the
    /// way isn't told.
    package var growingMembers: [(branch: Int, members: [String])] {
        switch rules {
        case .pieces(let merge): merge.appended.isEmpty ? [] : [(merge.branch, merge.appended)]
        case .statements(let rows):
            rows.compactMap { row in
                let members = row.statements.filter(\.isGrowth).map { $0.source.json.replacing("[]", with: "") }
                return members.isEmpty ? nil : (row.branch, members)
            }
        }
    }
}

/// What events of one case do to the value.
package struct EventStatements: Encodable, Equatable, Sendable {
    /// The place of the case in `Union.cases`.
    package var branch: Int
    package var statements: [Statement]

    package init(branch: Int, statements: [Statement]) {
        self.branch = branch
        self.statements = statements
    }
}

package struct Statement: Encodable, Equatable, Sendable {
    package enum Change: Equatable, Sendable {
        /// The event carries the whole value; the lists that it leaves empty are kept.
        case whole(keeping: [String])
        case set
        /// Sets to what the same JSON is as another type.
        case convert(TypeReference)
        /// Adds text.
        case append
        /// Adds text which, once it is complete, is the JSON of this type.
        case appendJSON(TypeReference)
    }

    /// From the value.
    package var target: ValuePath
    /// From the event.
    package var source: ValuePath
    package var change: Change

    package init(target: ValuePath, source: ValuePath, change: Change) {
        self.target = target
        self.source = source
        self.change = change
    }
}

extension Statement {
    /// Whether it adds to what is there: a text, or an element of a list.
    fileprivate var isGrowth: Bool {
        switch change {
        case .append, .appendJSON: true
        case .whole, .set, .convert: if case .element? = target.steps.last { true } else { false }
        }
    }
}

/// The way to a place inside a value.
package struct ValuePath: Encodable, Equatable, Sendable {
    package indirect enum Step: Equatable, Sendable {
        case member(String, isOptional: Bool)
        /// What a member that may be absent or null is where it is neither.
        case flattened
        /// The element at a position that the event names.
        case element(at: ValuePath)
        /// The first element, or the one whose property is zero.
        case first(numbered: String?)
        /// One case of a union.
        case branch(UnionBranch)
    }

    package var steps: [Step]
    /// The type at its end, without the optionality of the way to it.
    package var type: TypeReference
    /// The same way as members of JSON, with `[]` for the elements of lists: `content[].input`.
    package var json: String

    package init(steps: [Step], type: TypeReference, json: String = "") {
        self.steps = steps
        self.type = type
        self.json = json
    }

    /// Whether there may be nothing at its end.
    package var isOptional: Bool {
        steps.contains { step in
            if case .member(_, let isOptional) = step { isOptional } else { true }
        }
    }
}

package struct UnionBranch: Encodable, Equatable, Sendable {
    package var union: TypeReference
    package var caseName: String
    package var payload: TypeReference

    package init(union: TypeReference, caseName: String, payload: TypeReference) {
        self.union = union
        self.caseName = caseName
        self.payload = payload
    }
}

/// Events that are pieces of one value, all of its type.
package struct PieceMerge: Encodable, Equatable, Sendable {
    /// The place of the case in `Union.cases`.
    package var branch: Int
    package var members: [PieceMember]
    /// The texts and lists that grow, as members of JSON: `choices.delta.content`.
    package var appended: [String]
    /// What must be there for the value to be complete.
    package var complete: ValuePath?
    /// How the whole becomes another type.
    package var renamed: [Renaming]
    package var replaced: [Replacement]

    package init(
        branch: Int, members: [PieceMember], appended: [String], complete: ValuePath?, renamed: [Renaming],
        replaced: [Replacement]
    ) {
        self.branch = branch
        self.members = members
        self.appended = appended
        self.complete = complete
        self.renamed = renamed
        self.replaced = replaced
    }
}

/// A property of a piece, and what becomes of it.
package struct PieceMember: Encodable, Equatable, Sendable {
    package indirect enum Change: Equatable, Sendable {
        /// The last value counts.
        case replace
        /// The last text counts that isn't empty.
        case replaceText
        /// Texts and lists grow.
        case append
        /// Objects are merged member by member.
        case merge([PieceMember])
        /// Elements with one number are merged.
        case mergeElements(numbered: String, [PieceMember])
    }

    package var property: String
    package var isOptional: Bool
    /// Whether absent and null differ.
    package var isTwofold: Bool
    package var change: Change

    package init(property: String, isOptional: Bool, isTwofold: Bool = false, change: Change) {
        self.property = property
        self.isOptional = isOptional
        self.isTwofold = isTwofold
        self.change = change
    }
}

package struct Renaming: Encodable, Equatable, Sendable {
    package var path: String
    package var name: String

    package init(path: String, name: String) {
        self.path = path
        self.name = name
    }
}

package struct Replacement: Encodable, Equatable, Sendable {
    package var path: String
    /// JSON text.
    package var value: String

    package init(path: String, value: String) {
        self.path = path
        self.value = value
    }
}

/// The text that events of one case carry for a reader.
package struct EventText: Encodable, Equatable, Sendable {
    package var branch: Int
    package var path: ValuePath

    package init(branch: Int, path: ValuePath) {
        self.branch = branch
        self.path = path
    }
}
