// Which operations reach a type, and how the first of them does.

import MartletIR

struct Reach {
    /// The titles of operations by the types that they reach.
    private(set) var operations: [String: [String]] = [:]
    private var paths: [String: [String]] = [:]

    /// Of no operations.
    init() {}

    init(_ api: API) {
        let graph = TypeGraph(api)
        for operation in api.client.operations {
            let title = operation.title
            let ways = graph.ways(from: operation)
            for (place, use) in ways.uses.enumerated() {
                operations[use.type, default: []].append(title)
                if ways.length(at: place) < paths[use.type]?.count ?? .max {
                    paths[use.type] = [title] + Self.steps(ways.way(to: place))
                }
            }
        }
    }

    /// `GET /pets → Pet.owner → Owner`, for the shortest way; nil where no operation reaches the type.
    func path(to type: String) -> [String]? {
        paths[type]
    }

    /// What leads from each type on the way to the next.
    private static func steps(_ way: [TypeGraph.Use]) -> [String] {
        zip(way, way.dropFirst()).map { $1.member.isEmpty ? $0.type : "\($0.type).\($1.member)" }
    }
}
