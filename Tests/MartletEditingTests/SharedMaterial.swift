// Reads what lies beside the project.

import Foundation
import MartletSource
import MartletTestSupport
import Testing

extension SharedMaterial {
    static func read(_ url: URL) throws -> Node {
        var diagnostics = Diagnostics()
        let file = diagnostics.addFile(url.lastPathComponent)
        let node = YAMLReader([UInt8](try Data(contentsOf: url)), file: file).read(&diagnostics)
        return try #require(node, "\(diagnostics.rendered())")
    }
}
