// Reads the published test suites that lie beside the project, where they are present.
import Foundation
import MartletSource
import Testing

enum SharedMaterial {
    static var root: URL {
        if let path = ProcessInfo.processInfo.environment["MARTLET_SHARED"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    }

    /// The file or folder at `path`; nil, with a printed note, where it is missing.
    static func url(_ path: String) -> URL? {
        let url = root.appendingPathComponent(path)
        if FileManager.default.fileExists(atPath: url.path) { return url }
        print("skipped: \(url.path) is missing")
        return nil
    }

    static func read(_ url: URL) throws -> Node {
        var diagnostics = Diagnostics()
        let file = diagnostics.addFile(url.lastPathComponent)
        let node = YAMLReader([UInt8](try Data(contentsOf: url)), file: file).read(&diagnostics)
        return try #require(node, "\(diagnostics.rendered())")
    }

    /// The names in the folder at `url`, in order.
    static func names(in url: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }
}
