// The files of this package, as the tests find them: by the place of this file.

import Foundation

package enum PackageFiles {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    package static func path(_ path: String) -> String {
        root.appendingPathComponent(path).path
    }

    /// The names of the folders in `folder`, sorted.
    package static func folders(in folder: String) throws -> [String] {
        try names(in: folder).filter { isFolder(folder + "/" + $0) }
    }

    /// The names of everything in `folder` that isn't hidden, sorted.
    package static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(folder)).filter { !$0.hasPrefix(".") }.sorted()
    }

    package static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: self.path(path))), as: UTF8.self)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: self.path(path), isDirectory: &isDirectory)
            && isDirectory.boolValue
    }
}
