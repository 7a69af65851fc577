// Builds the tree from libyaml's events: anchors, aliases, merge keys, and the limits.

internal import MartletLibYAML

struct NodeComposer {
    enum Collection {
        case sequence, mapping
    }

    private struct Frame {
        var collection: Collection
        var position: Position
        var anchor: String?
        var nodesBefore: Int
        var items: [Node] = []
        var entries: [Mapping.Entry] = []
        var key: (text: String, position: Position, isMerge: Bool)?
        var merges: [Node] = []
        /// Levels of collections below this one.
        var height = 0
    }

    private struct Anchor {
        var node: Node
        var weight: Int
        var height: Int
    }

    private(set) var root: Node?
    private(set) var isStopped = false
    private var stack: [Frame] = []
    private var anchors: [String: Anchor] = [:]
    private var nodes = 0
    private var repeated = 0
    private let limits: Limits
    private let standIns: StandIns?

    /// `standIns`: what the text is read with in place of characters that libyaml doesn't take.
    init(limits: Limits, standIns: StandIns? = nil) {
        self.limits = limits
        self.standIns = standIns
    }

    mutating func scalar(
        _ event: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar, at position: Position,
        _ diagnostics: inout Diagnostics
    ) {
        var text = String(decoding: UnsafeBufferPointer(start: event.value, count: event.length), as: UTF8.self)
        if let standIns { text = standIns.replaced(in: text) }
        let isPlain = event.style == YAML_PLAIN_SCALAR_STYLE
        let isString = event.tag.map { Self.isStringTag($0) } ?? !isPlain
        scalar(
            Scalar(text, isString: isString), anchor: event.anchor.map { Self.string($0) },
            isPlainMerge: isPlain && text == "<<", at: position, &diagnostics)
    }

    mutating func scalar(
        _ scalar: Scalar, anchor: String? = nil, isPlainMerge: Bool = false, at position: Position,
        _ diagnostics: inout Diagnostics
    ) {
        let node = Node(.scalar(scalar), at: position)
        count(1, at: position, &diagnostics)
        add(node, height: 0, isPlainMerge: isPlainMerge, &diagnostics)
        if let anchor { anchors[anchor] = Anchor(node: node, weight: 1, height: 0) }
    }

    mutating func begin(
        _ collection: Collection, anchor: UnsafePointer<UInt8>?, at position: Position, _ diagnostics: inout Diagnostics
    ) {
        if stack.count >= limits.depth {
            stop(.tooDeep(limits.depth), at: position, &diagnostics)
            return
        }
        stack.append(
            Frame(collection: collection, position: position, anchor: anchor.map(Self.string), nodesBefore: nodes))
        count(1, at: position, &diagnostics)
    }

    mutating func end(_ diagnostics: inout Diagnostics) {
        guard let frame = stack.popLast() else { return }
        let node: Node
        switch frame.collection {
        case .sequence:
            node = Node(.sequence(frame.items), at: frame.position)
        case .mapping:
            let entries = merged(frame, &diagnostics)
            node = Node(.mapping(Mapping(entries)), at: frame.position)
        }
        if let anchor = frame.anchor {
            anchors[anchor] = Anchor(node: node, weight: nodes - frame.nodesBefore, height: frame.height + 1)
        }
        add(node, height: frame.height + 1, isPlainMerge: false, &diagnostics)
    }

    mutating func alias(_ name: UnsafePointer<UInt8>, at position: Position, _ diagnostics: inout Diagnostics) {
        let name = Self.string(name)
        guard let anchor = anchors[name] else {
            let isInside = stack.contains { $0.anchor == name }
            stop(isInside ? .endlessAlias(name) : .unknownAnchor(name), at: position, &diagnostics)
            return
        }
        if stack.count + anchor.height > limits.depth {
            stop(.tooDeep(limits.depth), at: position, &diagnostics)
            return
        }
        repeated += anchor.weight
        if repeated > limits.aliases {
            stop(.tooManyAliases(limits.aliases), at: position, &diagnostics)
            return
        }
        count(anchor.weight, at: position, &diagnostics)
        add(anchor.node, height: anchor.height, isPlainMerge: false, &diagnostics)
    }

