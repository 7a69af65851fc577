// A piece of a document, as tests write it: YAML in flow style, parsed and decoded like a file.

import MartletOpenAPI
import MartletSource
import Testing

@testable import MartletLowering

struct Snippet {
    let document: Document
    /// What reading it gave rise to.
    var diagnostics = Diagnostics()

    /// The document with `components/schemas` of `schemas`, and whatever stands at the root beside that.
    init(schemas: String, root: String = "paths: {}", version: String = "3.1.0") throws {
        let indented = schemas.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        try self.init(
            """
            openapi: \(version)
            info: {title: Snippet, version: '1'}
            \(root)
            components:
              schemas:
            \(indented)
            """)
    }

    init(_ text: String) throws {
        let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array(text.utf8) })
        let root = try #require(reader.read("in.yaml", &diagnostics), "\(diagnostics.rendered())")
        var decoder = DocumentDecoder(DocumentSet(root: root, path: "in.yaml", reader: reader))
        let decoded = decoder.decode(&diagnostics)
        document = try #require(decoded, "\(diagnostics.rendered())")
        #expect(diagnostics.rendered(atLeast: .error) == [])
    }

    func schema(_ name: String) throws -> Schema {
        try #require(document.components.schemas.first { $0.name == name }, "no schema \(name)").schema
    }
}

/// One schema of a snippet in its normal shape.
struct Normalised {
    let text: String
    /// The ids of what normalising it had to say.
    let said: [String]

    /// `schema` in flow style, called `X`, with `others` beside it.
    init(_ schema: String, others: String = "", version: String = "3.1.0") throws {
        let snippet = try Snippet(schemas: "X: \(schema)\n" + others, version: version)
        var normalizer = Normalizer(table: snippet.document.schemas)
        var diagnostics = Diagnostics()
        text = NormalText(try snippet.schema("X"), &normalizer, &diagnostics).text
        said = diagnostics.entries.map(\.id)
    }
}

/// A row of the tables of normal shapes.
struct ShapeRow: Sendable, CustomTestStringConvertible {
    var schema: String
    var shape: String
    var said: [String]

    init(_ schema: String, _ shape: String, said: [String] = []) {
        (self.schema, self.shape, self.said) = (schema, shape, said)
    }

    var testDescription: String {
        schema
    }
}
