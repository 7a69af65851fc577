// Which operation a request is for, by its method and path.

package struct RouteTable: Sendable {
    package struct Route: Sendable {
        package var path: String
        /// Those of the path item included.
        package var parameters: [Parameter]
        package var operation: Operation
        fileprivate var steps: [Substring]

        fileprivate func fits(_ steps: ArraySlice<Substring>) -> Bool {
            steps.count == self.steps.count && zip(self.steps, steps).allSatisfy { Self.fits($0, $1) }
        }

        /// A step may be `{id}`, or have text around it: `{id}.json`.
        private static func fits(_ pattern: Substring, _ step: Substring) -> Bool {
            guard let (before, after) = texts(pattern) else { return pattern == step }
            return step.count > before.count + after.count && step.hasPrefix(before) && step.hasSuffix(after)
                || step == pattern
        }

        /// What stands around the template of a step; nil where it has none.
        private static func texts(_ pattern: Substring) -> (before: Substring, after: Substring)? {
            guard let open = pattern.firstIndex(of: "{"), let close = pattern.lastIndex(of: "}") else { return nil }
            return (pattern[..<open], pattern[pattern.index(after: close)...])
        }

        /// Less where more of the path is said: fewer templates, and of as many those with more text around them.
        fileprivate var vagueness: (templates: Int, textless: Int) {
            let around = steps.compactMap(Self.texts)
            return (around.count, -around.reduce(0) { $0 + $1.before.count + $1.after.count })
        }

        /// `POST /pets/{id}`
        package var name: String {
            "\(operation.method) \(path)"
        }
    }

    private let routes: [Route]

    package init(_ document: Document) {
        routes = document.paths.flatMap { item in
            item.operations.map {
                Route(
                    path: item.path, parameters: $0.parameters(in: item), operation: $0, steps: Self.steps(item.path))
            }
        }
    }

    /// The operation that answers; a client may have the server's own path before the operation's.
    package func route(_ method: String, _ target: String) -> Route? {
        best(at: target) { $0.operation.method.uppercased() == method.uppercased() }
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
            let fitting = routes.filter { isWanted($0) && $0.fits(steps[start...]) }
            if let best = fitting.min(by: { $0.vagueness < $1.vagueness }) { return best }
        }
        return nil
    }

    private static func steps(_ path: String) -> [Substring] {
        path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    }
}
