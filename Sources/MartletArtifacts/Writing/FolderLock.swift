// Keeps other runs out of a folder while one writes to it: without a file of its own, which a killed run would leave.

internal import Foundation

struct FolderLock {
    private let descriptor: Int32

    /// Waits for the lock of the folder at `path`; where its file system has no locks, there is nothing to wait for.
    init(_ path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }

    /// The end of a process, however it comes, does the same.
    func release() {
        if descriptor >= 0 { close(descriptor) }
    }
}
