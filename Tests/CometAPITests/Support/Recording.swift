// Streams that providers sent, as others recorded them.

import Foundation
import MartletRuntime
import MartletTestSupport

/// A recorded stream of the Responses protocol.
struct Recording: Sendable {
    let name: String
    let bytes: Data

    /// The recordings beside the project; none where there are none.
    static func all() throws -> [Recording] {
        guard let index = try SharedMaterial.files(in: "streams/recorded", ending: "INDEX.json").first else {
            return []
        }
        let entries = try JSONValue(parsing: try Data(contentsOf: index)).arrayValue ?? []
        let names = entries.filter { $0["protocol"] == "openai.responses" }.compactMap { $0["file"]?.stringValue }
        let folder = index.deletingLastPathComponent()
        return try names.map { name in
            Recording(name: name, bytes: try Data(contentsOf: folder.appendingPathComponent(name)))
        }
    }

    func rawEvents() throws -> [ServerSentEvent] {
        var parser = ServerSentEventParser()
        parser.isTolerantAtEnd = true
        return try parser.push(bytes) + parser.finish()
    }
}
