// Security: what the document and its operations ask for, and the schemes themselves.

import MartletOpenAPI

/// Requirements are alternatives, and known by the schemes that they name.
struct SecurityRules {
    private let old: Document
    private let new: Document
    private let needs: CredentialNeeds

    init(_ old: Document, _ new: Document) {
        self.old = old
        self.new = new
        needs = CredentialNeeds(old, new)
    }

    /// What the operation asks for itself, or takes from the document.
    func compare(_ before: LocatedOperation, _ after: LocatedOperation, _ findings: inout FindingList) {
        guard before.operation.security != nil || after.operation.security != nil else { return }
        let first = before.operation.security ?? old.security ?? []
        let second = after.operation.security ?? new.security ?? []
        compare(first, second, "api", operation: after.name, at: before.spot, after.spot, &findings)
    }

    /// That of the document, where some operation takes it from there.
    func compareDocument(_ pairing: OperationPairing, _ findings: inout FindingList) {
        let isTaken = pairing.pairs.contains { pair in
            let (first, second) = (pair.old.operation.security, pair.new.operation.security)
            return Set((first ?? old.security ?? []).map(\.key)) != Set((second ?? new.security ?? []).map(\.key))
                || (first == nil && second == nil)
        }
        guard isTaken || pairing.pairs.isEmpty else { return }
        compare(
            old.security ?? [], new.security ?? [], "api-global", operation: nil,
            at: Spot(old.position, below: ["security"]), Spot(new.position, below: ["security"]), &findings)
    }

    private func compare(
        _ before: [SecurityRequirement], _ after: [SecurityRequirement], _ start: String, operation: String?,
        at oldSpot: Spot, _ newSpot: Spot, _ findings: inout FindingList
    ) {
        for credentials in needs.insufficient(before, after) {
            findings.add(
                "\(start)-credentials-insufficient", name: credentials, operation: operation, at: oldSpot, newSpot)
        }
        // Some documents list one scheme several times, with other scopes each.
        var rest = after
        var changed: [SecurityRequirement] = []
        for requirement in before {
            let exact = rest.firstIndex { $0.key == requirement.key && $0.scopes == requirement.scopes }
            if let exact { rest.remove(at: exact) } else { changed.append(requirement) }
        }
        for requirement in changed {
            guard let place = rest.firstIndex(where: { $0.key == requirement.key }) else {
                findings.add(
                    "\(start)-security-removed", name: requirement.key, operation: operation,
                    at: Spot(requirement.position), newSpot)
                continue
            }
            compare(requirement, rest.remove(at: place), start, operation: operation, &findings)
        }
        for requirement in rest {
            findings.add(
                "\(start)-security-added", name: requirement.key, operation: operation, at: oldSpot,
                Spot(requirement.position))
        }
    }

    private func compare(
        _ requirement: SecurityRequirement, _ partner: SecurityRequirement, _ start: String, operation: String?,
        _ findings: inout FindingList
    ) {
        for (scheme, scopes) in requirement.pairs {
            let others = partner.pairs.first { $0.scheme == scheme }?.scopes ?? []
            for (how, scope) in scopes.filter({ !others.contains($0) }).map({ ("removed", $0) })
                + others.filter({ !scopes.contains($0) }).map({ ("added", $0) })
            {
                findings.add(
                    "\(start)-security-scope-\(how)", name: scope, to: scheme, operation: operation,
                    at: Spot(requirement.position), Spot(partner.position))
            }
        }
    }

    // MARK: Schemes

    func compareSchemes(_ findings: inout FindingList) {
        let (before, after) = (old.components.securitySchemes, new.components.securitySchemes)
        for named in before {
            let spot = Spot(named.scheme.position)
            guard let partner = after.first(where: { $0.name == named.name }) else {
                findings.add(
                    "api-security-component-removed", name: named.name, operation: nil, at: spot, Spot(new.position))
                continue
            }
            compare(named.name, named.scheme, partner.scheme, &findings)
        }
        for named in after where !before.contains(where: { $0.name == named.name }) {
            findings.add(
                "api-security-component-added", name: named.name, operation: nil, at: Spot(old.position),
                Spot(named.scheme.position))
        }
    }

    private func compare(
        _ name: String, _ before: SecurityScheme, _ after: SecurityScheme, _ findings: inout FindingList
    ) {
        func add(_ what: String, _ first: String, _ second: String) {
            findings.add(
                "api-security-component-\(what)", name: name, from: first, to: second, operation: nil,
                at: Spot(before.position), Spot(after.position))
        }
        guard before.kind.typeName == after.kind.typeName else {
            add("type-changed", before.kind.typeName, after.kind.typeName)
            if !before.kind.detail.isEmpty, !after.kind.detail.isEmpty {
                add("credentials-changed", before.kind.detail, after.kind.detail)
            }
            return
        }
        if before.kind.detail != after.kind.detail {
            add("credentials-changed", before.kind.detail, after.kind.detail)
        }
        if before.kind.discoveryURL != after.kind.discoveryURL {
            add("open-id-url-changed", before.kind.discoveryURL ?? "", after.kind.discoveryURL ?? "")
        }
        for flow in after.kind.flows where !before.kind.flows.contains(where: { $0.name == flow.name }) {
            add("oauth-flow-added", "", flow.name)
        }
        for flow in before.kind.flows {
            if let other = after.kind.flows.first(where: { $0.name == flow.name }) {
                compare(flow, other, add)
            } else {
                add("oauth-flow-removed", flow.name, "")
            }
        }
    }

