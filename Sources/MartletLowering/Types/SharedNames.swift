// What the types of parameters and header fields are called after that stand in components.

import MartletNaming
import MartletOpenAPI

/// A component that is no schema, but has one.
enum SharedComponent {
    case parameter(String)
    case header(String)
}

/// Where a schema has the name, or a component of the other kind, it is told apart by its kind (`VersionParameter`): what a
/// type is called follows from the components alone, and not from which operation comes first.
struct SharedNames {
    private let schemas: Set<String>
    private let parameters: Set<String>
    private let headers: Set<String>

    /// - Parameter schemas: what the types of the schemas are called.
    init(_ components: Components, schemas: Set<String>) {
        self.schemas = schemas
        parameters = Set(components.parameters.map(SwiftName.type))
        headers = Set(components.headers.map(SwiftName.type))
    }

    func hint(_ component: SharedComponent) -> String {
        switch component {
        case .parameter(let name): hint(name, or: name + "Parameter", besides: headers)
        case .header(let name): hint(name, or: name + "Header", besides: parameters)
        }
    }

    private func hint(_ name: String, or longer: String, besides others: Set<String>) -> String {
        let type = SwiftName.type(name)
        return schemas.contains(type) || others.contains(type) ? longer : name
    }
}
