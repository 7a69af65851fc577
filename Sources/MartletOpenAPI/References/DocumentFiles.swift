// The files of one run, and the schemas in them that have an identifier of their own: what a reference names before `#`.

internal import MartletSource

/// What relative references are relative to: a file, or a schema in one that has an `$id` of its own.
package struct ResourceID: Hashable, Sendable {
    package var index: Int

    package static let root = ResourceID(index: 0)
}

/// Files are read when they are first needed, and each once.
struct DocumentFiles: Sendable {
    struct Resource: Sendable {
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

    private var resources: [Resource] = []
    private var files: [String: ResourceID] = [:]
    private var identified: [String: ResourceID] = [:]
    private var embedded: [SchemaLocation: ResourceID] = [:]
    /// Files whose identifiers aren't known yet.
    private var unindexed: [Int] = []
    private let reader: SourceReader
    private let upgradesFiles: Bool

    init(root: Node, path: String, reader: SourceReader, upgradesFiles: Bool) {
        self.reader = reader
        self.upgradesFiles = upgradesFiles
        add(root, path: PathName.joined(path, to: ""))
    }

    subscript(id: ResourceID) -> Resource {
        resources[id.index]
    }

    /// The file that holds `base`.
    func file(of base: ResourceID) -> ResourceID {
        ResourceID(index: resources[base.index].file)
    }

    func isRead(_ path: String) -> Bool {
        files[path] != nil
    }

    /// Whether `name`, written in `base`, is an identifier that a document gives itself.
    func isIdentifier(_ name: String, in base: ResourceID) -> Bool {
        let own = resources[base.index]
        return identified[ReferenceText.resolved(name, against: own.uri ?? own.path)] != nil
    }

    /// Rewrites a file to the shape of OpenAPI 3, if it isn't of that.
    mutating func upgrade(_ file: ResourceID, _ diagnostics: inout Diagnostics) {
        guard let root = resources[file.index].root, var upgrade = SwaggerUpgrade(root) else { return }
        (resources[file.index].root, resources[file.index].moves) = upgrade.upgraded(&diagnostics)
        resources[file.index].isUpgraded = true
    }

    /// The resource called `name`, written in `base`: one that is known, or a file, which is read now; nil where it can be
    /// neither.
    mutating func resource(
        _ name: String, from base: ResourceID, _ diagnostics: inout Diagnostics
    ) -> ResourceID? {
        let own = resources[base.index]
        let uri = ReferenceText.resolved(name, against: own.uri ?? own.path)
        if let known = identified[uri] { return known }
        let path = ReferenceText.file(name, from: own.path)
        if let path, let known = files[path] { return known }
        let open = unindexed
        unindexed = []
        for file in open { _ = index(of: file) }
        if let known = identified[uri] { return known }
        return path.map { read($0, &diagnostics) }
    }

    var limits: Limits {
        reader.limits
    }

    private mutating func read(_ path: String, _ diagnostics: inout Diagnostics) -> ResourceID {
        let file: ResourceID
        do throws(FileFault) {
            guard files.count <= limits.files else { throw FileFault.tooMany(limits.files) }
            file = add(try reader.load(path, &diagnostics), path: path)
        } catch {
            file = add(nil, path: path)
            resources[file.index].fault = error
        }
        if upgradesFiles { upgrade(file, &diagnostics) }
        return file
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
    mutating func index(of file: Int) -> AnchorIndex? {
        if let known = resources[file].index { return known }
        guard let root = resources[file].root else { return nil }
        let index = AnchorIndex(root)
        resources[file].index = index
        for inner in index.embedded {
            var walk = PointerWalk(inner.tokens, from: ResourceID(index: file))
            _ = walk.advance(in: &self)
        }
        return index
    }

    /// The resource that the schema `node` is, which has an `$id`.
    mutating func resource(
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

    /// Where `way`, from the root of the file of `base`, leads.
    func location(of way: [String], in base: ResourceID) -> SchemaLocation {
        SchemaLocation(document: resources[base.index].file, pointer: JSONPointer(way).description)
    }
}

extension FileFault {
    fileprivate static func tooMany(_ count: Int) -> FileFault {
        FileFault(
            "references lead to more than \(count) files; bundle them" + Limits.advice("files"), id: "too-large")
    }
}
