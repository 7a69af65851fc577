// A snippet lowered to the intermediate model, and what was said on the way.

import MartletIR
import MartletSource
import Testing

@testable import MartletConfiguration
@testable import MartletLowering

struct LoweredAPI {
    let api: API
    let entries: [Diagnostic]
    var said: [String] { entries.map(\.id) }

    init(_ snippet: Snippet, _ configure: (inout Configuration) -> Void = { _ in }) {
        var configuration = Configuration(spec: "in.yaml")
        configure(&configuration)
        var diagnostics = snippet.diagnostics
        api = Lowering(snippet.document, configuration).api(&diagnostics)
        entries = Array(diagnostics.entries.dropFirst(snippet.diagnostics.entries.count))
    }

    /// The document with `paths`, in flow style, one path a line.
    init(paths: String, schemas: String = "None: {type: string}", root: String = "") throws {
        let indented = paths.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        self.init(try Snippet(schemas: schemas, root: root + "paths:\n" + indented))
    }

    func operation(_ name: String) throws -> MartletIR.Operation {
        try #require(
            api.client.operations.first { $0.name == name }, "there are \(api.client.operations.map(\.name))")
    }

    func type(_ name: String) throws -> TypeDeclaration {
        try #require(api.types.first { $0.name == name }, "there are \(api.types.map(\.name))")
    }

    /// The names of all types, nested ones with the names around them.
    var typeNames: [String] {
        api.types.flatMap { Self.names($0, prefix: "") }
    }

    private static func names(_ type: TypeDeclaration, prefix: String) -> [String] {
        [prefix + type.name] + type.nested.flatMap { names($0, prefix: prefix + type.name + ".") }
    }
}
