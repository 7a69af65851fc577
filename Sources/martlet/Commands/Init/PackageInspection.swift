// What a package has: its targets, the documents in it, and what its manifest says of Martlet.

import Foundation
import MartletCommandLine
import MartletSource

struct PackageInspection {
    /// The folder with `Package.swift`.
    let root: String
    /// The folder of the target that is set up.
    let target: String
    let spec: String
    /// Overlays that lie in the target.
    let overlays: [String]
    /// The text of `Package.swift`.
    let manifest: String

    init(_ folder: String, spec: String?) throws(UsageError) {
        let folder = folder == "." ? folder : String(folder.reversed().drop { $0 == "/" }.reversed())
        guard Self.isFolder(folder) else { throw .noFolder(folder) }
        guard let root = Self.root(of: folder) else { throw .noPackage(folder) }
        self.root = root
        manifest =
            FileManager.default.contents(atPath: Self.joined(root, "Package.swift"))
            .map { String(decoding: $0, as: UTF8.self) } ?? ""
        let keys = ["openapi", "swagger"]
        let nearest = Self.files(below: folder, with: keys)
        let documents = nearest.isEmpty && folder != root ? Self.files(below: root, with: keys) : nearest
        guard let document = spec ?? (documents.count == 1 ? documents.first : nil) else {
            throw documents.isEmpty ? .noDocument(root) : .severalDocuments(documents)
        }
        self.spec = document
        target = try Self.target(folder, root: root, document: document)
        overlays = Self.files(below: target, with: ["overlay"])
    }

    /// The folder itself, unless it is the package: then the target that has the document, or the only one.
    private static func target(_ folder: String, root: String, document: String) throws(UsageError) -> String {
        if folder != root { return folder }
        let sources = joined(root, "Sources")
        let targets = ((try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? []).filter {
            !$0.hasPrefix(".") && isFolder(sources + "/" + $0)
        }.sorted().map { sources + "/" + $0 }
        if let around = targets.first(where: { document.hasPrefix($0 + "/") }) { return around }
        guard let only = targets.first, targets.count == 1 else {
            throw targets.isEmpty ? .noTargets(sources) : .severalTargets(targets)
        }
        return only
    }

    private static func root(of folder: String) -> String? {
        var candidate = folder
        for _ in 0..<32 {
            if FileManager.default.fileExists(atPath: joined(candidate, "Package.swift")) { return candidate }
            // Above a relative path lies what `..` names.
            let parent = PathName.folder(of: candidate)
            candidate = parent.isEmpty ? (candidate == "." ? ".." : ".") : String(parent.dropLast())
            if candidate.isEmpty || candidate == ".." { return nil }
        }
        return nil
    }

    /// The data files below `folder` that have one of `keys` at their root, sorted.
    private static func files(below folder: String, with keys: [String]) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.sorted().filter { name in
            PathName.isDataFile(name)
                && !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }.map { joined(folder, $0) }.filter { path in
            var unheard = Diagnostics()
            let root = SourceReader().read(path, &unheard)?.mapping
            return keys.contains { root?[$0] != nil }
        }
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        folder == "." ? name : folder + "/" + name
    }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}

extension UsageError {
    fileprivate static func noFolder(_ folder: String) -> UsageError {
        UsageError("there is no folder '\(folder)'; name a package, or the folder of a target in one")
    }

    fileprivate static func noPackage(_ folder: String) -> UsageError {
        UsageError(
            "there is no Package.swift in '\(folder)' or above it; run 'swift package init' first, or name a package")
    }

    fileprivate static func noDocument(_ folder: String) -> UsageError {
        UsageError(
            "no file in '\(folder)' has 'openapi' or 'swagger' at its root; put the document there, or add --spec FILE")
    }

    fileprivate static func severalDocuments(_ paths: [String]) -> UsageError {
        UsageError("there are several documents, \(paths.joined(separator: ", ")); choose one with --spec FILE")
    }

    fileprivate static func noTargets(_ folder: String) -> UsageError {
        UsageError("there are no targets in '\(folder)'; name the folder of the target")
    }

    fileprivate static func severalTargets(_ folders: [String]) -> UsageError {
        UsageError("there are several targets, \(folders.joined(separator: ", ")); name the one that is meant")
    }
}
