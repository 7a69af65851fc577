// Where a document comes from: what `martlet update` fetches.

import MartletSource

package struct DocumentSource: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        /// Of http or https.
        case url(String)
        case file(String)
        /// A file of a git repository: an address, a path, or nil for the one that the configuration is in.
        case git(repository: String?, revision: String, path: String)
    }

    package var place: Place
    /// As the configuration writes it, and as messages and `martlet.lock` do: the same from wherever martlet runs.
    package var name: String
}

extension DocumentSource {
    /// The file, or the repository, that it is on this machine.
    var localPath: String? {
        switch place {
        case .url: nil
        case .file(let path): path
        case .git(let repository, _, _): repository.flatMap { Self.isPath($0) ? $0 : nil }
        }
    }

    /// `https://…`, a path, or a mapping with `git`, `revision` and `path`; nil, with errors reported, for anything else.
    init?(_ node: Node, base: String, _ diagnostics: inout Diagnostics) {
        if let scalar = node.scalar, !node.isNull, !scalar.text.isEmpty {
            name = scalar.text
            if name.contains("://"), !PathName.isURL(name) {
                diagnostics.report(.wrongType("source", Self.expected), at: node.position)
                return nil
            }
            place = PathName.isURL(name) ? .url(name) : .file(PathName.joined(name, to: base))
            return
        }
        guard let mapping = node.mapping else {
            diagnostics.report(.wrongType("source", Self.expected), at: node.position)
            return nil
        }
        let fields = ConfigurationFields(mapping, known: ConfigurationKeys.source, &diagnostics)
        guard let revision = fields.string("revision", &diagnostics), let path = fields.string("path", &diagnostics),
            !revision.isEmpty, !path.isEmpty
        else {
            let missing = ["revision", "path"].filter { (mapping[$0]?.scalar?.text ?? "").isEmpty }
            diagnostics.report(.incompleteSource(missing), at: node.position)
            return nil
        }
        let repository = fields.string("git", &diagnostics)
        name = (repository.map { $0 + " " } ?? "") + "\(revision):\(path)"
        place = .git(
            repository: repository.map { Self.isPath($0) ? PathName.joined($0, to: base) : $0 }, revision: revision,
            path: path)
    }

    private static let expected = "an http or https URL, a path, or \(mapping)"

    fileprivate static let mapping =
        "a mapping such as {git: https://example.org/api.git, revision: main, path: openapi.yaml}"

    /// Neither `https://…` nor `git@host:…`.
    private static func isPath(_ repository: String) -> Bool {
        !repository.contains(":")
    }
}

extension Diagnostic {
    fileprivate static func incompleteSource(_ missing: [String]) -> Diagnostic {
        let keys = missing.map { "'\($0)'" }.joined(separator: " and no ")
        return Diagnostic(
            .error, id: "bad-configuration", "'source' has no \(keys); write \(DocumentSource.mapping)")
    }
}
