// The bodies that a mock server sends: a document's examples, or values made to fit its schemas.
import Foundation
import MartletGenerator
import MartletOpenAPI
import MartletSource

struct MockBodies: Sendable {
    private let reading: ValueReading
    private let seed: UInt64

    init(_ reading: ValueReading, seed: UInt64) {
        self.reading = reading
        self.seed = seed
    }

    /// The example of that name, else the first, else a value that fits the schema.
    func body(_ media: MediaType, example name: String?) -> Data {
        let named = name.flatMap { name in media.exampleNames.firstIndex(of: name) }.map { media.examples[$0] }
        if let example = named ?? media.examples.first { return text(example, media) }
        guard let schema = media.schema else { return Data(media.kind == .json ? "{}".utf8 : "sample".utf8) }
        var maker = SampleMaker(reading, seed: seed)
        return text(maker.value(of: schema), media)
    }

    private func text(_ value: Node, _ media: MediaType) -> Data {
        // What isn't JSON is sent as the text that the example is.
        if media.kind != .json, let scalar = value.scalar { return Data(scalar.text.utf8) }
        return Data(value.jsonText.utf8)
    }

    /// The value of a documented header field.
    func header(_ header: Header) -> String? {
        var maker = SampleMaker(reading, seed: seed)
        return header.schema.flatMap { maker.value(of: $0).scalar?.text }
    }

    /// The events of a stream, each with its tag, ending in one after which none follows.
    ///
    /// - Parameter terminal: the tags of the events that end the stream.
    func events(_ media: MediaType, terminal: [String]) -> [(tag: String, json: String)] {
        guard let schema = media.itemSchema ?? media.schema else { return [] }
        var maker = SampleMaker(reading, seed: seed)
        if let branches = maker.branches(of: schema) {
            // Only one event ends the stream, and an error does so only where nothing else does.
            let last = terminal.filter { $0 != "error" }.first { tag in branches.contains { $0.tag == tag } }
            let ending = last.flatMap { last in branches.first { $0.tag == last } }
            let others = branches.filter { !terminal.contains($0.tag) && $0.tag != "error" }
            return (others + (ending.map { [$0] } ?? [])).map { ($0.tag, $0.value.compactJSON) }
        }
        let examples = media.examples.filter { $0.scalar == nil }
        let values = examples.isEmpty ? (0..<3).map { _ in maker.value(of: schema) } : examples
        return values.map { ("", $0.compactJSON) }
    }
}

extension Node {
    /// JSON on one line, as an event's data is.
    fileprivate var compactJSON: String {
        var lines: [String] = []
        for line in jsonText.split(separator: "\n") { lines.append(String(line.drop { $0 == " " })) }
        return lines.joined()
    }
}
