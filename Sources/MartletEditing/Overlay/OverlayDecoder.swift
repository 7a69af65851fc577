// Decodes an Overlay from its tree, and reports each fault against the specification's rules.

package import MartletSource

extension Overlay {
    /// Nil, with the errors reported, where the document is no overlay that can be applied.
    package init?(decoding node: Node, _ diagnostics: inout Diagnostics) {
        var decoder = OverlayDecoder(diagnostics: diagnostics)
        let overlay = decoder.overlay(node)
        diagnostics = decoder.fields.diagnostics
        guard let overlay else { return nil }
        self = overlay
    }
}

private struct OverlayDecoder {
    private(set) var fields: OverlayFields

    init(diagnostics: Diagnostics) {
        fields = OverlayFields(diagnostics: diagnostics)
    }

    mutating func overlay(_ node: Node) -> Overlay? {
        guard let object = node.mapping else {
            fields.fail(.notMapping("an overlay", node), at: node.position)
            return nil
        }
        if object["overlay"] == nil, object["openapi"] != nil || object["swagger"] != nil {
            fields.fail(.document, at: node.position)
            return nil
        }
        fields.warnOfUnknown(object, in: "an overlay", known: ["overlay", "info", "extends", "actions"])
        let version = version(object["overlay"], in: node)
        let info = info(object["info"], in: node)
        let extends = fields.text("extends", of: object)
        let actions = actions(object["actions"], version: version ?? .v1_1, in: node)
        guard !fields.isFaulty, let version, let info else { return nil }
        return Overlay(version: version, info: info, extends: extends, actions: actions)
    }

    private mutating func version(_ node: Node?, in overlay: Node) -> Overlay.Version? {
        guard let node else {
            fields.fail(missing: "overlay", in: "an overlay", at: overlay.position)
            return nil
        }
        guard case .string(let text)? = node.scalar?.resolved else {
            fields.fail(.version(node.scalar?.text ?? node.kindName), at: node.position)
            return nil
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isPatch = parts.count == 3 && !parts[2].isEmpty && parts[2].utf8.allSatisfy { (0x30...0x39).contains($0) }
        switch (isPatch, parts.prefix(2).joined(separator: ".")) {
        case (true, "1.0"): return .v1_0
        case (true, "1.1"): return .v1_1
        default:
            fields.fail(.version(text), at: node.position)
            return nil
        }
    }

    private mutating func info(_ node: Node?, in overlay: Node) -> Overlay.Info? {
        guard let node else {
            fields.fail(missing: "info", in: "an overlay", at: overlay.position)
            return nil
        }
        guard let object = node.mapping else {
            fields.fail(.notMapping("'info'", node), at: node.position)
            return nil
        }
        fields.warnOfUnknown(object, in: "'info'", known: ["title", "version", "description"])
        let title = fields.requiredText("title", of: object, in: "'info'", at: node.position)
        let version = fields.requiredText("version", of: object, in: "'info'", at: node.position)
        let description = fields.text("description", of: object)
        guard let title, let version else { return nil }
        return Overlay.Info(title: title, version: version, description: description)
    }

    private mutating func actions(_ node: Node?, version: Overlay.Version, in overlay: Node) -> [Overlay.Action] {
        guard let node else {
            fields.fail(missing: "actions", in: "an overlay", at: overlay.position)
            return []
        }
        guard let items = node.sequence, !items.isEmpty else {
            fields.fail(.noActions(node), at: node.position)
            return []
        }
        warnOfRepeated(items)
        return items.compactMap { action($0, version: version) }
    }

    private mutating func warnOfRepeated(_ items: [Node]) {
        var known: Set<String> = []
        for item in items where !known.insert(item.jsonText).inserted {
            fields.diagnostics.report(.repeatedAction, at: item.position)
        }
    }

    private mutating func action(_ node: Node, version: Overlay.Version) -> Overlay.Action? {
        guard let object = node.mapping else {
            fields.fail(.notMapping("an action", node), at: node.position)
            return nil
        }
        fields.warnOfUnknown(object, in: "an action", known: ["target", "description", "update", "copy", "remove"])
        let target = fields.requiredText("target", of: object, in: "an action", at: node.position)
        let description = fields.text("description", of: object)
        let change = change(object, version: version)
        guard let target, let place = object["target"], let path = path(target, at: place.position), let change
        else { return nil }
        if case .none = change { fields.diagnostics.report(.nothingToDo, at: node.position) }
        return Overlay.Action(target: path, description: description, change: change)
    }

    private mutating func change(_ object: Mapping, version: Overlay.Version) -> Overlay.Change? {
        let copied = fields.text("copy", of: object)
        if let entry = object.entry("copy"), version == .v1_0 {
            fields.fail(.copyInOldVersion, at: entry.keyPosition)
        }
        if let node = object["remove"] {
            guard case .bool(let removes)? = node.scalar?.resolved else {
                fields.fail(wrongKind: "remove", expected: "a boolean", node)
                return nil
            }
            // The specification gives removal precedence over the others.
            if removes { return Overlay.Change.remove }
        }
        if let entry = object.entry("copy"), object["update"] != nil {
            fields.fail(.updateAndCopy, at: entry.keyPosition)
        }
        if let copied, let place = object["copy"] {
            return path(copied, at: place.position).map { .copy($0) }
        }
        return object["update"].map { .update($0) } ?? Overlay.Change.none
    }

    private mutating func path(_ text: String, at position: Position) -> Overlay.Path? {
        do {
            return Overlay.Path(path: try JSONPath(text), position: position)
        } catch {
            fields.fail(.path(text, error), at: position)
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static let document = Diagnostic(
        .error, id: "overlay-structure",
        "this is an OpenAPI document, where an overlay is needed; name a file that begins with 'overlay: 1.1.0'")

    fileprivate static func notMapping(_ owner: String, _ node: Node) -> Diagnostic {
        Diagnostic(.error, id: "overlay-structure", "\(owner) must be a mapping, but this is \(node.kindName)")
    }

    fileprivate static func noActions(_ node: Node) -> Diagnostic {
        let found = node.sequence == nil ? node.kindName : "empty"
        return Diagnostic(
            .error, id: "overlay-structure", "'actions' must be a list of at least one action, but this is \(found)")
    }

    fileprivate static func version(_ text: String) -> Diagnostic {
        Diagnostic(
            .error, id: "overlay-version",
            "'\(text)' isn't a supported version of overlays; write 1.0.0 or 1.1.0")
    }

    fileprivate static let repeatedAction = Diagnostic(
        .warning, id: "overlay-repeated-action", "this action is already listed above; delete one of them")

    fileprivate static let nothingToDo = Diagnostic(
        .note, id: "overlay-empty-action", "this action changes nothing; give it 'update', 'copy' or 'remove: true'")

    fileprivate static let copyInOldVersion = Diagnostic(
        .error, id: "overlay-copy-version", "'copy' came with Overlay 1.1; write overlay: 1.1.0")

    fileprivate static let updateAndCopy = Diagnostic(
        .error, id: "overlay-update-and-copy", "an action has 'update' or 'copy'; make two actions of this one")

    fileprivate static func path(_ text: String, _ fault: JSONPathFault) -> Diagnostic {
        Diagnostic(.error, id: "malformed-jsonpath", "'\(text)' isn't a JSONPath (RFC 9535): \(fault)")
    }
}
