// The small version of Scripts/stress.

import MartletStress
import Testing

@Suite(.serialized, .timeLimit(.minutes(1))) struct StressTests {
    @Test func cancelledStreamsLeaveNothingBehind() async throws {
        let report = try await CancellationStress(cancelled: 40, width: 20, running: 10).run()
        #expect(report.faults.isEmpty)
        #expect((report.cancelled, report.hangUps, report.completed) == (40, 40, 10))
        #expect((report.leakedDescriptors, report.leakedCalls) == (0, 0))
    }

    @Test func manyRequestsLeaveNothingBehind() async throws {
        let report = try await RequestStress(requests: 2_000, width: 10).run()
        #expect(report.faults.isEmpty)
        #expect((report.answered, report.leakedDescriptors) == (2_000, 0))
        #expect(Double(report.lateKiB) <= Double(report.earlyKiB) * 1.2, "\(report)")
    }

    @Test func longStreamsAtOnceAreReadToTheirEnds() async throws {
        let report = try await LongStreamStress(streams: 20, events: 500).run()
        #expect(report.faults.isEmpty)
        #expect((report.completed, report.events) == (20, 10_000))
    }
}
