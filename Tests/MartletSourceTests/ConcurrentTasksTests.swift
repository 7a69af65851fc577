// Work on several threads gives what work on one gives.

import Testing

@testable import MartletSource

@Suite struct ConcurrentTasksTests {
    @Test(arguments: [0, 1, 32, 33, 100, 1_001])
    func partsFollowEachOther(_ count: Int) {
        #expect(ConcurrentTasks.inParts(of: count) { { Array($0) } }.flatMap(\.self) == Array(0..<count))
    }

    @Test func bothResults() {
        let (number, text) = ConcurrentTasks.both {
            1
        } _: {
            "two"
        }
        #expect(number == 1 && text == "two")
    }

    @Test func manyDeepCalls() {
        let depths = Guarded<[Int]>([])
        ConcurrentTasks.run((0..<3).map { _ in { depths.withLock { $0.append(Self.depth(15_000)) } } })
        #expect(depths.withLock { $0 } == [15_000, 15_000, 15_000])
    }

    /// Takes a kilobyte of the stack a level, in few levels: the thread sanitizer keeps count of 65,536.
    private static func depth(_ rest: Int) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 1_000, alignment: 8) { bytes in
            bytes.initializeMemory(as: UInt8.self, repeating: 1)
            return rest == 0 ? 0 : Int(bytes[rest % 1_000]) + depth(rest - 1)
        }
    }

    /// What was read at the same time keeps its places.
    @Test func diagnosticsOfTwoReaders() {
        var all = Diagnostics()
        _ = all.addFile("martlet.yaml")
        var readers = [Diagnostics(filesFrom: 1), Diagnostics(filesFrom: 10)]
        for (place, name) in ["old.yaml", "new.yaml"].enumerated() {
            let file = readers[place].addFile(name)
            readers[place].report(
                Diagnostic(.warning, id: "odd", "is odd"), at: Position(file: file, line: 3, column: 5))
        }
        for reader in readers { all.join(reader) }
        #expect(
            all.rendered() == ["old.yaml:3:5: warning: is odd [odd]", "new.yaml:3:5: warning: is odd [odd]"])
        #expect(all.name(of: FileID(index: 0)) == "martlet.yaml")
    }
}
