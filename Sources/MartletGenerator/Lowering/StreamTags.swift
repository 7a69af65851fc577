// What the tags of events say of where a stream begins and ends, without word from the document.
import MartletIR

/// `response.completed` ends a stream where it carries the result; `message_stop` does where `message_start` carries it.
struct StreamTags {
    private static let beginnings = ["start", "started", "begin", "created", "open", "opened"]
    private static let successes = ["completed", "complete", "succeeded", "finished", "done", "ended", "stopped"]
    private static let failures = [
        "incomplete", "failed", "cancelled", "canceled", "expired", "aborted", "errored", "terminated", "interrupted",
        "timeout", "timed_out",
    ]
    private static let counterparts = ["stop", "end", "finish"] + successes + failures
    /// What a stream ends with where an event is called nothing else, and what may come after a result.
    private static let lasts: Set<String> = [
        "done", "end", "finish", "finished", "complete", "completed", "close", "closed", "stream_end", "stream.end",
        "stream_done", "stream.done", "message_end", "eos",
    ]
    private static let afterwords: Set<String> = [
        "usage", "metadata", "meta", "stats", "statistics", "metrics", "summary", "billing", "cost", "trace", "info",
    ]

    /// The tags of events that carry the operation's result.
    private let carrying: [String]
    private let all: [String]

    init(_ union: Union?, _ carriers: [EventRole.Carrier]) {
        guard let union, case .tag(let rows, _) = union.dispatch else {
            (carrying, all) = ([], [])
            return
        }
        let branches = Set(carriers.map(\.branch))
        all = rows.flatMap(\.values)
        carrying = rows.flatMap { row -> [String] in
            guard case .branch(let branch) = row.dispatch, branches.contains(branch) else { return [] }
            return row.values
        }
    }

    /// The tags of the events that end a stream, errors among them; empty where nothing says so for certain: what comes
    /// after such an event is lost.
    var terminal: [String] {
        let own = carrying.filter { tag in (Self.successes + Self.failures).contains { tag.hasSuffix($0) } }
        let closing = own.isEmpty ? carrying.flatMap(closing) : own
        let last = all.filter { Self.lasts.contains($0.lowercased()) && !carrying.contains($0) }
        if !closing.isEmpty, !last.isEmpty { return withError(last) }
        // Events that tell of failures alone don't say how a stream ends well.
        let isCertain = closing.contains { tag in Self.counterparts.contains { tag.hasSuffix($0) && !isFailure(tag) } }
        let mayGoOn = all.contains { tag in
            !carrying.contains(tag)
                && Self.afterwords.contains(String(tag.lowercased().split { ".:_-/".contains($0) }.last ?? ""))
        }
        return isCertain && !(mayGoOn && !own.isEmpty) ? withError(closing) : []
    }

    private func withError(_ tags: [String]) -> [String] {
        all.contains("error") && !tags.contains("error") ? tags + ["error"] : tags
    }

    private func isFailure(_ tag: String) -> Bool {
        Self.failures.contains { tag.hasSuffix($0) }
    }

    /// Whether the result is carried where a stream begins, and nowhere else.
    var carriersOnlyBegin: Bool {
        !carrying.isEmpty && carrying.allSatisfy { stem(of: $0) != nil }
    }

    /// `message_stop` of `message_start`.
    private func closing(_ tag: String) -> [String] {
        guard let stem = stem(of: tag) else { return [] }
        return Self.counterparts.map { stem + $0 }.filter(all.contains)
    }

    /// `message_` of `message_start`; nil of what is no beginning.
    private func stem(of tag: String) -> Substring? {
        Self.beginnings.first { tag.hasSuffix($0) }.map { tag.dropLast($0.count) }
    }
}
