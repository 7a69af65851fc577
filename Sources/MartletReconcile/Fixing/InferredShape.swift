// What values have in common: a schema inferred from samples.

import MartletIR
import MartletOpenAPI
import MartletRuntime
import MartletSource

/// Gathers values one by one, so that any number of them takes little room.
struct InferredShape: Sendable {
    /// Objects with more different members than this, most of which are in few of them, have data for names.
    private static let mostMembers = 24
    /// A member must be in every one of so many objects before it is required.
    private static let fewestObjects = 3

    private(set) var kinds: Set<MartletIR.JSONKind> = []
    private var objects = 0
    private var members: [String: InferredShape] = [:]
    private var presence: [String: Int] = [:]
    /// One at most: of all elements of all arrays.
    private var items: [InferredShape] = []

    mutating func add(_ value: JSONValue) {
        kinds.insert(value.kind)
        if let elements = value.arrayValue {
            var shape = items.first ?? InferredShape()
            for element in elements { shape.add(element) }
            items = [shape]
        } else if let object = value.objectValue {
            objects += 1
            for (name, member) in object {
                members[name, default: InferredShape()].add(member)
                presence[name, default: 0] += 1
            }
        }
    }

    /// JSON Schema's names of the kinds; whole numbers are numbers where others are too.
    var types: [String] {
        let order: [MartletIR.JSONKind] = [.string, .integer, .number, .boolean, .object, .array]
        return order.filter { kinds.contains($0) && !($0 == .integer && kinds.contains(.number)) }.map(\.rawValue)
    }

    var isNullable: Bool {
        kinds.contains(.null)
    }

    /// The schema.
    ///
    /// - Parameters:
    ///   - constant: a member that has one value, and that value.
    ///   - known: schemas that members are known to have.
    func schema(
        _ dialect: Dialect, constant: (name: String, value: String)? = nil, known: [String: Node] = [:]
    ) -> Node {
        // What was always null may be anything at another time.
        if types.isEmpty { return .anySchema }
        if let alternatives = dialect.alternatives(types, isNullable: isNullable) {
            return alternatives { type in Node.made(keywords(of: [type], dialect, constant, known)) }
        }
        var schema = dialect.type(types, isNullable: isNullable)
        schema += keywords(of: types, dialect, constant, known).filter { $0.key != "type" }
        return Node.made(schema)
    }

    /// What is to be said of values of these types, their names first.
    func keywords(
        of types: [String], _ dialect: Dialect, _ constant: (name: String, value: String)? = nil,
        _ known: [String: Node] = [:]
    ) -> [Node.Member] {
        var keywords: [Node.Member] = types.count == 1 ? [("type", .made(types[0]))] : []
        if types.contains("object") { keywords += objectKeywords(dialect, constant, known) }
        if types.contains("array") {
            keywords.append(("items", items.first?.schema(dialect) ?? .anySchema))
        }
        return keywords
    }

    private func objectKeywords(
        _ dialect: Dialect, _ constant: (name: String, value: String)?, _ known: [String: Node]
    ) -> [Node.Member] {
        if members.count > Self.mostMembers, presence.values.reduce(0, +) < members.count * objects / 2 {
            return [("additionalProperties", joined.schema(dialect))]
        }
        let all = Set(members.keys).union(constant.map { [$0.name] } ?? [])
        let names = all.sorted { left, right in
            left == constant?.name || right != constant?.name && left < right
        }
        let required = names.filter { name in
            presence[name] == objects && (name == constant?.name || objects >= Self.fewestObjects)
        }
        let properties = names.map { name -> Node.Member in
            if name == constant?.name, let value = constant?.value { return (name, dialect.constant(value)) }
            return (name, known[name] ?? members[name]?.schema(dialect) ?? .anySchema)
        }
        var keywords: [Node.Member] = []
        if !required.isEmpty { keywords.append(("required", .made(required.map(Node.made)))) }
        if !properties.isEmpty { keywords.append(("properties", .made(properties))) }
        return keywords
    }

    /// All members as one.
    private var joined: InferredShape {
        members.keys.sorted().compactMap { members[$0] }.reduce(into: InferredShape()) { $0.join($1) }
    }

    private mutating func join(_ other: InferredShape) {
        kinds.formUnion(other.kinds)
        objects += other.objects
        for (name, shape) in other.members { members[name, default: InferredShape()].join(shape) }
        for (name, count) in other.presence { presence[name, default: 0] += count }
        if let shape = other.items.first {
            var own = items.first ?? InferredShape()
            own.join(shape)
            items = [own]
        }
    }
}
