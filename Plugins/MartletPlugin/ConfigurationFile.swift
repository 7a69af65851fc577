// What must be known of a `martlet.yaml` before martlet runs: which files it names, and which files it will make.

import Foundation

/// What is wrong with it, martlet says.
struct ConfigurationFile {
    /// The number of files that types are spread over where the configuration doesn't say: an edit compiles few again.
    static let usualShards = 8

    let url: URL
    let spec: URL
    let overlays: [URL]
    /// A folder.
    let templates: URL?
    let namespace: String?
    let shards: Int
    /// Whether it is for code that is checked in, too.
    let hasOutput: Bool

    /// Nil where there is no `spec`.
    init?(_ url: URL) {
        guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
        let keys = data.withUnsafeBytes { MappingScanner($0).members }
        let folder = url.deletingLastPathComponent()
        func file(_ path: String) -> URL { URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL }
        guard let spec = keys["spec"]?.first else { return nil }
        self.url = url
        // A document on the network is pinned in the lock, which is an input as it is.
        self.spec = spec.contains("://") ? folder.appendingPathComponent("martlet.lock") : file(spec)
        overlays = (keys["overlays"] ?? []).map(file)
        templates = keys["templates"]?.first.map(file)
        namespace = keys["namespace"]?.first
        hasOutput = keys["output"]?.first != nil
        shards = keys["shards"]?.first.flatMap { Int($0) }.map { min(max($0, 1), 256) } ?? Self.usualShards
    }

    /// `martlet.yaml`, `openai.martlet.yaml`, and the same with `.yml`.
    static func isName(_ name: String) -> Bool {
        ["martlet.yaml", "martlet.yml"].contains { name == $0 || name.hasSuffix("." + $0) && !name.hasPrefix(".") }
    }

    /// The configurations in `folder` and the folders in it, in the order of their paths; packages inside have their own.
    static func all(in folder: URL) -> [URL] {
        guard
            let files = FileManager.default.enumerator(
                at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        else { return [] }
        var found: [URL] = []
        while let file = files.nextObject() as? URL {
            if isName(file.lastPathComponent) { found.append(file.standardizedFileURL) }
            let manifest = file.appendingPathComponent("Package.swift").path
            if FileManager.default.fileExists(atPath: manifest) { files.skipDescendants() }
        }
        return found.sorted { $0.path < $1.path }
    }

    /// The name of the folder that generated files go to: no namespace is like that of a configuration without one.
    var outputFolder: String {
        "Generated" + (namespace.map { "-" + $0 } ?? "")
    }

    /// As martlet names them. It is given them, since it must make what is planned here even where the configuration has
    /// changed since.
    var outputNames: [String] {
        let prefix = namespace.map { $0 + "+" } ?? ""
        let width = String(shards - 1).count
        let types = (0..<shards).map { shard in
            let digits = String(shard)
            return "Types" + (shards > 1 ? String(repeating: "0", count: width - digits.count) + digits : "")
        }
        return (["Client", "Events"] + types).map { prefix + $0 + ".swift" }
    }
}
