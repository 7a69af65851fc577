// What becomes of a reference: it stays, it names a component, or what it names is written out in its place.

internal import MartletOpenAPI
internal import MartletSource

extension BundleWalk {
    private static let longestNesting = 100

    /// The object or collection `node`, which has a `$ref`.
    mutating func reference(
        _ node: Node, _ mapping: Mapping, as shape: DocumentShape, at place: BundlePlace
    ) -> Node? {
        guard let entry = mapping.entry("$ref"), let text = entry.value.scalar?.text else { return node }
        let target: ReferenceTarget
        switch set.find(text, from: place.base, within: place.within, at: entry.value.position, &diagnostics) {
        case .found(let found): target = found
        case .missing(let target): return missing(target, text, node, entry.value, shape, at: place)
        }
        if let local = localText(text, target, at: place) {
            return rewritten(mapping, node, shape, at: place, to: local)
        }
        remember(target, as: shape, at: place.way)
        if case .object(let kind) = shape, let name = component(target, kind, mapping) {
            return rewritten(mapping, node, shape, at: place, to: name)
        }
        return inlined(target, mapping, node, as: shape, at: place)
    }

    /// What `text` is to be where it names something in the root; nil where that is in another file.
    func localText(_ text: String, _ target: ReferenceTarget, at place: BundlePlace) -> String? {
        guard target.location.document == 0 else { return nil }
        return isMoved(place) || set.isPath(text, in: place.base) ? Self.local(target.location.pointer) : text
    }

    /// The reference to the component that `target` becomes; nil where the document has no such components, or where
    /// this reference is the only one to a path item.
    mutating func component(_ target: ReferenceTarget, _ kind: ObjectKind, _ mapping: Mapping?) -> String? {
        guard let section = sections.first(where: { $0.kind == kind }) else { return nil }
        let key = BundleKey(kind: kind, location: target.location)
        guard let plan else {
            if found[key] == nil { pending.append(key) }
            found[key, default: Found(target: target)].uses += 1
            if let mapping, mapping.entries.count > 1 { found[key]?.hasSiblings = true }
            return "#"
        }
        guard !plan.inlined.contains(key), let name = plan.names[key] else { return nil }
        return Self.local(JSONPointer(Self.way(to: section) + [name]).description)
    }

    /// What stands beside a reference to an object stays there.
    private mutating func rewritten(
        _ mapping: Mapping, _ node: Node, _ shape: DocumentShape, at place: BundlePlace, to text: String
    ) -> Node {
        var entries: [Mapping.Entry] = []
        for entry in mapping.entries {
            if entry.key == "$ref" {
                entries.append(entry.with(.text(text, at: entry.value.position)))
            } else if case .object(let kind) = shape {
                let value = walked(entry.value, as: kind.shape(of: entry.key), at: place.step(entry.key))
                if let value { entries.append(entry.with(value)) }
            } else {
                entries.append(entry)
            }
        }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }

    // MARK: In place

    /// Remembers where a path item or an operation comes to stand, for links that name operations by their places.
    private mutating func remember(_ target: ReferenceTarget, as shape: DocumentShape, at way: [String]) {
        guard case .object(let kind) = shape, kind == .pathItem || kind == .operation,
            way.first == "paths" || way.first == "webhooks", placements[target.location] == nil
        else { return }
        placements[target.location] = way
    }

    private mutating func inlined(
        _ target: ReferenceTarget, _ mapping: Mapping, _ node: Node, as shape: DocumentShape, at place: BundlePlace
    ) -> Node? {
        let position = mapping["$ref"]?.position ?? node.position
        if let way = open[target.location] {
            if case .object(.pathItem) = shape {
                let text = Node.text(Self.local(JSONPointer(way).description), at: position)
                return .object([("$ref", text)], at: node.position)
            }
            diagnostics.report(.endless, at: position)
            return nil
        }
        guard open.count < Self.longestNesting else {
            diagnostics.report(.tooDeep(Self.longestNesting), at: position)
            return nil
        }
        open[target.location] = place.way
        defer { open[target.location] = nil }
        var inner = place
        inner.base = target.base
        inner.source = target.location
        return walked(target.node, as: shape, at: inner).map { beside(mapping, $0, as: shape, at: place) }
    }

