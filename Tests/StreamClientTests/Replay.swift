// Streams that are replayed to a generated client.

import Foundation
import MartletRuntime
import MartletTestSupport

/// Answers every request with these bytes.
struct ReplayedBytes: ClientTransport {
    var bytes: Data
    /// How many bytes come at once.
    var chunk = 1 << 20

    init(_ bytes: Data, chunk: Int = 1 << 20) {
        self.bytes = bytes
        self.chunk = chunk
    }

    init(_ text: String) {
        self.init(Data(text.utf8))
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let chunks = stride(from: 0, to: bytes.count, by: chunk).map { bytes[$0..<min($0 + chunk, bytes.count)] }
        return TransportResponse(status: 200, body: ResponseBody(chunks: chunks.map { Data($0) }))
    }
}

/// The recorded streams of a protocol beside the project; none, with a note, where they are missing.
func recordings(of wireProtocol: String) throws -> [(name: String, bytes: Data)] {
    guard let folder = SharedMaterial.url("streams/recorded") else { return [] }
    let index = try Data(contentsOf: folder.appendingPathComponent("INDEX.json"))
    let entries = try JSONValue(parsing: index).arrayValue ?? []
    let names = entries.filter { $0["protocol"]?.stringValue == wireProtocol }.compactMap { $0["file"]?.stringValue }
    return try names.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) }
}

/// How many times a text stands in another, before `end`.
func count(_ text: String, in whole: Data, before end: String) -> Int {
    let start = String(decoding: whole, as: UTF8.self).components(separatedBy: end)[0]
    return start.components(separatedBy: text).count - 1
}
