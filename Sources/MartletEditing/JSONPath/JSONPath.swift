// A JSONPath query (RFC 9535): read once, asked of any document.

package import MartletSource

package struct JSONPath: Sendable {
    /// The query as it was written.
    package let text: String
    let query: Query

    package init(_ text: String) throws(JSONPathFault) {
        var parser = JSONPathParser(text)
        query = try parser.path()
        self.text = text
    }

    /// Whether the query names one place at most, by names and indices alone (section 2.3.5.1).
    package var isSingular: Bool {
        query.isSingular
    }

    /// The places of the selected nodes in the order of the nodelist; a node selected twice is there twice (section 2.1.2).
    ///
    /// Throws where the query asks for more work than `JSONPathEvaluator.budget` allows.
    package func places(in root: Node) throws(JSONPathFault) -> [NodePlace] {
        var evaluator = JSONPathEvaluator(root: root)
        return try evaluator.select(query, current: root).map(\.trail.place)
    }
}

/// Why a query can't be read, or not be answered, in words for its user.
package struct JSONPathFault: Error, Hashable {
    package var message: String
    /// Unicode scalars of the query that stand before the fault; nil where the whole query is at fault.
    package var offset: Int?

    init(_ message: String, at offset: Int?) {
        self.message = message
        self.offset = offset
    }
}

extension JSONPathFault: CustomStringConvertible {
    /// The message, with the place in the query: `character 5: …`.
    package var description: String {
        offset.map { "character \($0 + 1): \(message)" } ?? message
    }
}
