// What the service sends by itself: the bodies of webhooks, and of the callbacks of operations, as types.

import MartletConfiguration
import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

/// A body that has a type of its own name gets an alias, so that it is found by the name of the webhook:
/// `PetCreatedWebhook`, of a callback `SubscribeOnEventCallback`. What the receiver is to answer is `…Response`.
struct WebhookLowering {
    private struct Request {
        var operation: MartletOpenAPI.Operation
        /// Before `Webhook` or `Callback`.
        var name: String
        var kind: String
        /// What it is, for documentation: ``the webhook `petCreated` ``.
        var what: String
    }

    private let document: Document
    private let choice: OperationChoice

    init(_ document: Document, _ configuration: Configuration) {
        self.document = document
        choice = OperationChoice(configuration, document.tags)
    }

    func declare(in schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) {
        for request in webhooks + callbacks {
            let end = SwiftName.type(request.name).hasSuffix(request.kind) ? "" : request.kind
            let name = SwiftName.type(request.name) + end
            let lines = DocumentationLowering.lines(request.operation.summary ?? request.operation.description)
            let space = lines.isEmpty ? [] : [""]
            declare(
                request.operation.requestBody?.content, named: name,
                Documentation(lines + space + ["The body of \(request.what)."]), &schemas, &diagnostics)
            let answer = request.operation.responses.first { $0.status.isSuccess && !$0.content.isEmpty }
            declare(
                answer?.content, named: name + "Response",
                Documentation(["What the receiver of \(request.what) answers."]), &schemas, &diagnostics)
        }
    }

    private var webhooks: [Request] {
        document.webhooks.flatMap { item in
            item.operations.filter { choice.contains($0, at: item.path) }.map { operation in
                let method = item.operations.count > 1 ? " " + operation.method.lowercased() : ""
                return Request(
                    operation: operation, name: operation.operationID ?? item.path + method, kind: "Webhook",
                    what: "the webhook `\(item.path)`")
            }
        }
    }

    /// Those of the operations that are chosen.
    private var callbacks: [Request] {
        document.paths.flatMap { item in
            item.operations.filter { choice.contains($0, at: item.path) }.flatMap { callbacks(of: $0, at: item.path) }
        }
    }

    private func callbacks(of operation: MartletOpenAPI.Operation, at path: String) -> [Request] {
        let owner = operation.operationID ?? "\(operation.method.lowercased()) \(path)"
        return operation.callbacks.flatMap { callback in
            let all = callback.items.flatMap { item in item.operations.map { (item.path, $0) } }
            return all.filter { !choice.excludes($0.1, at: $0.0) }.map { _, inner in
                let method = all.count > 1 ? " " + inner.method.lowercased() : ""
                return Request(
                    operation: inner, name: inner.operationID ?? "\(owner) \(callback.name)\(method)",
                    kind: "Callback", what: "the callback `\(callback.name)` of `\(owner)`")
            }
        }
    }

    private func declare(
        _ content: [MediaType]?, named name: String, _ documentation: Documentation,
        _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) {
        guard let content, let media = Self.preferred(content) else { return }
        let type = media.type(hint: name, &schemas, &diagnostics)
        if let schema = media.schema, schemas.declaresInline(schema, &diagnostics) {
            if case .declared(let path) = type { schemas.describe(path, documentation) }
            return
        }
        schemas.declare([
            TypeDeclaration(
                name: schemas.names.claimInline(name), documentation: documentation, kind: .alias(type),
                origin: diagnostics.origin(of: media.position))
        ])
    }

    /// What can be read as JSON, else a form, whose members are those of its schema.
    private static func preferred(_ content: [MediaType]) -> MediaType? {
        content.first { $0.kind == .json } ?? content.first { $0.kind == .form || $0.kind == .multipart }
    }
}

extension SchemaLowering {
    /// Whether `schema` is declared where it stands, under the name that it is given there.
    fileprivate mutating func declaresInline(_ schema: Schema, _ diagnostics: inout Diagnostics) -> Bool {
        let normal = normalizer.normal(schema, &diagnostics)
        switch normal.shape {
        case .object, .tuple, .union: return !normal.isNullable
        case .enumeration(let values): return values.rawType != .bool && !normal.isNullable
        case .any, .array, .map, .primitive, .reference: return false
        }
    }
}