    private func compare(
        _ before: OAuthFlow, _ after: OAuthFlow, _ add: (String, String, String) -> Void
    ) {
        if before.authorizationURL != after.authorizationURL {
            add("oauth-url-changed", before.authorizationURL ?? "", after.authorizationURL ?? "")
        }
        if before.tokenURL != after.tokenURL {
            add("oauth-token-url-changed", before.tokenURL ?? "", after.tokenURL ?? "")
        }
        for scope in before.scopes {
            if let same = after.scopes.first(where: { $0.name == scope.name }) {
                if same.description != scope.description { add("oauth-scope-changed", "", scope.name) }
            } else {
                add("oauth-scope-removed", scope.name, "")
            }
        }
        for scope in after.scopes where !before.scopes.contains(where: { $0.name == scope.name }) {
            add("oauth-scope-added", "", scope.name)
        }
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.security, .existence)
        for (start, whom) in [("api", "the operation"), ("api-global", "the document")] {
            rows.add("\(start)-security-removed", .info, .both, "\(whom) doesn't take {name} any more")
            rows.add("\(start)-security-added", .info, .both, "\(whom) takes {name} now")
            rows.add("\(start)-security-scope-added", .info, .both, "\(whom) asks for the scope '{name}' of {new} now")
            rows.add(
                "\(start)-security-scope-removed", .info, .both,
                "\(whom) doesn't ask for the scope '{name}' of {new} any more")
        }
        for start in ["api", "api-global"] {
            rows.add(
                "\(start)-credentials-insufficient", .breaking, .both, .own,
                "requests with {name} aren't let in any more")
        }
        let start = "api-security-component-"
        rows.add(start + "removed", .info, .both, "the security scheme '{name}' was removed")
        rows.add(start + "added", .info, .both, "the security scheme '{name}' is new")
        rows.add(start + "type-changed", .info, .both, "the security scheme '{name}' is {new} now; it was {old}")
        rows.add(
            start + "credentials-changed", .breaking, .both, .own,
            "credentials of the security scheme '{name}' are sent as {new} now; it was {old}")
        rows.add(
            start + "oauth-url-changed", .info, .both, "the authorisation URL of '{name}' is {new} now; it was {old}")
        rows.add(
            start + "oauth-token-url-changed", .info, .both, "the token URL of '{name}' is {new} now; it was {old}")
        rows.add(
            start + "open-id-url-changed", .info, .both, .own,
            "the discovery URL of '{name}' is {new} now; it was {old}")
        rows.add(
            start + "oauth-flow-removed", .breaking, .both, .own,
            "tokens of '{name}' can't be had by the flow '{old}' any more")
        rows.add(
            start + "oauth-flow-added", .info, .both, .own, "tokens of '{name}' can be had by the flow '{new}' now")
        rows.add(start + "oauth-scope-added", .info, .both, "'{name}' has the scope '{new}' now")
        rows.add(start + "oauth-scope-removed", .info, .both, "'{name}' doesn't have the scope '{old}' any more")
        rows.add(start + "oauth-scope-changed", .info, .both, "the scope '{new}' of '{name}' is described otherwise")
        return [rows]
    }()
}

extension SecurityRequirement {
    /// The names of its schemes; one that asks for nothing has one too.
    fileprivate var key: String {
        schemes.isEmpty ? "requests without credentials" : schemes.sorted().map { "'\($0)'" }.joined(separator: " and ")
    }

    fileprivate var pairs: [(scheme: String, scopes: [String])] {
        schemes.map { ($0, scopes[$0] ?? []) }
    }
}

extension SecurityScheme.Kind {
    fileprivate var typeName: String {
        switch self {
        case .apiKey: "apiKey"
        case .http: "http"
        case .oauth2: "oauth2"
        case .openIDConnect: "openIdConnect"
        case .mutualTLS: "mutualTLS"
        }
    }

    fileprivate var flows: [OAuthFlow] {
        if case .oauth2(let flows, _) = self { flows } else { [] }
    }

    fileprivate var discoveryURL: String? {
        if case .openIDConnect(let url) = self { url } else { nil }
    }

    /// Where a key is sent, or which HTTP scheme is used.
    fileprivate var detail: String {
        switch self {
        // Header fields are the same in any case.
        case .apiKey(let name, .header): "header '\(name.lowercased())'"
        case .apiKey(let name, let location): "\(location.rawValue) '\(name)'"
        case .http(let scheme): "'\(scheme)'"
        case .mutualTLS: "a client's certificate"
        case .oauth2, .openIDConnect: ""
        }
    }
}
