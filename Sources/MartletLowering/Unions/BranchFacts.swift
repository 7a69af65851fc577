// What tells a union's branches apart, seen through references, `allOf` and unions inside unions.

import MartletIR
import MartletOpenAPI
import MartletSource

struct BranchFacts: Sendable {
    /// One kind of object that the branch may be.
    struct Alternative: Sendable {
        /// Members that hold one of a few literals, in document order.
        var literals: [(name: String, values: [String])]
        var required: [String]
        /// All members that are described.
        var members: [String]
        /// Whether it has no others.
        var isClosed = false
        /// Whether it has members of any name, of one type.
        var isMap = false
        /// What kinds of JSON value they are.
        var kinds: [String: Set<JSONKind>] = [:]
        /// The schema that has the members, by identity.
        var owner: ObjectIdentifier

        func values(of name: String) -> [String]? {
            literals.first { $0.name == name }?.values
        }
    }

    var kinds: Set<JSONKind> = []
    /// The texts that it lists.
    var texts: [String] = []
    /// What its other texts are.
    var freeTexts: Set<Builtin> = []
    var alternatives: [Alternative] = []
    /// Of an array: what its elements are, null among them; of one with positions, the first.
    var elementKinds: Set<JSONKind> = []
    var elementAlternatives: [Alternative] = []
    /// The literals, of which the first position is one.
    var firstLiterals: [String] = []
    /// Whether an array may be empty.
    var mayBeEmpty = true
    /// The tag values that a discriminator inside the branch maps, by the tag.
    var mapped: [String: [String]] = [:]
    /// The schemas whose facts are among these: several ways may lead to one.
    fileprivate var added: Set<ObjectIdentifier> = []
}

/// What was read already: the same objects are branches of many unions.
struct BranchFactsCache {
    /// By the schema that has the members.
    fileprivate var alternatives: [ObjectIdentifier: BranchFacts.Alternative] = [:]
    /// Of which kinds of JSON value members are, by their schemas.
    fileprivate var kinds: [ObjectIdentifier: Set<JSONKind>] = [:]
}

struct BranchFactsReader {
    /// Whether a literal is needed to tell a branch: enums of more values than this are data.
    private static let mostLiterals = 8
    /// Unions inside unions deeper than this are any value: nobody tells their branches apart.
    private static let deepest = 40

