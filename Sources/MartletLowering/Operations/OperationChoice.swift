// Which operations of a document a configuration chooses, webhooks and callbacks included.

import MartletConfiguration
import MartletOpenAPI
import MartletSource

struct OperationChoice {
    private let include: Selection
    private let exclude: Selection
    /// The tags under each tag, itself included.
    private let families: [String: Set<String>]
    private let places: ConfigurationPlaces

    /// A tag stands for those under it too (OpenAPI 3.2.0, section 4.22.1).
    init(_ configuration: Configuration, _ tags: [Tag]) {
        include = configuration.include
        exclude = configuration.exclude
        places = ConfigurationPlaces(configuration.root)
        let parents = Dictionary(tags.map { ($0.name, $0.parent) }) { first, _ in first }
        var families: [String: Set<String>] = [:]
        for tag in tags {
            var name = Optional(tag.name)
            while let above = name, families[above, default: []].insert(tag.name).inserted {
                name = parents[above] ?? nil
            }
        }
        self.families = families
    }

    /// `path` is the key of its path item: of a webhook, its name.
    func contains(_ operation: MartletOpenAPI.Operation, at path: String) -> Bool {
        let isChosen =
            !include.choosesOperations && include.schemas.isEmpty || matches(include, operation, path)
        return isChosen && !matches(exclude, operation, path)
    }

    /// Whether the configuration leaves out an operation that its surroundings choose: that of a callback.
    func excludes(_ operation: MartletOpenAPI.Operation, at path: String) -> Bool {
        matches(exclude, operation, path)
    }

    private func matches(_ selection: Selection, _ operation: MartletOpenAPI.Operation, _ path: String) -> Bool {
        if selection.contains(operation: operation.operationID, tags: operation.tags, path: path) { return true }
        return selection.tags.contains { tag in
            families[tag].map { family in operation.tags.contains(where: family.contains) } ?? false
        }
    }

    /// A choice that chooses nothing is a slip: the client would lack what was asked for.
    func reportUnknown(in document: Document, _ diagnostics: inout Diagnostics) {
        let items = document.paths + document.webhooks
        let all = items.flatMap(\.operations)
        let callbacks = all.flatMap(\.callbacks).flatMap(\.items).flatMap(\.operations)
        let ids = Set((all + callbacks).compactMap(\.operationID))
        let tags = Set((all + callbacks).flatMap(\.tags))
        var nearest = NearestKey()
        for (list, selection) in [("include", include), ("exclude", exclude)] {
            let operations = selection.operations.filter { !ids.contains($0) }
            report(operations, "operation", [list, "operations"], known: ids.sorted())
            let unknownTags = selection.tags.filter { tag in
                !tags.contains(tag) && families[tag, default: []].isDisjoint(with: tags)
            }
            report(unknownTags, "tag", [list, "tags"], known: tags.sorted())
            let paths = selection.paths.filter { pattern in
                !items.contains { Selection.matches($0.path, pattern: pattern) }
            }
            report(paths, "path", [list, "paths"], known: items.map(\.path))
        }
        func report(_ unknown: [String], _ kind: String, _ key: [String], known: [String]) {
            for name in unknown {
                let place = places.position(of: name, among: key)
                let hint = nearest.hint(for: name, among: known)
                diagnostics.report(
                    .unknownChoice("\(kind) '\(name)'", hint, isInFile: place != nil), at: place ?? document.position)
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownChoice(_ choice: String, _ hint: String, isInFile: Bool) -> Diagnostic {
        let advice = hint.isEmpty ? "; fix or remove it" : hint
        return Diagnostic(
            .error, id: "unknown-selection",
            "\(isInFile ? "the configuration" : "the command line") names the \(choice), which no operation of the document "
                + "has\(advice)")
    }
}
