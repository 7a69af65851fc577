// Where a description names a schema in code marks, or links to one, it links to the schema's type.

package import MartletIR
import MartletSource

package struct DocumentationLinks: Sendable {
    /// Types by the names of their schemas.
    private let types: [String: String]

    package init(_ types: [String: String]) {
        self.types = types
    }

    package func linked(_ api: API) -> API {
        var api = api
        link(&api.documentation)
        let types = api.types
        api.types = ConcurrentTasks.inParts(of: types.count) { { $0.map { linked(types[$0]) } } }.flatMap(\.self)
        for place in api.client.operations.indices { link(&api.client.operations[place]) }
        return api
    }

    private func link(_ operation: inout Operation) {
        link(&operation.documentation)
        for place in operation.parameters.indices { link(&operation.parameters[place].documentation) }
        if var body = operation.body {
            link(&body.documentation)
            operation.body = body
        }
    }

    private func linked(_ type: TypeDeclaration) -> TypeDeclaration {
        var type = type
        link(&type)
        return type
    }

    private func link(_ type: inout TypeDeclaration) {
        link(&type.documentation, in: type.name)
        switch type.kind {
        case .structure(var structure):
            for place in structure.properties.indices {
                link(&structure.properties[place].documentation, in: type.name)
            }
            type.kind = .structure(structure)
        case .enumeration(var enumeration):
            for place in enumeration.cases.indices { link(&enumeration.cases[place].documentation, in: type.name) }
            type.kind = .enumeration(enumeration)
        case .union(var union):
            for place in union.cases.indices { link(&union.cases[place].documentation, in: type.name) }
            type.kind = .union(union)
        case .choice(var choice):
            for place in choice.cases.indices { link(&choice.cases[place].documentation, in: type.name) }
            type.kind = .choice(choice)
        case .headers(var headers):
            for place in headers.fields.indices { link(&headers.fields[place].documentation, in: type.name) }
            type.kind = .headers(headers)
        case .alias: break
        }
        for place in type.nested.indices { link(&type.nested[place]) }
    }

    /// A type doesn't link to itself.
    private func link(_ documentation: inout Documentation, in owner: String = "") {
        var isFenced = false
        for place in documentation.lines.indices {
            let line = documentation.lines[place]
            let (marks, hasReference) = Self.signs(line)
            if marks > 2 { isFenced.toggle() }
            if marks > 2 || isFenced { continue }
            if marks == 1 { documentation.lines[place] = linked(line, in: owner) }
            if hasReference {
                documentation.lines[place] = resolved(documentation.lines[place], in: owner)
            }
        }
    }

    /// How many code marks stand side by side at most, and whether something links to a place in the document: bytes
    /// tell, and descriptions make up most of a document.
    private static func signs(_ line: String) -> (marks: Int, hasReference: Bool) {
        var (run, longest) = (0, 0)
        // How many bytes of `](#` came last.
        var matched = 0
        var hasReference = false
        for byte in line.utf8 {
            switch (byte, matched) {
            case (UInt8(ascii: "]"), _): matched = 1
            case (UInt8(ascii: "("), 1): matched = 2
            case (UInt8(ascii: "#"), 2): hasReference = true
            default: matched = 0
            }
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(run, longest)
        }
        return (longest, hasReference)
    }

    /// `` `Pet` `` becomes ``` ``Pet`` ```.
    private func linked(_ line: String, in owner: String) -> String {
        let pieces = line.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
            .map { Substring($0) }
        // Marks come in pairs, and none is doubled.
        guard pieces.count % 2 == 1 else { return line }
        return pieces.enumerated().map { place, piece -> String in
            guard place % 2 == 1 else { return String(piece) }
            let name = Self.schema(piece) ?? String(piece)
            guard let type = types[name], type != owner else { return "`\(piece)`" }
            return "``\(type)``"
        }.joined()
    }

    /// `[the pet](#/components/schemas/Pet)` becomes `[the pet](doc:Pet)`, and its text alone where there is no such type.
    private func resolved(_ line: String, in owner: String) -> String {
        line.replacing(/\[(?<text>[^\[\]]*)\]\((?<target>#[^\s()]*)\)/) { match in
            guard let name = Self.schema(match.output.target) else { return String(match.output.0) }
            let text = String(match.output.text)
            guard let type = types[name], type != owner else { return text }
            return text == name || text == type ? "``\(type)``" : "[\(text)](doc:\(type))"
        }
    }

    /// The name in a reference to a schema: `#/components/schemas/Pet`, or `#/definitions/Pet`.
    static func schema(_ reference: Substring) -> String? {
        guard reference.hasPrefix("#/"), let pointer = JSONPointer(parsing: reference.dropFirst()) else { return nil }
        let folders = pointer.tokens.dropLast()
        return folders == ["components", "schemas"] || folders == ["definitions"] ? pointer.tokens.last : nil
    }
}
