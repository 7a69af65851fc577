// Which name of the document each name in Swift comes from.

import MartletCommandLine
import MartletIR
import MartletSource

struct NameTable {
    private struct Row {
        /// `Pet.owner`
        var swift: String
        /// `struct`, `case` …
        var kind: String
        /// As the document writes it; empty where it has no name of its own.
        var document: String
        /// `openapi.yaml:12:3`
        var place: String
    }

    private var rows: [Row] = []

    /// Types and operations all, members only where their name isn't their key.
    init(_ api: API) {
        for type in api.types { note(type, in: api.namespace.map { $0 + "." } ?? "") }
        for operation in api.client.operations {
            let owner = api.client.name + "."
            add(owner + operation.name, "method", operation.id, operation.origin)
            if let stream = operation.stream { add(owner + stream.name, "stream", operation.id, operation.origin) }
            if let pages = operation.pagination { add(owner + pages.name, "pages", operation.id, operation.origin) }
            for parameter in operation.parameters where parameter.name != parameter.key {
                add(owner + operation.name + "." + parameter.name, "parameter", parameter.key, parameter.origin)
            }
        }
        for scheme in api.client.securitySchemes where scheme.name != scheme.key {
            add(api.client.name + "." + scheme.name, "credential", scheme.key, scheme.origin)
        }
    }

    var lines: [String] {
        TextTable(rows.map { [$0.swift, $0.kind, $0.document, $0.place] }).lines
    }

    /// An array of objects with `swift`, `kind`, and where there are any, `document` and `place`.
    var json: String {
        Node.made(
            rows.map { row in
                let known = [("document", row.document), ("place", row.place)].filter { !$0.1.isEmpty }
                return Node.made(
                    [("swift", .made(row.swift)), ("kind", .made(row.kind))] + known.map { ($0.0, .made($0.1)) })
            }
        ).jsonText
    }

    private mutating func note(_ type: TypeDeclaration, in owner: String) {
        let name = owner + type.name
        add(name, type.kind.keyword, "", type.origin)
        func members(_ kind: String, _ list: [(name: String, key: String, origin: Origin?)]) {
            for member in list where member.name != member.key {
                add("\(name).\(member.name)", kind, member.key, member.origin)
            }
        }
        switch type.kind {
        case .structure(let structure):
            members("property", structure.properties.map { ($0.name, $0.key, $0.origin) })
        case .enumeration(let enumeration):
            members("value", enumeration.cases.map { ($0.name, $0.value.text, $0.origin) })
        case .headers(let headers):
            members("field", headers.fields.map { ($0.name, $0.key, $0.origin) })
        case .union, .alias, .choice: break
        }
        for nested in type.nested { note(nested, in: name + ".") }
    }

    private mutating func add(_ swift: String, _ kind: String, _ document: String, _ origin: Origin?) {
        let place = origin.map { "\($0.file):\($0.line):\($0.column)" } ?? ""
        rows.append(Row(swift: swift, kind: kind, document: document, place: place))
    }
}

extension TypeDeclaration.Kind {
    /// What Swift calls it, or the model where that says more.
    var keyword: String {
        switch self {
        case .structure: "struct"
        case .enumeration: "enum"
        case .union: "union"
        case .alias: "typealias"
        case .choice: "choice"
        case .headers: "headers"
        }
    }
}

extension Literal {
    fileprivate var text: String {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let truth): String(truth)
        }
    }
}
