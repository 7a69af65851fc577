// What comes with a webhook or a callback: the body, and the parameters beside it.

import MartletOpenAPI

struct ReceivedParts {
    private let operation: ReversedOperation

    init(_ operation: ReversedOperation) {
        self.operation = operation
    }

    func compare(
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        compareNeed(&findings)
        compareContents(&schemas, &payloads, &findings)
        compareParameters(&schemas, &payloads, &findings)
    }

    // MARK: The body

    /// A body that may be missing now is what receivers aren't made for.
    private func compareNeed(_ findings: inout FindingList) {
        guard let before = operation.old.operation.requestBody, let after = operation.new.operation.requestBody,
            before.isRequired != after.isRequired
        else { return }
        operation.add(
            "received-body-became-" + (after.isRequired ? "required" : "optional"), at: Spot(before.position),
            Spot(after.position), &findings)
    }

    /// A body that is written otherwise now, or is no more, is what receivers can't read.
    private func compareContents(
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        let pairing = MediaPairing(
            operation.old.operation.requestBody?.content ?? [], operation.new.operation.requestBody?.content ?? [])
        let subject = "the body that is received"
        for media in pairing.removed {
            let spot = Spot(media.position, isKey: true)
            operation.add(
                "response-media-type-removed", subject, name: media.name, at: spot, operation.new.spot, &findings)
        }
        for media in pairing.added {
            let spot = Spot(media.position, isKey: true)
            operation.add(
                "response-media-type-added", subject, name: media.name, at: operation.old.spot, spot, &findings)
        }
        for pair in pairing.pairs {
            if let how = pair.relation.name {
                operation.add(
                    "response-media-type-name-\(how)", subject, from: pair.old.name, to: pair.new.name,
                    at: Spot(pair.old.position, isKey: true), Spot(pair.new.position, isKey: true), &findings)
            }
            let context = PayloadContext(
                operation: operation.name, direction: .response, scope: .body,
                writing: BodyWriting(pair.old, pair.new).writing(&schemas), prefix: operation.prefix,
                subject: subject, memberSubject: "property '{path}' that is received")
            MediaComparison(pair.old, pair.new, context, start: "response-body-media-type")
                .compare(&schemas, &payloads, &findings)
        }
    }

    // MARK: Parameters

    private func compareParameters(
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        let (olds, news) = (Self.parameters(of: operation.old), Self.parameters(of: operation.new))
        for parameter in olds {
            let spot = Spot(parameter.position)
            guard let other = news.first(where: { $0.key == parameter.key }) else {
                operation.add(
                    "received-parameter-removed", name: Self.title(parameter), at: spot, operation.new.spot, &findings)
                continue
            }
            if parameter.isRequired != other.isRequired {
                operation.add(
                    "received-parameter-became-" + (other.isRequired ? "required" : "optional"),
                    name: Self.title(other), at: spot, Spot(other.position), &findings)
            }
            guard let first = parameter.schema ?? parameter.content?.schema,
                let second = other.schema ?? other.content?.schema
            else { continue }
            // What comes beside a body is written as headers of answers are.
            let subject = "the \(Self.title(other)) that is received"
            let context = PayloadContext(
                operation: operation.name, direction: .response, scope: .header,
                writing: ParameterSpelling.writing(
                    parameter, other, isRequired: parameter.isRequired || other.isRequired),
                prefix: operation.prefix, subject: subject, memberSubject: "'{path}' of " + subject)
            payloads.append((schemas.compare(first, second), context))
        }
        for parameter in news where !olds.contains(where: { $0.key == parameter.key }) {
            operation.add(
                "received-parameter-added", name: Self.title(parameter), at: operation.old.spot,
                Spot(parameter.position),
                &findings)
        }
    }

    private static func parameters(of located: LocatedOperation) -> [Parameter] {
        located.operation.parameters(in: located.item).filter { !$0.isDecidedElsewhere }
    }

    private static func title(_ parameter: Parameter) -> String {
        "\(parameter.location.rawValue) parameter '\(parameter.name)'"
    }

    static let rules: [RuleRows] = [existence, requiredness]

    private static let existence: RuleRows = {
        var rows = RuleRows(.components, .existence)
        rows.add("received-parameter-removed", .breaking, .response, .own, "the {name} isn't received any more")
        rows.add("received-parameter-added", .info, .response, .own, "the {name} is received too now")
        return rows
    }()

    private static let requiredness: RuleRows = {
        var rows = RuleRows(.components, .requiredness)
        for (what, text) in [("body", "the body that is received"), ("parameter", "the {name} that is received")] {
            rows.add("received-\(what)-became-optional", .breaking, .response, .own, text + " may be missing now")
            rows.add("received-\(what)-became-required", .info, .response, .own, text + " is always there now")
        }
        return rows
    }()
}
