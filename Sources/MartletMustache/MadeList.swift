/// A list whose items are made where a section renders them, and let go right after.
///
/// That is what a long list is for: its items needn't be in memory at once, and where nothing depends on the order in which
/// they are rendered, several threads make, render and release them.
package struct MadeList: Sendable, Equatable {
    package let count: Int
    private let make: @Sendable (Int) -> MustacheValue
    /// Gives what workers return for ranges of the numbers up to a count, which follow each other; each thread has a worker.
    package typealias Threads =
        @Sendable (
            _ count: Int, _ worker: @escaping @Sendable () -> (Range<Int>) -> RenderedPart
        ) -> [RenderedPart]
    let threads: Threads

    package init(count: Int, on threads: @escaping Threads, make: @escaping @Sendable (Int) -> MustacheValue) {
        self.count = count
        self.threads = threads
        self.make = make
    }

    subscript(index: Int) -> MustacheValue {
        make(index)
    }

    /// All of them, at once.
    package var items: [MustacheValue] {
        (0..<count).map(make)
    }

    package static func == (left: MadeList, right: MadeList) -> Bool {
        left.items == right.items
    }
}

/// What one thread rendered of a list.
package struct RenderedPart: Sendable {
    let text: Result<String, MustacheError>
    /// Whether the next item goes on where a line begins, as the first did.
    let endsLine: Bool
}
