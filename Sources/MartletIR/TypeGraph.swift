// Which types use which, and which of them operations take and give.

package struct TypeGraph: Sendable {
    /// A use of a declared type.
    package struct Use: Equatable, Sendable {
        /// A property or a case; empty where there is none, as in an alias. Of an operation, what it uses the type for.
        package var member: String
        /// The names on the way to the type, with dots between them.
        package var type: String
    }

    /// Dotted names, nested types behind those that hold them.
    package private(set) var types: [String] = []
    package private(set) var declarations: [String: TypeDeclaration] = [:]
    private var uses: [String: [Use]] = [:]

    package init(_ api: API) {
        for type in api.types { note(type, prefix: "") }
    }

    package func uses(of type: String) -> [Use] {
        uses[type] ?? []
    }

    /// Whatever the operation takes and gives.
    package static func uses(of operation: Operation) -> [Use] {
        var uses: [Use] = []
        func add(_ member: String, _ type: TypeReference?) {
            if let path = type?.declaredPath { uses.append(Use(member: member, type: path.joined(separator: "."))) }
        }
        for parameter in operation.parameters { add("parameter \(parameter.key)", parameter.type) }
        add("body", operation.body?.type)
        for content in operation.body?.contents ?? [] { add("body", content.type) }
        if case .several(let type, _) = operation.answer { add("answer", type) }
        for content in operation.answer.contents {
            if case .json(let type, _) = content { add("answer", type) }
        }
        add("events", operation.stream?.event)
        add("headers", operation.headers)
        for failure in operation.failures { add("failure", failure.type) }
        return uses
    }

    /// The shortest way from the operation to each type that it reaches: what it uses, and the members from there on.
    package func ways(from operation: Operation) -> TypeWays {
        var ways = TypeWays()
        for use in Self.uses(of: operation) { ways.add(use, after: nil) }
        var next = 0
        while next < ways.uses.count {
            for use in uses(of: ways.uses[next].type) { ways.add(use, after: next) }
            next += 1
        }
        return ways
    }

    private mutating func note(_ declaration: TypeDeclaration, prefix: String) {
        let name = prefix + declaration.name
        types.append(name)
        declarations[name] = declaration
        var list: [Use] = []
        func add(_ member: String, _ type: TypeReference?) {
            if let path = type?.declaredPath { list.append(Use(member: member, type: path.joined(separator: "."))) }
        }
        switch declaration.kind {
        case .structure(let structure):
            for property in structure.properties { add(property.name, property.type) }
            add(structure.additional?.name ?? "", structure.additional?.value)
        case .union(let union): for item in union.cases { add(item.name, item.type) }
        case .alias(let target): add("", target)
        case .choice(let choice): for item in choice.cases { add(item.name, item.type) }
        case .headers(let headers): for field in headers.fields { add(field.name, field.type) }
        case .enumeration: break
        }
        uses[name] = list
        for inner in declaration.nested { note(inner, prefix: name + ".") }
    }
}

extension TypeReference {
    /// Of the declared type that it is, or is made of.
    package var declaredPath: [String]? {
        switch self {
        case .builtin: nil
        case .declared(let path): path
        case .array(let inner), .dictionary(let inner), .optional(let inner): inner.declaredPath
        }
    }
}
