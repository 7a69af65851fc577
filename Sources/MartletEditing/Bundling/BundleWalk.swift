// Walks a document along its grammar, and writes it anew with every reference to another file made local.

internal import MartletOpenAPI
internal import MartletSource

/// What the first walk finds, and the second writes by.
struct BundlePlan: Sendable {
    /// What a component is called; every place that is one has a name here.
    var names: [BundleKey: String] = [:]
    /// Names that aren't those that the places would like: a discriminator without a mapping goes by those.
    var wanted: [BundleKey: String] = [:]
    /// Those of them that extend a schema, by the place of that in its file.
    var heirs: [Position: [BundleKey]] = [:]
    /// Path items that only one reference names.
    var inlined: Set<BundleKey> = []
    /// Where the content of inlined path items and operations stands in the bundle.
    var placements: [SchemaLocation: [String]] = [:]
}

/// Where a node stands while it is walked over.
struct BundlePlace: Sendable {
    /// What the references in it are relative to.
    var base: ResourceID
    /// The way to it in the bundle.
    var way: [String] = []
    /// Where it was read, for what may be a component.
    var source: SchemaLocation?
    /// The schema around that has a place of its own, which decides between equal anchors.
    var within: SchemaLocation?

    func step(_ key: String) -> BundlePlace {
        var place = self
        place.way.append(key)
        if let around = source {
            place.source = SchemaLocation(
                document: around.document, pointer: around.pointer + "/" + JSONPointer.escape(key))
        }
        return place
    }
}

struct BundleWalk {
    /// A place that becomes a component, or might.
    struct Found: Sendable {
        var target: ReferenceTarget
        var uses = 0
        var hasSiblings = false
    }

    var set: DocumentSet
    var diagnostics = Diagnostics()
    let sections: [ComponentSection]
    let purpose: Bundler.Purpose
    /// Nil in the first walk.
    let plan: BundlePlan?

    var found: [BundleKey: Found] = [:]
    var pending: [BundleKey] = []
    /// Components of the root that only refer to another file: they take its content.
    var standIns: [BundleKey: String] = [:]
    /// The names in the sections of the root.
    var taken: [ObjectKind: Set<String>] = [:]
    var placements: [SchemaLocation: [String]] = [:]
    /// What is being written out in place, with the way to it.
    var open: [SchemaLocation: [String]] = [:]
    private var visits = 0

    init(_ set: DocumentSet, sections: [ComponentSection], purpose: Bundler.Purpose, plan: BundlePlan? = nil) {
        self.set = set
        self.sections = sections
        self.purpose = purpose
        self.plan = plan
    }

    /// As many nodes as a document may have at most: what is written out in place may multiply them.
    private static let mostVisits = 6_000_000

    /// `node` with its references made local; nil where it is a reference to nothing, which is reported then.
    mutating func walked(_ node: Node, as shape: DocumentShape, at place: BundlePlace) -> Node? {
        guard admits(node) else { return nil }
        switch shape {
        case .data:
            if node.scalar == nil { reportReferences(in: node) }
            return node
        case .vendorExtension: return purpose == .generation ? node : free(node, shape, at: place)
        case .other: return free(node, shape, at: place)
        case .object(let kind): return object(node, kind, at: place)
        case .map, .namedMap, .section, .list: return collection(node, shape, at: place)
        case .oneOrList(let inner):
            return walked(node, as: node.sequence == nil ? inner : .list(inner), at: place)
        case .discriminator: return discriminator(node, at: place)
        case .operationReference: return operationReference(node, at: place)
        }
    }

    func isMoved(_ place: BundlePlace) -> Bool {
        set.document(of: place.base) != 0
    }

    private mutating func admits(_ node: Node) -> Bool {
        visits += 1
        if visits == Self.mostVisits + 1 { diagnostics.report(.tooLarge(Self.mostVisits), at: node.position) }
        return visits <= Self.mostVisits
    }

    // MARK: Objects

    private mutating func object(_ node: Node, _ kind: ObjectKind, at place: BundlePlace) -> Node? {
        guard let mapping = node.mapping else { return node }
        if kind == .schema { return schema(node, mapping, at: place) }
        if mapping["$ref"]?.scalar != nil, kind != .document {
            return reference(node, mapping, as: .object(kind), at: place)
        }
        return Node(.mapping(fields(mapping, of: kind, at: place)), at: node.position)
    }

