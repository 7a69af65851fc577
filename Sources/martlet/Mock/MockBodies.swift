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
        if let example = named ?? media.examples.first { return text(meant(example, media), media) }
        guard let schema = media.schema else { return Data(media.kind == .json ? "{}".utf8 : "sample".utf8) }
        var maker = SampleMaker(reading, seed: seed)
        return text(maker.value(of: schema), media)
    }

    /// Documents write the JSON of an example as a text.
    private func meant(_ example: Node, _ media: MediaType) -> Node {
        guard media.kind == .json, let schema = media.schema else { return example }
        var reading = reading
        return reading.value(meantBy: example, of: schema)
    }

    private func text(_ value: Node, _ media: MediaType) -> Data {
        // What isn't JSON is sent as the text that the example is.
        if media.kind != .json, let scalar = value.scalar { return Data(scalar.text.utf8) }
        return Data(value.jsonText.utf8)
    }

    /// The value of a documented header field: its example, else one that fits the schema.
    func header(_ header: Header) -> String? {
        var maker = SampleMaker(reading, seed: seed)
        guard let value = header.examples.first ?? header.schema.map({ maker.value(of: $0) }) else { return nil }
        let text = header.content?.kind == .json ? value.jsonText : value.simpleText(explodes: header.explode ?? false)
        // A field is one line.
        return text?.split(whereSeparator: \.isNewline).joined(separator: " ")
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

extension Node {
    /// In the style `simple` (RFC 6570, section 3.2.2); nil where there are lists within lists.
    fileprivate func simpleText(explodes: Bool) -> String? {
        switch value {
        case .scalar(let scalar): return scalar.text
        case .sequence(let items):
            let texts = items.compactMap(\.scalar?.text)
            return texts.count == items.count ? texts.joined(separator: ",") : nil
        case .mapping(let mapping):
            let members = mapping.entries.compactMap { entry in
                entry.value.scalar.map { entry.key + (explodes ? "=" : ",") + $0.text }
            }
            return members.count == mapping.entries.count ? members.joined(separator: ",") : nil
        }
    }
}
