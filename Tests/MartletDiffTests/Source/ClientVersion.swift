// A version of a document as tests write it: its client's interface and its generated files.

import MartletConfiguration
import MartletIR
import MartletOpenAPI
import MartletSource
import MartletTemplates
import Testing

@testable import MartletDiff
@testable import MartletLowering

struct ClientVersion {
    let api: API
    let surface: Surface
    private let diagnostics: Diagnostics

    init(_ text: String, name: String = "in.yaml", _ configure: (inout Configuration) -> Void = { _ in }) throws {
        var diagnostics = Diagnostics()
        let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array(text.utf8) })
        let root = try #require(reader.read(name, &diagnostics), "\(diagnostics.rendered())")
        try self.init(root, name: name, &diagnostics, configure)
    }

    init(
        _ root: Node, name: String, _ diagnostics: inout Diagnostics,
        _ configure: (inout Configuration) -> Void = { _ in }
    ) throws {
        let reader = SourceReader(
            access: FileAccess { _ throws(FileFault) in throw FileFault("no such file; check the path") })
        var decoder = DocumentDecoder(DocumentSet(root: root, path: name, reader: reader))
        let decoded = decoder.decode(&diagnostics)
        let document = try #require(decoded, "\(diagnostics.rendered())")
        var configuration = Configuration(spec: name)
        configure(&configuration)
        api = Lowering(document, configuration).api(&diagnostics)
        surface = Surface(api)
        self.diagnostics = diagnostics
    }

    func files() throws -> [(name: String, text: String)] {
        try Renderer().render(
            api, source: "\(api.title) \(api.version)", names: FileNames(namespace: api.namespace, shards: 1)
        ).map { ($0.name, $0.text) }
    }

    var hasErrors: Bool {
        diagnostics.hasErrors
    }
}
