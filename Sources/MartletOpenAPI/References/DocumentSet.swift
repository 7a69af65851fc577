// The documents of one run, and what the references in them name.

package import MartletSource

/// What a reference names.
package struct ReferenceTarget: Sendable {
    package var location: SchemaLocation
    package var node: Node
    /// What the references in `node` are relative to.
    package var base: ResourceID
}

package struct DocumentSet: Sendable {
    /// A pointer that leads through a reference goes on behind it, but not for ever.
    private static let longestDetour = 20

    private struct Question: Hashable {
        var reference: String
        var base: ResourceID
        var within: SchemaLocation?
    }

    package enum Answer: Sendable {
        case found(ReferenceTarget)
        case missing(MissingTarget)
    }

    private enum Finding: Sendable {
        case found(ReferenceTarget)
        /// Found by what is written there though it is no reference to it.
        case meant(ReferenceTarget, Diagnostic)
        case missing(MissingTarget)
    }

    private var files: DocumentFiles
    private var answers: [Question: Finding] = [:]
    private var nearest = NearestKey()
    private var detours = 0

    /// `upgradesFiles`: whether other files that are Swagger documents are rewritten to the shape of OpenAPI 3.
    package init(root: Node, path: String, reader: SourceReader, upgradesFiles: Bool = true) {
        files = DocumentFiles(root: root, path: path, reader: reader, upgradesFiles: upgradesFiles)
    }

    package var limits: Limits {
        files.limits
    }

    package var root: Node? {
        files[.root].root
    }

    /// The part of the root at `pointer`, for what is decoded without a reference to it.
    package mutating func component(
        _ pointer: String, at position: Position, _ diagnostics: inout Diagnostics
    ) -> ReferenceTarget? {
        resolve("#" + JSONPointer.fragment(pointer), from: .root, at: position, &diagnostics)
    }

    /// Whether `base` is a file with an OpenAPI Object at its root.
    package func isOpenAPI(_ base: ResourceID) -> Bool {
        guard let mapping = files[base].root?.mapping else { return false }
        return files[base].tokens.isEmpty && (mapping["openapi"] ?? mapping["swagger"]) != nil
    }

    /// Whether the file of `base` has a component schema of that name.
    func hasComponent(_ name: String, near base: ResourceID) -> Bool {
        componentPointer(to: name, near: base) != nil
    }

    /// Where the file of `base` has the component schema of that name; Swagger 2.0 has them in `definitions`.
    private func componentPointer(to name: String, near base: ResourceID) -> String? {
        let root = files[files.file(of: base)].root
        let isSwagger = root?.mapping?["swagger"] != nil
        let places = [["components", "schemas", name]] + (isSwagger ? [["definitions", name]] : [])
        return places.map { JSONPointer($0) }.first { root?[$0] != nil }?.description
    }

    /// What a discriminator's value stands for: a bare name is that of a component schema if there is one (OpenAPI 3.2.0,
    /// section 4.25.3); `Pet.v1` is such a name too.
    package func reference(named text: String, in base: ResourceID) -> String {
        if text.contains("/") || text.contains("#") { return text }
        if !text.contains(".") || hasComponent(text, near: base) {
            return "#/components/schemas/\(JSONPointer.escape(text))"
        }
        return text
    }

    /// Rewrites the root to the shape of OpenAPI 3, if it isn't of that.
    package mutating func upgradeRoot(_ diagnostics: inout Diagnostics) {
        files.upgrade(.root, &diagnostics)
    }

    /// What `reference`, written in `base`, names; nil where that is nothing, which is reported as `missing` has it.
    /// `within` is the schema around it, which decides between equal anchors.
    package mutating func resolve(
        _ reference: String, from base: ResourceID, within: SchemaLocation? = nil, at position: Position,
        missing: MissingTarget.Outcome = .fault, _ diagnostics: inout Diagnostics
    ) -> ReferenceTarget? {
        switch finding(reference, from: base, within: within, &diagnostics) {
        case .found(let target): return target
        case .meant(let target, let diagnostic):
            diagnostics.report(inItsWords(diagnostic, base), at: position)
            return target
        case .missing(let target):
            diagnostics.report(inItsWords(target.diagnostic(missing), base), at: position)
            return nil
        }
    }

    /// `resolve`, for who decides what is said where nothing is found. What is wrong inside a file that is read for the
    /// first time is reported all the same, and with a position what is wrong with the reference itself.
    package mutating func find(
        _ reference: String, from base: ResourceID, within: SchemaLocation? = nil, at position: Position? = nil,
        _ diagnostics: inout Diagnostics
    ) -> Answer {
        switch finding(reference, from: base, within: within, &diagnostics) {
        case .found(let target): return .found(target)
        case .meant(let target, let diagnostic):
            if let position { diagnostics.report(inItsWords(diagnostic, base), at: position) }
            return .found(target)
        case .missing(let target): return .missing(target)
        }
    }

    /// The path or URL of the file that `document` is, in a location.
    package func path(of document: Int) -> String {
        files[ResourceID(index: document)].path
    }

    /// The number of the file that holds `base`; 0 is the root.
    package func document(of base: ResourceID) -> Int {
        files[base].file
    }

    /// Whether `reference` names its file by a path, in contrast to an identifier that a document gives itself.
    package func isPath(_ reference: String, in base: ResourceID) -> Bool {
        let name = ReferenceText(reference).resource
        if name.isEmpty || ReferenceText.hasScheme(name) { return false }
        return !files.isIdentifier(name, in: base)
    }

    /// In a document of Swagger 2.0 `#/components/schemas/` is written `#/definitions/`.
    private func inItsWords(_ diagnostic: Diagnostic, _ base: ResourceID) -> Diagnostic {
        guard files[files.file(of: base)].isUpgraded else { return diagnostic }
        var diagnostic = diagnostic
        for (old, new) in SwaggerReference.places { diagnostic.message = diagnostic.message.replacing(new, with: old) }
        return diagnostic
    }
}

