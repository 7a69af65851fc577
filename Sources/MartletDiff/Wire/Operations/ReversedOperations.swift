// Webhooks and callbacks: the server asks and the client answers, so that what is sent and received changes places.
import MartletOpenAPI

struct ReversedOperations {
    private let old: Document
    private let new: Document

    init(_ old: Document, _ new: Document) {
        self.old = old
        self.new = new
    }

    /// The bodies of those that both versions have; reports what isn't in schemas.
    func payloads(
        _ schemas: inout SchemaComparison, _ findings: inout FindingList
    ) -> [(index: Int, context: PayloadContext)] {
        var payloads: [(index: Int, context: PayloadContext)] = []
        for pair in OperationPairing(old.webhooks, new.webhooks).pairs {
            let name = "webhook \(pair.new.name)"
            compareNeed(pair.old.operation, pair.new.operation, name, prefix: "", &findings)
            compareContents(pair.old.operation, pair.new.operation, name, prefix: "", &findings)
            compareParts(pair.old, pair.new, name, prefix: "", &findings)
            add(pair.old.operation, pair.new.operation, name, prefix: "", &schemas, &payloads, &findings)
        }
        for pair in OperationPairing(old.paths, new.paths).pairs {
            for (callback, other) in CallbackRules(pair.old, pair.new).pairs(&findings) {
                // Several methods have one URL.
                var moves: Set<String> = []
                for inner in OperationPairing(callback.items, other.items).pairs {
                    let name = "\(pair.new.name), callback \(callback.name) \(inner.new.operation.method)"
                    compareNeed(inner.old.operation, inner.new.operation, name, prefix: RuleNames.callbacks, &findings)
                    compareContents(
                        inner.old.operation, inner.new.operation, name, prefix: RuleNames.callbacks, &findings)
                    compareParts(inner.old, inner.new, name, prefix: RuleNames.callbacks, &findings)
                    let move = "\(inner.old.item.path) \(inner.new.item.path)"
                    if inner.old.item.path != inner.new.item.path, moves.insert(move).inserted {
                        findings.add(
                            "callback-url-changed", name: callback.name, from: inner.old.item.path,
                            to: inner.new.item.path, operation: pair.new.name, at: inner.old.spot, inner.new.spot)
                    }
                    add(
                        inner.old.operation, inner.new.operation, name, prefix: RuleNames.callbacks, &schemas,
                        &payloads,
                        &findings)
                }
            }
        }
        return payloads
    }

    /// A body that may be missing now is what receivers aren't made for.
    private func compareNeed(
        _ before: Operation, _ after: Operation, _ name: String, prefix: String, _ findings: inout FindingList
    ) {
        guard let old = before.requestBody, let new = after.requestBody, old.isRequired != new.isRequired else {
            return
        }
        findings.add(
            "request-body-became-" + (new.isRequired ? "required" : "optional"), prefix: prefix,
            level: new.isRequired ? .info : .breaking, operation: name, at: Spot(old.position), Spot(new.position))
    }

