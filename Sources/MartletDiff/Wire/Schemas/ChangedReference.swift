// A reference to another component than before.
import MartletOpenAPI
import MartletSource

/// Where both versions have the component, what differs is no change of that: it belongs to what refers to it now.
struct ChangedReference: Hashable, Sendable {
    /// Nil where the old version has the schema itself there, or a component that is gone.
    let old: Position?
    let new: Position

    /// - Parameter outer: that on the way to both schemas; what is inside of it, and no component in both, belongs there too.
    static func found(
        _ old: SchemaView, _ new: SchemaView, in outer: ChangedReference?, _ olds: SchemaViews, _ news: SchemaViews
    ) -> ChangedReference? {
        if old.references.isEmpty, new.references.isEmpty { return outer }
        let (before, after) = (Set(old.references.map(\.target.pointer)), Set(new.references.map(\.target.pointer)))
        let isShared = !before.isDisjoint(with: after)
        if !isShared, let outer { return outer }
        let other = new.references.first { !before.contains($0.target.pointer) && olds.schema(at: $0.target) != nil }
        let former = old.references.first { !after.contains($0.target.pointer) && news.schema(at: $0.target) != nil }
        return other.map { ChangedReference(old: former?.position, new: $0.position) }
    }
}
