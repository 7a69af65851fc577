// Finds recordings in files and folders.

package import Foundation
import MartletRuntime

package struct TrafficReader: Sendable {
    /// What of a folder is read; a file that is named is read whatever it is called.
    private static let endings = [".sse", ".json", ".jsonl", ".ndjson", ".json-seq", ".har"]

    package private(set) var units: [TrafficUnit] = []
    /// What couldn't be read, a sentence each.
    package private(set) var faults: [String] = []

    package init() {}

    /// Reads a file, or what lies in a folder and those below it, in the order of their names.
    package mutating func read(_ path: String) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            faults.append("\(path): no such file or folder; check the path")
            return
        }
        guard isFolder.boolValue else { return readFile(path) }
        let names = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
        let wanted = names.filter { name in
            Self.endings.contains { name.lowercased().hasSuffix($0) }
                && !name.split(separator: "/").contains { $0.first == "." }
        }
        if wanted.isEmpty {
            faults.append(
                "\(path): there are no recordings in it; they end in \(Self.endings.joined(separator: ", "))")
        }
        for name in wanted { readFile(path.hasSuffix("/") ? path + name : path + "/" + name) }
    }

    private mutating func readFile(_ path: String) {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            faults.append("\(path): the file can't be read; check its permissions")
            return
        }
        if !read(bytes, name: path) {
            faults.append(
                "\(path): this is neither JSON, nor JSON lines, nor the transcript of an event stream; name a recording"
            )
        }
    }

    /// Takes what `bytes` hold; false where they hold nothing that is known.
    package mutating func read(_ bytes: Data, name: String) -> Bool {
        let exchanges = ExchangeReader()
        let transcripts = TranscriptReader()
        if let value = try? JSONValue(parsing: bytes) {
            units += exchanges.units(value, name: name) ?? [TrafficUnit(name: name, content: .body(value))]
            return true
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if let lines = transcripts.lines(text) {
            if lines.allSatisfy({ ExchangeEnvelope($0.json) != nil }) {
                units += lines.flatMap { exchanges.units($0.json, name: "\(name):\($0.number)") ?? [] }
            } else {
                units.append(TrafficUnit(name: name, content: .stream(lines)))
            }
            return true
        }
        let events = transcripts.events(bytes)
        if events.isEmpty || !TranscriptReader.isTranscript(text) { return false }
        units.append(TrafficUnit(name: name, content: .stream(events)))
        return true
    }
}