    mutating func fields(_ mapping: Mapping, of kind: ObjectKind, at place: BundlePlace) -> Mapping {
        var entries: [Mapping.Entry] = []
        entries.reserveCapacity(mapping.entries.count)
        for entry in mapping.entries {
            let inner = kind == .schema ? place : place.step(entry.key)
            if let value = walked(entry.value, as: kind.shape(of: entry.key), at: inner) {
                entries.append(entry.with(value))
            }
        }
        return Mapping(entries)
    }

    // MARK: Collections

    private mutating func collection(_ node: Node, _ shape: DocumentShape, at place: BundlePlace) -> Node? {
        switch (node.value, shape) {
        case (.mapping(let mapping), _) where mapping["$ref"]?.scalar != nil:
            return reference(node, mapping, as: shape, at: place)
        case (.mapping(let mapping), .map(let inner)):
            return entries(of: mapping, node) { $0.walked($1.value, as: inner, at: place.step($1.key)) }
        case (.mapping(let mapping), .namedMap(let inner)):
            return entries(of: mapping, node) { walk, entry in
                let shape = entry.key.hasPrefix("x-") ? .vendorExtension : inner
                return walk.walked(entry.value, as: shape, at: place.step(entry.key))
            }
        case (.mapping(let mapping), .section(let section)):
            return entries(of: mapping, node) { walk, entry in
                guard walk.sections.contains(section) else {
                    return walk.walked(entry.value, as: .object(section.kind), at: place.step(entry.key))
                }
                return walk.component(entry, in: section, at: place.step(entry.key))
            }
        case (.sequence(let items), .list(let inner)):
            var walkedItems: [Node] = []
            for (number, item) in items.enumerated() {
                if let item = walked(item, as: inner, at: place.step(String(number))) { walkedItems.append(item) }
            }
            return Node(.sequence(walkedItems), at: node.position)
        default: return node
        }
    }

    private mutating func entries(
        of mapping: Mapping, _ node: Node, _ walked: (inout BundleWalk, Mapping.Entry) -> Node?
    ) -> Node {
        var entries: [Mapping.Entry] = []
        for entry in mapping.entries {
            if let value = walked(&self, entry) { entries.append(entry.with(value)) }
        }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }

    /// A component that only refers to another file takes what stands at the end of the references, and is what other
    /// references to any of these places name.
    private mutating func component(
        _ entry: Mapping.Entry, in section: ComponentSection, at place: BundlePlace
    ) -> Node? {
        taken[section.kind, default: []].insert(entry.key)
        var place = place
        if let source = place.source, source.document != 0 {
            standIns[BundleKey(kind: section.kind, location: source)] = entry.key
        }
        var content = entry.value
        for target in chain(from: content, in: place.base) {
            let key = BundleKey(kind: section.kind, location: target.location)
            guard standIns[key] == nil || standIns[key] == entry.key else { break }
            standIns[key] = entry.key
            content = target.node
            place.base = target.base
            place.source = target.location
        }
        place.within = place.source
        if content.mapping?["$id"]?.scalar != nil, !isMoved(place) {
            let pointer = JSONPointer(place.way).description
            if case .found(let own) = set.find(Self.local(pointer), from: .root, &diagnostics) { place.base = own.base }
        }
        return walked(content, as: .object(section.kind), at: place)
    }

    /// The places in other files to which `node` leads that is nothing but a reference: `Pet` in an index of files, and
    /// then the file.
    mutating func chain(from node: Node, in base: ResourceID) -> [ReferenceTarget] {
        var chain: [ReferenceTarget] = []
        var (node, base) = (node, base)
        while chain.count < SchemaTable.longestChain, let mapping = node.mapping, mapping.entries.count == 1,
            let text = mapping["$ref"]?.scalar?.text,
            case .found(let target) = set.find(text, from: base, &diagnostics), target.location.document != 0,
            !chain.contains(where: { $0.location == target.location })
        {
            chain.append(target)
            (node, base) = (target.node, target.base)
        }
        return chain
    }

    static func way(to section: ComponentSection) -> [String] {
        section.since == .v2_0 ? [section.name] : ["components", section.name]
    }

    /// The reference to the place at `pointer` in the same document.
    static func local(_ pointer: String) -> String {
        "#" + JSONPointer.fragment(pointer)
    }
}

extension Diagnostic {
    fileprivate static func tooLarge(_ count: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "too-large",
            "with its references followed, the document has more than \(count) values; split it, or refer to less")
    }
}
