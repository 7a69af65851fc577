// Bounds what an overlay may add to a document.

internal import MartletSource

/// Without it, an overlay that copies the root into itself a few times would fill any memory.
struct OverlayGrowth {
    /// Five times the largest public documents.
    private static let maximumNodes = 1_000_000

    private var nodes = 0
    private let maximumDepth = Limits().depth

    mutating func allows(_ update: Node, at places: [NodePlace]) -> Bool {
        let extent = Extent(update)
        let deepest = places.lazy.map(\.steps.count).max() ?? 0
        let (added, overflow) = extent.nodes.multipliedReportingOverflow(by: places.count)
        guard !overflow, nodes + added <= Self.maximumNodes, extent.depth + deepest <= maximumDepth else {
            return false
        }
        nodes += added
        return true
    }

    private struct Extent {
        var nodes = 1
        var depth = 0

        init(_ node: Node) {
            let children: [Node]
            switch node.value {
            case .scalar: return
            case .sequence(let items): children = items
            case .mapping(let mapping): children = mapping.entries.map(\.value)
            }
            for child in children {
                let extent = Extent(child)
                nodes += extent.nodes
                depth = max(depth, extent.depth)
            }
            depth += 1
        }
    }
}