// MARK: Looking up

extension DocumentSet {
    private mutating func finding(
        _ reference: String, from base: ResourceID, within: SchemaLocation?, _ diagnostics: inout Diagnostics
    ) -> Finding {
        let isAnchor = reference.hasPrefix("#") && !reference.hasPrefix("#/") && reference != "#"
        let question = Question(reference: reference, base: base, within: isAnchor ? within : nil)
        let answer = answers[question] ?? answer(to: question, &diagnostics)
        answers[question] = answer
        return answer
    }

    private mutating func answer(to question: Question, _ diagnostics: inout Diagnostics) -> Finding {
        let text = ReferenceText(question.reference)
        if let meant = meant(by: text, question, &diagnostics) { return meant }
        var start = question.base
        if !text.resource.isEmpty {
            if let hint = hintForName(text, question.base) { return .missing(.unresolved(question.reference, hint)) }
            guard let found = files.resource(text.resource, from: start, &diagnostics) else {
                return .missing(.unknownScheme(question.reference))
            }
            start = found
        }
        guard let root = files[start].root else {
            let fault = files[start].fault
            return .missing(fault.map { .unreadable(question.reference, $0) } ?? .broken(question.reference))
        }
        if !text.fragment.isEmpty, !text.fragment.hasPrefix("/") {
            if text.fragment.contains("/"), !text.resource.isEmpty {
                return bare(text, text.resource + "#/" + text.fragment, in: start, &diagnostics)
            }
            return anchor(text.fragment, in: start, question)
        }
        if text.fragment == "/", !text.resource.isEmpty, root.mapping?[""] == nil {
            return bare(text, text.resource, in: start, &diagnostics)
        }
        return pointer(text, question, in: start, &diagnostics)
    }

    private mutating func pointer(
        _ text: ReferenceText, _ question: Question, in start: ResourceID, _ diagnostics: inout Diagnostics
    ) -> Finding {
        guard let pointer = JSONPointer(parsing: text.fragment) else {
            return .missing(.unresolved(question.reference, ""))
        }
        var hint = ""
        // Documents put `$id` on component schemas and still point from the root of the file.
        let file = files.file(of: start)
        for place in start == file ? [file] : [start, file] {
            var walk = PointerWalk(pointer.tokens, from: place)
            if let target = follow(&walk, &diagnostics) { return .found(target) }
            if hint.isEmpty, detours == 0 { hint = self.hint(for: walk, text) }
        }
        return .missing(.unresolved(question.reference, hint))
    }

