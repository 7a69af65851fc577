// Fetches the newest version of a document from where its configuration says that it comes from.

import Foundation
import MartletArtifacts
import MartletCommandLine
import MartletConfiguration
import MartletSource

struct SourceFetch {
    enum Newest {
        /// What the lock has, without having been sent again.
        case same
        case content([UInt8], RemoteLock.Source)
    }

    private let source: DocumentSource
    /// The folder of the configuration, in whose repository a revision is looked for.
    private let folder: String
    private let access: DocumentAccess

    init(_ source: DocumentSource, folder: String, _ access: DocumentAccess) {
        self.source = source
        self.folder = folder
        self.access = access
    }

    /// - Parameter known: what the lock has of the source, if the document is still as that version was.
    func newest(_ known: RemoteLock.Source?) throws(FileFault) -> Newest {
        switch source.place {
        case .url(let url): try remote(url, known)
        case .file(let path): content(try access.access.read(path))
        case .git(let repository, let revision, let path): try git(repository, revision, path, known)
        }
    }

    private func remote(_ url: String, _ known: RemoteLock.Source?) throws(FileFault) -> Newest {
        let validators = known?.validators ?? .init()
        switch try access.fetch(url, validators) {
        case .notModified where validators.isEmpty: throw .nothingSent
        case .notModified: return .same
        case .content(let bytes, let validators): return content(bytes, validators)
        }
    }

    private func git(
        _ repository: String?, _ revision: String, _ path: String, _ known: RemoteLock.Source?
    ) throws(FileFault) -> Newest {
        guard let repository else { return try blob(in: GitTool(folder: folder), revision, path, known) }
        if FileManager.default.fileExists(atPath: repository) {
            return try blob(in: GitTool(folder: repository), revision, path, known)
        }
        // A branch or a tag is asked for by name; a commit's id isn't listed, and is fetched.
        let listed = try GitTool().line(["ls-remote", "--", repository, revision, revision + "^{}"])
        let reference = RemoteReference(revision, listed: listed)
        if let commit = reference?.commit, commit == known?.commit { return .same }
        let clone = FileManager.default.temporaryDirectory.path + "/martlet-update-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: clone) }
        _ = try GitTool().run(["init", "--quiet", "--bare", clone])
        let tool = GitTool(folder: clone)
        _ = try tool.run([
            "fetch", "--quiet", "--depth", "1", "--no-tags", "--", repository, reference?.name ?? revision,
        ])
        return try blob(in: tool, "FETCH_HEAD", path, known)
    }

    private func blob(
        in tool: GitTool, _ revision: String, _ path: String, _ known: RemoteLock.Source?
    ) throws(FileFault) -> Newest {
        guard let commit = try tool.commit(of: revision) else { throw .noRevision(revision) }
        if commit == known?.commit { return .same }
        let bytes = try tool.run(["cat-file", "blob", "\(commit):\(path)"])
        return content(bytes, commit: commit)
    }

    private func content(
        _ bytes: [UInt8], _ validators: RemoteValidators = .init(), commit: String? = nil
    ) -> Newest {
        let entry = RemoteLock.Entry(sha256: SHA256.digest(bytes), size: bytes.count)
        return .content(bytes, RemoteLock.Source(entry: entry, validators: validators, commit: commit))
    }
}

extension FileFault {
    fileprivate static let nothingSent = FileFault(
        "the server says that nothing is new (status 304), though it wasn't told of any version; save the document as a "
            + "file, or try again later", id: "remote-reference")

    fileprivate static func noRevision(_ name: String) -> FileFault {
        FileFault(
            "git knows no revision '\(name)' there; fetch it, or fix the 'source' of the configuration",
            id: "git-revision")
    }
}
