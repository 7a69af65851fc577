// Published documents, streams and test suites that lie beside the project, where they do.

package import Foundation

package enum SharedMaterial {
    /// `MARTLET_SHARED`, or else `../shared` from the package; whether it is there or not.
    package static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["MARTLET_SHARED"] { return URL(fileURLWithPath: path) }
        let package = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { place, _ in place.deletingLastPathComponent() }
        return package.appendingPathComponent("../shared").standardizedFileURL
    }()

    /// The file or folder at `path`; nil, with a printed note, where it is missing.
    package static func url(_ path: String) -> URL? {
        let url = root.appendingPathComponent(path)
        if FileManager.default.fileExists(atPath: url.path) { return url }
        print("skipped: \(url.path) is missing")
        return nil
    }

    /// The files of the folder at `path` whose names end so, in order; none, with a printed note, where it is missing.
    package static func files(in path: String, ending suffixes: String...) throws -> [URL] {
        guard let folder = url(path) else { return [] }
        return try names(in: folder).filter { name in suffixes.contains(where: name.hasSuffix) }.map {
            folder.appendingPathComponent($0)
        }
    }

    /// The names in the folder at `url`, in order.
    package static func names(in url: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }
}
