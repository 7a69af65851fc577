// A value that several threads use: the one place of the tool that vouches for its own thread safety.

internal import Foundation

/// A value that only one thread at a time can reach. `Mutex` of the standard library would do, but needs macOS 15.
package final class Guarded<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    package init(_ value: Value) {
        self.value = value
    }

    package func withLock<R>(_ body: (inout Value) throws -> R) rethrows -> R {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}
