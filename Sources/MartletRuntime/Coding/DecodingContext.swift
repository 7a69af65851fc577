// What travels with a decoder: how strict it is, who hears of issues, and the stream event that it decodes.

import Foundation

/// How JSON is read.
public struct DecodingOptions: Sendable {
    /// Whether what doesn't fit fails at once, instead of becoming nil or an unknown branch.
    public var isStrict: Bool

    /// Called for each place that did not fit and was tolerated, on the task that decodes.
    public var onIssue: (@Sendable (DecodingIssue) -> Void)?

    /// Whether members that aren't listed are kept in ``WireMetadata/unknownMembers``, whatever their types say.
    var keepsUnknownMembers = false

    /// Options, each of which may be left out.
    public init(isStrict: Bool = false, onIssue: (@Sendable (DecodingIssue) -> Void)? = nil) {
        self.isStrict = isStrict
        self.onIssue = onIssue
    }
}

/// The context of one decoding, or of those of a stream one after the other, found in the decoder's `userInfo`.
final class DecodingContext: Sendable {
    private struct Current: Sendable {
        var event: ServerSentEvent?
        var rootTag = ""
        /// What was tolerated in the event.
        var tolerated: [ToleratedIssue] = []
        /// What was tolerated in an attempt that may yet fail; nil outside of one.
        var held: [ToleratedIssue]?
        /// What was read already in the attempts that go on; nil outside of them.
        var outcomes: [AttemptedPlace: AttemptOutcome]?
    }

    let options: DecodingOptions
    private let current = Locked(Current())

    init(options: DecodingOptions) {
        self.options = options
    }

    /// Goes on to the next event of a stream.
    func begin(_ event: ServerSentEvent) {
        current.withLock { $0 = Current(event: event) }
    }

    /// Tells of an issue that was tolerated.
    ///
    /// - Parameters:
    ///   - part: what is left out for it; nil where nothing is.
    ///   - isKept: whether that part is kept as JSON.
    func report(_ issue: DecodingIssue, leavingOut part: [any CodingKey]?, isKept: Bool = false) {
        report(ToleratedIssue(issue, leavingOut: part, isKept: isKept))
    }

    private func report(_ issue: ToleratedIssue) {
        let isHeld = current.withLock { current in
            current.held?.append(issue)
            if current.held == nil, current.event != nil { current.tolerated.append(issue) }
            return current.held != nil
        }
        if !isHeld { options.onIssue?(issue.issue) }
    }

    /// Goes on to try branches; true for the outermost, which ends them.
    func beginAttempts() -> Bool {
        current.withLock { current in
            defer { current.outcomes = current.outcomes ?? [:] }
            return current.outcomes == nil
        }
    }

    /// Forgets what came of the branches that were tried.
    func endAttempts() {
        current.withLock { $0.outcomes = nil }
    }

    /// What came of a value that was read as the same union before.
    func outcome(at place: AttemptedPlace) -> AttemptOutcome? {
        current.withLock { $0.outcomes?[place] }
    }

    func remember(_ outcome: AttemptOutcome, at place: AttemptedPlace) {
        current.withLock { $0.outcomes?[place] = outcome }
    }

    /// Decodes what may not be taken in the end: nobody hears of it until it is accepted.
    func attempt<Value>(_ body: () throws -> Value) throws -> (Value, AttemptTrace) {
        let before = current.withLock { current in
            defer { current.held = [] }
            return current
        }
        func restore() -> AttemptTrace {
            current.withLock { current in
                defer { (current.held, current.rootTag) = (before.held, before.rootTag) }
                return AttemptTrace(issues: current.held ?? [], rootTag: current.rootTag)
            }
        }
        do {
            let value = try body()
            return (value, restore())
        } catch {
            _ = restore()
            throw error
        }
    }

    /// Takes what an attempt has read.
    func accept(_ trace: AttemptTrace) {
        noteRootTag(trace.rootTag)
        for issue in trace.issues { report(issue) }
    }

    /// What was tolerated in the event whose data is decoded.
    var tolerated: [ToleratedIssue] {
        current.withLock { $0.tolerated }
    }

    /// The event whose data is decoded, in a stream.
    var event: ServerSentEvent? {
        current.withLock { $0.event }
    }

    static let key = CodingUserInfoKey(rawValue: "martlet.context")

    /// The context of attempts in a decoder that has none.
    @TaskLocal static var lent: DecodingContext?

    /// The context of a decoder; nil where none was given, which means tolerant and unheard.
    static func of(_ decoder: any Decoder) -> DecodingContext? {
        if let handoff = HandoffDecoder.of(decoder) { return handoff.context }
        let info = decoder.userInfo
        guard !info.isEmpty, let key else { return lent }
        return info[key] as? DecodingContext ?? lent
    }

    /// Only the outermost union counts: a branch may be a union itself.
    func noteRootTag(_ tag: String) {
        current.withLock { if $0.rootTag.isEmpty { $0.rootTag = tag } }
    }

    /// The tag of a union in whose JSON `written` stands: at the root of an event, its `event:` line may stand in.
    func tag(_ written: String, isRoot: @autoclosure () -> Bool) -> String {
        // The path to a union is made anew each time that it is asked for.
        let isSettled = current.withLock { $0.event == nil || !written.isEmpty && !$0.rootTag.isEmpty }
        if isSettled || !isRoot() { return written }
        return current.withLock { current in
            let tag = written.isEmpty ? current.event?.event ?? "" : written
            if current.rootTag.isEmpty { current.rootTag = tag }
            return tag
        }
    }

    /// The tag that the union at the root was told apart by.
    var tag: String {
        current.withLock { $0.rootTag }
    }
}

/// The coders of the runtime.
enum JSONCoding {
    static func decoder(_ context: DecodingContext? = nil) -> JSONDecoder {
        let decoder = JSONDecoder()
        if let context, let key = DecodingContext.key { decoder.userInfo[key] = context }
        return decoder
    }

    /// Writes members in sorted order: the same value gives the same bytes.
    static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
