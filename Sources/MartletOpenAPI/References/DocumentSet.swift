// The documents of one run: the root, and those that its references name, read when they are first needed.
package import MartletSource

/// What relative references are relative to: a file, or a schema in one that has an `$id` of its own.
struct ResourceID: Hashable, Sendable {
    var index: Int

    static let root = ResourceID(index: 0)
}

/// What a reference names.
struct ReferenceTarget: Sendable {
    var location: SchemaLocation
    var node: Node
    /// What the references in `node` are relative to.
    var base: ResourceID
}

package struct DocumentSet: Sendable {
    private struct Resource: Sendable {
        var root: Node?
        /// Why there is no root.
        var fault: FileFault?
        /// Of the file.
        var path: String
        /// `$id` or `$self`, made absolute where its base is.
        var uri: String?
        /// The number of the file, and the way to the resource in it.
        var file: Int
        var tokens: [String] = []
        var index: AnchorIndex?
        var moves = PointerMoves()
        var isUpgraded = false
    }

    private struct Question: Hashable {
        var reference: String
        var base: ResourceID
        var within: SchemaLocation?

        init(reference: String, base: ResourceID, within: SchemaLocation? = nil) {
            self.reference = reference
            self.base = base
            self.within = within
        }
    }

    enum Answer: Sendable {
        case found(ReferenceTarget)
        case missing(Diagnostic)
    }

    private enum Finding: Sendable {
        case found(ReferenceTarget)
        /// Found by what is written there though it is no reference to it.
        case meant(ReferenceTarget, Diagnostic)
        case missing(Diagnostic)
    }

    private var resources: [Resource] = []
    private var files: [String: ResourceID] = [:]
    private var identified: [String: ResourceID] = [:]
    private var embedded: [SchemaLocation: ResourceID] = [:]
    private var answers: [Question: Finding] = [:]
    private var nearest = NearestKey()
    private var detours = 0
    /// Files whose identifiers aren't known yet.
    private var unindexed: [Int] = []
    private let reader: SourceReader
    private let upgradesFiles: Bool

    /// `upgradesFiles`: whether other files that are Swagger documents are rewritten to the shape of OpenAPI 3.
    package init(root: Node, path: String, reader: SourceReader, upgradesFiles: Bool = true) {
        self.reader = reader
        self.upgradesFiles = upgradesFiles
        add(root, path: PathName.joined(path, to: ""))
    }

    package var root: Node? {
        resources.first?.root
    }

    /// The part of the root at `pointer`, for what is decoded without a reference to it.
    mutating func component(
        _ pointer: String, at position: Position, _ diagnostics: inout Diagnostics
    ) -> ReferenceTarget? {
        resolve("#" + pointer.replacing("%", with: "%25"), from: .root, at: position, &diagnostics)
    }

    /// Whether `base` is a file with an OpenAPI Object at its root.
    func isOpenAPI(_ base: ResourceID) -> Bool {
        guard let mapping = resources[base.index].root?.mapping else { return false }
        return resources[base.index].tokens.isEmpty && (mapping["openapi"] ?? mapping["swagger"]) != nil
    }

    /// Whether the file of `base` has a component schema of that name.
    func hasComponent(_ name: String, near base: ResourceID) -> Bool {
        let file = resources[base.index].file
        return resources[file].root?.mapping?["components"]?.mapping?["schemas"]?.mapping?[name] != nil
    }

    /// Rewrites the root to the shape of OpenAPI 3, if it isn't of that.
    mutating func upgradeRoot(_ diagnostics: inout Diagnostics) {
        upgrade(.root, &diagnostics)
    }

    private mutating func upgrade(_ file: ResourceID, _ diagnostics: inout Diagnostics) {
        guard let root = resources[file.index].root, var upgrade = SwaggerUpgrade(root) else { return }
        (resources[file.index].root, resources[file.index].moves) = upgrade.upgraded(&diagnostics)
        resources[file.index].isUpgraded = true
    }

    /// What `reference`, written in `base`, names; nil, with an error reported, where that is nothing. `within` is the
    /// schema around it, which decides between equal anchors.
    mutating func resolve(
        _ reference: String, from base: ResourceID, within: SchemaLocation? = nil, at position: Position,
        severity: Diagnostic.Severity = .error, _ diagnostics: inout Diagnostics
    ) -> ReferenceTarget? {
        switch finding(reference, from: base, within: within, &diagnostics) {
        case .found(let target): return target
        case .meant(let target, let diagnostic):
            diagnostics.report(inItsWords(diagnostic, base), at: position)
            return target
        case .missing(var diagnostic):
            diagnostic.severity = severity
            diagnostics.report(inItsWords(diagnostic, base), at: position)
            return nil
        }
    }

    /// `resolve`, for who decides what is said where nothing is found. What is wrong inside a file that is read for the
    /// first time is reported all the same.
    mutating func find(
        _ reference: String, from base: ResourceID, within: SchemaLocation? = nil, _ diagnostics: inout Diagnostics
    ) -> Answer {
        switch finding(reference, from: base, within: within, &diagnostics) {
        case .found(let target), .meant(let target, _): .found(target)
        case .missing(let diagnostic): .missing(diagnostic)
        }
    }

    private mutating func finding(
        _ reference: String, from base: ResourceID, within: SchemaLocation?, _ diagnostics: inout Diagnostics
    ) -> Finding {
        let isAnchor = reference.hasPrefix("#") && !reference.hasPrefix("#/") && reference != "#"
        let question = Question(reference: reference, base: base, within: isAnchor ? within : nil)
        let answer = answers[question] ?? answer(to: question, &diagnostics)
        answers[question] = answer
        return answer
    }

    /// The path or URL of the file that `document` is, in a location.
    func path(of document: Int) -> String {
        resources[document].path
    }

    /// The number of the file that holds `base`; 0 is the root.
    func document(of base: ResourceID) -> Int {
        resources[base.index].file
    }

    /// Whether `reference` names its file by a path, in contrast to an identifier that a document gives itself.
    func isPath(_ reference: String, in base: ResourceID) -> Bool {
        let name = ReferenceText(reference).resource
        if name.isEmpty || ReferenceText.hasScheme(name) { return false }
        return identified[
            ReferenceText.resolved(name, against: resources[base.index].uri ?? resources[base.index].path)] == nil
    }

    /// In a document of Swagger 2.0 `#/components/schemas/` is written `#/definitions/`.
    private func inItsWords(_ diagnostic: Diagnostic, _ base: ResourceID) -> Diagnostic {
        guard resources[resources[base.index].file].isUpgraded else { return diagnostic }
        var diagnostic = diagnostic
        for (old, new) in SwaggerReference.places { diagnostic.message = diagnostic.message.replacing(new, with: old) }
        return diagnostic
    }

    /// The resource that the schema `node` is, which has an `$id`.
    private mutating func resource(
        identifiedBy id: String, at location: SchemaLocation, _ node: Node, in base: ResourceID
    ) -> ResourceID {
        if let known = embedded[location] { return known }
        let around = resources[base.index]
        let uri = ReferenceText.resolved(ReferenceText(id).resource, against: around.uri ?? around.path)
        let tokens = JSONPointer(parsing: location.pointer)?.tokens ?? []
        resources.append(Resource(root: node, path: around.path, uri: uri, file: location.document, tokens: tokens))
        let resource = ResourceID(index: resources.count - 1)
        embedded[location] = resource
        if identified[uri] == nil { identified[uri] = resource }
        return resource
    }
}

