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
            add(pair.old.operation, pair.new.operation, name, prefix: "", &schemas, &payloads)
        }
        for pair in OperationPairing(old.paths, new.paths).pairs {
            for (callback, other) in CallbackRules(pair.old, pair.new).pairs(&findings) {
                for inner in OperationPairing(callback.items, other.items).pairs {
                    let name = "\(pair.new.name), callback \(callback.name) \(inner.new.operation.method)"
                    compareNeed(inner.old.operation, inner.new.operation, name, prefix: RuleNames.callbacks, &findings)
                    compareContents(
                        inner.old.operation, inner.new.operation, name, prefix: RuleNames.callbacks, &findings)
                    add(
                        inner.old.operation, inner.new.operation, name, prefix: RuleNames.callbacks, &schemas, &payloads
                    )
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
    }

    private func add(
        _ before: Operation, _ after: Operation, _ name: String, prefix: String,
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)]
    ) {
        let bodies = MediaPairing(before.requestBody?.content ?? [], after.requestBody?.content ?? []).pairs
        for pair in bodies {
            guard let first = pair.old.schema, let second = pair.new.schema else { continue }
            let context = PayloadContext(
                operation: name, direction: .response, scope: .body, isJSON: pair.new.isJSON, prefix: prefix,
                subject: "the body that is received", memberSubject: "property '{path}' that is received")
            payloads.append((schemas.compare(first, second), context))
        }
        for response in before.responses {
            guard let other = after.responses.first(where: { $0.status == response.status }) else { continue }
            for pair in MediaPairing(response.content, other.content).pairs {
                guard let first = pair.old.schema, let second = pair.new.schema else { continue }
                let context = PayloadContext(
                    operation: name, direction: .request, scope: .body, isJSON: pair.new.isJSON, prefix: prefix,
                    subject: "the body of the \(other.status) answer",
                    memberSubject: "property '{path}' of the \(other.status) answer")
                payloads.append((schemas.compare(first, second), context))
            }
        }
    }
}
