// Schemas and values as trees.

import MartletRuntime
import MartletSource

extension Node {
    /// A schema that takes any value.
    static let anySchema = Node.made([Node.Member]())

    static func made(_ value: JSONValue) -> Node {
        switch value {
        case .string(let text): .made(text)
        case .array(let elements): .made(elements.map(Node.made))
        case .object(let members): .made(members.sorted { $0.key < $1.key }.map { ($0.key, .made($0.value)) })
        case .null, .bool, .integer, .number, .exact: .plain(value.description)
        }
    }
}
