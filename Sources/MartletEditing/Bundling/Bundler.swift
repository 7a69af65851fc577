// Many files to one: what the root refers to in other files becomes a component of it, or is written out in place.

internal import MartletOpenAPI
package import MartletSource

package struct Bundler {
    package enum Purpose: Sendable {
        /// The bundle is read by the generator and nobody else: extensions stay as they are.
        case generation
        /// The bundle is written to a file, which must stand on its own.
        case publication
    }

    private let root: Node
    private let path: String
    private let reader: SourceReader
    private let purpose: Purpose

    /// `root` was read from `path`, with its overlays applied.
    package init(_ root: Node, path: String, reader: SourceReader, for purpose: Purpose) {
        self.root = root
        self.path = path
        self.reader = reader
        self.purpose = purpose
    }

    /// One document that means what `root` and the files that it refers to mean. Nodes keep their places in the files
    /// that they come from. A document without references to other files comes back as it is.
    package func bundled(_ diagnostics: inout Diagnostics) -> Node {
        guard ExternalReferences.any(in: root), let mapping = root.mapping,
            let text = (mapping["openapi"] ?? mapping["swagger"])?.scalar?.text,
            let version = SpecificationVersion(text)
        else { return root }
        let sections = ObjectKind.sections(in: version)
        let set = DocumentSet(root: root, path: path, reader: reader, upgradesFiles: version != .v2_0)
        var first = BundleWalk(set, sections: sections, purpose: purpose)
        swap(&first.diagnostics, &diagnostics)
        _ = first.walked(root, as: .object(.document), at: start)
        while let key = first.pending.popLast() {
            guard let target = first.found[key]?.target else { continue }
            _ = first.walked(target.node, as: .object(key.kind), at: Self.place(of: target))
        }
        let (plan, names) = Self.plan(after: &first)
        for (key, wanted) in names.renamed where !plan.inlined.contains(key) {
            let name = names.names[key] ?? wanted
            first.diagnostics.report(.renamed(wanted, name), at: first.found[key]?.target.node.position)
        }
        var second = BundleWalk(first.set, sections: sections, purpose: purpose, plan: plan)
        swap(&second.diagnostics, &first.diagnostics)
        let bundle = Self.written(root, first, &second, plan, names)
        swap(&second.diagnostics, &diagnostics)
        return bundle
    }

    private var start: BundlePlace {
        BundlePlace(base: .root, source: SchemaLocation(document: 0, pointer: ""))
    }

    private static func place(of target: ReferenceTarget, at way: [String] = ["components"]) -> BundlePlace {
        BundlePlace(base: target.base, way: way, source: target.location, within: target.location)
    }

    private static func plan(after walk: inout BundleWalk) -> (BundlePlan, BundleNames) {
        var plan = BundlePlan()
        plan.names = walk.standIns
        let folder = PathName.folder(of: walk.set.path(of: 0))
        func candidate(_ key: BundleKey) -> BundleNames.Candidate {
            let path = walk.set.path(of: key.location.document)
            let own = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
            return BundleNames.Candidate(key, path: own)
        }
        var candidates: [BundleNames.Candidate] = []
        var ends: [BundleKey: BundleKey] = [:]
        for (key, found) in walk.found where walk.standIns[key] == nil {
            if key.kind == .pathItem, found.uses == 1, !found.hasSiblings { plan.inlined.insert(key) }
            let own = candidate(key)
            // The entry of an index of files and the file are one component, where they are called the same.
            if key.kind != .pathItem, let last = walk.chain(from: found.target.node, in: found.target.base).last {
                let end = BundleKey(kind: key.kind, location: last.location)
                if end != key, own.wanted == walk.standIns[end] ?? candidate(end).wanted {
                    ends[key] = end
                    continue
                }
            }
            candidates.append(own)
        }
        let names = BundleNames(candidates.filter { !plan.inlined.contains($0.key) }, taken: walk.taken)
        plan.names.merge(names.names) { standIn, _ in standIn }
        plan.wanted = Dictionary(names.renamed.map { ($0.key, $0.wanted) }) { first, _ in first }
        for (key, end) in ends { (plan.names[key], plan.wanted[key]) = (plan.names[end], plan.wanted[end]) }
        plan.heirs = heirs(names.renamed.map(\.key), &walk)
        plan.placements = walk.placements
        for (key, name) in plan.names where key.kind == .pathItem {
            plan.placements[key.location] = ["components", "pathItems", name]
        }
        return (plan, names)
    }

    private static func heirs(_ keys: [BundleKey], _ walk: inout BundleWalk) -> [Position: [BundleKey]] {
        var heirs: [Position: [BundleKey]] = [:]
        for key in keys where key.kind == .schema {
            guard let target = walk.found[key]?.target else { continue }
            for base in walk.bases(of: target) { heirs[base, default: []].append(key) }
        }
        return heirs
    }

    // MARK: Writing

    private static func written(
        _ root: Node, _ first: BundleWalk, _ second: inout BundleWalk, _ plan: BundlePlan, _ names: BundleNames
    ) -> Node {
        let start = BundlePlace(base: .root, source: SchemaLocation(document: 0, pointer: ""))
        var bundle = second.walked(root, as: .object(.document), at: start) ?? root
        for section in second.sections {
            var added: [Mapping.Entry] = []
            let keys = names.names.filter { $0.key.kind == section.kind }.sorted { $0.value < $1.value }
            for (key, name) in keys {
                guard let target = first.found[key]?.target else { continue }
                let way = BundleWalk.way(to: section) + [name]
                let place = place(of: target, at: way)
                guard let node = second.walked(target.node, as: .object(key.kind), at: place) else { continue }
                added.append(Mapping.Entry(key: name, keyPosition: target.node.position, value: node))
            }
            if !added.isEmpty { bundle = bundle.adding(added, at: BundleWalk.way(to: section)[...]) }
        }
        return bundle
    }
}

extension Node {
    /// With `entries` at the end of the mapping at `way`, which is made where it isn't there.
    fileprivate func adding(_ entries: [Mapping.Entry], at way: ArraySlice<String>) -> Node {
        var mapping = mapping ?? Mapping()
        guard let key = way.first else {
            return Node(.mapping(Mapping(mapping.entries + entries)), at: position)
        }
        let position = entries.first?.keyPosition ?? position
        let inner = mapping[key] ?? Node(.mapping(Mapping()), at: position)
        mapping.set(key, to: inner.adding(entries, at: way.dropFirst()), keyPosition: position)
        return Node(.mapping(mapping), at: self.position)
    }
}

extension Diagnostic {
    fileprivate static func renamed(_ wanted: String, _ name: String) -> Diagnostic {
        Diagnostic(
            .note, id: "bundled-name",
            "'\(wanted)' becomes the component '\(name)', since another has that name already")
    }
}
