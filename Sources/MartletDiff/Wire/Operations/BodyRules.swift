// Request bodies: whether there is one, in which media types, and what it must fit.

import MartletOpenAPI

struct BodyRules {
    private let comparison: OperationComparison

    init(_ comparison: OperationComparison) {
        self.comparison = comparison
    }

    func compare(
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        let (before, after) = (comparison.old.operation.requestBody, comparison.new.operation.requestBody)
        func add(_ id: String, _ old: Spot?, _ new: Spot?) {
            findings.add(id, operation: comparison.name, at: old, new)
        }
        switch (before, after) {
        case (nil, nil): break
        case (nil, let new?):
            add(
                "request-body-added-" + (new.isRequired ? "required" : "optional"), comparison.old.spot,
                Spot(new.position))
        case (let old?, nil): add("request-body-removed", Spot(old.position), comparison.new.spot)
        case (let old?, let new?):
            if old.isRequired != new.isRequired {
                add(
                    "request-body-became-" + (new.isRequired ? "required" : "optional"), Spot(old.position),
                    Spot(new.position))
            }
            compare(old, new, &schemas, &payloads, &findings)
        }
    }

    private func compare(
        _ old: RequestBody, _ new: RequestBody, _ schemas: inout SchemaComparison,
        _ payloads: inout [(index: Int, context: PayloadContext)], _ findings: inout FindingList
    ) {
        let pairing = MediaPairing(old.content, new.content)
        for media in pairing.removed(besides: new.content) {
            findings.add(
                "request-body-media-type-removed", name: media.name, operation: comparison.name,
                at: Spot(media.position, isKey: true), Spot(new.position))
        }
        for media in pairing.added {
            findings.add(
                "request-body-media-type-added", name: media.name, operation: comparison.name, at: Spot(old.position),
                Spot(media.position, isKey: true))
        }
        for pair in pairing.pairs {
            if pair.relation != .same, pair.old.range != pair.new.range {
                // What was sent is still taken where a range stands for it.
                let isWider = MediaRange(pair.new.range).covers(pair.old.range)
                findings.add(
                    isWider ? "request-body-media-type-added" : "request-body-media-type-name-changed",
                    name: pair.new.name, from: pair.old.name, to: pair.new.name,
                    operation: comparison.name, at: Spot(pair.old.position, isKey: true),
                    Spot(pair.new.position, isKey: true))
            }
            let suffix = pairing.pairs.count > 1 ? " as \(pair.new.essence)" : ""
            let encodings = EncodingRules(pair.old, pair.new, comparison.name)
            let context = PayloadContext(
                operation: comparison.name, direction: .request, scope: .body,
                writing: BodyWriting(pair.old, pair.new).writing(&schemas, rewritten: encodings.rewritten(&schemas)),
                subject: "the request body" + suffix, memberSubject: "request property '{path}'" + suffix)
            let media = MediaComparison(pair.old, pair.new, context, start: "request-body-media-type")
            media.compare(&schemas, &payloads, &findings)
            encodings.compare(&schemas, &findings)
        }
    }

    static let rules: [RuleRows] = [existence, requiredness]

    private static let existence: RuleRows = {
        var rows = RuleRows(.requestBody, .existence)
        rows.add("request-body-added-required", .breaking, .request, "a request body is required now")
        rows.add("request-body-added-optional", .info, .request, "a request body may be sent now")
        rows.add("request-body-removed", .breaking, .request, "the request body was removed")
        rows.add("request-body-media-type-added", .info, .request, "the request body may be {name} now")
        rows.add("request-body-media-type-removed", .breaking, .request, "the request body can't be {name} any more")
        rows.add(
            "request-body-media-type-name-changed", .breaking, .request, .own,
            "the request body must be {new} now; it was {old}")
        rows.add("request-body-media-type-schema-added", .breaking, .request, "{subject} must fit a schema now")
        rows.add("request-body-media-type-schema-removed", .info, .request, "{subject} may be anything now")
        rows.add(
            "request-body-media-type-item-schema-added", .breaking, .request, .later,
            "{subject}: its items must fit a schema now")
        rows.add(
            "request-body-media-type-item-schema-removed", .info, .request, .later,
            "{subject}: its items may be anything now")
        return rows
    }()

    private static let requiredness: RuleRows = {
        var rows = RuleRows(.requestBody, .requiredness)
        rows.add("request-body-became-required", .breaking, .request, "the request body became required")
        rows.add("request-body-became-optional", .info, .request, "the request body became optional")
        return rows
    }()
}
