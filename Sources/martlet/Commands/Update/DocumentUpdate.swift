// Whether a document has a newer version, and may be replaced by it.

import Foundation
import MartletArtifacts
import MartletCommandLine
import MartletConfiguration
import MartletSource

/// What is to become of a document.
struct NewVersion {
    var bytes: [UInt8]
    var entry: RemoteLock.Source

    /// Files as `access` reads them, with this version in place of the one at `path`.
    func access(_ access: FileAccess, at path: String) -> FileAccess {
        FileAccess(limits: access.limits) { asked throws(FileFault) in asked == path ? bytes : try access.read(asked) }
    }
}

struct DocumentUpdate {
    private let configuration: Configuration
    private let source: DocumentSource
    private let folder: String
    private let access: DocumentAccess

    /// - Parameter path: that of the configuration.
    init(_ configuration: Configuration, from source: DocumentSource, beside path: String, _ access: DocumentAccess) {
        self.configuration = configuration
        self.source = source
        folder = PathName.folder(of: path)
        self.access = access
    }

    /// The newest version, which the lock is told of; nil where the document is that already.
    ///
    /// - Throws: where the source can't be read, or where the document is neither there nor what was fetched last.
    func newest(force: Bool) throws(FileFault) -> NewVersion? {
        let current =
            FileManager.default.fileExists(atPath: configuration.spec)
            ? try access.access.read(configuration.spec) : nil
        let digest = current.map(SHA256.digest)
        let locked = access.lockedSource(source.name)
        let isAsFetched = digest != nil && digest == locked?.entry.sha256
        // What was edited must be seen whole, to be compared.
        let fetch = SourceFetch(source, folder: folder.isEmpty ? "." : folder, access)
        guard case .content(let bytes, let entry) = try fetch.newest(isAsFetched ? locked : nil) else { return nil }
        if bytes == current {
            access.lock(source.name, entry)
            return nil
        }
        // What another source gave before the configuration named this one was fetched too.
        if let digest, !access.hasFetched(digest), !force {
            throw locked == nil ? .unknown(configuration.spec) : .edited(configuration.spec)
        }
        access.lock(source.name, entry)
        return NewVersion(bytes: bytes, entry: entry)
    }
}

extension FileFault {
    fileprivate static func edited(_ path: String) -> FileFault {
        FileFault(
            "\(path) was edited since it was fetched, and what was changed in it would be lost: move that into an overlay, "
                + "or replace it with --force", id: "edited-document")
    }

    fileprivate static func unknown(_ path: String) -> FileFault {
        FileFault(
            "\(path) is neither what the source has nor in martlet.lock as fetched, and what was changed in it would be lost: "
                + "move that into an overlay, or replace it with --force", id: "edited-document")
    }
}
