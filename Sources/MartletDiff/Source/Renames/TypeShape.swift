// The shape of a type: all that can be seen of it but its name.

/// Two types of equal shapes are one type under two names.
struct TypeShape: Hashable {
    /// A line for each member, sorted.
    let members: [String]

    /// - Parameters:
    ///   - types: the type, and those nested in it.
    ///   - spelling: what a declared type is called in both versions; `?` where that isn't known yet.
    init(_ types: [SurfaceType], spelling: (String) -> String) {
        guard let whole = types.first else {
            members = []
            return
        }
        var members: [String] = []
        for type in types {
            let prefix = type.name.dropFirst(whole.name.count)
            members += Self.members(of: type, whole: whole.name, spelling).map { "\(prefix) \($0)" }
        }
        self.members = members.sorted()
    }

    /// The part of all members that both have.
    func likeness(to other: TypeShape) -> Double {
        let all = max(members.count, other.members.count)
        guard all > 0 else { return 1 }
        var left: [String: Int] = [:]
        for member in members { left[member, default: 0] += 1 }
        var shared = 0
        for member in other.members {
            guard let count = left[member], count > 0 else { continue }
            left[member] = count - 1
            shared += 1
        }
        return Double(shared) / Double(all)
    }

    private static func members(
        of type: SurfaceType, whole: String, _ spelling: (String) -> String
    ) -> [String] {
        func text(_ type: SwiftType) -> String {
            switch type {
            case .named(let name), .generic(let name): name
            case .declared(let name):
                name == whole || name.hasPrefix(whole + ".") ? "Self" + name.dropFirst(whole.count) : spelling(name)
            case .alias(_, let target): text(target)
            case .array(let inner): "[\(text(inner))]"
            case .dictionary(let inner): "[:\(text(inner))]"
            case .optional(let inner): "\(text(inner))?"
            case .stream(let inner): "stream \(text(inner))"
            case .pages(let page, let item): "pages \(text(page)) \(text(item))"
            }
        }
        let kind: String
        switch type.kind {
        case .alias(let target): kind = "alias \(text(target))"
        case .enumeration(let raw): kind = "enumeration \(text(raw))"
        default: kind = "\(type.kind)"
        }
        let properties = type.properties.map { "var \($0.name) \($0.key) \(text($0.type)) \($0.isSettable)" }
        let cases = type.cases.map { "case \($0.name) \($0.key) \($0.payload.map(text) ?? "")" }
        return [kind] + properties + cases
    }
}
