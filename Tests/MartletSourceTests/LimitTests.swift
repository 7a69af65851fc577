// Documents that would fill memory or the stack are refused, and soon.

import MartletSource
import Testing

@Suite struct LimitTests {
    @Test func depth() {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(Reading(nested(512)).said == [])
        #expect(
            Reading(nested(513)).said == [
                "in.yaml:1:513: error: the document is nested more than 512 levels deep; flatten it here, or raise the limit with --limit depth=N [too-deep]"
            ])
    }

    /// Each alias stands in a shallow place, but what it repeats is deep.
    @Test func depthThroughAliases() {
        var limits = Limits()
        limits.depth = 6
        let text = "- &a [[[1]]]\n- &b [[*a]]\n- [*b]\n"
        #expect(
            Reading(text, limits: limits).said == [
                "in.yaml:3:4: error: the document is nested more than 6 levels deep; flatten it here, or raise the limit with --limit depth=N [too-deep]"
            ])
        limits.depth = 7
        #expect(Reading(text, limits: limits).said == [])
    }

    @Test func nodes() {
        var limits = Limits()
        limits.values = 3
        #expect(Reading("[1, 2]", limits: limits).said == [])
        let message =
            "the document has more than 3 values, those that aliases repeat included; split it, or raise the limit with --limit values=N"
        #expect(Reading("[1, 2, 3]", limits: limits).said == ["in.yaml:1:8: error: \(message) [too-large]"])
    }

    @Test func keys() {
        var limits = Limits()
        limits.keys = 2
        #expect(Reading("{a: 1, b: {c: 2, d: 3}}", limits: limits).said == [])
        let message =
            "the mapping has more than 2 keys; split it before this one, or raise the limit with --limit keys=N"
        #expect(Reading("{a: 1, b: 2, c: 3}", limits: limits).said == ["in.yaml:1:14: error: \(message) [too-large]"])
    }

    @Test(.timeLimit(.minutes(1))) func aliasBomb() {
        var text = "l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<10 {
            let aliases = Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", ")
            text += "l\(level): &l\(level) [\(aliases)]\n"
        }
        let reading = Reading(text)
        #expect(reading.node == nil)
        #expect(reading.said.count == 1)
        #expect(reading.said.first?.hasSuffix("raise the limit with --limit aliases=N [too-large]") ?? false)
    }
}
