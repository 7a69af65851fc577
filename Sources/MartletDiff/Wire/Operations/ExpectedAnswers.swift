// How the sender of a webhook or a callback expects to be answered.

import MartletOpenAPI

struct ExpectedAnswers {
    private let operation: ReversedOperation

    init(_ operation: ReversedOperation) {
        self.operation = operation
    }

    func compare(
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        compareStatuses(&findings)
        for answer in operation.old.operation.responses {
            guard let other = operation.new.operation.responses.first(where: { $0.status == answer.status }) else {
                continue
            }
            compareHeaders(answer, other, &findings)
            compareContents(answer, other, &schemas, &payloads, &findings)
        }
    }

    private func compareStatuses(_ findings: inout FindingList) {
        let (before, after) = (operation.old.operation.responses, operation.new.operation.responses)
        for answer in after where answer.status.isSuccess && !Self.expects(answer.status, before) {
            let spot = Spot(answer.position, isKey: true)
            operation.add(
                "expected-status-added", name: answer.status.description, at: operation.old.spot, spot, &findings)
        }
        for answer in before where answer.status.isSuccess && !Self.expects(answer.status, after) {
            let spot = Spot(answer.position, isKey: true)
            operation.add(
                "expected-status-removed", name: answer.status.description, at: spot, operation.new.spot, &findings)
        }
    }

    /// Whether `status` is one of `responses`, or in a range that is.
    private static func expects(_ status: ResponseStatus, _ responses: [Response]) -> Bool {
        responses.contains { $0.status == status || $0.status.covers(status) }
    }

    /// Only those that must be there are asked for.
    private func compareHeaders(_ before: Response, _ after: Response, _ findings: inout FindingList) {
        func needed(_ response: Response) -> [Header] { response.headers.filter(\.isRequired) }
        func has(_ headers: [Header], _ header: Header) -> Bool {
            headers.contains { $0.name.lowercased() == header.name.lowercased() }
        }
        for header in needed(after) where !has(needed(before), header) {
            operation.add(
                "expected-header-added", "the \(after.status) answer", name: header.name,
                at: Spot(before.position, isKey: true), Spot(header.position, isKey: true), &findings)
        }
        for header in needed(before) where !has(needed(after), header) {
            operation.add(
                "expected-header-removed", "the \(after.status) answer", name: header.name,
                at: Spot(header.position, isKey: true), Spot(after.position, isKey: true), &findings)
        }
    }

    private func compareContents(
        _ before: Response, _ after: Response, _ schemas: inout SchemaComparison,
        _ payloads: inout [(index: Int, context: PayloadContext)], _ findings: inout FindingList
    ) {
        let (olds, news) = (Spot(before.position, isKey: true), Spot(after.position, isKey: true))
        let subject = "the \(after.status) answer"
        guard before.content.isEmpty == after.content.isEmpty else {
            let how = before.content.isEmpty ? "added" : "removed"
            return operation.add("expected-body-\(how)", subject, at: olds, news, &findings)
        }
        let pairing = MediaPairing(before.content, after.content)
        for media in pairing.removed {
            let spot = Spot(media.position, isKey: true)
            operation.add("expected-media-type-removed", subject, name: media.name, at: spot, news, &findings)
        }
        for media in pairing.added {
            let spot = Spot(media.position, isKey: true)
            operation.add("expected-media-type-added", subject, name: media.name, at: olds, spot, &findings)
        }
        for pair in pairing.pairs {
            let context = PayloadContext(
                operation: operation.name, direction: .request, scope: .body,
                writing: BodyWriting(pair.old, pair.new).writing(&schemas), prefix: operation.prefix,
                subject: "the body of " + subject, memberSubject: "property '{path}' of " + subject)
            MediaComparison(pair.old, pair.new, context, start: "request-body-media-type")
                .compare(&schemas, &payloads, &findings)
        }
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.components, .existence)
        rows.add("expected-status-removed", .breaking, .request, .own, "the answer {name} isn't expected any more")
        rows.add("expected-status-added", .info, .request, .own, "the answer {name} is expected too now")
        rows.add("expected-media-type-removed", .breaking, .request, .own, "{subject} can't be {name} any more")
        rows.add("expected-media-type-added", .info, .request, .own, "{subject} may be {name} now")
        rows.add("expected-body-added", .breaking, .request, .own, "{subject} must have a body now")
        rows.add("expected-body-removed", .info, .request, .own, "{subject} needs no body any more")
        rows.add("expected-header-added", .breaking, .request, .own, "{subject} must have the header '{name}' now")
        rows.add(
            "expected-header-removed", .info, .request, .own, "{subject} needn't have the header '{name}' any more")
        return [rows]
    }()
}
