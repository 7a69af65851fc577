// What the tags of events say of where a stream begins and ends, without word from the document.

import MartletIR
import MartletNaming

/// `response.completed` ends a stream where it carries the result; `message_stop` does where `message_start` carries it.
package struct StreamTags {
    private static let beginnings: Set<String> = ["start", "started", "begin", "created", "open", "opened"]
    private static let successes: Set<String> = [
        "completed", "complete", "succeeded", "finished", "finish", "done", "ended", "end", "stopped", "stop",
    ]
    private static let failures: Set<String> = [
        "incomplete", "failed", "cancelled", "canceled", "expired", "aborted", "errored", "terminated", "interrupted",
        "timeout", "timedout",
    ]
    /// What ends a thing whose end is known already: `job.error` alone may be one of several.
    private static let misfortunes = failures.union(["error"])
    /// What `error` may stand beside as one of several.
    private static let severities: Set<String> = ["info", "warn", "warning", "debug", "notice", "trace", "log"]
    /// What else tells levels, outputs and results of parts.
    private static let levels = severities.union([
        "verbose", "information", "informational", "fatal", "critical", "stdout", "stderr", "skipped", "normal",
    ])
    /// What may be the result of a part beside an `ERROR`; beside `error`, it may be that of all.
    private static let outcomes: Set<String> = ["success", "ok"]
    private static let counterparts = successes.union(failures)
    /// What the last event is called where it is called nothing else.
    private static let lasts: Set<String> = [
        "done", "end", "finish", "finished", "complete", "completed", "close", "closed", "eos",
    ]
    /// What may come after a result.
    private static let afterwords: Set<String> = [
        "usage", "metadata", "meta", "stats", "statistics", "metrics", "summary", "billing", "cost", "trace", "info",
    ]

    /// The tags of events that carry the operation's result.
    private let carrying: [String]
    let all: [String]

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
        let own = carrying.filter { Self.successes.union(Self.failures).contains(Self.word(of: $0)) }
        let closing = own.isEmpty ? carrying.flatMap(closing) : own
        let good = closing.filter { !Self.failures.contains(Self.word(of: $0)) }
        if closing.isEmpty { return [] }
        let last = all.filter { Self.isLast($0) && !carrying.contains($0) }
        if !last.isEmpty { return withError(last) }
        // Failures alone don't say how a stream ends well, and of several things that end, one ends within another.
        guard Set(good.map { Self.stem(of: $0) }).count == 1 else { return [] }
        return own.isEmpty || !mayGoOn(after: own) ? withError(closing + misfortunes(beside: closing, of: good)) : []
    }

    /// The events that say of the same thing that it ended otherwise: `job.failed` beside `job.completed`.
    private func misfortunes(beside closing: [String], of good: [String]) -> [String] {
        let stems = Set(good.map { Self.stem(of: $0) })
        let siblings = all.filter { stems.contains(Self.stem(of: $0)) }
        // Beside `job.warning`, `job.error` is how severe something is.
        let isSeverity = siblings.contains { Self.severities.contains(Self.word(of: $0)) }
        return siblings.filter { tag in
            !closing.contains(tag) && Self.misfortunes.contains(Self.word(of: tag))
                && !(isSeverity && Self.word(of: tag) == "error")
        }
    }

    /// Whether the document lists something behind the last of `tags` that may follow it.
    private func mayGoOn(after tags: [String]) -> Bool {
        guard let place = all.lastIndex(where: tags.contains) else { return false }
        return all[place...].contains { Self.afterwords.contains(Self.word(of: $0)) }
    }

    private func withError(_ tags: [String]) -> [String] {
        all.contains("error") && !tags.contains("error") ? tags + ["error"] : tags
    }

    /// Whether the result is carried where a stream begins, and nowhere else.
    var carriersOnlyBegin: Bool {
        !carrying.isEmpty && carrying.allSatisfy { Self.beginnings.contains(Self.word(of: $0)) }
    }

    /// `message_stop` of `message_start`.
    private func closing(_ tag: String) -> [String] {
        guard Self.beginnings.contains(Self.word(of: tag)) else { return [] }
        let stem = Self.stem(of: tag)
        return all.filter { Self.stem(of: $0) == stem && Self.counterparts.contains(Self.word(of: $0)) }
    }

    /// Whether it is called like what is the last, whatever else there is.
    static func isLast(_ tag: String) -> Bool {
        lasts.contains(tag.lowercased())
    }

    /// Whether it says that something ended otherwise than it should: `response.failed`.
    package static func isMisfortune(_ tag: String) -> Bool {
        misfortunes.contains(word(of: tag))
    }

    /// Whether `error` is among values that say how severe something is, or how a part of it went.
    static func areLevels(_ values: [String]) -> Bool {
        guard let error = values.first(where: { $0.lowercased() == "error" }) else { return false }
        let words = Set(values.map { $0.lowercased() })
        return !levels.isDisjoint(with: words) || error != "error" && !outcomes.isDisjoint(with: words)
    }

    /// Whether it says of a stream, or of its run, that it failed, in other words than `error`: `Error`, `RUN_ERROR`.
    static func isOtherSpellingOfError(_ tag: String) -> Bool {
        tag != "error" && [["error"], ["stream", "error"], ["run", "error"]].contains(words(of: tag))
    }

    /// `start` of `message_start`.
    private static func word(of tag: String) -> String {
        words(of: tag).last ?? ""
    }

    /// The words before the last.
    private static func stem(of tag: String) -> [String] {
        words(of: tag).dropLast()
    }

    /// In lower case; `timed_out` is one.
    private static func words(of tag: String) -> [String] {
        let words = Words(tag).words.map { $0.lowercased() }
        return words.suffix(2) == ["timed", "out"] ? words.dropLast(2) + ["timedout"] : words
    }
}
