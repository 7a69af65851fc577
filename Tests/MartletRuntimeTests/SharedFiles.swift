// Material that lies beside the project, where it does.

import Foundation

/// The folder of shared vectors: `MARTLET_SHARED`, or else `../shared` from the package root; nil where it is missing.
let sharedFolder: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["MARTLET_SHARED"].map { URL(fileURLWithPath: $0) }
    let folder = named ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent("sse").path) ? folder : nil
}()

/// The files of a shared folder that end so, sorted; empty with a note where the folder is missing.
func sharedFiles(_ folder: String, ending suffix: String) throws -> [URL] {
    guard let sharedFolder else {
        print("skipped: no shared \(folder) beside this project")
        return []
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: sharedFolder.appendingPathComponent(folder).path)
    return names.filter { $0.hasSuffix(suffix) }.sorted().map {
        sharedFolder.appendingPathComponent(folder).appendingPathComponent($0)
    }
}
