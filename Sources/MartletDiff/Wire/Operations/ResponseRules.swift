// Answers: which statuses there are, their headers, media types and bodies.

import MartletOpenAPI

struct ResponseRules {
    private let comparison: OperationComparison

    init(_ comparison: OperationComparison) {
        self.comparison = comparison
    }

    func compare(
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        let (before, after) = (comparison.old.operation.responses, comparison.new.operation.responses)
        for old in before {
            if let new = after.first(where: { $0.status == old.status }) {
                headers(old, new, of: new.status, &schemas, &payloads, &findings)
                contents(old, new, of: new.status, &schemas, &payloads, &findings)
                LinkRules.compare(old, new, of: new.status, comparison.name, &findings)
            } else if let range = Self.describing(old, after) ?? rest(of: old, before, after, &schemas) {
                // It is described still, as one of many.
                headers(old, range, of: old.status, &schemas, &payloads, &findings)
                contents(old, range, of: old.status, &schemas, &payloads, &findings)
                LinkRules.compare(old, range, of: old.status, comparison.name, &findings)
            } else {
                // Of a range, those that are named now are compared below.
                let isKept = after.contains { new in
                    old.status.covers(new.status) && !before.contains { $0.status == new.status }
                        && old.content.isEmpty == new.content.isEmpty
                }
                status(
                    old, "removed", level: isKept ? .info : nil, at: old.spot, comparison.new.spot, &findings)
            }
        }
        for new in after where !before.contains(where: { $0.status == new.status }) {
            status(new, "added", at: comparison.old.spot, new.spot, &findings)
            if let range = Self.describing(new, before) ?? Self.onlyAnswer(before, to: new), !new.content.isEmpty {
                contents(range, new, of: new.status, &schemas, &payloads, &findings)
                headers(range, new, of: new.status, &schemas, &payloads, &findings)
            }
        }
    }

    /// Which of `responses`, which don't list its status, is for it: the range that has it, or the answer to all other
    /// statuses, which is one to failures. Where either has no body, the latter says nothing of it.
    private static func describing(_ response: Response, _ responses: [Response]) -> Response? {
        if let range = responses.first(where: { $0.status.covers(response.status) }) { return range }
        guard !response.status.isSuccess, response.status != .rest, !response.content.isEmpty else { return nil }
        return responses.first { $0.status == .rest && !$0.content.isEmpty }
    }

    /// The answer to all statuses, where it was the one to `success`: no other is listed.
    private static func onlyAnswer(_ responses: [Response], to success: Response) -> Response? {
        success.status.isSuccess && !responses.contains(where: \.status.isSuccess)
            ? responses.first { $0.status == .rest } : nil
    }

    /// The answer to all other statuses that came to stand for the success `old`: it has the same bodies.
    private func rest(
        of old: Response, _ before: [Response], _ after: [Response], _ schemas: inout SchemaComparison
    ) -> Response? {
        // Beside another success that is new, the rest is of failures.
        let successes = after.filter { $0.status.isSuccess && !before.map(\.status).contains($0.status) }
        // Where no bodies are described, nothing tells that it is the same answer.
        guard old.status.isSuccess, !old.content.isEmpty, successes.isEmpty,
            let rest = after.first(where: { $0.status == .rest }), !before.contains(where: { $0.status == .rest })
        else { return nil }
        let pairing = MediaPairing(old.content, rest.content)
        guard pairing.removed.isEmpty, pairing.added.isEmpty else { return nil }
        return pairing.pairs.allSatisfy { pair in
            guard pair.relation == .same else { return false }
            return [(pair.old.schema, pair.new.schema), (pair.old.itemSchema, pair.new.itemSchema)].allSatisfy {
                switch $0 {
                case (nil, nil): true
                case (let first?, let second?):
                    schemas.equality.areEqual(first, second, &schemas.olds, &schemas.news)
                default: false
                }
            }
        } ? rest : nil
    }