// MARK: Looking up

extension DocumentSet {
    private mutating func answer(to question: Question, _ diagnostics: inout Diagnostics) -> Finding {
        let text = ReferenceText(question.reference)
        if let meant = meant(by: text, question, &diagnostics) { return meant }
        var start = question.base
        if !text.resource.isEmpty {
            switch resource(text.resource, from: start, question.reference, &diagnostics) {
            case .success(let found): start = found
            case .failure(let failure): return .missing(failure.diagnostic)
            }
        }
        guard resources[start.index].root != nil else {
            if let fault = resources[start.index].fault { return .missing(.unreadable(question.reference, fault)) }
            return .missing(.unresolved(question.reference, hint: ""))
        }
        if !text.fragment.isEmpty, !text.fragment.hasPrefix("/") {
            return anchor(text.fragment, in: start, question)
        }
        guard let pointer = JSONPointer(parsing: text.fragment) else {
            return .missing(.unresolved(question.reference, hint: ""))
        }
        var hint = ""
        // Documents put `$id` on component schemas and still point from the root of the file.
        let file = ResourceID(index: resources[start.index].file)
        for place in start == file ? [file] : [start, file] {
            var walk = PointerWalk(pointer.tokens, from: place)
            if let target = follow(&walk, moving: true, &diagnostics) { return .found(target) }
            if hint.isEmpty, detours == 0 { hint = self.hint(for: walk, text) }
        }
        return .missing(.unresolved(question.reference, hint: hint))
    }

