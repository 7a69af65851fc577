// Which operation of the old version is which of the new one.

import MartletOpenAPI

/// An operation, and the path item that it stands in.
struct LocatedOperation: Sendable {
    var item: PathItem
    var operation: Operation
    /// How many variables stand before its path, where the whole URL counts.
    var variablesBefore = 0

    /// `POST /v1/responses`
    var name: String {
        "\(operation.method) \(item.path)"
    }

    var spot: Spot {
        Spot(operation.position, isKey: true)
    }

    /// Those of the operation, or else of its path; nil where the document's count.
    var servers: [Server]? {
        let servers = operation.servers(in: item)
        return servers.isEmpty ? nil : servers
    }
}

/// By the method and the path, in which the names of parameters don't count; or by the whole path of the URL, where a part
/// of it moved between the servers and the paths.
struct OperationPairing: Sendable {
    private(set) var pairs: [(old: LocatedOperation, new: LocatedOperation)] = []
    private(set) var removed: [LocatedOperation] = []
    private(set) var added: [LocatedOperation] = []
    /// What the servers say of the paths of both versions, where that counts.
    private(set) var bases: (old: String, new: String)?
    /// The paths of the new version, without the names of parameters.
    private var newPaths: Set<String> = []

    init(_ old: Document, _ new: Document) {
        self.init(old.paths, new.paths)
        guard let before = BasePath.shared(by: old.servers), let after = BasePath.shared(by: new.servers),
            before != after
        else { return }
        let byURL = Self(old.paths, new.paths, bases: (before, after))
        // Of two ways that find as many the one by the whole URL is right more often.
        if byURL.pairs.count >= pairs.count, !byURL.pairs.isEmpty { self = byURL.pairingRest() }
    }

    /// With what no URL matches paired by its path: an operation may have servers of its own, which changed.
    private func pairingRest() -> Self {
        var pairing = self
        var rest = Dictionary(grouping: added) { Self.key($0, below: nil) }
        pairing.removed = []
        for operation in removed {
            let key = Self.key(operation, below: nil)
            if operation.servers != nil, let partner = rest[key]?.first, partner.servers != nil {
                rest[key]?.removeFirst()
                pairing.pairs.append((operation, partner))
            } else {
                pairing.removed.append(operation)
            }
        }
        let left = Set(rest.values.joined().map(\.name))
        pairing.added = added.filter { left.contains($0.name) }
        return pairing
    }

    init(_ old: [PathItem], _ new: [PathItem], bases: (old: String, new: String)? = nil) {
        self.bases = bases
        let olds = Self.operations(old)
        var rest = Dictionary(grouping: Self.operations(new)) { Self.key($0, below: bases?.new) }
        newPaths = Set(new.map { (bases?.new ?? "") + Self.erased($0.path) })
        for operation in olds {
            let key = Self.key(operation, below: bases?.old)
            // Two paths may differ in the names alone.
            let same = rest[key]?.firstIndex { $0.item.path == operation.item.path } ?? rest[key]?.indices.first
            if let same, let partner = rest[key]?.remove(at: same) {
                pairs.append((Self.counted(operation, below: bases?.old), Self.counted(partner, below: bases?.new)))
            } else {
                removed.append(operation)
            }
        }
        let left = Set(rest.values.joined().map(\.name))
        added = Self.operations(new).filter { left.contains($0.name) }
    }

    private static func operations(_ items: [PathItem]) -> [LocatedOperation] {
        items.flatMap { item in item.operations.map { LocatedOperation(item: item, operation: $0) } }
    }

    /// Whether the new version has the path of an operation of the old one.
    func hasPath(of operation: LocatedOperation) -> Bool {
        newPaths.contains((bases?.old ?? "") + Self.erased(operation.item.path))
    }

    private static func key(_ operation: LocatedOperation, below base: String?) -> String {
        operation.operation.method + " " + (base.map { self.base(of: operation, below: $0) } ?? "")
            + erased(operation.item.path)
    }

    /// Servers of its own stand for the document's.
    private static func base(of operation: LocatedOperation, below base: String) -> String {
        operation.servers.map { BasePath.shared(by: $0) ?? "" } ?? base
    }

    private static func counted(_ operation: LocatedOperation, below base: String?) -> LocatedOperation {
        var operation = operation
        operation.variablesBefore = base.map { names(in: self.base(of: operation, below: $0)).count } ?? 0
        return operation
    }

    /// `/pets/{}` for `/pets/{petId}`.
    static func erased(_ path: String) -> String {
        var text = ""
        var isName = false
        for character in path {
            if character == "}" { isName = false }
            if !isName { text.append(character) }
            if character == "{" { isName = true }
        }
        return text
    }

    /// The names in braces, in their order.
    static func names(in path: String) -> [String] {
        path.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { part in
            String(part.prefix { $0 != "}" })
        }
    }
}
