// Methods that belong to another operation now: their callers compile, and request another endpoint.

struct MethodMoves {
    private let new: SurfaceClient
    private let renames: [String: String]

    init(_ new: SurfaceClient, _ renames: [String: String]) {
        self.new = new
        self.renames = renames
    }

    /// Of a method that `operation` has no more; nil where no other operation has one that is called so.
    func changes(_ method: SurfaceOperation.Method, of operation: SurfaceOperation) -> [SourceChange]? {
        for other in new.operations where other.endpoint != operation.endpoint {
            guard let namesake = other.methods.first(where: { $0.title == method.title }) else { continue }
            return [SourceChange("\(new.name).\(namesake.title)", requests: other, not: operation)]
                + MethodComparison(operation, other, client: new.name, renames).differences(method, namesake)
        }
        return nil
    }
}

extension SourceChange {
    /// That the method `symbol` requests another endpoint.
    init(_ symbol: String, requests new: SurfaceOperation, not old: SurfaceOperation, _ rest: String = "") {
        self.init(
            .methodMeaningChanged, symbol, "'\(symbol)' requests \(new.title) now, not \(old.title)\(rest)",
            old: old.origin, new: new.origin)
    }
}
