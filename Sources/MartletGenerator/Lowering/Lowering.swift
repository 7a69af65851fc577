// The document to the intermediate model, stage by stage.
import MartletIR
import MartletOpenAPI
import MartletSource

struct Lowering {
    private let document: Document
    private let configuration: Configuration

    init(_ document: Document, _ configuration: Configuration) {
        self.document = document
        self.configuration = configuration
    }

    func api(_ diagnostics: inout Diagnostics) -> API {
        let names = TypeNames(document.components.schemas, &diagnostics)
        let settings = TypeSettings(
            keepsUnknownMembers: configuration.keepsUnknownMembers, explicitNull: configuration.explicitNull)
        var schemas = SchemaLowering(normalizer: Normalizer(table: document.schemas), names: names, settings: settings)
        var tags = TagMembers()
        tags.collect(roots, &schemas.normalizer, names: names, &diagnostics)
        schemas.tags = tags
        if configuration.includesAll {
            for component in document.components.schemas { _ = schemas.request(component.location) }
        }
        var client = ClientLowering(document, configuration).client(&schemas, &diagnostics)
        schemas.lowerRequested(&diagnostics)
        var roles = EventRoles(schemas.declarations)
        let declarations = roles.assign(&client.operations, &schemas.names)
        var cycles = ValueCycles(declarations)
        let types = cycles.broken().sorted { $0.name < $1.name }
        report(cycles.untyped, schemas.names, &diagnostics)
        return API(
            title: document.info.title, version: document.info.version, documentation: documentation, types: types,
            client: client)
    }

    private func report(_ untyped: [String], _ names: TypeNames, _ diagnostics: inout Diagnostics) {
        for name in untyped {
            let component = document.components.schemas.first { names[$0.location] == name }
            diagnostics.report(.recursiveAlias(component?.name ?? name), at: component?.schema.position)
        }
    }

    private var documentation: Documentation {
        Documentation(DocumentationLowering.lines(document.info.description ?? document.info.summary))
    }

    /// Every schema from which types come: unions anywhere below them name the tags of their branches.
    private var roots: [Schema] {
        let operations = (document.paths + document.webhooks).flatMap { item in
            item.operations.flatMap { operation in
                let media = (operation.requestBody?.content ?? []) + operation.responses.flatMap(\.content)
                return media.flatMap { [$0.schema, $0.itemSchema].compactMap { $0 } }
                    + (item.parameters + operation.parameters).compactMap(\.schema)
            }
        }
        return document.components.schemas.map(\.schema) + operations
    }
}

extension Diagnostic {
    fileprivate static func recursiveAlias(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "recursive-alias",
            "'\(name)' is a list or a map of itself, for which there is no Swift type; any JSON value is taken")
    }
}
