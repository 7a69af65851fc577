// The branch or tag that a name means, of those that `git ls-remote` lists.

struct RemoteReference {
    /// `refs/heads/main`
    let name: String
    /// The id of its commit: that of a tag with a message of its own is not the tag's.
    let commit: String

    /// - Parameter listed: lines with an id and a name. Git lists every name that ends in the one that is asked for:
    ///   `backup/main` for `main` too.
    init?(_ revision: String, listed: String) {
        let ids = listed.split(separator: "\n").reduce(into: [String: String]()) { ids, line in
            let words = line.split(whereSeparator: \.isWhitespace)
            if words.count == 2 { ids[String(words[1])] = String(words[0]) }
        }
        // In the order in which git itself takes them (gitrevisions).
        let names = ["", "refs/", "refs/tags/", "refs/heads/"].map { $0 + revision }
        guard let name = names.first(where: { ids[$0] != nil }), let id = ids[name] else { return nil }
        self.name = name
        commit = ids[name + "^{}"] ?? id
    }
}