    private func status(
        _ response: Response, _ how: String, level: WireFinding.Level? = nil, at old: Spot, _ new: Spot,
        _ findings: inout FindingList
    ) {
        let status = response.status
        let kind =
            switch status {
            case .rest: "default-status"
            case .range: status.isSuccess ? "success-status-range" : "non-success-status-range"
            case .code: status.isSuccess ? "success-status" : "non-success-status"
            }
        findings.add(
            "response-\(kind)-\(how)", name: status.description, level: level, operation: comparison.name, at: old, new)
    }

    // MARK: Headers

    private func headers(
        _ old: Response, _ new: Response, of status: ResponseStatus, _ schemas: inout SchemaComparison,
        _ payloads: inout [(index: Int, context: PayloadContext)], _ findings: inout FindingList
    ) {
        for header in old.headers {
            let subject = "header '\(header.name)' of the \(status) response"
            let partner = new.headers.first { $0.name.lowercased() == header.name.lowercased() }
            let spot = Spot(header.position, isKey: true)
            guard let partner else {
                let need = header.isRequired ? "required" : "optional"
                findings.add("\(need)-response-header-removed", subject, operation: comparison.name, at: spot, new.spot)
                continue
            }
            compareFields(header, partner, subject, &schemas, &findings)
            guard let first = header.schema, let second = partner.schema else { continue }
            let context = PayloadContext(
                operation: comparison.name, direction: .response, scope: .header,
                writing: ParameterSpelling.writing(
                    header, partner, isRequired: header.isRequired || partner.isRequired), subject: subject,
                memberSubject: "'{path}' in " + subject)
            payloads.append((schemas.compare(first, second), context))
        }
        for header in new.headers
        where !old.headers.contains(where: { $0.name.lowercased() == header.name.lowercased() }) {
            findings.add(
                "response-header-added", "header '\(header.name)' of the \(status) response",
                operation: comparison.name, at: old.spot, Spot(header.position, isKey: true))
        }
    }

    /// Whether a header is there, and how it is spelt, but for its schema.
    private func compareFields(
        _ header: Header, _ partner: Header, _ subject: String, _ schemas: inout SchemaComparison,
        _ findings: inout FindingList
    ) {
        let spot = Spot(header.position, isKey: true)
        if header.isRequired != partner.isRequired {
            findings.add(
                "response-header-became-" + (partner.isRequired ? "required" : "optional"), subject,
                operation: comparison.name, at: spot, Spot(partner.position, isKey: true))
        }
        let kinds = (header.schema.map { schemas.olds.kinds(of: $0) } ?? []).intersection(
            partner.schema.map { schemas.news.kinds(of: $0) } ?? [])
        for (what, first, second) in ParameterSpelling.differences(header, partner, kinds: kinds) {
            findings.add(
                "response-header-\(what)-changed", subject, from: first, to: second, operation: comparison.name,
                at: spot, Spot(partner.position, isKey: true))
        }
    }

    // MARK: Bodies

    private func contents(
        _ old: Response, _ new: Response, of status: ResponseStatus, _ schemas: inout SchemaComparison,
        _ payloads: inout [(index: Int, context: PayloadContext)], _ findings: inout FindingList
    ) {
        let pairing = MediaPairing(old.content, new.content)
        let subject = "the \(status) response"
        for media in pairing.removed(besides: new.content) {
            findings.add(
                "response-media-type-removed", subject, name: media.name, operation: comparison.name,
                at: Spot(media.position, isKey: true), new.spot)
        }
        for media in pairing.added {
            findings.add(
                "response-media-type-added", subject, name: media.name, operation: comparison.name, at: old.spot,
                Spot(media.position, isKey: true))
        }
        for pair in pairing.pairs {
            name(pair, subject, &findings)
            let suffix = subject + (pairing.pairs.count > 1 ? " as \(pair.new.essence)" : "")
            let context = PayloadContext(
                operation: comparison.name, direction: .response, scope: .body,
                writing: BodyWriting(pair.old, pair.new).writing(&schemas),
                subject: "the body of " + suffix, memberSubject: "property '{path}' of " + suffix)
            let media = MediaComparison(pair.old, pair.new, context, start: "response-body-media-type")
            media.compare(&schemas, &payloads, &findings)
        }
    }