    /// What comes beside the body, and which statuses the sender expects.
    private func compareParts(
        _ before: LocatedOperation, _ after: LocatedOperation, _ name: String, prefix: String,
        _ findings: inout FindingList
    ) {
        func key(_ parameter: Parameter) -> String {
            let name = parameter.location == .header ? parameter.name.lowercased() : parameter.name
            return "\(parameter.location.rawValue) \(name)"
        }
        func all(_ located: LocatedOperation) -> [Parameter] {
            let own = located.operation.parameters
            return located.item.parameters.filter { shared in !own.contains { key($0) == key(shared) } } + own
        }
        func title(_ parameter: Parameter) -> String { "\(parameter.location.rawValue) parameter '\(parameter.name)'" }
        let (olds, news) = (all(before), all(after))
        for parameter in olds where !news.contains(where: { key($0) == key(parameter) }) {
            findings.add(
                "received-parameter-removed", name: title(parameter), prefix: prefix, operation: name,
                at: Spot(parameter.position), after.spot)
        }
        for parameter in news where !olds.contains(where: { key($0) == key(parameter) }) {
            findings.add(
                "received-parameter-added", name: title(parameter), prefix: prefix, operation: name, at: before.spot,
                Spot(parameter.position))
        }
        let (answers, others) = (before.operation.responses, after.operation.responses)
        for answer in others
        where answer.status.hasPrefix("2") && !Self.expects(answer.status, answers) {
            findings.add(
                "expected-status-added", name: answer.status, prefix: prefix, operation: name, at: before.spot,
                Spot(answer.position, isKey: true))
        }
        for answer in answers
        where answer.status.hasPrefix("2") && !Self.expects(answer.status, others) {
            findings.add(
                "expected-status-removed", name: answer.status, prefix: prefix, operation: name,
                at: Spot(answer.position, isKey: true), after.spot)
        }
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.components, .existence)
        rows.add(
            "received-parameter-removed", .breaking, .response, .own, "the {name} isn't received any more")
        rows.add("received-parameter-added", .info, .response, .own, "the {name} is received too now")
        rows.add(
            "expected-status-removed", .breaking, .request, .own, "the answer {name} isn't expected any more")
        rows.add("expected-status-added", .info, .request, .own, "the answer {name} is expected too now")
        rows.add(
            "callback-url-changed", .breaking, .both, .own,
            "the URL of the callback '{name}' comes from {new} now; it came from {old}")
        return [rows]
    }()

    /// A body that is written otherwise now, or is no more, is what receivers can't read.
    private func compareContents(
        _ before: Operation, _ after: Operation, _ name: String, prefix: String, _ findings: inout FindingList
    ) {
        let pairing = MediaPairing(before.requestBody?.content ?? [], after.requestBody?.content ?? [])
        for (how, media) in pairing.removed.map({ ("removed", $0) }) + pairing.added.map({ ("added", $0) }) {
            let spot = Spot(media.position, isKey: true)
            let (olds, news) = (Spot(before.position, isKey: true), Spot(after.position, isKey: true))
            findings.add(
                "response-media-type-\(how)", "the body that is received", name: media.name, prefix: prefix,
                operation: name, at: how == "removed" ? spot : olds, how == "removed" ? news : spot)
        }
        for pair in pairing.pairs {
            guard let how = pair.relation.name else { continue }
            findings.add(
                "response-media-type-name-\(how)", "the body that is received", from: pair.old.name, to: pair.new.name,
                prefix: prefix, operation: name, at: Spot(pair.old.position, isKey: true),
                Spot(pair.new.position, isKey: true))
        }
    }

    /// Whether `status` is one of `responses`, or in a range that is.
    private static func expects(_ status: String, _ responses: [Response]) -> Bool {
        responses.contains { response in
            response.status == status
                || response.status.uppercased().hasSuffix("XX") && response.status.prefix(1) == status.prefix(1)
        }
    }

    private func add(
        _ before: Operation, _ after: Operation, _ name: String, prefix: String,
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        let bodies = MediaPairing(before.requestBody?.content ?? [], after.requestBody?.content ?? []).pairs
        for pair in bodies {
            let context = PayloadContext(
                operation: name, direction: .response, scope: .body, isJSON: pair.new.isJSON, prefix: prefix,
                subject: "the body that is received", memberSubject: "property '{path}' that is received")
            MediaComparison(pair.old, pair.new, context, start: "response-body-media-type")
                .compare(&schemas, &payloads, &findings)
        }
        for response in before.responses {
            guard let other = after.responses.first(where: { $0.status == response.status }) else { continue }
            for pair in MediaPairing(response.content, other.content).pairs {
                let context = PayloadContext(
                    operation: name, direction: .request, scope: .body, isJSON: pair.new.isJSON, prefix: prefix,
                    subject: "the body of the \(other.status) answer",
                    memberSubject: "property '{path}' of the \(other.status) answer")
                MediaComparison(pair.old, pair.new, context, start: "request-body-media-type")
                    .compare(&schemas, &payloads, &findings)
            }
        }
    }
}
