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

    /// What workers give for the numbers up to `count`, by ranges of them that follow each other, made on all cores.
    ///
    /// - Parameter worker: is asked once for each thread that works.
    package static func inParts<Result: Sendable>(
        of count: Int, by worker: @escaping @Sendable () -> (Range<Int>) -> Result
    ) -> [Result] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        // A few are done before another thread has begun.
        guard count > 32, cores > 1 else { return [worker()(0..<count)] }
        // More parts than cores, since some take longer than others.
        let parts = min(cores * 4, count)
        let results = Guarded([Result?](repeating: nil, count: parts))
        let next = Guarded(0)
        let task: @Sendable () -> Void = {
            let work = worker()
            while true {
                let part = next.withLock { number in
                    defer { number += 1 }
                    return number
                }
                guard part < parts else { return }
                let result = work((count * part / parts)..<(count * (part + 1) / parts))
                results.withLock { $0[part] = result }
            }
        }
        run([@Sendable () -> Void](repeating: task, count: cores))
        return results.withLock { $0.compactMap { $0 } }
    }
}
