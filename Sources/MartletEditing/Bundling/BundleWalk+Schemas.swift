// Schemas in a bundle: their references, the identifiers that mean nothing in their new file, and discriminators.

internal import MartletOpenAPI
internal import MartletSource

extension BundleWalk {
    private static let references: Set<String> = ["$ref", "$dynamicRef", "$recursiveRef"]

    /// What is left out of a schema from another file: nothing refers to it any more, and `$id` would change what the
    /// references below it are relative to.
    private static let identifiers: Set<String> = [
        "$id", "$schema", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$defs", "definitions",
    ]

    mutating func schema(_ node: Node, _ mapping: Mapping, at place: BundlePlace) -> Node {
        var entries: [Mapping.Entry] = []
        entries.reserveCapacity(mapping.entries.count)
        let isMoved = isMoved(place)
        for entry in mapping.entries {
            if Self.references.contains(entry.key), let text = entry.value.scalar?.text {
                let local = schemaText(text, entry, at: place)
                if let local {
                    entries.append(entry.with(local == text ? entry.value : .text(local, at: entry.value.position)))
                }
                continue
            }
            if isMoved, Self.identifiers.contains(entry.key) {
                if entry.key == "$id", purpose == .publication {
                    diagnostics.report(.identifier, at: entry.keyPosition)
                }
                continue
            }
            let value = walked(entry.value, as: ObjectKind.schema.shape(of: entry.key), at: place)
            if let value { entries.append(entry.with(value)) }
        }
        let walked = Mapping(entries)
        return Node(.mapping(naming(mapping, walked, at: place, node.position)), at: node.position)
    }

    /// What a reference to a schema is in the bundle; nil, with an error reported, where it names nothing.
    private mutating func schemaText(_ text: String, _ entry: Mapping.Entry, at place: BundlePlace) -> String? {
        if text == "#", set.isOpenAPI(place.base) {
            guard isMoved(place), let around = place.within else { return text }
            let key = BundleKey(kind: .schema, location: around)
            if plan == nil { return text }
            return plan?.names[key].map(reference(toSchema:)) ?? text
        }
        switch set.find(text, from: place.base, within: place.within, at: entry.value.position, &diagnostics) {
        case .missing(let missing):
            if text.hasPrefix("#"), !isMoved(place) { return text }
            let outcome: MissingTarget.Outcome = purpose == .generation ? .anyValue : .fault
            diagnostics.report(missing.diagnostic(outcome), at: entry.value.position)
            return nil
        case .found(let target):
            if isMoved(place), entry.key != "$ref" { diagnostics.report(.bound(entry.key), at: entry.keyPosition) }
            if let local = localText(text, target, at: place) { return local }
            reportBase(entry, at: place)
            return component(target, .schema, nil) ?? text
        }
    }

    private func reference(toSchema name: String) -> String {
        let section = sections.first { $0.kind == .schema }
        return Self.local(JSONPointer((section.map(Self.way) ?? []) + [name]).description)
    }

    /// A reference that becomes local stands in a schema of the root with an identifier of its own.
    private mutating func reportBase(_ entry: Mapping.Entry, at place: BundlePlace) {
        guard !isMoved(place), place.base != .root else { return }
        diagnostics.report(.withinIdentifier, at: entry.value.position)
    }

    // MARK: Discriminators

    mutating func discriminator(_ node: Node, at place: BundlePlace) -> Node {
        node.mappingEntries { inner in
            switch inner.key {
            case "defaultMapping": mapped(inner, at: place)
            case "mapping":
                inner.with(
                    inner.value.mappingEntries { $0.key.hasPrefix("x-") ? $0 : mapped($0, at: place) })
            default: inner
            }
        }
    }

    private mutating func mapped(_ entry: Mapping.Entry, at place: BundlePlace) -> Mapping.Entry {
        guard let text = entry.value.scalar?.text else { return entry }
        let local = mappedText(text, entry, at: place)
        return local == text ? entry : entry.with(.text(local, at: entry.value.position))
    }

    /// A bare name stays one in the root, where it is that of a component.
    private mutating func mappedText(_ text: String, _ entry: Mapping.Entry, at place: BundlePlace) -> String {
        let reference = set.reference(named: text, in: place.base)
        switch set.find(reference, from: place.base, &diagnostics) {
        case .missing(let missing):
            if reference.hasPrefix("#"), !isMoved(place) { return text }
            diagnostics.report(missing.diagnostic(.leftOut), at: entry.value.position)
            return text
        case .found(let target):
            if target.location.document == 0, !isMoved(place), !set.isPath(reference, in: place.base) { return text }
            return localText(reference, target, at: place) ?? component(target, .schema, nil) ?? text
        }
    }

