// The settings of configurations as a table, or as JSON.

import MartletCommandLine
import MartletSource

struct SettingRow {
    enum Origin {
        /// `martlet.yaml:2:11`
        case file(String)
        /// `--output`
        case option(String)
        /// The input is the document itself.
        case argument
        /// Nothing is said.
        case usual
    }

    /// `include.tags`
    var key: String
    /// Nil where nothing is set.
    var value: String?
    var origin: Origin
}

struct SettingReport {
    private let settings: [(path: String, rows: [SettingRow])]

    init(_ settings: [(path: String, rows: [SettingRow])]) {
        self.settings = settings
    }

    /// Columns for the key, the value and where it comes from; the items of a list stand under each other.
    var lines: [String] {
        settings.map { path, rows in
            let keys = rows.indices.map { place in
                place > 0 && rows[place - 1].key == rows[place].key ? "" : rows[place].key
            }
            let values = rows.map { $0.value ?? "not set" }
            let table = TextTable(
                zip(keys, zip(values, rows)).map { [$0, $1.0, Self.text($1.1.origin)] })
            return (settings.count > 1 ? [path] : []) + table.lines
        }.joined(separator: [""]).map { $0 }
    }

    /// An array with an object for each configuration.
    var json: [String] {
        let objects = settings.map { path, rows in
            Node.made([("input", .made(path)), ("settings", .made(rows.map(Self.node)))])
        }
        return [Node.made(objects).jsonText]
    }

    private static func node(_ row: SettingRow) -> Node {
        let value = row.value.map { Node.made($0) } ?? .plain("null")
        let origin: [Node.Member] =
            switch row.origin {
            case .file(let place): [("origin", .made("file")), ("place", .made(place))]
            case .option(let name): [("origin", .made("option")), ("place", .made(name))]
            case .argument: [("origin", .made("argument"))]
            case .usual: [("origin", .made("default"))]
            }
        return .made([("key", .made(row.key)), ("value", value)] + origin)
    }

    private static func text(_ origin: SettingRow.Origin) -> String {
        switch origin {
        case .file(let place), .option(let place): place
        case .argument: "the command line"
        case .usual: "default"
        }
    }
}
