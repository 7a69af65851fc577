// The client: servers, security schemes, and the names of its methods.

import MartletConfiguration
import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct ClientLowering {
    private let document: Document
    private let configuration: Configuration

    init(_ document: Document, _ configuration: Configuration) {
        self.document = document
        self.configuration = configuration
    }

    func client(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> Client {
        OperationChoice(configuration, document.tags).reportUnknown(in: document, &diagnostics)
        let sources = operations
        var scope = NameScope(reserved: [
            "raw": "the client without decoding", "init": "`x.init` is an initialiser",
            "self": "`x.self` is the value itself",
        ])
        let names = scope.claim(
            sources.map { ($0.operation.operationID ?? Self.readableID($0), $0.operation.position) },
            spelt: SwiftName.member, &diagnostics)
        let security = SecurityLowering(document)
        let servers = ServerLowering(document)
        let lowered = zip(sources, names).map { source, name in
            OperationLowering(
                source, named: name, security: security.alternatives(of: source.operation),
                isAuthorized: security.authorizes(source.operation), servers: servers,
                idempotencyHeader: configuration.idempotencyHeader
            )
            .operation(&schemas, streamName: { _ in scope.claim(name + "Stream") }, &diagnostics)
        }
        let schemes = security.schemes(for: sources.map(\.operation), &diagnostics)
        let environment = EnvironmentLowering(
            settings: configuration.environment, places: ConfigurationPlaces(configuration.root),
            position: document.position)
        var client = Client(
            name: "Client", servers: servers.choices(&schemas, &diagnostics), incompleteServer: servers.incompleteURL,
            securitySchemes: schemes, operations: lowered)
        client.environment = environment.environment(of: client, &diagnostics)
        return client
    }

    private var operations: [OperationSource] {
        let choice = OperationChoice(configuration, document.tags)
        return document.paths.flatMap { item in
            item.operations.filter { choice.contains($0, at: item.path) }.map {
                OperationSource(path: item.path, item: item, operation: $0)
            }
        }
    }

    /// `GET /api/v1/pets/{id}/toys` is `getPetsByIdToys`; of another version, `getV2PetsByIdToys`, so that a document may
    /// gain one without a change of the names that were there.
    private static func readableID(_ source: OperationSource) -> String {
        let template = PathTemplate(source.path, declared: source.pathParameterNames)
        let path = template.path.split(separator: "/")
        let telling = path.drop { $0 == "api" || isFirstVersion($0) }
        let steps = (telling.contains { !$0.hasPrefix("{") } ? telling : path[...]).map { step in
            step.hasPrefix("{") ? "by " + step.filter { $0 != "{" && $0 != "}" } : String(step)
        }
        return ([source.operation.method.lowercased()] + steps + [template.fragment]).joined(separator: " ")
    }

    /// `v1`, `v1.0`: what nearly every path begins with tells nothing.
    private static func isFirstVersion(_ step: Substring) -> Bool {
        step == "v1" || step == "v1.0"
    }
}