    func facts(_ schema: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> BranchFacts {
        var facts = BranchFacts()
        var seen: Set<ObjectIdentifier> = []
        add(schema, to: &facts, &seen, &normalizer, &diagnostics)
        return facts
    }

    /// - Parameter isElement: whether it is the element of an array, whose own elements tell nothing.
    private func add(
        _ schema: Schema, to facts: inout BranchFacts, isElement: Bool = false, _ seen: inout Set<ObjectIdentifier>,
        _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) {
        let owner = normalizer.target(of: schema, &diagnostics)
        guard seen.count < Self.deepest else {
            facts.kinds.formUnion(JSONKind.allCases)
            return
        }
        guard facts.added.insert(owner.id).inserted else { return }
        guard seen.insert(owner.id).inserted else {
            // What holds itself says no more of its elements than what kinds they are.
            facts.kinds.formUnion(kinds(of: owner, &normalizer, &diagnostics))
            return
        }
        addShape(of: schema, owner, to: &facts, isElement, &seen, &normalizer, &diagnostics)
        // The same array element type may stand in several branches.
        seen.remove(owner.id)
    }

    private func addShape(
        of schema: Schema, _ owner: Schema, to facts: inout BranchFacts, _ isElement: Bool,
        _ seen: inout Set<ObjectIdentifier>, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) {
        switch normalizer.resolved(schema, &diagnostics).shape {
        case .object(let object):
            facts.kinds.insert(.object)
            facts.alternatives.append(alternative(object, owner, &normalizer, &diagnostics))
        case .map:
            facts.kinds.insert(.object)
            facts.alternatives.append(.init(literals: [], required: [], members: [], isMap: true, owner: owner.id))
        case .array(let items):
            facts.kinds.insert(.array)
            if let items, !isElement {
                facts.elementAlternatives += addElement(items, to: &facts, &seen, &normalizer, &diagnostics)
            } else if items == nil {
                facts.elementKinds.formUnion(JSONKind.allCases)
            }
        case .tuple(let tuple):
            facts.kinds.insert(.array)
            if let first = tuple.positions.first, !isElement {
                _ = addElement(first, to: &facts, &seen, &normalizer, &diagnostics)
                facts.firstLiterals += closedLiterals(first, &normalizer, &diagnostics) ?? []
                facts.mayBeEmpty = facts.mayBeEmpty && tuple.required == 0
            }
        case .primitive(let type):
            facts.kinds.formUnion(Self.kinds(of: type))
            if type.isText { facts.freeTexts.insert(type) }
        case .enumeration(let values):
            facts.kinds.formUnion(Self.kinds(of: values.rawType))
            if values.rawType == .string { facts.texts += values.values.map(\.literal.text) }
        case .union(let union):
            for branch in union.branches {
                add(branch, to: &facts, isElement: isElement, &seen, &normalizer, &diagnostics)
            }
            if let discriminator = union.discriminator, !discriminator.mapping.isEmpty {
                facts.mapped[discriminator.propertyName, default: []] += discriminator.mapping.map(\.value)
            }
        case .any, .reference: facts.kinds.formUnion(JSONKind.allCases)
        }
    }

    /// Adds the kinds of an element, null among them.
    /// - Returns: The kinds of object that it may be.
    private func addElement(
        _ element: Schema, to facts: inout BranchFacts, _ seen: inout Set<ObjectIdentifier>,
        _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [BranchFacts.Alternative] {
        var inner = BranchFacts()
        add(element, to: &inner, isElement: true, &seen, &normalizer, &diagnostics)
        facts.elementKinds.formUnion(inner.kinds)
        if normalizer.resolved(element, &diagnostics).isNullable { facts.elementKinds.insert(.null) }
        return inner.alternatives
    }

    private func alternative(
        _ object: ObjectShape, _ owner: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> BranchFacts.Alternative {
        if let known = normalizer.branchFacts.alternatives[owner.id] { return known }
        let alternative = BranchFacts.Alternative(
            literals: literals(object, &normalizer, &diagnostics),
            required: required(object, &normalizer, &diagnostics),
            members: object.properties.map(\.name), isClosed: object.isClosed,
            kinds: memberKinds(object, &normalizer, &diagnostics),
            owner: owner.id)
        normalizer.branchFacts.alternatives[owner.id] = alternative
        return alternative
    }

    /// The members that are there in every object that is read: what is only sent isn't.
    private func required(
        _ object: ObjectShape, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [String] {
        object.properties.filter { property in
            object.required.contains(property.name)
                && !normalizer.resolved(property.schema, &diagnostics).annotations.isWriteOnly
        }.map(\.name)
    }

    private func literals(
        _ object: ObjectShape, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [(name: String, values: [String])] {
        object.properties.compactMap { property in
            closedLiterals(property.schema, &normalizer, &diagnostics).map { (property.name, $0) }
        }
    }

    /// The few literals that a schema lists, where it allows no others.
    private func closedLiterals(
        _ schema: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [String]? {
        guard case .enumeration(let shape) = normalizer.resolved(schema, &diagnostics).shape,
            shape.values.count <= Self.mostLiterals, !shape.isOpen
        else { return nil }
        return shape.values.map { $0.literal.text }
    }

    private func memberKinds(
        _ object: ObjectShape, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [String: Set<JSONKind>] {
        var kinds: [String: Set<JSONKind>] = [:]
        for property in object.properties {
            let schema = normalizer.target(of: property.schema, &diagnostics)
            if normalizer.branchFacts.kinds[schema.id] == nil {
                var seen: Set<ObjectIdentifier> = []
                normalizer.branchFacts.kinds[schema.id] = self.kinds(of: schema, &seen, &normalizer, &diagnostics)
            }
            kinds[property.name] = normalizer.branchFacts.kinds[schema.id]
        }
        return kinds
    }

    /// What kinds of JSON value a schema allows, null among them.
    func kinds(
        of schema: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Set<JSONKind> {
        var seen: Set<ObjectIdentifier> = []
        return kinds(of: schema, &seen, &normalizer, &diagnostics)
    }

    private func kinds(
        of schema: Schema, _ seen: inout Set<ObjectIdentifier>, _ normalizer: inout Normalizer,
        _ diagnostics: inout Diagnostics
    ) -> Set<JSONKind> {
        guard seen.insert(schema.id).inserted else { return [] }
        let normal = normalizer.resolved(schema, &diagnostics)
        var kinds: Set<JSONKind> = normal.isNullable ? [.null] : []
        switch normal.shape {
        case .object, .map: kinds.insert(.object)
        case .array, .tuple: kinds.insert(.array)
        case .primitive(let type): kinds.formUnion(Self.kinds(of: type))
        case .enumeration(let values): kinds.formUnion(Self.kinds(of: values.rawType))
        case .union(let union):
            for branch in union.branches {
                kinds.formUnion(self.kinds(of: branch, &seen, &normalizer, &diagnostics))
            }
        case .any, .reference: kinds.formUnion(JSONKind.allCases)
        }
        return kinds
    }

    static func kinds(of type: Builtin) -> [JSONKind] {
        switch type {
        case _ where type.isText: [.string]
        case .bool: [.boolean]
        case .double, .float, .decimalNumber: [.number, .integer]
        case .json: JSONKind.allCases
        default: [.integer]
        }
    }
}

extension Literal {
    /// The literal as `UnionDecoder` reads a tag.
    var text: String {
        switch self {
        case .string(let text): text
        case .integer(let value): String(value)
        // A whole number is read as one, however it is written.
        case .number(let value): Int64(exactly: value).map { String($0) } ?? String(value)
        case .bool(let value): String(value)
        }
    }
}
