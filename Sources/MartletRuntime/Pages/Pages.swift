// Lists that a service gives page by page.

/// The pages of a list, each fetched when it is asked for; every loop begins anew.
///
/// What fetching a page throws ends the loop; so does cancelling its task.
public struct Pages<Page: Sendable, Item: Sendable>: AsyncSequence, Sendable {
    public typealias Element = Page

    /// A page, and what fetches the one after it.
    fileprivate struct Step: Sendable {
        var page: Page
        var next: (@Sendable () async throws -> Step)?
    }

    fileprivate let first: @Sendable () async throws -> Step
    fileprivate let itemsOf: @Sendable (Page) -> [Item]

    /// Pages that `page` fetches, one when the one before has been looked at.
    ///
    /// - Parameters:
    ///   - start: where the first page begins; nil leaves that to the service.
    ///   - items: what is on a page.
    ///   - page: fetches the page at a position, and says where the next one begins; nil there is the end.
    public init<Position: Sendable>(
        from start: Position?, items: @escaping @Sendable (Page) -> [Item],
        page: @escaping @Sendable (Position?) async throws -> (page: Page, next: Position?)
    ) {
        itemsOf = items
        first = { try await Self.step(at: start, page) }
    }

    private static func step<Position: Sendable>(
        at position: Position?, _ page: @escaping @Sendable (Position?) async throws -> (page: Page, next: Position?)
    ) async throws -> Step {
        let (fetched, next) = try await page(position)
        guard let next else { return Step(page: fetched, next: nil) }
        return Step(page: fetched, next: { try await Self.step(at: next, page) })
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(next: first)
    }

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var next: (@Sendable () async throws -> Step)?

        /// The next page, fetched now; nil at the end.
        ///
        /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
        public mutating func next() async throws -> Page? {
            try await next(isolation: nil)
        }

        /// The next page, fetched now; nil at the end.
        ///
        /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Page? {
            guard let fetch = next else { return nil }
            next = nil
            try Task.checkCancellation()
            let step = try await fetch()
            next = step.next
            return step.page
        }
    }

    /// What is on the pages, one after the other; a page is fetched once all of the one before has been taken.
    public var items: PageItems<Page, Item> {
        PageItems(pages: self)
    }
}

/// What is on the pages of a list, in order.
public struct PageItems<Page: Sendable, Item: Sendable>: AsyncSequence, Sendable {
    public typealias Element = Item

    fileprivate let pages: Pages<Page, Item>

    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: pages.makeAsyncIterator(), itemsOf: pages.itemsOf)
    }

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var pages: Pages<Page, Item>.Iterator
        fileprivate let itemsOf: @Sendable (Page) -> [Item]
        private var items: ArraySlice<Item> = []

        fileprivate init(pages: Pages<Page, Item>.Iterator, itemsOf: @escaping @Sendable (Page) -> [Item]) {
            self.pages = pages
            self.itemsOf = itemsOf
        }

        /// The next item, of the next page where this one is used up; nil at the end.
        ///
        /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
        public mutating func next() async throws -> Item? {
            try await next(isolation: nil)
        }

        /// The next item, of the next page where this one is used up; nil at the end. What is on the page already is given
        /// without leaving the actor.
        ///
        /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Item? {
            while true {
                if let item = items.popFirst() { return item }
                guard let page = try await pages.next(isolation: actor) else { return nil }
                items = itemsOf(page)[...]
            }
        }
    }
}
