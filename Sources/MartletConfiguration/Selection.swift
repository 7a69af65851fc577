// Chooses operations and schemas: what a configuration includes, or leaves out.

package struct Selection: Sendable, Equatable {
    package var tags: [String] = []
    package var operations: [String] = []
    /// Paths as the document writes them; `*` stands for one step, `**` at the end for all that follow.
    package var paths: [String] = []
    package var schemas: [String] = []

    package init() {}

    /// Whether it chooses operations, by whatever property.
    package var choosesOperations: Bool {
        !tags.isEmpty || !operations.isEmpty || !paths.isEmpty
    }

    package func contains(operation id: String?, tags: [String], path: String) -> Bool {
        if let id, operations.contains(id) { return true }
        return tags.contains(where: self.tags.contains) || paths.contains { Self.matches(path, pattern: $0) }
    }

    package static func matches(_ path: String, pattern: String) -> Bool {
        let steps = path.split(separator: "/")
        let wanted = pattern.split(separator: "/")
        for (place, step) in wanted.enumerated() {
            if step == "**", place == wanted.count - 1 { return true }
            guard place < steps.count, step == "*" || step == steps[place] else { return false }
        }
        return steps.count == wanted.count
    }
}
