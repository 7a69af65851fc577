// Files of a git revision, read by git itself.

import Foundation
import MartletSource

/// `main`, `HEAD~3`, `v1.2^{}` …; the empty name is the index, what is staged.
struct GitRevision {
    private let name: String
    /// The commit's id, or nothing for the index.
    private let commit: String

    /// Throws where git isn't there, where this is no repository, or where it has no such revision.
    init(_ name: String) throws(FileFault) {
        self.name = name
        guard !name.isEmpty else {
            try GitTool().requireRepository()
            commit = ""
            return
        }
        guard let found = try GitTool().commit(of: name) else { throw .noRevision(name) }
        commit = found
    }

    /// `path` from the top of the repository; one that begins with `./` or `../` is meant from the current folder, as in
    /// git itself.
    func fromTop(_ path: String) throws(FileFault) -> String {
        guard path.hasPrefix("./") || path.hasPrefix("../") else { return PathName.joined(path, to: "") }
        let folder = String(decoding: try GitTool().run(["rev-parse", "--show-prefix"]), as: UTF8.self)
        // A name stands for any file of the folder.
        return PathName.joined(path, to: folder.trimmingCharacters(in: .newlines) + "*")
    }

    /// Reads relative paths from the revision, URLs as `access` does, and absolute paths, which are never in a
    /// repository, from the disk.
    func access(_ access: FileAccess) -> FileAccess {
        FileAccess(prefix: name + ":", limits: access.limits) { path throws(FileFault) in
            if path.hasPrefix("/") || PathName.isURL(path) { return try access.read(path) }
            return try content(of: path)
        }
    }

    /// The paths of the files below the folder at `path`, from the top; nil where it is no folder.
    func files(below path: String) -> [String]? {
        let folder = path.isEmpty || path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
        let words =
            commit.isEmpty
            ? ["ls-files", "-z", "--full-name"] : ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit]
        let top = folder.isEmpty ? [] : ["--", commit.isEmpty ? ":/" + folder : folder]
        guard let output = try? GitTool().run(words + top) else { return nil }
        let names = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return names.isEmpty ? nil : names
    }

    private func content(of path: String) throws(FileFault) -> [UInt8] {
        if path.hasPrefix("../") || path == ".." { throw .outside(path) }
        guard let bytes = try? GitTool().run(["cat-file", "blob", "\(commit):\(path)"]) else {
            throw files(below: path) == nil ? .notInRevision(name) : .folderInRevision
        }
        return bytes
    }
}

extension FileFault {
    fileprivate static func noRevision(_ name: String) -> FileFault {
        FileFault(
            "git knows no revision '\(name)'; fetch it, or write ./ before the path of a file whose name has a colon",
            id: "git-revision")
    }

    fileprivate static func notInRevision(_ name: String) -> FileFault {
        FileFault(
            name.isEmpty
                ? "nothing is staged at this path; paths begin at the top of the repository, or with ./ at this folder"
                : "revision '\(name)' has no such file; paths begin at the top of the repository, or with ./ at this folder",
            id: "git-revision")
    }

    fileprivate static let folderInRevision = FileFault("this is a folder; name a file in it")

    fileprivate static func outside(_ path: String) -> FileFault {
        FileFault(
            "it lies outside of the repository, and has no revision; move it into the repository", id: "git-revision")
    }
}
