// Decodes documents that a test gives as texts.

import MartletOpenAPI
import MartletSource

struct Decoded {
    let document: Document?
    let said: [String]

    /// `files` by name; the root is `api.yaml`.
    init(files: [String: String], limits: Limits = .init()) {
        let access = FileAccess(limits: limits) { path throws(FileFault) in
            guard let text = files[path] else { throw FileFault("no such file; check the path") }
            return Array(text.utf8)
        }
        let reader = SourceReader(access: access)
        var diagnostics = Diagnostics()
        let root = reader.read("api.yaml", &diagnostics)
        document = root.flatMap { root in
            var decoder = DocumentDecoder(DocumentSet(root: root, path: "api.yaml", reader: reader))
            return decoder.decode(&diagnostics)
        }
        said = diagnostics.rendered()
    }

    init(_ text: String, limits: Limits = .init()) {
        self.init(files: ["api.yaml": text], limits: limits)
    }

    /// A document of OpenAPI 3.1 with `body` after its first two lines.
    init(body: String, limits: Limits = .init()) {
        self.init("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + body, limits: limits)
    }

    func schema(_ name: String) -> Schema? {
        document?.components.schemas.first { $0.name == name }?.schema
    }

    /// The operations as `METHOD path`.
    var calls: [String] {
        document?.paths.flatMap { item in item.operations.map { "\($0.method) \(item.path)" } } ?? []
    }
}
