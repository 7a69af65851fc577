// The header fields of an operation's responses, as one type.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct HeaderLowering {
    private let operation: MartletOpenAPI.Operation
    private let operationName: String

    init(_ operation: MartletOpenAPI.Operation, named name: String) {
        self.operation = operation
        operationName = name
    }

    /// Nil where no response is documented to have any.
    func headers(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> TypeReference? {
        var seen: Set<String> = []
        let headers = operation.responses.flatMap(\.headers).filter { seen.insert($0.name.lowercased()).inserted }
        if headers.isEmpty { return nil }
        let typeName = schemas.names.claimInline(SwiftName.type(operationName) + "Headers")
        var scope = NameScope(reserved: ReservedWords.members.merging(["fields": "all of them"]) { first, _ in first })
        let names = scope.claim(
            headers.map { ($0.name, $0.position) }, spelt: SwiftName.member, &diagnostics)
        let fields = zip(headers, names).map { header, name in
            field(header, named: name, hint: typeName + SwiftName.type(name), &schemas, &diagnostics)
        }
        schemas.declare([
            TypeDeclaration(
                name: typeName,
                documentation: Documentation(["The header fields of the responses of `\(operationName)`."]),
                kind: .headers(HeaderFields(fields: fields)), origin: diagnostics.origin(ofKey: operation.position))
        ])
        return .declared([typeName])
    }

    private func field(
        _ header: Header, named name: String, hint: String, _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) -> HeaderFields.Field {
        let lowered = header.schema.map {
            schemas.type(of: $0, component: header.componentName.map(SharedComponent.header), hint: hint, &diagnostics)
        }
        var annotations = lowered?.annotations ?? Annotations()
        annotations.description = header.description ?? annotations.description
        annotations.isDeprecated = header.isDeprecated || annotations.isDeprecated
        return HeaderFields.Field(
            name: name, key: header.name, type: lowered?.type ?? .builtin(.string),
            documentation: DocumentationLowering.documentation(annotations, of: name),
            deprecation: DocumentationLowering.deprecation(annotations),
            origin: diagnostics.origin(ofKey: header.position))
    }
}
