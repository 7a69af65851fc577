// What decoding keeps while it runs: the documents, what was found in them, and what is still to be read.

internal import MartletSource

struct Reading {
    var set: DocumentSet
    var diagnostics = Diagnostics()
    let version: SpecificationVersion
    var nearest = NearestKey()

    private(set) var table = SchemaTable()
    /// The places in `table`, as they were met.
    private(set) var order: [SchemaLocation] = []
    private var pending: [ReferenceTarget] = []
    private var requested: Set<SchemaLocation> = []
    private var schemaCount = 0
    private var referenceCount = 0
    let limits: Limits
    /// The place of the schema that is being decoded, where it has one.
    private(set) var current: SchemaLocation?

    /// Shared parameters, bodies, responses and headers are decoded once, however many operations name them.
    var parameters: [SchemaLocation: Parameter] = [:]
    var bodies: [SchemaLocation: RequestBody] = [:]
    var responses: [SchemaLocation: Response] = [:]
    var headers: [SchemaLocation: Header] = [:]
    /// The names in `components/securitySchemes`.
    var schemeNames: Set<String> = []
    /// Where schemas have the old keyword `example`.
    var examples = ExampleKeyword()

    init(_ set: DocumentSet, version: SpecificationVersion) {
        self.set = set
        limits = set.limits
        self.version = version
    }

    mutating func report(_ diagnostic: Diagnostic, at position: Position?) {
        diagnostics.report(diagnostic, at: position)
    }

    /// What `reference` names, for a schema: it is decoded later, if it isn't yet.
    mutating func schema(
        named reference: String, in base: ResourceID, at position: Position,
        missing: MissingTarget.Outcome = .anyValue
    ) -> SchemaLocation? {
        guard admitsReference(at: position) else { return nil }
        let target = set.resolve(
            reference, from: base, within: current, at: position, missing: missing, &diagnostics)
        guard let target else { return nil }
        if requested.insert(target.location).inserted { pending.append(target) }
        return target.location
    }

    /// Whether one schema more may be decoded; an error is reported with the first that may not.
    mutating func admitsSchema(at position: Position) -> Bool {
        schemaCount += 1
        if schemaCount == limits.schemas + 1 { report(.tooManySchemas(limits.schemas), at: position) }
        return schemaCount <= limits.schemas
    }

    /// Whether one reference more may be followed.
    private mutating func admitsReference(at position: Position) -> Bool {
        referenceCount += 1
        if referenceCount == limits.references + 1 { report(.tooManyReferences(limits.references), at: position) }
        return referenceCount <= limits.references
    }

    /// Whether decoding was broken off; what there is of the document is no use to anyone.
    var isOverfull: Bool {
        schemaCount > limits.schemas || referenceCount > limits.references
    }

    /// The schema at the place that `target` is.
    mutating func schema(at target: ReferenceTarget) -> Schema {
        if let known = table[target.location] { return known }
        requested.insert(target.location)
        let outer = current
        current = target.location
        defer { current = outer }
        let schema = SchemaDecoder.schema(target.node, in: target.base, &self)
        table[target.location] = schema
        order.append(target.location)
        return schema
    }

    /// Decodes what is referred to and not yet known, until nothing is; then looks at how all hangs together.
    mutating func finishSchemas() {
        while let target = pending.popLast() {
            _ = schema(at: target)
        }
        ReferenceChains.check(order, &table, &diagnostics)
    }
}

/// A node behind any references to it, and its place if there were some.
struct Followed {
    var node: Node
    var base: ResourceID
    var location: SchemaLocation?
}

extension Reading {
    /// What `node` stands for, references followed; nil, with an error reported, where that is nothing. `pass` is told each
    /// node with a reference on the way.
    mutating func followed(
        _ node: Node, in base: ResourceID, missing: MissingTarget.Outcome = .fault, pass: (Followed) -> Void = { _ in }
    ) -> Followed? {
        var followed = Followed(node: node, base: base)
        var seen: Set<SchemaLocation> = []
        while let reference = followed.node.mapping?["$ref"], let text = reference.scalar?.text {
            guard admitsReference(at: reference.position) else { return nil }
            pass(followed)
            let target = set.resolve(
                text, from: followed.base, at: reference.position, missing: missing, &diagnostics)
            guard let target else { return nil }
            guard seen.insert(target.location).inserted else {
                report(.cycle(text), at: node.position)
                return nil
            }
            guard seen.count <= ReferenceChains.longest else {
                report(.chainTooLong, at: node.position)
                return nil
            }
            followed = Followed(node: target.node, base: target.base, location: target.location)
        }
        return followed
    }
}

extension Diagnostic {
    fileprivate static func tooManySchemas(_ count: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "too-large",
            "the document has more than \(count) schemas, those that aliases repeat included; split it"
                + Limits.advice("schemas"))
    }

    fileprivate static func tooManyReferences(_ count: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "too-large",
            "the document has more than \(count) references; split it" + Limits.advice("references"))
    }

    fileprivate static func cycle(_ reference: String) -> Diagnostic {
        Diagnostic(
            .error, id: "reference-cycle",
            "'\(reference)' leads back to itself, with nothing in the circle; refer to something else")
    }
}
