// The files that a run reads: a build is told of them before it runs anything, so they are found by their text alone.

import Foundation

struct InputFiles {
    private let configuration: ConfigurationFile

    init(of configuration: ConfigurationFile) {
        self.configuration = configuration
    }

    /// The configuration and its lock, the document, overlays and templates, and the files that these refer to, and so
    /// on. Files that aren't there are left out: SwiftPM says of a missing input only that it is missing, and martlet says
    /// where it is named.
    var all: [URL] {
        let lock = configuration.url.deletingLastPathComponent().appendingPathComponent("martlet.lock")
        let named = ([configuration.spec] + configuration.overlays).filter(Self.isFile)
        var files = [configuration.url] + named
        var seen = Set(files.map(\.path))
        var open = named
        let root = configuration.spec.deletingLastPathComponent()
        while let file = open.popLast() {
            // What an overlay adds to the document is relative to the document.
            let bases = Set([file.deletingLastPathComponent(), root])
            for reference in References(in: file).names {
                for target in bases.map({ URL(fileURLWithPath: reference, relativeTo: $0).standardizedFileURL })
                where Self.isFile(target) && seen.insert(target.path).inserted {
                    files.append(target)
                    open.append(target)
                }
            }
        }
        files += templates
        if Self.isFile(lock), seen.insert(lock.path).inserted { files.append(lock) }
        return files.sorted { $0.path < $1.path }
    }

    private var templates: [URL] {
        guard let folder = configuration.templates else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".mustache") && !$0.hasPrefix(".") }.map {
            folder.appendingPathComponent($0)
        }
    }

    private static func isFile(_ url: URL) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && !isDirectory.boolValue
    }
}
