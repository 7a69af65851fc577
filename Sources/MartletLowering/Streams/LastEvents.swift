// Which events the document says to be the last.

import MartletIR
import MartletOpenAPI
import MartletSource

/// Branches with `x-ms-sse-terminal-event`: by the names of their events, or what else tells them apart.
struct LastEvents {
    private let media: MediaType

    init(_ media: MediaType) {
        self.media = media
    }

    /// Empty where nothing says so.
    func tags(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> [String] {
        guard let schema = StreamItems(media).schema(&normalizer, &diagnostics),
            case .union(let union) = normalizer.resolved(schema, &diagnostics).shape
        else { return [] }
        return union.branches.filter(\.isLastEvent).flatMap { tags($0, of: union, &normalizer, &diagnostics) }
    }

    private func tags(
        _ branch: Schema, of union: UnionShape, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [String] {
        let location = union.components[branch.id] ?? branch.keywords.reference
        let mapped = (union.discriminator?.mapping ?? []).filter { $0.target == location }.map(\.value)
        if !mapped.isEmpty { return mapped }
        guard case .object(let object) = normalizer.resolved(branch, &diagnostics).shape else { return [] }
        let keys = union.discriminator.map { [$0.propertyName] } ?? ["event", "type"]
        for key in keys {
            guard let member = object.properties.first(where: { $0.name == key }),
                case .enumeration(let shape) = normalizer.resolved(member.schema, &diagnostics).shape
            else { continue }
            return shape.values.map(\.literal.text)
        }
        return []
    }
}

extension Schema {
    /// Whether the document says of a branch that no event follows it; members beside the union stand in a part.
    var isLastEvent: Bool {
        keywords.isLastEvent || keywords.allOf.contains(where: \.keywords.isLastEvent)
    }
}