    /// The first drafts of Swagger 2.0 referred to a schema by its name, `Pet`; and the slash of a pointer is often
    /// forgotten, `#definitions/Pet`. Neither is taken for the name of a file, or of an anchor, that there is.
    private mutating func meant(
        by text: ReferenceText, _ question: Question, _ diagnostics: inout Diagnostics
    ) -> Finding? {
        let file = ResourceID(index: resources[question.base.index].file)
        guard let pointer = barePointer(text, in: file) else { return nil }
        let reference = "#" + pointer
        var walk = PointerWalk(JSONPointer(parsing: pointer)?.tokens ?? [], from: file)
        guard let target = follow(&walk, moving: true, &diagnostics) else { return nil }
        return .meant(target, .bare(question.reference, reference))
    }

    private mutating func barePointer(_ text: ReferenceText, in file: ResourceID) -> String? {
        let isAnchor = text.resource.isEmpty && text.fragment.contains("/") && !text.fragment.hasPrefix("/")
        if isAnchor { return index(of: file.index)?.anchors[text.fragment] == nil ? "/" + text.fragment : nil }
        guard text.fragment.isEmpty, !text.resource.isEmpty, !text.resource.contains(".") else { return nil }
        guard files[PathName.joined(text.resource, to: resources[file.index].path)] == nil else { return nil }
        let sections = ["definitions/", "components/", "parameters/", "responses/"]
        if sections.contains(where: text.resource.hasPrefix) { return "/" + text.resource }
        return hasComponent(text.resource, near: file)
            ? "/components/schemas/\(JSONPointer.escape(text.resource))" : nil
    }

    private struct Missing: Error {
        var diagnostic: Diagnostic
    }

    private mutating func resource(
        _ name: String, from base: ResourceID, _ reference: String, _ diagnostics: inout Diagnostics
    ) -> Result<ResourceID, Missing> {
        let own = resources[base.index]
        let uri = ReferenceText.resolved(name, against: own.uri ?? own.path)
        if let known = identified[uri] { return .success(known) }
        let path = ReferenceText.file(name, from: own.path)
        if let path, let known = files[path] { return .success(known) }
        let open = unindexed
        unindexed = []
        for file in open { _ = index(of: file) }
        if let known = identified[uri] { return .success(known) }
        guard let path else { return .failure(Missing(diagnostic: .unknownScheme(reference))) }
        if !name.contains("."), resources[0].root?[JSONPointer(["components", "schemas", name])] != nil {
            let hint = "; did you mean '#/components/schemas/\(name)'?"
            return .failure(Missing(diagnostic: .unresolved(reference, hint: hint)))
        }
        let file: ResourceID
        do {
            file = add(try reader.load(path, &diagnostics), path: path)
        } catch {
            file = add(nil, path: path)
            resources[file.index].fault = error
        }
        if upgradesFiles { upgrade(file, &diagnostics) }
        return .success(file)
    }

    @discardableResult
    private mutating func add(_ root: Node?, path: String) -> ResourceID {
        let number = resources.count
        var resource = Resource(root: root, path: path, uri: nil, file: number)
        if let own = root?.mapping?["$self"] ?? root?.mapping?["$id"], let text = own.scalar?.text {
            let uri = ReferenceText.resolved(ReferenceText(text).resource, against: path)
            resource.uri = uri
            if identified[uri] == nil { identified[uri] = ResourceID(index: number) }
        }
        resources.append(resource)
        files[path] = ResourceID(index: number)
        unindexed.append(number)
        return ResourceID(index: number)
    }

    /// The anchors of the file, and its embedded resources made known.
    private mutating func index(of file: Int) -> AnchorIndex? {
        if let known = resources[file].index { return known }
        guard let root = resources[file].root else { return nil }
        let index = AnchorIndex(root)
        resources[file].index = index
        for inner in index.embedded {
            var walk = PointerWalk(inner.tokens, from: ResourceID(index: file))
            var unheard = Diagnostics()
            _ = follow(&walk, moving: false, &unheard)
        }
        return index
    }