    /// `walked` with what its discriminator implied made plain: without a mapping the value is the name of the schema,
    /// which isn't what it was where two schemas had one name.
    private mutating func naming(
        _ mapping: Mapping, _ walked: Mapping, at place: BundlePlace, _ position: Position
    ) -> Mapping {
        guard let plan, !plan.wanted.isEmpty, let discriminator = walked.entry("discriminator"),
            let object = discriminator.value.mapping, object["propertyName"] != nil
        else { return walked }
        var values = object["mapping"]?.mapping ?? Mapping()
        var isChanged = false
        var branches: [(key: BundleKey, position: Position)] = []
        for branch in ["oneOf", "anyOf"].flatMap({ mapping[$0]?.sequence ?? [] }) {
            guard let text = branch.mapping?["$ref"]?.scalar?.text,
                case .found(let target) = set.find(text, from: place.base, &diagnostics)
            else { continue }
            branches.append((BundleKey(kind: .schema, location: target.location), branch.position))
        }
        branches += plan.heirs[position, default: []].map { ($0, discriminator.value.position) }
        for (key, position) in branches {
            guard let name = plan.names[key], let wanted = plan.wanted[key], values[wanted] == nil else { continue }
            let reference = reference(toSchema: name)
            if values.entries.contains(where: { $0.value.scalar?.text == reference }) { continue }
            values.set(wanted, to: .text(reference, at: position), keyPosition: position)
            isChanged = true
        }
        guard isChanged else { return walked }
        var changed = object
        let position = discriminator.value.position
        changed.set("mapping", to: Node(.mapping(values), at: position), keyPosition: position)
        var result = walked
        result.set("discriminator", to: Node(.mapping(changed), at: position), keyPosition: discriminator.keyPosition)
        return result
    }

    /// Where all stands that a schema is made from, by references and `allOf`.
    mutating func bases(of schema: ReferenceTarget) -> [Position] {
        var places: [Position] = []
        var seen: Set<SchemaLocation> = [schema.location]
        var open = [(node: schema.node, base: schema.base, isOther: false)]
        while let (node, base, isOther) = open.popLast() {
            if isOther { places.append(node.position) }
            guard let mapping = node.mapping else { continue }
            open += (mapping["allOf"]?.sequence ?? []).map { ($0, base, isOther) }
            guard let text = mapping["$ref"]?.scalar?.text,
                case .found(let next) = set.find(text, from: base, &diagnostics), seen.insert(next.location).inserted
            else { continue }
            open.append((next.node, next.base, true))
        }
        return places
    }

    // MARK: Links

    /// The place of an operation, which may have come into the bundle with its path item.
    mutating func operationReference(_ node: Node, at place: BundlePlace) -> Node? {
        guard let text = node.scalar?.text, !text.hasPrefix("#") || isMoved(place) else { return node }
        switch set.find(text, from: place.base, &diagnostics) {
        case .missing(let missing):
            diagnostics.report(missing.diagnostic(.leftOut), at: node.position)
            return node
        case .found(let target):
            if let local = localText(text, target, at: place) { return .text(local, at: node.position) }
            guard let plan else { return node }
            guard let way = way(to: target.location, plan) else {
                diagnostics.report(.operationElsewhere(text), at: node.position)
                return node
            }
            return .text(Self.local(JSONPointer(way).description), at: node.position)
        }
    }

    private func way(to location: SchemaLocation, _ plan: BundlePlan) -> [String]? {
        var tokens = JSONPointer(parsing: location.pointer)?.tokens ?? []
        var rest: [String] = []
        while true {
            let around = SchemaLocation(document: location.document, pointer: JSONPointer(tokens).description)
            if let way = plan.placements[around] { return way + rest }
            guard let last = tokens.popLast() else { return nil }
            rest.insert(last, at: 0)
        }
    }
}

extension Diagnostic {
    fileprivate static let identifier = Diagnostic(
        .note, id: "bundled-identifier",
        "'$id' is left out of the bundle, where the schema is a component; references to it were made local")

    fileprivate static func bound(_ keyword: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bound-reference",
            "'\(keyword)' is bound to what it names in its own file; if another schema is meant, refer to that one "
                + "with '$ref'")
    }

    fileprivate static let withinIdentifier = Diagnostic(
        .warning, id: "reference-within-identifier",
        "the reference becomes one to a component, but stands in a schema with '$id', where other readers look it up "
            + "relative to that; remove '$id' there")

    fileprivate static func operationElsewhere(_ text: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "operation-elsewhere",
            "'\(text)' is an operation that isn't in the bundle; name it by 'operationId', or refer to its path item")
    }
}
