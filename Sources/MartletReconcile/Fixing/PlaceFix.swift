// All that is to be done at one place of a document.

import MartletEditing
import MartletOpenAPI
import MartletSource

/// The fixes of a place are joined, so that the overlay has one update of it.
struct PlaceFix {
    let place: NodePlace
    var patch = SchemaPatch()
    var dropsFormat = false
    /// Names that `required` has to lose.
    var optional: [String] = []
    var properties: [Node.Member] = []
    /// Schemas with names of their own.
    var named: [Node.Member] = []
    /// Why, a sentence each.
    var reasons: [String] = []
    var isPatched = false

    init(_ place: NodePlace) {
        self.place = place
    }

    func actions(on mapping: Mapping, _ dialect: Dialect) -> [OverlayAction] {
        var change = isPatched ? patch.change(of: mapping, dialect) : MappingChange()
        if !properties.isEmpty { change.update.append(("properties", .made(properties))) }
        change.update += named
        var actions: [OverlayAction] = []
        let listed = (mapping["required"]?.sequence ?? []).compactMap { $0.scalar?.text }
        if !optional.isEmpty, !change.removed.contains("required") {
            // An empty list is none before JSON Schema's later drafts.
            if Set(listed).isSubset(of: optional) {
                change.removed.append("required")
            } else {
                let names = optional.map { "@ == " + JSONPathText.quoted($0) }.joined(separator: " || ")
                actions.append(.init(target: JSONPathText.path(place) + ".required[?\(names)]"))
            }
        }
        if dropsFormat, !change.removed.contains("format") { change.removed.append("format") }
        if !change.removed.isEmpty {
            let keys = change.removed.map(JSONPathText.quoted).joined(separator: ",")
            actions.append(.init(target: JSONPathText.path(place) + "[\(keys)]"))
        }
        if !change.update.isEmpty {
            actions.append(.init(target: JSONPathText.path(place), update: .made(change.update)))
        }
        if !actions.isEmpty { actions[0].reasons = reasons }
        return actions
    }

    /// Whether what stands below the place is moved, so that other fixes would miss it.
    func moves(_ mapping: Mapping, _ dialect: Dialect) -> Bool {
        guard isPatched else { return false }
        let kept: Set<String> = ["type", "format", "const", "required", "$ref"]
        return patch.change(of: mapping, dialect).removed.contains { !kept.contains($0) }
    }
}

/// One action of an overlay: an update, or else a removal.
struct OverlayAction: Sendable {
    var target: String
    var update: Node?
    /// What stands above it as a comment.
    var reasons: [String] = []
}
