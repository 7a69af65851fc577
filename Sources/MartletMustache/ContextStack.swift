/// What names refer to at a point of rendering: the values of the sections around it, the innermost last.
struct ContextStack {
    /// What `.` refers to.
    private var values: [MustacheValue] = []
    /// Those of the values that are objects, which is where keys are searched for.
    private var objects: [[String: MustacheValue]] = []
    private var iterations: [(index: Int, count: Int)] = []

    enum Failure: Error {
        case unknownKey(String)
        case unknownMember(String, of: String, known: [String])
        case noMembers(String, of: String, kind: String)
        case outsideList(String)
    }

    init(_ context: MustacheValue) {
        push(context)
    }

    mutating func push(_ value: MustacheValue) {
        values.append(value)
        if case .object(let object) = value { objects.append(object) }
    }

    mutating func pop() {
        if case .object = values.removeLast() { objects.removeLast() }
    }

    mutating func beginList(count: Int) {
        iterations.append((index: 0, count: count))
    }

    mutating func setIndex(_ index: Int) {
        iterations[iterations.count - 1].index = index
    }

    mutating func endList() {
        iterations.removeLast()
    }

    func value(of name: Name) throws(Failure) -> MustacheValue {
        switch name.path {
        case .key(let key): try value(of: key)
        case .dotted(let first, let rest): try member(rest, of: first)
        case .current: values[values.count - 1]
        case .iteration(let iteration): try value(of: iteration)
        }
    }

    /// The object whose keys are found first.
    var innermost: [String: MustacheValue] {
        objects.last ?? [:]
    }

    /// All keys that are found somewhere on the stack.
    var keys: [String] {
        objects.flatMap(\.keys)
    }

    private func value(of key: String) throws(Failure) -> MustacheValue {
        var index = objects.count
        while index > 0 {
            index -= 1
            if let value = objects[index][key] { return value }
        }
        throw .unknownKey(key)
    }

    /// A member of null is null, so that one null stands for everything that isn't there.
    private func member(_ keys: [String], of first: String) throws(Failure) -> MustacheValue {
        var value = try value(of: first)
        var path = first
        for key in keys {
            switch value {
            case .object(let object):
                guard let member = object[key] else {
                    throw .unknownMember(key, of: path, known: Array(object.keys))
                }
                value = member
            case .null:
                return .null
            case .bool, .string, .text, .list, .made:
                throw .noMembers(key, of: path, kind: value.kind)
            }
            path += "." + key
        }
        return value
    }

    private func value(of iteration: Name.Iteration) throws(Failure) -> MustacheValue {
        guard let (index, count) = iterations.last else { throw .outsideList(iteration.rawValue) }
        return switch iteration {
        case .first: .bool(index == 0)
        case .last: .bool(index == count - 1)
        case .index: .string(String(index))
        }
    }
}
