// What a run does: one `martlet.yaml`, or the flags of one command line.

package import MartletSource

/// What a configuration makes of a format.
package enum FormatChoice: String, Sendable, CaseIterable {
    /// Integers are seconds since 1970, as a type with a date.
    case date
    /// The type of the schema says it all: a string is a `String`.
    case plain
}

package struct Configuration: Sendable {
    /// The document, as a path that can be opened from where the tool runs; `-` is standard input.
    package var spec: String
    /// Overlays in the order in which they are applied.
    package var overlays: [String] = []
    /// The enum that everything generated is nested in; nil for none.
    package var namespace: String?
    /// A folder of templates that replace the default ones of the same name; nil for none.
    package var templates: String?
    /// What `martlet update` fetches into `spec`.
    package var source: DocumentSource?
    /// The file that updates are listed in; nil for none.
    package var changelog: String?
    /// The folder that generated files go to; nil where it must come from the command line.
    package var output: String?
    /// Only what these operations reach, and these schemas, is generated; nothing chosen means everything.
    package var include = Selection()
    /// Operations that are left out, and schemas that are JSON values wherever they are used.
    package var exclude = Selection()
    /// Whether members that the document doesn't list stay readable.
    package var keepsUnknownMembers = false
    /// Whether an optional member that may be null tells absent from null.
    package var explicitNull = false
    /// What values of a format are, where that isn't what Martlet makes of it.
    package var formats: [String: FormatChoice] = [:]
    /// Where the environment keeps what a client is made with.
    package var environment = EnvironmentSettings()
    /// How operations give their lists page by page, by their ids.
    package var pagination: [String: PaginationSettings] = [:]
    /// The header field for a key that is the same for each retry of a call.
    package var idempotencyHeader: String?
    /// The number of files that types are spread over.
    package var shards = 1
    /// The names of files where a build has planned them; nil for what the namespace and the shards make of them.
    package var plannedNames: FileNames?
    /// Warnings count as errors.
    package var isStrict = false
    /// Those of the reader of the document.
    package var limits = Limits()
    /// Where the configuration names its files: what is wrong with one of them is said there.
    var places: [NamedPath: Position] = [:]
    /// What it was read from; nil where it is the command line's alone.
    package var root: Node?

    /// A file or a folder, and the key that names it.
    package struct NamedPath: Hashable, Sendable {
        package var key: String
        package var path: String
    }

    /// All that are named, each key's in their order.
    var namedPaths: [NamedPath] {
        let others = [
            ("templates", templates), ("output", output), ("changelog", changelog), ("source", source?.localPath),
        ]
        return [NamedPath(key: "spec", path: spec)] + overlays.map { NamedPath(key: "overlays", path: $0) }
            + others.compactMap { key, path in path.map { NamedPath(key: key, path: $0) } }
    }

    /// What is neither the document nor an overlay: folders, and files that `martlet update` reads and writes.
    package var otherPaths: [NamedPath] {
        // With a source, the document is written.
        namedPaths.filter { $0.key != "overlays" && ($0.key != "spec" || source != nil) }
    }

    /// Where `key` names `path`; nil where the command line does.
    package func place(of path: String, in key: String) -> Position? {
        places[NamedPath(key: key, path: path)]
    }

    package init(spec: String) {
        self.spec = spec
    }

    package var fileNames: FileNames {
        plannedNames ?? FileNames(namespace: namespace, shards: shards)
    }
}
