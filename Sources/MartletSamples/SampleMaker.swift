// Makes values that fit schemas: the document's own examples first, and else what its keywords allow.

import MartletIR
package import MartletLowering
package import MartletOpenAPI
package import MartletSource

/// The same seed gives the same values; seed 0 gives the plainest.
package struct SampleMaker: Sendable {
    /// Deeper than this only what must be there is made.
    private static let deepest = 6

    private var reading: ValueReading
    private var random: SampleRandom
    /// The objects, lists and unions around the value, by which recursion is known.
    private var around: [ObjectIdentifier] = []
    /// Members that only the other side sends are left out.
    private let isRequest: Bool
    private let usesExamples: Bool

    package init(_ reading: ValueReading, seed: UInt64, isRequest: Bool = false, usesExamples: Bool = true) {
        self.reading = reading
        self.isRequest = isRequest
        self.usesExamples = usesExamples
        random = SampleRandom(seed)
    }

    package mutating func value(of schema: Schema) -> Node {
        let expected = reading.expected(of: schema)
        return example(schema, expected) ?? value(expected)
    }

    private mutating func example(_ schema: Schema, _ expected: ExpectedValue) -> Node? {
        guard usesExamples else { return nil }
        let example = schema.keywords.examples.first ?? expected.owner.keywords.examples.first
        return example.map { reading.value(meantBy: $0, of: schema) }
    }

    /// One value for each branch, where the schema is a union; each with its tag, empty where it has none.
    package mutating func branches(of schema: Schema) -> [(tag: String, value: Node)]? {
        guard case .union(let union) = reading.expected(of: schema).shape else { return nil }
        return union.branches.indices.flatMap { place in
            let tags = union.tagValues[place]
            if tags.isEmpty { return [("", branch(place, of: union, tag: nil))] }
            return tags.map { ($0, branch(place, of: union, tag: $0)) }
        }
    }

    private mutating func value(_ expected: ExpectedValue) -> Node {
        if let constant = expected.owner.keywords.constant, constant.scalar == nil { return constant }
        switch expected.shape {
        case .any: return Self.unexpressed(expected.owner.keywords)
        case .enumeration(let literals):
            return literals.isEmpty ? .plain("null") : literals[random.place(in: literals.count)].node
        case .scalar(let type):
            if let value = expected.defaultValue, random.isPlain, value.isValue(of: type) { return value }
            return ScalarSample(type, expected.format, expected.range).node(&random)
        case .object(let object): return self.object(object, expected.owner, tag: nil)
        case .array(let items): return inside(expected) { $0.array(items, expected) }
        case .tuple(let positions, _):
            return inside(expected) { maker in .made(positions.map { maker.value(of: $0) }) }
        case .map(let values): return inside(expected) { $0.map(values, expected) }
        case .union(let union): return inside(expected) { $0.branch($0.plainest(union), of: union, tag: nil) }
        }
    }

    /// What stands in a list or a union, unless that is a circle of what must be there: it has no end, and no value fits.
    private mutating func inside(_ expected: ExpectedValue, _ make: (inout SampleMaker) -> Node) -> Node {
        if around.count > Self.deepest * 4 { return .plain("null") }
        around.append(expected.owner.id)
        defer { around.removeLast() }
        return make(&self)
    }

    private mutating func map(_ values: Schema?, _ expected: ExpectedValue) -> Node {
        let isCircle = values.map { leadsBack($0) } ?? false
        if isCircle || around.count >= Self.deepest, (expected.range.minProperties ?? 0) == 0 {
            return .made([Node.Member]())
        }
        let count = min(max(expected.range.minProperties ?? 1, 1), max(expected.range.maxProperties ?? .max, 0), 100)
        return .made(
            Self.keys(count, expected.owner.keywords).map { ($0, values.map { value(of: $0) } ?? .made("value")) })
    }

    /// As many names that a map takes as there are, up to `count`.
    private static func keys(_ count: Int, _ keywords: Schema.Keywords) -> [String] {
        let names = keywords.propertyNames?.keywords
        if let listed = names?.enumeration { return listed.prefix(count).compactMap(\.scalar?.text) }
        var keys: [String] = []
        if let pattern = keywords.patternProperties.first?.name ?? names?.range.pattern {
            for variation in 0..<(count * 4) where keys.count < count {
                let key = PatternSample.text(pattern, lengths: 0...Int.max, variation: variation)
                if let key, !keys.contains(key) { keys.append(key) }
            }
        }
        return keys.isEmpty ? (0..<count).map { $0 == 0 ? "key" : "key\($0 + 1)" } : keys
    }

    /// A value of a schema for which there is no Swift type: one of listed objects, or null alone.
    private static func unexpressed(_ keywords: Schema.Keywords) -> Node {
        if let value = keywords.enumeration?.first { return value }
        return keywords.types == [.null] ? .plain("null") : .made([("key", .made("value"))])
    }

    private mutating func array(_ items: Schema?, _ expected: ExpectedValue) -> Node {
        let fewest = expected.range.minItems ?? 0
        let isCircle = items.map { leadsBack($0) } ?? false
        let most = expected.range.maxItems ?? .max
        let count = min(isCircle || around.count >= Self.deepest ? fewest : max(fewest, 1), most, 100)
        var values: [Node] = []
        for place in 0..<max(count, 0) {
            if expected.range.uniqueItems { random.variant = place }
            values.append(items.map { value(of: $0) } ?? .made("value"))
        }
        random.variant = 0
        if let contained = expected.owner.keywords.contains {
            let count = min(max(expected.range.minContains ?? 1, 0), max(most, 0), 100)
            values = (0..<count).map { _ in value(of: contained) } + values.dropFirst(count)
        }
        return .made(values)
    }

    private mutating func object(_ object: ExpectedObject, _ owner: Schema, tag: (name: String, value: String)?) -> Node
    {
        let isCircle = around.contains(owner.id)
        let isDeep = isCircle || around.count >= Self.deepest
        if isCircle, around.count > Self.deepest * 2 { return .made([Node.Member]()) }
        around.append(owner.id)
        defer { around.removeLast() }
        var members: [Node.Member] = []
        for property in object.properties {
            if let tag, property.name == tag.name {
                members.append((tag.name, .made(tag.value)))
                continue
            }
            let keywords = property.schema.keywords
            let isForOthers = isRequest ? keywords.isReadOnly : keywords.isWriteOnly
            let isRequired = object.required.contains(property.name)
            if isForOthers || !isRequired && (isDeep || leadsBack(property.schema)) { continue }
            // A member that may be null is mostly so for a reason, such as an error that there is not.
            let expected = reading.expected(of: property.schema)
            if expected.isNullable, example(property.schema, expected) == nil, random.place(in: 2) == 0 {
                if isRequired { members.append((property.name, .plain("null"))) }
                continue
            }
            members.append((property.name, value(of: property.schema)))
        }
        let described = Set(object.properties.map(\.name))
        for name in object.required.subtracting(described).sorted() {
            members.append((name, object.additional.map { value(of: $0) } ?? .made("value")))
        }
        if let tag, !members.contains(where: { $0.key == tag.name }) {
            members.insert((tag.name, .made(tag.value)), at: 0)
        }
        return .made(members)
    }

    private mutating func leadsBack(_ schema: Schema) -> Bool {
        around.contains(reading.expected(of: schema).owner.id)
    }

    private mutating func branch(_ place: Int, of union: ExpectedUnion, tag: String?) -> Node {
        let branch = union.branches[place]
        let expected = reading.expected(of: branch)
        if tag == nil, let example = example(branch, expected) { return example }
        let text = tag ?? union.tagValues[place].first
        switch expected.shape {
        case .object(let object):
            let constant = union.tag.flatMap { name in text.map { (name: name, value: $0) } }
            return self.object(object, expected.owner, tag: constant.flatMap { isText($0.name, object) ? $0 : nil })
        case .union(let inner):
            guard let tag, let own = inner.tagValues.firstIndex(where: { $0.contains(tag) }) else {
                return self.branch(plainest(inner), of: inner, tag: nil)
            }
            return self.branch(own, of: inner, tag: tag)
        default: return value(expected)
        }
    }

    /// Tags that are numbers or truth values are made as what the schema says that they are.
    private mutating func isText(_ name: String, _ object: ExpectedObject) -> Bool {
        guard let property = object.properties.first(where: { $0.name == name }) else { return true }
        switch reading.expected(of: property.schema).shape {
        case .scalar(let type): return type.isText
        case .enumeration(let literals): return literals.contains { if case .string = $0 { true } else { false } }
        default: return false
        }
    }

    /// The first branch that doesn't lead back to what stands around it.
    private mutating func plainest(_ union: ExpectedUnion) -> Int {
        let start = random.place(in: max(union.branches.count, 1))
        let order = union.branches.indices.map { ($0 + start) % union.branches.count }
        return order.first { !leadsBack(union.branches[$0]) } ?? start
    }
}

extension Literal {
    fileprivate var node: Node {
        switch self {
        case .string(let text): .made(text)
        case .integer(let value): .plain(String(value))
        case .number(let value):
            .plain(value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value))
        case .bool(let truth): .made(truth)
        }
    }
}

extension Node {
    /// Documents have defaults of another type than their own, such as numbers in quotes.
    fileprivate func isValue(of type: Builtin) -> Bool {
        switch scalar?.resolved {
        case .string: type.isText
        case .bool: type == .bool
        case .integer: type.kinds.contains(.integer) && type != .json
        case .number: type.kinds.contains(.number) && type != .json
        case .null, nil: false
        }
    }
}
