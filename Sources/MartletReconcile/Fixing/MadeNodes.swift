// Trees that stand in no file yet.
import MartletRuntime
import MartletSource

extension Node {
    typealias Member = (key: String, value: Node)

    private static let nowhere = Position(file: FileID(index: .max), line: 1, column: 1)

    /// A schema that takes any value.
    static let anySchema = Node(.mapping(Mapping()), at: nowhere)

    static func made(_ members: [Member]) -> Node {
        let entries = members.map { Mapping.Entry(key: $0.key, keyPosition: nowhere, value: $0.value) }
        return Node(.mapping(Mapping(entries)), at: nowhere)
    }

    static func made(_ items: [Node]) -> Node {
        Node(.sequence(items), at: nowhere)
    }

    static func made(_ text: String) -> Node {
        Node(.scalar(Scalar(text, isString: true)), at: nowhere)
    }

    static func made(_ truth: Bool) -> Node {
        Node(.scalar(Scalar(truth ? "true" : "false", isString: false)), at: nowhere)
    }

    static func made(_ value: JSONValue) -> Node {
        switch value {
        case .string(let text): .made(text)
        case .array(let elements): .made(elements.map(Node.made))
        case .object(let members): .made(members.sorted { $0.key < $1.key }.map { ($0.key, .made($0.value)) })
        case .null, .bool, .integer, .number, .exact:
            Node(.scalar(Scalar(value.description, isString: false)), at: nowhere)
        }
    }
}
