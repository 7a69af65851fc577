// Which operations reach a type, each with the shortest way.

import MartletCommandLine
import MartletIR
import MartletSource

struct WhyReport {
    private struct Row {
        var operation: String
        var title: String
        /// `body`, `CreateResponseRequest.tools`, `Tool.function`
        var way: [String]
    }

    let type: String
    private let rows: [Row]

    /// `type` is a name with dots, with or without the namespace; nil where there is none of that name.
    init?(_ type: String, of api: API) {
        let graph = TypeGraph(api)
        let bare =
            api.namespace.flatMap { type.hasPrefix($0 + ".") ? String(type.dropFirst($0.count + 1)) : nil } ?? type
        guard graph.declarations[bare] != nil else { return nil }
        self.type = bare
        rows = api.client.operations.compactMap { operation in
            graph.ways(from: operation)[bare].map { way in
                let steps = zip(way, way.dropFirst()).map { $1.member.isEmpty ? $0.type : "\($0.type).\($1.member)" }
                return Row(
                    operation: operation.id, title: operation.title,
                    way: [way[0].member] + steps)
            }
        }
    }

    /// A line for each operation, those with the shortest way first.
    var lines: [String] {
        if rows.isEmpty { return ["No operation reaches \(type); the document lists it for others to use."] }
        let table = TextTable(
            sorted.map { ["  " + $0.operation, $0.title, ($0.way + [type]).joined(separator: " → ")] })
        return ["\(CountedNoun.text(rows.count, "operation")) \(rows.count == 1 ? "reaches" : "reach") \(type):"]
            + table.lines
    }

    var json: String {
        let operations = sorted.map { row in
            Node.made([
                ("operation", .made(row.operation)), ("request", .made(row.title)),
                ("way", .made((row.way + [type]).map { Node.made($0) })),
            ])
        }
        return Node.made([("type", .made(type)), ("operations", .made(operations))]).jsonText
    }

    private var sorted: [Row] {
        rows.enumerated().sorted { ($0.element.way.count, $0.offset) < ($1.element.way.count, $1.offset) }.map(
            \.element)
    }
}
