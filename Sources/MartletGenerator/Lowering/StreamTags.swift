// What the tags of events say of where a stream begins and ends, without word from the document.
import MartletIR

/// `response.completed` ends a stream where it carries the result; `message_stop` does where `message_start` carries it.
struct StreamTags {
    private static let beginnings = ["start", "started", "begin", "created", "open", "opened"]
    private static let ends = ["completed", "incomplete", "failed", "cancelled", "canceled", "expired", "done"]
    private static let counterparts = ["stop", "stopped", "end", "ended", "finish", "finished", "complete"] + ends

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

    /// The tags of the events that end a stream, errors among them; empty where nothing says so.
    var terminal: [String] {
        let own = carrying.filter { tag in Self.ends.contains { tag.hasSuffix($0) } }
        let closing = own.isEmpty ? carrying.flatMap(closing) : own
        return closing.isEmpty || !all.contains("error") ? closing : closing + ["error"]
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
