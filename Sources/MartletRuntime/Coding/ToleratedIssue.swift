// What didn't fit and was tolerated, and what is missing for it.

/// An issue, and the part of the value that was left out for it.
struct ToleratedIssue: Sendable {
    let issue: DecodingIssue
    /// The members on the way to that part, without the elements of lists; nil where nothing was left out.
    private let part: [String]?

    /// Whether that part is kept as JSON, so that nothing is missing but what would have been read of it.
    private let isKept: Bool

    init(_ issue: DecodingIssue, leavingOut part: [any CodingKey]?, isKept: Bool) {
        self.issue = issue
        self.part = part.map { $0.filter { $0.intValue == nil }.map(\.stringValue) }
        self.isKept = isKept
    }

    /// Whether what stands at a path of members, such as `choices.delta.content`, was left out, or what is around it.
    func leavesOut(_ path: String) -> Bool {
        guard let part else { return false }
        let members = path.split(separator: ".")
        return members.starts(with: part) { $0 == $1 } && !(isKept && members.count == part.count)
    }
}
