// A value behind a lock, which vouches for its own thread safety.

import Foundation

/// A value that only one thread at a time can reach.
///
/// `Mutex` of the standard library would do, but needs macOS 15. Nothing may block or call out while the lock is held.
final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) {
        self.value = value
    }

    func withLock<R>(_ body: (inout Value) throws -> R) rethrows -> R {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}