    private func name(
        _ pair: (old: MediaType, new: MediaType, relation: MediaPairing.Relation), _ subject: String,
        _ findings: inout FindingList
    ) {
        guard let how = pair.relation.name else { return }
        findings.add(
            "response-media-type-name-\(how)", subject, from: pair.old.name, to: pair.new.name,
            operation: comparison.name, at: Spot(pair.old.position, isKey: true), Spot(pair.new.position, isKey: true))
    }

    static let rules: [RuleRows] = [statuses, headers, requiredHeaders, headerSpelling, media, mediaNames]

    private static let statuses: RuleRows = {
        var rows = RuleRows(.responses, .existence)
        rows.add("response-success-status-removed", .breaking, .response, "the success response {name} was removed")
        rows.add("response-success-status-added", .info, .response, "the success response {name} is new")
        rows.add("response-non-success-status-removed", .info, .response, "the response {name} was removed")
        rows.add("response-non-success-status-added", .info, .response, "the response {name} is new")
        rows.add(
            "response-default-status-removed", .warning, .response, .own,
            "the response to all other statuses was removed")
        rows.add(
            "response-default-status-added", .info, .response, .own,
            "the response to all other statuses is described now")
        rows.add(
            "response-success-status-range-removed", .breaking, .response, .own,
            "the success responses {name} were removed")
        rows.add("response-success-status-range-added", .info, .response, .own, "the success responses {name} are new")
        rows.add(
            "response-non-success-status-range-removed", .info, .response, .own, "the responses {name} were removed")
        rows.add("response-non-success-status-range-added", .info, .response, .own, "the responses {name} are new")
        return rows
    }()

    private static let headers: RuleRows = {
        var rows = RuleRows(.headers, .existence)
        rows.add("required-response-header-removed", .breaking, .response, "{subject} was removed; it was always there")
        rows.add("optional-response-header-removed", .warning, .response, "{subject} was removed")
        rows.add("response-header-added", .info, .response, "{subject} is new")
        return rows
    }()

    private static let requiredHeaders: RuleRows = {
        var rows = RuleRows(.headers, .requiredness)
        rows.add("response-header-became-optional", .breaking, .response, "{subject} may be missing now")
        rows.add("response-header-became-required", .info, .response, .own, "{subject} is always there now")
        return rows
    }()

    private static let headerSpelling: RuleRows = {
        var rows = RuleRows(.headers, .type)
        for what in ["explode", "content"] {
            rows.add(
                "response-header-\(what)-changed", .breaking, .response, .own,
                "{subject} is written in another way: '\(what)' changed from {old} to {new}")
        }
        return rows
    }()

    private static let media: RuleRows = {
        var rows = RuleRows(.responses, .existence)
        rows.add("response-media-type-added", .info, .response, "{subject} may be {name} now")
        rows.add("response-media-type-removed", .breaking, .response, "{subject} isn't {name} any more")
        rows.add("response-body-media-type-schema-added", .info, .response, "{subject} fits a schema now")
        rows.add("response-body-media-type-schema-removed", .warning, .response, "{subject} may be anything now")
        rows.add("response-body-media-type-item-schema-added", .info, .response, .later, "{subject} fits a schema now")
        rows.add(
            "response-body-media-type-item-schema-removed", .warning, .response, .later, "{subject} may be anything now"
        )
        return rows
    }()

    private static let mediaNames: RuleRows = {
        var rows = RuleRows(.responses, .type)
        rows.add("response-media-type-name-changed", .info, .response, "{subject} is {new} now; it was {old}")
        rows.add(
            "response-media-type-name-generalized", .breaking, .response,
            "{subject} is {new} now, which stands for more than {old}")
        rows.add(
            "response-media-type-name-specialized", .info, .response,
            "{subject} is {new} now, which stands for less than {old}")
        return rows
    }()
}

extension Response {
    fileprivate var spot: Spot {
        Spot(position, isKey: true)
    }
}
