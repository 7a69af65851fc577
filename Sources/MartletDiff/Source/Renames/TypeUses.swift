// Where both versions use a type in one place under two names: each such place is a vote for a rename.

struct Vote: Hashable {
    var old: String
    var new: String
}

struct TypeUses {
    private let old: [String: SurfaceType]
    private let new: [String: SurfaceType]
    private let operations: [(SurfaceOperation, SurfaceOperation)]

    init(old: Surface, new: Surface) {
        self.old = Dictionary(old.types.map { ($0.name, $0) }) { first, _ in first }
        self.new = Dictionary(new.types.map { ($0.name, $0) }) { first, _ in first }
        let byEndpoint = Dictionary(new.client.operations.map { ($0.endpoint, $0) }) { first, _ in first }
        operations = old.client.operations.compactMap { operation in
            byEndpoint[operation.endpoint].map { (operation, $0) }
        }
    }

    /// - Parameter names: the renames that are known, whose members are places too.
    func votes(_ names: [String: String]) -> [Vote: Double] {
        var votes: [Vote: Double] = [:]
        func compare(_ first: SwiftType?, _ second: SwiftType?) {
            guard let before = first?.declaredName, let after = second?.declaredName, before != after,
                names[before] == nil, new[before] == nil, old[after] == nil
            else { return }
            votes[Vote(old: before, new: after), default: 0] += 1
        }
        for (name, type) in old {
            guard let other = new[names[name] ?? name] else { continue }
            for property in type.properties {
                compare(property.type, other.properties.first { $0.name == property.name }?.type)
            }
            for item in type.cases { compare(item.payload, other.cases.first { $0.name == item.name }?.payload) }
        }
        for (operation, other) in operations {
            compare(operation.call?.signature.returns, other.call?.signature.returns)
            compare(operation.stream?.signature.returns, other.stream?.signature.returns)
            for parameter in operation.methods.first?.signature.parameters ?? [] {
                let same = other.methods.first?.signature.parameters.first { $0.key == parameter.key }
                compare(parameter.type, same?.type)
            }
        }
        return votes
    }
}