    private mutating func anchor(_ name: String, in start: ResourceID, _ question: Question) -> Finding {
        let resource = resources[start.index]
        let index = index(of: resource.file)
        let places = (index?.anchors[name] ?? []).filter { $0.starts(with: resource.tokens) }
        let around = question.within.flatMap { JSONPointer(parsing: $0.pointer)?.tokens }
        let place = places.first { place in around.map { place.starts(with: $0) } ?? false } ?? places.first
        guard let place else {
            let hint = nearest.hint(for: name, among: (index?.anchors.keys.sorted() ?? []), prefix: "#")
            return .missing(.unresolved(question.reference, hint: hint))
        }
        var walk = PointerWalk(place, from: ResourceID(index: resource.file))
        var unheard = Diagnostics()
        return follow(&walk, moving: false, &unheard).map(Finding.found)
            ?? .missing(.unresolved(question.reference, hint: ""))
    }

    /// The keys beside the one that isn't there, if one is much like it.
    private mutating func hint(for walk: PointerWalk, _ text: ReferenceText) -> String {
        guard let missing = walk.missing, let keys = walk.node?.mapping?.entries.lazy.map(\.key) else { return "" }
        let before = JSONPointer(Array(walk.tokens.prefix(walk.place))).description
        let after = JSONPointer(Array(walk.tokens.dropFirst(walk.place + 1))).description
        guard after.isEmpty else { return nearest.hint(for: missing, among: keys) }
        return nearest.hint(for: missing, among: keys, prefix: "\(text.resource)#\(before)/")
    }
}

// MARK: Pointers

/// A walk along a JSON pointer, and how far it came.
private struct PointerWalk {
    var tokens: [String]
    var base: ResourceID
    var place = 0
    /// Where it came to an end too early, and the token that is missing there.
    var node: Node?
    var missing: String?

    init(_ tokens: [String], from base: ResourceID) {
        self.tokens = tokens
        self.base = base
    }
}

extension DocumentSet {
    /// A pointer that leads through a reference goes on behind it, but not for ever.
    private static let longestDetour = 20

    private mutating func follow(
        _ walk: inout PointerWalk, moving: Bool, _ diagnostics: inout Diagnostics
    ) -> ReferenceTarget? {
        let start = resources[walk.base.index]
        if moving, start.tokens.isEmpty { walk.tokens = start.moves.moved(walk.tokens) }
        guard var node = start.root else { return nil }
        var way = start.tokens
        while walk.place < walk.tokens.count {
            let token = walk.tokens[walk.place]
            if let next = node[JSONPointer([token])] {
                way.append(token)
                walk.place += 1
                node = next
                enter(node, at: way, &walk)
            } else if let around = detour(node, walk, &diagnostics) {
                node = around.node
                way = JSONPointer(parsing: around.location.pointer)?.tokens ?? []
                walk.base = around.base
            } else {
                walk.node = node
                walk.missing = token
                return nil
            }
        }
        return ReferenceTarget(location: location(of: way, in: walk.base), node: node, base: walk.base)
    }

    private mutating func enter(_ node: Node, at way: [String], _ walk: inout PointerWalk) {
        guard let id = node.mapping?["$id"]?.scalar?.text else { return }
        if let parent = way.dropLast().last, ["properties", "patternProperties"].contains(parent) { return }
        walk.base = resource(identifiedBy: id, at: location(of: way, in: walk.base), node, in: walk.base)
    }

    private func location(of way: [String], in base: ResourceID) -> SchemaLocation {
        SchemaLocation(document: resources[base.index].file, pointer: JSONPointer(way).description)
    }

    private mutating func detour(
        _ node: Node, _ walk: PointerWalk, _ diagnostics: inout Diagnostics
    ) -> ReferenceTarget? {
        guard let reference = node.mapping?["$ref"], let text = reference.scalar?.text,
            detours < Self.longestDetour
        else { return nil }
        detours += 1
        defer { detours -= 1 }
        switch answer(to: Question(reference: text, base: walk.base), &diagnostics) {
        case .found(let target), .meant(let target, _): return target
        case .missing: return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func unresolved(_ reference: String, hint: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-reference",
            "'\(reference)' names nothing" + (hint.isEmpty ? "; fix the reference or add its target" : hint))
    }

    fileprivate static func unreadable(_ reference: String, _ fault: FileFault) -> Diagnostic {
        Diagnostic(.error, id: fault.id, "'\(reference)' can't be read: \(fault.reason)")
    }

    fileprivate static func bare(_ text: String, _ reference: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bare-reference", "'\(text)' is no reference; read as '\(reference)', write that")
    }

    fileprivate static func unknownScheme(_ reference: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-reference",
            "'\(reference)' names nothing that was read; only paths and http and https URLs are, refer to one of those")
    }
}
