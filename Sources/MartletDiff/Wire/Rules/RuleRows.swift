// Rows of the rule table: one line stands for the same rule at several places, in both directions.

/// Where in a message a schema stands.
enum RuleScope: String, CaseIterable, Sendable {
    case body, property, parameter, header
    case parameterProperty = "parameter-property"

    static let payload: [RuleScope] = [.body, .property]
    static let parameters: [RuleScope] = [.parameter, .parameterProperty]
    static let everywhere = payload + parameters + [.header]

    /// Parameters are sent, headers of responses received.
    func exists(in direction: WireFinding.Direction) -> Bool {
        switch self {
        case .body, .property: true
        case .parameter, .parameterProperty: direction == .request
        case .header: direction == .response
        }
    }
}

/// What a change does to the set of messages that fit. A request that may be more is safe, a response that may be less is.
enum RuleEffect: Sendable {
    case widens, narrows
    /// Neither set holds the other, or nobody can tell.
    case changes
    /// The set stays as it is.
    case none

    func level(in direction: WireFinding.Direction) -> WireFinding.Level {
        switch (self, direction) {
        case (.none, _), (.widens, .request), (.narrows, .response): .info
        default: .breaking
        }
    }
}

/// Rows of one family.
struct RuleRows: Sendable {
    let area: WireRule.Area
    let kind: WireRule.Kind
    private(set) var rules: [WireRule] = []

    init(_ area: WireRule.Area, _ kind: WireRule.Kind) {
        self.area = area
        self.kind = kind
    }

    /// `request-property-what`, `response-body-what` … at all of `scopes`; the levels are those of `effect` unless given.
    mutating func add(
        _ what: String, _ effect: RuleEffect, at scopes: [RuleScope] = RuleScope.payload,
        request: WireFinding.Level? = nil, response: WireFinding.Level? = nil,
        in directions: [WireFinding.Direction] = [.request, .response], _ origin: WireRule.Origin, _ message: String
    ) {
        for direction in directions {
            let level = (direction == .request ? request : response) ?? effect.level(in: direction)
            for scope in scopes where scope.exists(in: direction) {
                add("\(direction.rawValue)-\(scope.rawValue)-\(what)", level, direction, origin, message)
            }
        }
    }

    /// Rows that oasdiff has too.
    mutating func add(
        _ what: String, _ effect: RuleEffect, at scopes: [RuleScope] = RuleScope.payload,
        request: WireFinding.Level? = nil, response: WireFinding.Level? = nil,
        in directions: [WireFinding.Direction] = [.request, .response], _ message: String
    ) {
        add(
            what, effect, at: scopes, request: request, response: response, in: directions, .shared, message)
    }

    /// One rule under an id of its own.
    mutating func add(
        _ id: String, _ level: WireFinding.Level, _ direction: WireFinding.Direction, _ origin: WireRule.Origin,
        _ message: String
    ) {
        rules.append(
            WireRule(
                id: id, level: level, direction: direction, area: area, kind: kind, origin: origin, message: message))
    }

    /// One that oasdiff has too.
    mutating func add(
        _ id: String, _ level: WireFinding.Level, _ direction: WireFinding.Direction, _ message: String
    ) {
        add(id, level, direction, .shared, message)
    }
}
