// Which operation of the old version is which of the new one.
import MartletOpenAPI

/// An operation, and the path item that it stands in.
struct LocatedOperation: Sendable {
    var item: PathItem
    var operation: Operation

    /// `POST /v1/responses`
    var name: String {
        "\(operation.method) \(item.path)"
    }

    var spot: Spot {
        Spot(operation.position, isKey: true)
    }
}

/// By the method and the path, in which the names of parameters don't count.
struct OperationPairing: Sendable {
    private(set) var pairs: [(old: LocatedOperation, new: LocatedOperation)] = []
    private(set) var removed: [LocatedOperation] = []
    private(set) var added: [LocatedOperation] = []
    /// The paths of the new version, without the names of parameters.
    private(set) var newPaths: Set<String> = []

    init(_ old: [PathItem], _ new: [PathItem]) {
        let olds = Self.operations(old)
        var rest = Dictionary(grouping: Self.operations(new)) { Self.key($0) }
        newPaths = Set(new.map { Self.erased($0.path) })
        for operation in olds {
            let key = Self.key(operation)
            // Two paths may differ in the names alone.
            let same = rest[key]?.firstIndex { $0.item.path == operation.item.path } ?? rest[key]?.indices.first
            if let same, let partner = rest[key]?.remove(at: same) {
                pairs.append((operation, partner))
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

    private static func key(_ operation: LocatedOperation) -> String {
        operation.operation.method + " " + erased(operation.item.path)
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
        path.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first.map(String.init) }
    }
}
