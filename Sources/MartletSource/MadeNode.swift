// Trees that stand in no file.

extension Node {
    package typealias Member = (key: String, value: Node)

    private static let nowhere = Position(file: FileID(index: .max), line: 1, column: 1)

    package static func made(_ members: [Member]) -> Node {
        let entries = members.map { Mapping.Entry(key: $0.key, keyPosition: nowhere, value: $0.value) }
        return Node(.mapping(Mapping(entries)), at: nowhere)
    }

    package static func made(_ items: [Node]) -> Node {
        Node(.sequence(items), at: nowhere)
    }

    package static func made(_ text: String) -> Node {
        Node(.scalar(Scalar(text, isString: true)), at: nowhere)
    }

    package static func made(_ truth: Bool) -> Node {
        .plain(truth ? "true" : "false")
    }

    /// A scalar as it is written without quotes: a number, `true`, `null`.
    package static func plain(_ text: String) -> Node {
        Node(.scalar(Scalar(text, isString: false)), at: nowhere)
    }
}
