// How long the stages of a run take.

/// Times each stage, for `--timings`, and says where work has come to.
package struct StageClock: Sendable {
    package private(set) var stages: [(name: String, seconds: Double)] = []
    private let begin: (@Sendable (String) -> Void)?

    /// - Parameter begin: is told the name of each stage when it begins.
    package init(_ begin: (@Sendable (String) -> Void)? = nil) {
        self.begin = begin
    }

    package mutating func time<Result>(_ name: String, _ stage: () -> Result) -> Result {
        begin?(name)
        let clock = ContinuousClock()
        let start = clock.now
        let result = stage()
        let duration = (clock.now - start).components
        stages.append((name, Double(duration.seconds) + Double(duration.attoseconds) / 1e18))
        return result
    }
}
