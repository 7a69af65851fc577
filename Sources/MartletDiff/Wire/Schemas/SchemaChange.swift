// One difference between two schemas, wherever they are used.

import MartletOpenAPI
import MartletSource

/// What a change is called at each place where a schema can stand: `{scope}` is `body`, `property` …
struct ChangeIDs: Hashable, Sendable {
    var request: String?
    var response: String?
    /// At parameters, and at what is in them.
    var parameter: String?
    /// Instead of that of requests, at members of a request's body.
    var requestProperty: String?
    /// Instead of that of responses, at members of a response's body.
    var responseProperty: String?
    /// Where it is told alone; nil for everywhere.
    private(set) var scopes: [RuleScope]?

    /// The same everywhere, or at all of `scopes`: `request-property-what`, `response-body-what` …
    init(_ what: String, at scopes: [RuleScope]? = nil) {
        self.scopes = scopes
        request = "request-{scope}-\(what)"
        response = "response-{scope}-\(what)"
        parameter = request
    }

    /// The same at parameters as in other requests.
    init(request: String?, response: String?) {
        self.init(request: request, response: response, parameter: request)
    }

    init(request: String?, response: String?, parameter: String?) {
        self.request = request
        self.response = response
        self.parameter = parameter
    }

    /// What changed means nothing to those who send it.
    mutating func leaveOutRequests() {
        (request, parameter) = (nil, nil)
    }
}

struct SchemaChange: Sendable {
    var ids: ChangeIDs
    /// The member that it is about, if it isn't about the schema itself.
    var member: String?
    /// What else messages name.
    var name = ""
    var old = ""
    var new = ""
    var oldSpot: Spot?
    var newSpot: Spot?
    /// A change of types, which is judged where it is used.
    var type: TypeChange?
    /// Whether bodies that fitted before may not fit, or the other way round; annotations don't.
    var isAnnotation = false
    /// Whether a bound was moved.
    var isBound = false
    var isPattern = false
    /// Whether it is about null, which came or went.
    var isOfNull = false
    /// Whether nothing changed where values are written as text: 10 is '10' there.
    var isSameText = false
    /// What it means for requests, where that is more than its rule says.
    var requestLevel: WireFinding.Level?
    /// Of what refers to another component now: the change belongs to that, while its lines are where they are.
    var reference: Position?

    /// About both schemas, `in` the old and the new one, at `keyword` where they have it.
    init(_ what: String, at keyword: String? = nil, in views: [SchemaView]) {
        self.init(ChangeIDs(what), at: keyword, in: views)
    }

    init(_ ids: ChangeIDs, at keyword: String? = nil, in views: [SchemaView]) {
        self.ids = ids
        oldSpot = views.first.map { Spot($0.position, below: keyword.map { [$0] } ?? []) }
        newSpot = views.last.map { Spot($0.position, below: keyword.map { [$0] } ?? []) }
    }

    /// Whether it says the same as `other`, wherever that is.
    func saysTheSame(as other: SchemaChange) -> Bool {
        ids == other.ids && member == other.member && name == other.name && old == other.old && new == other.new
            && type == other.type
    }

    /// Puts it at `position`, which one version has alone.
    mutating func stand(at position: Position, on side: SchemaComparison.Side) {
        if side == .old { oldSpot = Spot(position) } else { newSpot = Spot(position) }
    }

    /// Puts it where `place` says, which one of both schemas may have alone; else where `other` does.
    mutating func stand(
        at place: KeyPath<SchemaView, Position?>, or other: KeyPath<SchemaView, Position>, _ old: SchemaView,
        _ new: SchemaView
    ) {
        let (first, second) = (old[keyPath: place], new[keyPath: place])
        oldSpot?.position = first ?? second.map { old.place(like: $0, of: new) } ?? old[keyPath: other]
        newSpot?.position = second ?? first.map { new.place(like: $0, of: old) } ?? new[keyPath: other]
    }
}

/// A place in a text, from which its pointer is found.
struct Spot: Hashable, Sendable {
    var position: Position
    /// Whether a key stands at the position, and not a value.
    var isKey = false
    /// Keys below what stands there; those that aren't there are left out.
    var below: [String] = []

    init(_ position: Position, isKey: Bool = false, below: [String] = []) {
        self.position = position
        self.isKey = isKey
        self.below = below
    }
}

/// The types and formats of both sides, null left aside.
struct TypeChange: Hashable, Sendable {
    var oldTypes: [String]
    var newTypes: [String]
    var oldFormat: String?
    var newFormat: String?
    /// Whether each old value is an item of the new list: where a list of one is written as that, it is one
    /// (OpenAPI 3.2.0, section 4.12.2).
    var isListOfOld = false
    /// The same of values as they are written as text.
    var isListOfOldTexts = false
    /// Whether each value of the old version is written as text like one of the new version, and the other way round.
    var keepsOldTexts = false
    var keepsNewTexts = false
    /// Whether the values are listed.
    var listsOld = false
    var listsNew = false
}
