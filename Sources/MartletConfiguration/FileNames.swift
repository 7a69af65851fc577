// The names of generated files: they depend on the configuration alone, since a build plugin must know them beforehand.

package struct FileNames: Sendable {
    /// How many files types may be spread over; the build plugin says the same.
    package static let shards = 1...256

    package let client: String
    package let events: String
    /// Only there where older names are asked for, which no plan does.
    package let aliases: String
    /// One for each shard.
    package let types: [String]

    /// `Client.swift`, `Events.swift`, and `Types.swift` or `Types00.swift` and so on; in a namespace,
    /// `OpenAI+Client.swift`, since a target can't have two files of the same name.
    package init(namespace: String?, shards: Int) {
        let prefix = namespace.map { $0 + "+" } ?? ""
        client = prefix + "Client.swift"
        events = prefix + "Events.swift"
        aliases = prefix + "Aliases.swift"
        let width = String(shards - 1).count
        types = (0..<max(shards, 1)).map { shard in
            let digits = String(shard)
            let number = shards > 1 ? String(repeating: "0", count: width - digits.count) + digits : ""
            return prefix + "Types" + number + ".swift"
        }
    }

    /// Names that were planned, as these are listed: client, events, and then types; nil for fewer than three.
    package init?(planned names: [String]) {
        guard names.count > 2 else { return nil }
        client = names[0]
        events = names[1]
        aliases = "Aliases.swift"
        types = Array(names[2...])
    }
}