    /// `file.yaml#/` is often written for the whole file, and `file.yaml#definitions/Pet` for a pointer.
    private mutating func bare(
        _ text: ReferenceText, _ reference: String, in file: ResourceID, _ diagnostics: inout Diagnostics
    ) -> Finding {
        let written = text.resource + "#" + text.fragment
        let pointer = JSONPointer(parsing: ReferenceText(reference).fragment)
        var walk = PointerWalk(pointer?.tokens ?? [], from: file)
        guard let target = follow(&walk, &diagnostics) else { return .missing(.unresolved(written, "")) }
        return .meant(target, .bare(written, reference))
    }

    /// The first drafts of Swagger 2.0 referred to a schema by its name, `Pet`; and the slash of a pointer is often
    /// forgotten, `#definitions/Pet`. Neither is taken for the name of a file, or of an anchor, that there is.
    private mutating func meant(
        by text: ReferenceText, _ question: Question, _ diagnostics: inout Diagnostics
    ) -> Finding? {
        let file = files.file(of: question.base)
        guard let pointer = barePointer(text, from: question.base, in: file) else { return nil }
        var walk = PointerWalk(JSONPointer(parsing: pointer)?.tokens ?? [], from: file)
        guard let target = follow(&walk, &diagnostics) else { return nil }
        return .meant(target, .bare(question.reference, "#" + pointer))
    }

    private mutating func barePointer(_ text: ReferenceText, from base: ResourceID, in file: ResourceID) -> String? {
        let isAnchor = text.resource.isEmpty && text.fragment.contains("/") && !text.fragment.hasPrefix("/")
        if isAnchor { return files.index(of: file.index)?.anchors[text.fragment] == nil ? "/" + text.fragment : nil }
        guard text.fragment.isEmpty, !text.resource.isEmpty, !text.resource.contains(".") else { return nil }
        guard !files.isRead(PathName.joined(text.resource, to: files[file].path)) else { return nil }
        _ = files.index(of: file.index)
        guard !files.isIdentifier(text.resource, in: base) else { return nil }
        let sections = ["definitions/", "components/", "parameters/", "responses/"]
        if sections.contains(where: text.resource.hasPrefix) { return "/" + text.resource }
        return componentPointer(to: text.resource, near: file)
    }

    private mutating func anchor(_ name: String, in start: ResourceID, _ question: Question) -> Finding {
        let resource = files[start]
        let index = files.index(of: resource.file)
        let places = (index?.anchors[name] ?? []).filter { $0.starts(with: resource.tokens) }
        let around = question.within.flatMap { JSONPointer(parsing: $0.pointer)?.tokens }
        let place = places.first { place in around.map { place.starts(with: $0) } ?? false } ?? places.first
        guard let place else {
            let hint = nearest.hint(for: name, among: (index?.anchors.keys.sorted() ?? []), prefix: "#")
            return .missing(.unresolved(question.reference, hint))
        }
        var walk = PointerWalk(place, from: ResourceID(index: resource.file))
        return walk.advance(in: &files).map(Finding.found) ?? .missing(.unresolved(question.reference, ""))
    }

    // MARK: Pointers

    private mutating func follow(_ walk: inout PointerWalk, _ diagnostics: inout Diagnostics) -> ReferenceTarget? {
        while true {
            if let target = walk.advance(in: &files, moves: true) { return target }
            guard let reference = walk.node?.mapping?["$ref"]?.scalar?.text,
                detours + walk.leaps < Self.longestDetour
            else { return nil }
            detours += 1
            let answer = answer(to: Question(reference: reference, base: walk.base), &diagnostics)
            detours -= 1
            switch answer {
            case .found(let around), .meant(let around, _): walk.leap(to: around)
            case .missing: return nil
            }
        }
    }

    // MARK: Advice

    /// Nobody means a file by `Pet` where the root has a component of that name.
    private func hintForName(_ text: ReferenceText, _ base: ResourceID) -> String? {
        let name = text.resource
        guard !name.contains("."), root?[JSONPointer(["components", "schemas", name])] != nil,
            !files.isIdentifier(name, in: base)
        else { return nil }
        if let path = ReferenceText.file(name, from: files[base].path), files.isRead(path) { return nil }
        return "; did you mean '#/components/schemas/\(name)'?"
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

extension Diagnostic {
    fileprivate static func bare(_ text: String, _ reference: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bare-reference", "'\(text)' isn't a reference; read as '\(reference)'; write that")
    }
}
