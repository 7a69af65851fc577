// Applies the actions of an overlay to a document, one after the other.

package import MartletSource

extension Overlay {
    /// The changed document. An action that can't be applied leaves its target as it is, with an error reported.
    ///
    /// A target that matches nothing is no fault to the specification (Overlay 1.1.0, section 4.4.3), and a warning here.
    /// It is an error if an update of the one place that a path names would be lost: whoever uses the document would
    /// silently lack what the overlay's author wrote down.
    package func apply(to document: Node, _ diagnostics: inout Diagnostics) -> Node {
        var application = OverlayApplication(version: version, document: document, diagnostics: diagnostics)
        for action in actions { application.apply(action) }
        diagnostics = application.diagnostics
        return application.document
    }
}

private struct OverlayApplication {
    let version: Overlay.Version
    private(set) var document: Node
    private(set) var diagnostics: Diagnostics
    private var growth = OverlayGrowth()

    init(version: Overlay.Version, document: Node, diagnostics: Diagnostics) {
        self.version = version
        self.document = document
        self.diagnostics = diagnostics
    }

    mutating func apply(_ action: Overlay.Action) {
        guard let places = places(of: action.target) else { return }
        if places.isEmpty {
            diagnostics.report(.matchesNothing(action, isLoss: isLoss(action)), at: action.target.position)
            return
        }
        switch action.change {
        case .none: break
        case .remove: remove(places, of: action)
        case .update(let update): merge(update, into: places, of: action)
        case .copy(let source): copy(source, into: places, of: action)
        }
    }

    /// A search may find nothing, and what is to be removed may be gone; an update of one place would be lost.
    private func isLoss(_ action: Overlay.Action) -> Bool {
        switch action.change {
        case .update, .copy: action.target.path.isSingular
        case .none, .remove: false
        }
    }

    /// Each selected place once; nil where the path can't be followed.
    private mutating func places(of target: Overlay.Path) -> [NodePlace]? {
        do {
            var known: Set<NodePlace> = []
            return try target.path.places(in: document).filter { known.insert($0).inserted }
        } catch {
            diagnostics.report(.costlyPath(target, error), at: target.position)
            return nil
        }
    }

    private mutating func remove(_ places: [NodePlace], of action: Overlay.Action) {
        if places.contains(where: \.steps.isEmpty) {
            diagnostics.report(.removesRoot, at: action.target.position)
            return
        }
        document = PlaceTree(places).removed(from: document)
    }

    private mutating func copy(_ source: Overlay.Path, into places: [NodePlace], of action: Overlay.Action) {
        guard let sources = self.places(of: source) else { return }
        guard sources.count == 1, let node = document[sources[0]] else {
            diagnostics.report(.copyNeedsOne(source, found: sources.count), at: source.position)
            return
        }
        merge(node, into: places, of: action)
    }

    private mutating func merge(_ update: Node, into places: [NodePlace], of action: Overlay.Action) {
        let kinds = Set(places.compactMap { document[$0].map(OverlayMerge.Kind.init) })
        let hasValue = version == .v1_0 && kinds.contains(.primitive)
        if kinds.count > 1, version == .v1_1 || hasValue {
            diagnostics.report(.mixedTargets(action.target), at: action.target.position)
            return
        }
        if hasValue { diagnostics.report(.primitiveTarget(action.target), at: action.target.position) }
        guard growth.allows(update, at: places) else {
            diagnostics.report(.growsTooLarge(action.target), at: action.target.position)
            return
        }
        var merge = OverlayMerge(target: action.target, diagnostics: diagnostics)
        document = PlaceTree(places).changed(document) { node in
            merge.apply(update, to: &node)
        }
        diagnostics = merge.diagnostics
    }
}

extension Diagnostic {
    fileprivate static func matchesNothing(_ action: Overlay.Action, isLoss: Bool) -> Diagnostic {
        Diagnostic(
            isLoss ? .error : .warning, id: "overlay-target-matches-nothing",
            "'\(action.target.path.text)' matches nothing in the document; fix the path or delete the action")
    }

    fileprivate static func costlyPath(_ target: Overlay.Path, _ fault: JSONPathFault) -> Diagnostic {
        Diagnostic(.error, id: "costly-jsonpath", "'\(target.path.text)' can't be followed here: \(fault)")
    }

    fileprivate static let removesRoot = Diagnostic(
        .error, id: "overlay-removes-root", "the whole document can't be removed; name what to remove below '$'")

    fileprivate static func copyNeedsOne(_ source: Overlay.Path, found count: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "overlay-copy-source",
            "'copy' takes one node, but '\(source.path.text)' selects \(count == 0 ? "none" : "\(count)"); fix the path"
        )
    }

    fileprivate static func mixedTargets(_ target: Overlay.Path) -> Diagnostic {
        Diagnostic(
            .error, id: "overlay-mixed-targets",
            "'\(target.path.text)' selects nodes of different kinds; select mappings only, or lists, or single values")
    }

    fileprivate static func primitiveTarget(_ target: Overlay.Path) -> Diagnostic {
        Diagnostic(
            .warning, id: "overlay-primitive-target",
            "'\(target.path.text)' selects a single value, which Overlay 1.0 can't update; it is updated as 1.1 has it: "
                + "write overlay: 1.1.0, or select the mapping around it")
    }

    fileprivate static func growsTooLarge(_ target: Overlay.Path) -> Diagnostic {
        Diagnostic(
            .error, id: "overlay-too-large",
            "with this change of '\(target.path.text)' the document grows too large or too deep; change less at once")
    }
}
