// A Swagger 2.0 document in the shape of OpenAPI 3.

import MartletSource
import Testing

@testable import MartletOpenAPI

struct UpgradedSwagger {
    /// The tree after its version, as YAML.
    let text: String
    /// What was said of it.
    let said: [String]

    /// - Parameter text: what stands after the version.
    init(_ text: String) throws {
        var diagnostics = Diagnostics()
        let file = diagnostics.addFile("api.yaml")
        let root = try #require(YAMLReader(Array("swagger: '2.0'\n\(text)\n".utf8), file: file).read(&diagnostics))
        var upgrade = try #require(SwaggerUpgrade(root))
        let lines = upgrade.upgraded(&diagnostics).0.yamlText.split(separator: "\n").dropFirst()
        self.text = lines.joined(separator: "\n")
        said = diagnostics.rendered()
    }
}