    /// What stands beside a reference whose target is written out: of a path item, what the target doesn't have; else
    /// extensions, and what describes, where the target doesn't.
    private mutating func beside(
        _ mapping: Mapping, _ target: Node, as shape: DocumentShape, at place: BundlePlace
    ) -> Node {
        guard mapping.entries.count > 1, var merged = target.mapping else { return target }
        if case .object(.pathItem) = shape {
            let beside = PathItemFields(beside: mapping) { merged[$0] != nil }
            for entry in beside.conflicts { diagnostics.report(.besideReference(entry.key), at: entry.keyPosition) }
            for entry in beside.own {
                let inner = ObjectKind.pathItem.shape(of: entry.key)
                guard let value = walked(entry.value, as: inner, at: place.step(entry.key)) else { continue }
                merged.set(entry.key, to: value, keyPosition: entry.keyPosition)
            }
            return Node(.mapping(merged), at: target.position)
        }
        for entry in mapping.entries where entry.key != "$ref" {
            let isKept = entry.key.hasPrefix("x-") || entry.key == "summary" || entry.key == "description"
            guard isKept else {
                diagnostics.report(.leftOut(entry.key), at: entry.keyPosition)
                continue
            }
            if merged[entry.key] == nil { merged.set(entry.key, to: entry.value, keyPosition: entry.keyPosition) }
        }
        return Node(.mapping(merged), at: target.position)
    }

    /// Texts, servers and what else no component is made for, and extensions: a reference in them to another file is
    /// replaced by what it names.
    mutating func free(_ node: Node, _ shape: DocumentShape, at place: BundlePlace) -> Node? {
        switch node.value {
        case .scalar: return node
        case .sequence(let items):
            var walkedItems: [Node] = []
            for item in items {
                if let item = walked(item, as: shape, at: place) { walkedItems.append(item) }
            }
            return Node(.sequence(walkedItems), at: node.position)
        case .mapping(let mapping):
            if let text = mapping["$ref"]?.scalar?.text, !isForeign(text, shape) {
                return reference(node, mapping, as: shape, at: place)
            }
            var entries: [Mapping.Entry] = []
            for entry in mapping.entries {
                let inner: DocumentShape = entry.key.hasPrefix("x-") ? .vendorExtension : shape
                if let value = walked(entry.value, as: inner, at: place) { entries.append(entry.with(value)) }
            }
            return Node(.mapping(Mapping(entries)), at: node.position)
        }
    }

    /// Extensions refer to what they like, such as samples of code.
    private func isForeign(_ text: String, _ shape: DocumentShape) -> Bool {
        guard case .vendorExtension = shape else { return false }
        let file = ReferenceText(text).resource.lowercased()
        return !file.isEmpty && !PathName.isDataFile(file)
    }

    // MARK: Faults

    /// Some tools follow references in examples, where the specification has none.
    mutating func reportReferences(in data: Node) {
        guard purpose == .publication, plan == nil else { return }
        var open = [data]
        while let node = open.popLast() {
            if let mapping = node.mapping {
                if mapping.entries.count == 1, let text = mapping["$ref"]?.scalar?.text, !text.hasPrefix("#") {
                    diagnostics.report(.inData(text), at: mapping["$ref"]?.position)
                }
                open += mapping.entries.map(\.value)
            }
            open += node.sequence ?? []
        }
    }

    /// What is wrong with a reference within the root is said by whoever reads the bundle.
    private mutating func missing(
        _ target: MissingTarget, _ text: String, _ node: Node, _ reference: Node, _ shape: DocumentShape,
        at place: BundlePlace
    ) -> Node? {
        if text.hasPrefix("#"), !isMoved(place) { return node }
        var outcome = MissingTarget.Outcome.fault
        switch shape {
        case .vendorExtension:
            var diagnostic = target.diagnostic(.leftOut)
            diagnostic.severity = .note
            diagnostics.report(diagnostic, at: reference.position)
            return node
        // The generator reads neither.
        case .object(.link), .object(.example):
            if purpose == .generation { outcome = .leftOut }
        default: break
        }
        diagnostics.report(target.diagnostic(outcome), at: reference.position)
        return nil
    }
}

extension Diagnostic {
    fileprivate static func inData(_ reference: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "reference-in-data",
            "'\(reference)' stands in an example or another value, where it is data, not a reference; it is left as "
                + "it is; copy its target here if that is meant")
    }

    fileprivate static let endless = Diagnostic(
        .error, id: "reference-cycle",
        "the reference leads back to where it stands, and what it names can't be copied to its place; break the circle")

    fileprivate static func tooDeep(_ count: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "reference-chain",
            "more than \(count) references are nested in what one another name; refer to the last of them directly")
    }

    fileprivate static func leftOut(_ key: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "beside-reference",
            "'\(key)' beside '$ref' is left out, since what the reference names is copied here; move it to what the "
                + "reference names"
        )
    }
}
