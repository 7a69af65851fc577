// Loops over what a stream has already got don't leave their actor: nothing else runs there in between.

import CometAPI
import Foundation
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct ActorLoopTests {
    /// Notes what runs on it, and in which order.
    private actor Log {
        var lines: [String] = []

        func add(_ line: String) {
            lines.append(line)
        }

        /// Asks for a line of its own once the first element has come, which waits until the actor is free.
        func loop<Elements: AsyncSequence>(_ elements: Elements) async throws -> [String] {
            var other: Task<Void, Never>?
            var iterator = elements.makeAsyncIterator()
            while try await iterator.next(isolation: #isolation) != nil {
                lines.append("element")
                if other == nil { other = Task { self.add("other") } }
            }
            await other?.value
            return lines
        }
    }

    private var stream: EventStream<ResponseStreamEvent> {
        EventStream(replaying: Data(SmallStream.text.joined().utf8))
    }

    @Test func events() async throws {
        #expect(try await Log().loop(stream) == Array(repeating: "element", count: SmallStream.text.count) + ["other"])
    }

    @Test func rawEvents() async throws {
        let lines = try await Log().loop(stream.rawEvents)
        #expect(lines == Array(repeating: "element", count: SmallStream.text.count) + ["other"])
    }

    @Test func text() async throws {
        #expect(try await Log().loop(stream.text) == ["element", "element", "other"])
    }

    @Test func snapshots() async throws {
        let lines = try await Log().loop(stream.snapshots)
        #expect(lines.last == "other" && lines.dropLast().allSatisfy { $0 == "element" } && lines.count > 2)
    }

    @Test func itemsOfPages() async throws {
        let pages = Pages<[Int], Int>(from: 0, items: { $0 }) { page in
            (Array(repeating: page ?? 0, count: 3), nil)
        }
        #expect(try await Log().loop(pages.items) == ["element", "element", "element", "other"])
    }
}
