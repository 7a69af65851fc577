// The intermediate model to Swift files, by the templates.
package import MartletIR

/// A file of generated code, and its name in the output folder.
package struct GeneratedFile: Hashable, Sendable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

package struct Renderer: Sendable {
    package init() {}

    package func render(_ api: API, shards: Int) -> [GeneratedFile] {
        []
    }
}
