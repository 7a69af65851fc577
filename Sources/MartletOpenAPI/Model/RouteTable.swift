// Which operation a request is for, by its method and path.

package struct RouteTable: Sendable {
    package struct Route: Sendable {
        package var path: String
        /// Those of the path item included.
        package var parameters: [Parameter]
        package var operation: Operation

        /// `POST /pets/{id}`
        package var name: String {
            "\(operation.method) \(path)"
        }
    }

    /// What each route of a group has in common, so that a request is held against few of them.
    private struct Group: Hashable {
        var count: Int
        /// Nil where the first step is a template.
        var first: Substring?
    }

    private let routes: [Route]
    private let patterns: [RoutePattern]
    /// The places of the routes, in the order of the document.
    private let groups: [Group: [Int]]

    package init(_ document: Document) {
        let routes = document.paths.flatMap { item in
            item.operations.map { Route(path: item.path, parameters: $0.parameters(in: item), operation: $0) }
        }
        let patterns = routes.map { RoutePattern(Self.steps($0.path)) }
        groups = Dictionary(grouping: routes.indices) { place in
            Group(count: patterns[place].steps.count, first: patterns[place].fixedStart)
        }
        (self.routes, self.patterns) = (routes, patterns)
    }

    /// The operation that answers; a client may have the server's own path before the operation's.
    package func route(_ method: String, _ target: String) -> Route? {
        let method = method.uppercased()
        return best(at: target) { $0.operation.method.uppercased() == method }
    }

    /// The methods of the operations at a path; none where there is no such path.
    package func methods(at target: String) -> [String] {
        guard let found = best(at: target, where: { _ in true }) else { return [] }
        return routes.filter { $0.path == found.path }.map(\.operation.method)
    }

    /// The one with most of the path, and of those the one that says most of it (OpenAPI 3.2.0, section 4.8.1).
    private func best(at target: String, where isWanted: (Route) -> Bool) -> Route? {
        let steps = Self.steps(target)
        for start in 0...steps.count {
            let rest = steps[start...]
            let grouped = [rest.first, nil].flatMap { groups[Group(count: rest.count, first: $0)] ?? [] }
            let fitting = Set(grouped).filter { isWanted(routes[$0]) && patterns[$0].fits(rest) }
            if let best = fitting.min(by: { rank($0) < rank($1) }) { return routes[best] }
        }
        return nil
    }

    private func rank(_ place: Int) -> (templates: Int, textless: Int, place: Int) {
        (patterns[place].templates, -patterns[place].text, place)
    }

    private static func steps(_ path: String) -> [Substring] {
        path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    }
}
