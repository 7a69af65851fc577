// Material that lies beside the project, where it does.

import Foundation

/// Folders of transcripts and pages: `MARTLET_SHARED`, or else `../shared` from the root of the package.
enum SharedFiles {
    /// Nil where the material is missing.
    static let root: URL? = {
        let package = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { place, _ in place.deletingLastPathComponent() }
        let named = ProcessInfo.processInfo.environment["MARTLET_SHARED"]
        let folder = named.map { URL(fileURLWithPath: $0) } ?? package.appendingPathComponent("../shared").standardized
        return FileManager.default.fileExists(atPath: folder.appendingPathComponent("streams").path) ? folder : nil
    }()

    /// The files of a folder that end so, sorted; none, with a note, where the material is missing.
    static func list(_ folder: String, ending suffixes: String...) throws -> [URL] {
        guard let root else {
            print("skipped: no shared \(folder) beside this project")
            return []
        }
        let place = root.appendingPathComponent(folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
        let wanted = names.filter { name in suffixes.contains { name.hasSuffix($0) } }
        return wanted.map { place.appendingPathComponent($0) }
    }
}
