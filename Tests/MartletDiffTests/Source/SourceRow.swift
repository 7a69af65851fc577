// One change of a document, and what the source verdict says of it.

import Testing

struct SourceRow: Sendable, CustomTestStringConvertible {
    /// In the table of changes, 0 for those that aren't in it.
    var number: Int
    var title: String
    var old: String
    var new: String
    /// Level and message of each finding.
    var says: [String]
    /// Whether the consumer names the modules of other types.
    var isQualified = true

    /// Documents with `schemas`, one a line, and `paths`, one a line.
    init(
        _ number: Int, _ title: String, schemas: (old: String, new: String) = ("", ""),
        paths: (old: String, new: String) = ("", ""), root: (old: String, new: String) = ("", ""),
        components: (old: String, new: String) = ("", ""), isQualified: Bool = true, says: [String]
    ) {
        self.number = number
        self.title = title
        old = Self.document(schemas.old, paths.old, root.old, components.old)
        new = Self.document(schemas.new, paths.new, root.new, components.new)
        self.says = says
        self.isQualified = isQualified
    }

    var testDescription: String {
        "\(number): \(title)"
    }

    private static func document(
        _ schemas: String, _ paths: String, _ root: String, _ components: String
    ) -> String {
        let ping = "/ping: {get: {operationId: ping, responses: {'204': {description: ok}}}}"
        let none = "Nothing: {type: object}"
        let indentedPaths = ([ping] + paths.split(separator: "\n").map(String.init)).map { "  \($0)\n" }.joined()
        let indentedSchemas = ([none] + schemas.split(separator: "\n").map(String.init)).map { "    \($0)\n" }.joined()
        return "openapi: 3.1.0\ninfo: {title: Rows, version: '1'}\n\(root)\npaths:\n\(indentedPaths)"
            + "components:\n  \(components)\n  schemas:\n\(indentedSchemas)"
    }

    /// A line of `paths`: what a GET of `path` answers.
    static func get(_ path: String, _ id: String, _ responses: String, _ rest: String = "") -> String {
        "\(path): {get: {operationId: \(id), \(rest)responses: {\(responses)}}}"
    }

    static func answer(_ status: String, _ schema: String) -> String {
        "'\(status)': {description: ok, content: {application/json: {schema: \(schema)}}}"
    }

    static let all = types + hidden + members + operations + others + uses
}
