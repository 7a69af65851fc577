// The Swift names of all declared schemas, decided before anything is lowered.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct TypeNames {
    private var names: [SchemaLocation: String] = [:]
    /// What the document calls a schema, for unions that have only that.
    private var documentNames: [SchemaLocation: String] = [:]
    private var scope = NameScope(reserved: ReservedWords.types)
    private let files: [String]
    private let sharedNames: SharedNames

    init(_ components: Components, _ diagnostics: inout Diagnostics) {
        files = diagnostics.files
        let schemas = components.schemas
        let texts = schemas.map { (text: $0.name, position: $0.schema.position) }
        let claimed = scope.claim(texts, spelt: SwiftName.type, &diagnostics)
        for (schema, name) in zip(schemas, claimed) {
            names[schema.location] = name
            documentNames[schema.location] = schema.name
        }
        sharedNames = SharedNames(components, schemas: Set(claimed))
    }

    subscript(location: SchemaLocation) -> String? {
        names[location]
    }

    func documentName(_ location: SchemaLocation) -> String? {
        documentNames[location]
    }

    /// What the type of a component that is no schema is to be called after.
    func hint(_ component: SharedComponent) -> String {
        sharedNames.hint(component)
    }

    /// A name for a type that operations need, or a schema that only a reference reaches.
    mutating func claim(_ name: String) -> String {
        scope.claim(SwiftName.type(name))
    }

    /// A name for a type without one of its own; it keeps off the names that all code is written with.
    mutating func claimInline(_ hint: String) -> String {
        let name = SwiftName.type(hint)
        return claim(ReservedWords.inlineTypes[name] == nil ? name : name + "Value")
    }

    /// The name for a schema that stands outside `components`, after the last telling step on the way to it, else after
    /// its file.
    mutating func claim(_ location: SchemaLocation, in file: FileID?) -> String {
        if let known = names[location] { return known }
        let steps = location.pointer.split(separator: "/").map(String.init)
        let telling = steps.last {
            Int($0) == nil && !["schema", "items", "properties", "allOf", "oneOf", "anyOf"].contains($0)
        }
        let name = claim(telling ?? file.flatMap(stem) ?? "Schema")
        names[location] = name
        documentNames[location] = telling ?? file.flatMap(stem)
        return name
    }

    /// `Order` for `schemas/Order.yaml`.
    private func stem(_ file: FileID) -> String? {
        guard files.indices.contains(Int(file.index)) else { return nil }
        return PathName.stem(of: files[Int(file.index)])
    }
}
