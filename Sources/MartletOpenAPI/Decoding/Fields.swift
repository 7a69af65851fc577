// Reads the fields of an OpenAPI object, and says where one has the wrong type.

internal import MartletSource

struct Fields {
    let node: Node
    let mapping: Mapping
    /// What the object is, in the words of the specification: `an Info Object`.
    let object: String
    /// What the references in it are relative to.
    let base: ResourceID

    /// Nil, which is reported, where `node` is no mapping. Nothing at all, as behind `'200':`, is an empty one.
    init?(_ node: Node, as object: String, in base: ResourceID, _ reading: inout Reading) {
        if node.isNull {
            reading.report(.nothing(object), at: node.position)
        } else if node.mapping == nil {
            reading.report(.ignored(object, expected: "a mapping", found: node), at: node.position)
            return nil
        }
        self.node = node
        mapping = node.mapping ?? Mapping([])
        self.object = object
        self.base = base
    }

    /// The object that `node` is or refers to.
    init?(following node: Node, as object: String, in base: ResourceID, _ reading: inout Reading) {
        guard let followed = reading.followed(node, in: base) else { return nil }
        self.init(followed.node, as: object, in: followed.base, &reading)
    }

    subscript(key: String) -> Node? {
        mapping[key]
    }

    var position: Position {
        node.position
    }

    /// Takes a number or boolean for a string too: `version: 1.0` is the slip that most documents make. Some tools write
    /// a reference to the text.
    func string(_ key: String, _ reading: inout Reading) -> String? {
        guard var node = mapping[key] else { return nil }
        if node.mapping?["$ref"] != nil {
            guard let followed = reading.followed(node, in: base) else { return nil }
            node = followed.node
        }
        guard let scalar = node.scalar else {
            reading.report(.ignored("'\(key)'", expected: "a string", found: node), at: node.position)
            return nil
        }
        return node.isNull ? nil : scalar.text
    }

    /// `yes` and `on` were true in YAML 1.1, and still are to those who write them.
    func bool(_ key: String, _ reading: inout Reading) -> Bool? {
        guard let node = mapping[key], !node.isNull else { return nil }
        if case .bool(let value) = node.scalar?.resolved { return value }
        switch node.scalar?.text.lowercased() {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0": return false
        default:
            reading.report(.ignored("'\(key)'", expected: "true or false", found: node), at: node.position)
            return nil
        }
    }

    func strings(_ key: String, _ reading: inout Reading) -> [String] {
        list(key, &reading).items.compactMap { item in
            if let scalar = item.scalar { return scalar.text }
            reading.report(.ignored("an item of '\(key)'", expected: "a string", found: item), at: item.position)
            return nil
        }
    }

    /// The sequence at `key`; what should be in one and stands there alone is read as a list of it.
    func list(_ key: String, _ reading: inout Reading) -> (items: [Node], base: ResourceID) {
        guard let followed = collection(key, &reading), !followed.node.isNull else { return ([], base) }
        if let items = followed.node.sequence { return (items, followed.base) }
        reading.report(.alone(key, followed.node), at: followed.node.position)
        return ([followed.node], followed.base)
    }

    /// The mapping at `key`, whose keys are names. PHP writes an empty one as `[]`.
    func map(
        _ key: String, isEssential: Bool = false, _ reading: inout Reading
    ) -> (entries: [Mapping.Entry], base: ResourceID) {
        guard let followed = collection(key, &reading), !followed.node.isNull,
            followed.node.sequence?.isEmpty != true
        else { return ([], base) }
        if let mapping = followed.node.mapping { return (mapping.entries, followed.base) }
        let node = followed.node
        let diagnostic: Diagnostic =
            isEssential
            ? .wrongType("'\(key)'", expected: "a mapping", found: node)
            : .ignored("'\(key)'", expected: "a mapping", found: node)
        reading.report(diagnostic, at: node.position)
        return ([], base)
    }

    /// `map`, without extensions: for names that can't begin with `x-`.
    func namedMap(
        _ key: String, isEssential: Bool = false, _ reading: inout Reading
    ) -> (entries: [Mapping.Entry], base: ResourceID) {
        let map = map(key, isEssential: isEssential, &reading)
        return (map.entries.filter { !$0.key.hasPrefix("x-") }, map.base)
    }

    /// A whole map or list may stand in a file of its own, as documents of many files have it.
    private func collection(_ key: String, _ reading: inout Reading) -> Followed? {
        guard let node = mapping[key] else { return nil }
        guard node.mapping?["$ref"]?.scalar != nil else { return Followed(node: node, base: base) }
        return reading.followed(node, in: base)
    }

    /// Warns of fields that the object hasn't in any version of OpenAPI. An empty key is that of a fault in the text.
    func noteUnknown(known: Set<String>, _ reading: inout Reading) {
        for entry in mapping.entries
        where !known.contains(entry.key) && !entry.key.hasPrefix("x-") && !["$ref", ""].contains(entry.key) {
            let hint = reading.nearest.hint(for: entry.key, among: known.sorted())
            reading.report(.unknownField(entry.key, of: object, hint), at: entry.keyPosition)
        }
    }
}

extension Diagnostic {
    static func wrongType(_ what: String, expected: String, found: Node) -> Diagnostic {
        Diagnostic(.error, id: "wrong-type", "\(what) must be \(expected), but this is \(found.kindName)")
    }

    /// As `wrongType`, for what the rest of the document can do without.
    static func ignored(_ what: String, expected: String, found: Node) -> Diagnostic {
        Diagnostic(
            .warning, id: "wrong-type", "\(what) must be \(expected), but this is \(found.kindName); it is left out")
    }

    fileprivate static func nothing(_ object: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "empty-object", "there is nothing where \(object) is expected; read as an empty one; write {}"
        )
    }

    fileprivate static func alone(_ key: String, _ found: Node) -> Diagnostic {
        Diagnostic(
            .warning, id: "wrong-type",
            "'\(key)' must be a list, but this is \(found.kindName); read as a list of one; put it in brackets")
    }

    static func unknownField(_ key: String, of object: String, _ hint: String) -> Diagnostic {
        let advice = hint.isEmpty ? "; remove it, or begin it with x- if it is your own" : hint
        return Diagnostic(.warning, id: "unknown-field", "'\(key)' isn't a field of \(object)\(advice)")
    }
}
