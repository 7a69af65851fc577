// The client in both versions: its initialiser, its servers and its methods.

struct ClientComparison {
    private let old: SurfaceClient
    private let new: SurfaceClient
    private let renames: [String: String]

    init(_ old: SurfaceClient, _ new: SurfaceClient, _ renames: [String: String]) {
        self.old = old
        self.new = new
        self.renames = renames
    }

    var changes: [SourceChange] {
        let initialiser = SignatureComparison(
            old.initialiser, new.initialiser, .initialiser(of: new.name), renames
        ).changes
        return initialiser.keepingFunction(old.initialiser, new.initialiser, renames) + serverChanges
            + makerChanges + operationChanges
    }

    private var serverChanges: [SourceChange] {
        let removed = old.servers.flatMap { server -> [SourceChange] in
            let symbol = "\(new.name).\(server.name)"
            guard let other = new.servers.first(where: { $0.name == server.name }) else {
                return [SourceChange(.serverRemoved, symbol, "'\(symbol)' is gone", old: server.origin, new: nil)]
            }
            if server.url == other.url { return [] }
            return [
                SourceChange(
                    .serverMeaningChanged, symbol, "'\(symbol)' is \(other.url) now, not \(server.url)",
                    old: server.origin, new: other.origin)
            ]
        }
        let added = new.servers.filter { server in !old.servers.contains { $0.name == server.name } }.map { server in
            SourceChange(
                .serverAdded, "\(new.name).\(server.name)", "'\(new.name)' gained a server '\(server.name)'",
                new: server.origin)
        }
        return removed + added
    }

    private var makerChanges: [SourceChange] {
        let removed = old.makers.flatMap { maker -> [SourceChange] in
            let symbol = "\(new.name).\(maker.name)"
            guard let other = new.makers.first(where: { $0.name == maker.name }) else {
                return [SourceChange(.methodRemoved, symbol, "'\(symbol)' is gone", old: maker.origin)]
            }
            return SignatureComparison(maker.signature, other.signature, .method(symbol), renames).changes
        }
        let added = new.makers.filter { maker in !old.makers.contains { $0.name == maker.name } }.map { maker in
            SourceChange(
                .methodAdded, "\(new.name).\(maker.name)", "'\(new.name)' gained a method '\(maker.name)'",
                new: maker.origin)
        }
        return removed + added
    }

    private var operationChanges: [SourceChange] {
        let moves = MethodMoves(new, renames)
        let pairs = OperationRenames(old.operations, new.operations, renames).names
        let kept = Set(pairs.values)
        let known = old.operations.flatMap { operation -> [SourceChange] in
            guard let name = pairs[operation.name], let other = new.operations.first(where: { $0.name == name }) else {
                return gone(operation, moves)
            }
            return meaning(operation, other)
                + MethodComparison(operation, other, client: new.name, renames, moves).changes
        }
        let added = new.operations.filter { !kept.contains($0.name) }.map { operation in
            SourceChange(
                .methodAdded, "\(new.name).\(operation.name)", "'\(new.name)' gained a method '\(operation.name)'",
                new: operation.origin)
        }
        // A method that another operation has now isn't new.
        let moved = Set(known.filter { $0.rule == .methodMeaningChanged }.map(\.symbol))
        return (known + added).filter { $0.rule != .methodAdded || !moved.contains($0.symbol) }
    }

    /// Of a method that kept its name while the names of two operations went elsewhere: its callers compile, and request
    /// another endpoint. An operation whose path moved is still the same.
    private func meaning(_ operation: SurfaceOperation, _ other: SurfaceOperation) -> [SourceChange] {
        guard operation.name == other.name, operation.endpoint != other.endpoint else { return [] }
        let moved = new.operations.first { $0.endpoint == operation.endpoint }
        guard moved != nil || old.operations.contains(where: { $0.endpoint == other.endpoint }) else { return [] }
        let rest = moved.map { ", which is called '\($0.name)'" } ?? ""
        return [SourceChange("\(new.name).\(other.name)", requests: other, not: operation, rest)]
    }

    private func gone(_ operation: SurfaceOperation, _ moves: MethodMoves) -> [SourceChange] {
        func gone(_ symbol: String, _ breaks: [SourceFinding.Use]? = nil) -> SourceChange {
            SourceChange(.methodRemoved, symbol, "'\(symbol)' is gone", breaks: breaks, old: operation.origin)
        }
        let moved = operation.methods.compactMap { moves.changes($0, of: operation) }
        if moved.isEmpty { return [gone("\(new.name).\(operation.methods.first?.name ?? operation.name)")] }
        // Without decoding, what streams is the other operation itself.
        return moved.flatMap(\.self) + [gone("\(new.name).raw.\(operation.name)", [.call, .functionValue])]
    }
}
