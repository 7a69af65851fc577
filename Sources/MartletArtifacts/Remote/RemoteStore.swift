// Remote documents as files: from the cache where the lock pins them, else from the network where that is allowed.

internal import Foundation
package import MartletSource

package struct RemoteSettings: Sendable {
    /// Whether documents may be fetched.
    package var allowsRemote = false
    /// Whether those that are pinned are fetched again, and pinned anew.
    package var updatesLock = false
    /// Whether hosts may be this machine or on private networks.
    package var allowsPrivateNetwork = false
    package var cache: RemoteCache
    package var limits = RemoteLimits()

    package init(cache: RemoteCache) {
        self.cache = cache
    }
}

/// What it reads is pinned: content that is pinned and in the cache is read without the network, and never changes
/// unnoticed. Shared by all that reads in one run.
package final class RemoteStore: Sendable {
    private struct State: Sendable {
        var pinned: RemoteLock
        var contents: [String: [UInt8]] = [:]
    }

    private let settings: RemoteSettings
    private let disk: FileAccess
    private let original: RemoteLock
    private let state: Guarded<State>

    package init(_ settings: RemoteSettings, lock: RemoteLock, disk: FileAccess = .disk) {
        self.settings = settings
        self.disk = disk
        original = lock
        state = Guarded(State(pinned: lock))
    }

    /// Files as `disk` reads them, and URLs from here.
    package var access: FileAccess {
        FileAccess(limits: disk.limits) { [self] path throws(FileFault) in
            PathName.isURL(path) ? try content(of: path) : try disk.read(path)
        }
    }

    /// The lock with all that was read.
    package var lock: RemoteLock {
        state.withLock { $0.pinned }
    }

    /// The newest content at `url`, which isn't pinned by being read; `known` is what the caller has already.
    package func newest(_ url: String, known: RemoteValidators) throws(FileFault) -> RemoteAnswer {
        try RemoteFetch(limits: settings.limits, allowsPrivateNetwork: settings.allowsPrivateNetwork)
            .answer(url, known: known)
    }

    /// Notes what was fetched from a source.
    package func note(_ source: RemoteLock.Source, from name: String) {
        state.withLock { state in
            let known = state.pinned.sources[name]
            var source = source
            source.previous = known?.entry == source.entry ? known?.previous : known?.entry.sha256
            state.pinned.sources[name] = source
        }
    }

    /// Has the lock forget all sources but these.
    package func keepSources(_ names: Set<String>) {
        state.withLock { state in state.pinned.sources = state.pinned.sources.filter { names.contains($0.key) } }
    }

    package var isLockChanged: Bool {
        lock != original
    }

    private func content(of url: String) throws(FileFault) -> [UInt8] {
        if let known = state.withLock({ $0.contents[url] }) { return known }
        let entry = settings.updatesLock ? nil : original.entries[url]
        if let entry, let bytes = settings.cache.content(entry.sha256) { return remember(bytes, url, entry) }
        guard settings.allowsRemote || settings.updatesLock else { throw entry == nil ? .notFetched : .notCached }
        guard state.withLock({ $0.contents.count }) < settings.limits.documents else {
            throw .tooMany(settings.limits.documents)
        }
        let fetch = RemoteFetch(limits: settings.limits, allowsPrivateNetwork: settings.allowsPrivateNetwork)
        let bytes = try fetch.fetch(url)
        let found = RemoteLock.Entry(sha256: SHA256.digest(bytes), size: bytes.count)
        if let entry, entry != found { throw .changed(entry.sha256, found.sha256) }
        try settings.cache.store(bytes, as: found.sha256)
        return remember(bytes, url, found)
    }

    private func remember(_ bytes: [UInt8], _ url: String, _ entry: RemoteLock.Entry) -> [UInt8] {
        state.withLock { state in
            state.contents[url] = bytes
            state.pinned.entries[url] = entry
        }
        return bytes
    }
}

extension FileFault {
    fileprivate static let notCached = FileFault(
        "martlet.lock pins it, but its content isn't in the cache; use --allow-remote to fetch it again",
        id: "remote-reference")

    fileprivate static func changed(_ pinned: String, _ found: String) -> FileFault {
        FileFault(
            "its content has changed: martlet.lock has sha256 \(pinned), and the server sent \(found); look at what "
                + "changed, then accept it with --update-lock", id: "remote-content-changed")
    }

    fileprivate static func tooMany(_ count: Int) -> FileFault {
        FileFault(
            "more than \(count) remote documents are read; save them as files", id: "remote-reference")
    }
}
