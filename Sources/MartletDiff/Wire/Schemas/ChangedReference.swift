// A reference to another component than before.

import MartletOpenAPI
import MartletSource

/// Where both versions have the component, what differs is no change of that: it belongs to what refers to it now.
enum ChangedReference {
    /// Where the new version refers to it; nil where both schemas are what they were.
    ///
    /// - Parameter outer: that on the way to both schemas; what is inside of it, and no component in both, belongs there too.
    static func place(
        _ old: SchemaView, _ new: SchemaView, in outer: Position?, _ olds: SchemaViews
    ) -> Position? {
        if old.references.isEmpty, new.references.isEmpty { return outer }
        let before = Set(old.references.map(\.target.pointer))
        let isShared = new.references.contains { before.contains($0.target.pointer) }
        if !isShared, let outer { return outer }
        return new.references.first { !before.contains($0.target.pointer) && olds.schema(at: $0.target) != nil }?
            .position
    }
}
