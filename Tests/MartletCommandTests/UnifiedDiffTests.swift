// Unified diffs: a table of texts, and long texts that must neither be slow nor wrong.

import Testing

@testable import MartletArtifacts

@Suite struct UnifiedDiffTests {
    @Test(arguments: rows)
    func diff(_ row: Row) {
        let expected = row.diff.isEmpty ? "" : "--- a/f\n+++ b/f\n" + row.diff
        #expect(UnifiedDiff(row.old, row.new, name: "f").text == expected)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [70_000, 1_000, 7, 2, 1])
    func longTextsAreRebuilt(_ distance: Int) {
        let old = Array(0..<70_000)
        let new = old.flatMap { $0 % distance == distance - 1 ? [-$0, -$0] : [$0] }
        expectRebuilt(old, new)
    }

    @Test func repeatedLinesAreRebuilt() {
        expectRebuilt(Array(repeating: 1, count: 5_000), Array(repeating: 1, count: 3_000))
        expectRebuilt((0..<5_000).map { $0 % 3 }, (0..<5_000).map { $0 % 5 })
    }

    @Test(arguments: 1...200)
    func smallTextsAreRebuilt(_ seed: UInt32) {
        var state = seed
        func next(_ limit: UInt32) -> Int {
            state = state &* 1_664_525 &+ 1_013_904_223
            return Int((state >> 16) % limit)
        }
        let texts = (0..<2).map { _ in (0..<next(30)).map { _ in next(4) } }
        expectRebuilt(texts[0], texts[1])
    }

    @Test func fewestEditsAreFound() {
        let changes = LineDiff(old: Array("ABCABBA".utf8).map(Int.init), new: Array("CBABAC".utf8).map(Int.init))
            .changes
        #expect(changes.reduce(0) { $0 + $1.old.count + $1.new.count } == 5)
    }

    private func expectRebuilt(_ old: [Int], _ new: [Int]) {
        var rebuilt: [Int] = []
        var place = 0
        for change in LineDiff(old: old, new: new).changes {
            rebuilt += old[place..<change.old.lowerBound]
            #expect(rebuilt.count == change.new.lowerBound)
            rebuilt += new[change.new]
            place = change.old.upperBound
        }
        rebuilt += old[place...]
        #expect(rebuilt == new)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var old: String
        var new: String
        var diff: String

        init(_ name: String, _ old: String, _ new: String, _ diff: String) {
            testDescription = name
            (self.old, self.new, self.diff) = (old, new, diff)
        }
    }

    private static let ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"

    static let rows = [
        Row("equal", "a\n", "a\n", ""),
        Row("both empty", "", "", ""),
        Row("from nothing", "", "a\nb\n", "@@ -0,0 +1,2 @@\n+a\n+b\n"),
        Row("to nothing", "a\n", "", "@@ -1 +0,0 @@\n-a\n"),
        Row("one line", "a\n", "b\n", "@@ -1 +1 @@\n-a\n+b\n"),
        Row("line feed added", "a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        Row("line feed lost", "a\n", "a", "@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"),
        Row(
            "no line feed in either", "a\nb", "c\nb",
            "@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n"),
        Row("carriage return", "a\r\n", "a\n", "@@ -1 +1 @@\n-a\r\n+a\n"),
        Row("accents spelt apart", "\u{E9}\n", "e\u{301}\n", "@@ -1 +1 @@\n-\u{E9}\n+e\u{301}\n"),
        Row(
            "in the middle", ten, "1\n2\n3\n4\nx\n6\n7\n8\n9\n10\n", "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"
        ),
        Row("inserted", ten, "1\n2\n3\n4\nx\n5\n6\n7\n8\n9\n10\n", "@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+x\n 5\n 6\n 7\n"),
        Row(
            "two close changes", ten, "x\n2\n3\n4\n5\n6\n7\ny\n9\n10\n",
            "@@ -1,10 +1,10 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n 9\n 10\n"),
        Row(
            "two distant changes", ten, "x\n2\n3\n4\n5\n6\n7\n8\ny\n10\n",
            "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,5 +6,5 @@\n 6\n 7\n 8\n-9\n+y\n 10\n"),
    ]
}
