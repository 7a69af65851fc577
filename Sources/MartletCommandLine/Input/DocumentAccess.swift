// How a command reads its documents: files, and what the command line allows of the network.

import Foundation
package import MartletArtifacts
package import MartletConfiguration
package import MartletSource

package struct DocumentAccess {
    private let store: RemoteStore
    private let lockPath: String
    private let boundary: FileBoundary
    private let limits: Limits

    /// The lock stands beside `path`, a configuration or a document; one that is broken is reported.
    package init(_ arguments: Arguments, beside path: String, _ diagnostics: inout Diagnostics) {
        let environment = ProcessInfo.processInfo.environment
        let cache = arguments.value("--cache").map(RemoteCache.init) ?? .standard(environment)
        var settings = RemoteSettings(cache: cache)
        settings.updatesLock = arguments.has("--update-lock")
        settings.allowsRemote = arguments.has("--allow-remote")
        settings.allowsPrivateNetwork = arguments.has("--allow-private-network")
        let isElsewhere = path == "-" || PathName.isURL(path)
        lockPath = isElsewhere ? RemoteLock.fileName : PathName.joined(RemoteLock.fileName, to: path)
        var lock = RemoteLock()
        boundary = FileBoundary(arguments, beside: path, environment)
        limits = Limits(arguments)
        settings.limits.size = limits.size
        settings.limits.documents = limits.files
        let disk = FileAccess.disk(within: boundary, limits: limits)
        if FileManager.default.fileExists(atPath: lockPath),
            let node = SourceReader(access: disk).read(lockPath, ifEmpty: .emptyLock, &diagnostics)
        {
            lock = RemoteLock(node, &diagnostics)
        }
        store = RemoteStore(settings, lock: lock, disk: disk)
    }

    package var reader: SourceReader {
        SourceReader(access: access)
    }

    package var access: FileAccess {
        store.access
    }

    /// Whether `configuration` names only folders and files that it may, but for those that it reads through `access`;
    /// others are reported.
    package func admits(_ configuration: Configuration, _ diagnostics: inout Diagnostics) -> Bool {
        var isAdmitted = true
        for named in configuration.otherPaths {
            do throws(FileFault) {
                _ = try boundary.admitted(named.path)
            } catch {
                diagnostics.report(
                    Diagnostic(.error, id: error.id, "\(named.path): \(error.reason)"),
                    at: configuration.place(of: named.path, in: named.key))
                isAdmitted = false
            }
        }
        return isAdmitted
    }

    // MARK: Sources

    /// What the lock has of a source.
    package func lockedSource(_ name: String) -> RemoteLock.Source? {
        store.lock.sources[name]
    }

    package var lockedSources: Set<String> {
        Set(store.lock.sources.keys)
    }

    /// Whether a source gave a document with this digest, now or as the version before.
    package func hasFetched(_ sha256: String) -> Bool {
        store.lock.sources.values.contains { $0.entry.sha256 == sha256 || $0.previous == sha256 }
    }

    /// Has the lock forget all sources but these, when it is written.
    package func keepSources(_ names: Set<String>) {
        store.keepSources(names)
    }

    /// Where a file that a configuration names is written: behind links, which stay.
    package func destination(_ path: String) throws(FileFault) -> String {
        try boundary.admitted(path)
    }

    /// Notes what was fetched from a source, for when the lock is written.
    package func lock(_ name: String, _ source: RemoteLock.Source) {
        store.note(source, from: name)
    }

    /// What the server says of `url`, where `known` is already here.
    package func fetch(_ url: String, _ known: RemoteValidators) throws(FileFault) -> RemoteAnswer {
        try store.newest(url, known: known)
    }

    /// Writes the lock, if it has changed; false, with the reason told, where that can't be done.
    package func writeLock(_ console: Console) -> Bool {
        guard store.isLockChanged else { return true }
        do {
            try Data(store.lock.text.utf8).write(to: URL(fileURLWithPath: lockPath), options: .atomic)
            return true
        } catch {
            console.report("error: \(lockPath) can't be written; check that its folder is there and writable")
            return false
        }
    }

    /// What is wrong where the lock would change; nil where it wouldn't.
    package var staleLock: String? {
        store.isLockChanged ? "\(lockPath) is out of date; run the same command without '--check'" : nil
    }
}

extension CommandUsage.Option {
    /// What `DocumentAccess` asks for.
    package static let access: [CommandUsage.Option] = [
        .outside,
        .limit,
        .flag("--allow-remote", "Fetch what http and https references name, and pin it in martlet.lock."),
        .flag("--update-lock", "Fetch again what is pinned, and pin what comes; implies --allow-remote."),
        .privateNetwork,
        .value(
            "--cache", "DIR",
            "Keep what was fetched in this folder; without it, in MARTLET_CACHE, or in 'martlet' in your cache "
                + "folder."),
    ]
}
