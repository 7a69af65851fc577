// The documents of one run: the root, and those that its references name, read when they are first needed.
package import MartletSource

package struct DocumentSet: Sendable {
    private struct Member: Sendable {
        var path: String
        var root: Node?
    }

    private var members: [Member]
    private let reader: SourceReader

    package init(root: Node, path: String, reader: SourceReader) {
        members = [Member(path: path, root: root)]
        self.reader = reader
    }

    package var root: Node? {
        members.first?.root
    }

    func root(of document: Int) -> Node? {
        members[document].root
    }

    /// The place that `reference`, written in `document`, names; nil, with an error reported, where there is none.
    mutating func resolve(
        _ reference: String, from document: Int, at position: Position, _ diagnostics: inout Diagnostics
    ) -> SchemaLocation? {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first.map(String.init) ?? ""
        let fragment = parts.count > 1 ? String(parts[1]) : ""
        var target = document
        if !path.isEmpty {
            guard !path.contains("://") else {
                diagnostics.report(.remote(reference), at: position)
                return nil
            }
            target = member(at: PathName.joined(path, to: members[document].path), &diagnostics)
            guard members[target].root != nil else {
                diagnostics.report(.unresolved(reference), at: position)
                return nil
            }
        }
        guard let pointer = JSONPointer(parsing: fragment), members[target].root?[pointer] != nil else {
            diagnostics.report(.unresolved(reference), at: position)
            return nil
        }
        return SchemaLocation(document: target, pointer: pointer.description)
    }

    func node(at location: SchemaLocation) -> Node? {
        JSONPointer(parsing: location.pointer).flatMap { members[location.document].root?[$0] }
    }

    private mutating func member(at path: String, _ diagnostics: inout Diagnostics) -> Int {
        if let known = members.firstIndex(where: { $0.path == path }) { return known }
        members.append(Member(path: path, root: reader.read(path, &diagnostics)))
        return members.count - 1
    }
}

extension Diagnostic {
    fileprivate static func unresolved(_ reference: String) -> Diagnostic {
        Diagnostic(.error, id: "unknown-reference", "'\(reference)' names nothing; fix the reference or add its target")
    }

    fileprivate static func remote(_ reference: String) -> Diagnostic {
        Diagnostic(
            .error, id: "remote-reference",
            "'\(reference)' is on the network, which isn't read; save the file beside this one and refer to it there")
    }
}