    private mutating func add(_ node: Node, height: Int, isPlainMerge: Bool, _ diagnostics: inout Diagnostics) {
        guard let top = stack.indices.last else {
            root = node
            return
        }
        stack[top].height = max(stack[top].height, height)
        guard stack[top].collection == .mapping else {
            stack[top].items.append(node)
            return
        }
        if let key = stack[top].key {
            stack[top].key = nil
            if key.isMerge, node.scalar == nil {
                stack[top].merges.append(node)
            } else {
                stack[top].entries.append(Mapping.Entry(key: key.text, keyPosition: key.position, value: node))
            }
        } else if stack[top].entries.count >= limits.keys {
            stop(.tooManyKeys(limits.keys), at: node.position, &diagnostics)
        } else if let scalar = node.scalar {
            stack[top].key = (scalar.text, node.position, isPlainMerge)
        } else {
            diagnostics.report(.compoundKey, at: node.position)
            stack[top].key = ("", node.position, false)
        }
    }

    /// The frame's entries with merge keys (yaml.org/type/merge) filled in; of keys written twice, the last counts.
    private func merged(_ frame: Frame, _ diagnostics: inout Diagnostics) -> [Mapping.Entry] {
        var entries = withoutDuplicates(frame.entries, &diagnostics)
        guard !frame.merges.isEmpty else { return entries }
        var known = Set(entries.map(\.key))
        for merge in frame.merges {
            for source in merge.sequence ?? [merge] {
                guard let mapping = source.mapping else {
                    diagnostics.report(.mergeOfScalar, at: source.position)
                    continue
                }
                entries += mapping.entries.filter { known.insert($0.key).inserted }
            }
        }
        return entries
    }

    private func withoutDuplicates(_ entries: [Mapping.Entry], _ diagnostics: inout Diagnostics) -> [Mapping.Entry] {
        guard hasDuplicates(entries) else { return entries }
        var places: [String: Int] = [:]
        var kept: [Mapping.Entry] = []
        for entry in entries {
            if let place = places[entry.key] {
                diagnostics.report(.duplicateKey(entry.key), at: entry.keyPosition)
                kept[place].value = entry.value
            } else {
                places[entry.key] = kept.count
                kept.append(entry)
            }
        }
        return kept
    }

    private func hasDuplicates(_ entries: [Mapping.Entry]) -> Bool {
        if entries.count < 9 {
            for (place, entry) in entries.enumerated()
            where entries[..<place].contains(where: { $0.key == entry.key }) { return true }
            return false
        }
        return Set(entries.lazy.map(\.key)).count != entries.count
    }

    private mutating func count(_ added: Int, at position: Position, _ diagnostics: inout Diagnostics) {
        nodes += added
        if nodes > limits.values { stop(.tooManyNodes(limits.values), at: position, &diagnostics) }
    }

    private mutating func stop(_ diagnostic: Diagnostic, at position: Position, _ diagnostics: inout Diagnostics) {
        isStopped = true
        diagnostics.report(diagnostic, at: position)
    }

    private static func string(_ bytes: UnsafePointer<UInt8>) -> String {
        String(cString: bytes)
    }

    private static func isStringTag(_ tag: UnsafePointer<UInt8>) -> Bool {
        let tag = string(tag)
        return tag == "tag:yaml.org,2002:str" || tag == "!"
    }
}

extension Diagnostic {
    fileprivate static func tooDeep(_ depth: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "too-deep",
            "the document is nested more than \(depth) levels deep; flatten it here"
                + Limits.advice("depth"))
    }

    fileprivate static func tooManyAliases(_ nodes: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "too-large",
            "aliases repeat more than \(nodes) values; write references instead" + Limits.advice("aliases"))
    }

    fileprivate static func tooManyNodes(_ nodes: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "too-large",
            "the document has more than \(nodes) values, those that aliases repeat included; split it"
                + Limits.advice("values"))
    }

    fileprivate static func tooManyKeys(_ keys: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "too-large",
            "the mapping has more than \(keys) keys; split it before this one"
                + Limits.advice("keys"))
    }

    fileprivate static func unknownAnchor(_ name: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-anchor", "no anchor '&\(name)' stands before this alias; define it or fix the name")
    }

    fileprivate static func endlessAlias(_ name: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-anchor",
            "what '&\(name)' stands for would hold itself here, without end; write a $ref where a schema is meant")
    }

    fileprivate static let compoundKey = Diagnostic(
        .error, id: "compound-key", "a key must be a string; put the text in quotes if it begins with { or [")

    fileprivate static let mergeOfScalar = Diagnostic(
        .error, id: "merge-of-scalar",
        "'<<' merges mappings, and this isn't one; write an alias of one, or put '<<' in quotes")

    fileprivate static func duplicateKey(_ key: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "duplicate-key",
            "the key '\(key)' is written twice here; the last one counts, delete the other")
    }
}
