// Work on several threads at once, each with room for the deepest document.

internal import Foundation

package enum ConcurrentTasks {
    /// Bytes. Documents are nested, and so are the calls that read them: the stacks that threads have by themselves are too
    /// small for the deepest that `Limits` admits.
    package static let stackSize = 1 << 29

    /// Runs each of `tasks` on a thread of its own, and waits for the last.
    package static func run(_ tasks: [@Sendable () -> Void]) {
        let group = DispatchGroup()
        for task in tasks {
            group.enter()
            let thread = Thread {
                task()
                group.leave()
            }
            thread.stackSize = stackSize
            thread.start()
        }
        group.wait()
    }

    /// What both give.
    package static func both<First: Sendable, Second: Sendable>(
        _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        let one = Guarded<First?>(nil)
        let other = Guarded<Second?>(nil)
        run([
            {
                let result = first()
                one.withLock { $0 = result }
            },
            {
                let result = second()
                other.withLock { $0 = result }
            },
        ])
        return (one.withLock { $0 } ?? first(), other.withLock { $0 } ?? second())
    }
}

extension Array where Element: Sendable {
    /// What `map` gives, in its order, made on all cores.
    package func concurrentMap<Result: Sendable>(
        _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        // Short lists are done before another thread has begun.
        guard count > 32, cores > 1 else { return map(transform) }
        // More parts than cores, since some take longer than others.
        let parts = Swift.min(cores * 4, count)
        let results = Guarded([[Result]](repeating: [], count: parts))
        let next = Guarded(0)
        let task: @Sendable () -> Void = {
            while true {
                let part = next.withLock { number in
                    defer { number += 1 }
                    return number
                }
                guard part < parts else { return }
                let mapped = self[(count * part / parts)..<(count * (part + 1) / parts)].map(transform)
                results.withLock { $0[part] = mapped }
            }
        }
        ConcurrentTasks.run(Array<@Sendable () -> Void>(repeating: task, count: cores))
        return results.withLock { Array<Result>($0.joined()) }
    }
}
