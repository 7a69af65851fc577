// The document to the intermediate model, stage by stage.

package import MartletConfiguration
package import MartletIR
package import MartletOpenAPI
import MartletPasses
package import MartletSource

package struct Lowering {
    private let document: Document
    private let configuration: Configuration

    package init(_ document: Document, _ configuration: Configuration) {
        self.document = document
        self.configuration = configuration
    }

    package func api(_ diagnostics: inout Diagnostics) -> API {
        lowered(&diagnostics).api
    }

    /// The model, and the examples of what it has types for.
    package func lowered(_ diagnostics: inout Diagnostics) -> (api: API, examples: [Example]) {
        let names = TypeNames(document.components, &diagnostics)
        let settings = TypeSettings(
            keepsUnknownMembers: configuration.keepsUnknownMembers, explicitNull: configuration.explicitNull,
            excluded: excludedLocations(&diagnostics))
        var normalizer = Normalizer(
            table: document.schemas, formats: Formats(configuration.formats), limits: configuration.limits)
        let facts = DocumentFacts(document, names: names, &normalizer, &diagnostics)
        var schemas = SchemaLowering(normalizer: normalizer, names: names, facts: facts, settings: settings)
        for component in chosenComponents(&diagnostics) { _ = schemas.request(component.location) }
        var client = ClientLowering(document, configuration).client(&schemas, &diagnostics)
        WebhookLowering(document, configuration).declare(in: &schemas, &diagnostics)
        schemas.lowerRequested(&diagnostics)
        schemas.normalizer.formats.reportIdle(configuration.root, at: document.position, &diagnostics)
        var roles = EventRoles(schemas.declared, streams: schemas.streams)
        let index = roles.assign(&client.operations, &schemas.names, &diagnostics)
        let texts = JoinedTexts(index)
        var joined: [[String]: [String: JoinedText]] = [:]
        for request in schemas.joinedTexts {
            joined[request.type, default: [:]][request.property] = texts.text(request, &diagnostics)
        }
        var cycles = ValueCycles(index.declarations.map { $0.adding(joined, path: [$0.name]) })
        let types = cycles.broken().sorted { $0.name < $1.name }
        let pagination = PaginationLowering(types, operationSources, configuration.pagination)
        pagination.assign(to: &client.operations, &diagnostics)
        report(cycles.untyped, Diagnostic.recursiveAlias, schemas.names, &diagnostics)
        report(cycles.circular, Diagnostic.recursiveUnion, schemas.names, &diagnostics)
        let api = API(
            title: document.info.title, version: document.info.version, documentation: documentation,
            namespace: configuration.namespace, types: types, client: client)
        let links = DocumentationLinks(linkable(types, schemas.names))
        return (links.linked(api), schemas.examples.rows)
    }

    /// The types that descriptions may name, by what the document calls them.
    private func linkable(_ types: [TypeDeclaration], _ names: TypeNames) -> [String: String] {
        let declared = Set(types.map(\.name))
        var linkable: [String: String] = [:]
        for component in document.components.schemas {
            if let name = names[component.location], declared.contains(name) { linkable[component.name] = name }
        }
        return linkable
    }

    /// Says of each type, by what the document calls it, what is wrong with it.
    private func report(
        _ types: [String], _ fault: (String) -> Diagnostic, _ names: TypeNames, _ diagnostics: inout Diagnostics
    ) {
        for name in types {
            let component = document.components.schemas.first { names[$0.location] == name }
            diagnostics.report(fault(component?.name ?? name), at: component?.schema.position)
        }
    }

    /// The schemas that are declared whether or not an operation reaches them.
    private func chosenComponents(_ diagnostics: inout Diagnostics) -> [NamedSchema] {
        let all = document.components.schemas
        let include = configuration.include
        reportUnknown(include.schemas, of: "include", &diagnostics)
        if !include.schemas.isEmpty { return all.filter { include.schemas.contains($0.name) } }
        if include.choosesOperations || configuration.exclude.choosesOperations { return [] }
        return all.filter { !configuration.exclude.schemas.contains($0.name) }
    }

    private func excludedLocations(_ diagnostics: inout Diagnostics) -> Set<SchemaLocation> {
        let names = configuration.exclude.schemas
        reportUnknown(names, of: "exclude", &diagnostics)
        return Set(document.components.schemas.filter { names.contains($0.name) }.map(\.location))
    }

    private func reportUnknown(_ names: [String], of list: String, _ diagnostics: inout Diagnostics) {
        let known = document.components.schemas.map(\.name)
        var nearest = NearestKey()
        for name in Set(names).subtracting(known).sorted() {
            let place = ConfigurationPlaces(configuration.root).position(of: name, among: [list, "schemas"])
            let hint = nearest.hint(for: name, among: known)
            diagnostics.report(.unknownSchema(name, hint, isInFile: place != nil), at: place ?? document.position)
        }
    }

    private var operationSources: [OperationSource] {
        document.paths.flatMap { item in
            item.operations.map { OperationSource(path: item.path, item: item, operation: $0) }
        }
    }

    private var documentation: Documentation {
        Documentation(DocumentationLowering.lines(document.info.description ?? document.info.summary))
    }
}

extension TypeDeclaration {
    /// With the joined texts of its properties, and of those of the types inside it.
    fileprivate func adding(_ joined: [[String]: [String: JoinedText]], path: [String]) -> TypeDeclaration {
        if joined.isEmpty { return self }
        var declaration = self
        if let texts = joined[path], case .structure(var structure) = kind {
            for place in structure.properties.indices {
                structure.properties[place].joined = texts[structure.properties[place].name]
            }
            declaration.kind = .structure(structure)
        }
        declaration.nested = nested.map { $0.adding(joined, path: path + [$0.name]) }
        return declaration
    }
}

extension Diagnostic {
    fileprivate static func unknownSchema(_ name: String, _ hint: String, isInFile: Bool) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-selection",
            "\(isInFile ? "the configuration" : "the command line") names the schema '\(name)', which the document doesn't have"
                + (hint.isEmpty ? "; fix or remove it" : hint))
    }

    fileprivate static func recursiveAlias(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "recursive-alias",
            "'\(name)' is a list or a map of itself, for which there is no Swift type; any JSON value is taken")
    }

    fileprivate static func recursiveUnion(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "recursive-union",
            "'\(name)' is one of its own branches, with nothing in between; any JSON value is taken for that branch; "
                + "list the other branches in its place")
    }
}
