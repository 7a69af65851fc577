// The bodies that a mock server sends: a document's examples, or values made to fit its schemas.
import Foundation
import MartletIR
import MartletLowering
import MartletOpenAPI
import MartletSamples
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

    /// What a response may be in pieces, first what generated code asks for.
    func streams(_ content: [MediaType]) -> [ExpectedStream] {
        var reading = reading
        return reading.streams(content)
    }

    /// The events of a stream, as they are sent.
    ///
    /// - Parameters:
    ///   - terminal: the tags of the events that end the stream.
    ///   - rules: what tells a reader of an error.
    func events(_ stream: ExpectedStream, terminal: [String], _ rules: StreamRules) -> [String] {
        var maker = SampleMaker(reading, seed: seed)
        return MockStream(stream, terminal: terminal, rules).texts(&maker)
    }
}
