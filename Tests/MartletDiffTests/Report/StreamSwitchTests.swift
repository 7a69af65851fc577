// What asks for a stream is called otherwise, is gone, or asks by default: programs get the answer that they can't read.

import Testing

@testable import MartletDiff

@Suite struct StreamSwitchTests {
    private static let answers =
        "application/json: {schema: {type: string}}, text/event-stream: {schema: {type: string}}"

    private static func document(
        _ members: String = "", required: String = "", parameters: String = "", answers: String = answers
    ) -> String {
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a:
            post:
              operationId: chat
              parameters: [\(parameters)]
              requestBody: {required: true, content: {application/json: {schema: {type: object, required: [\(required)], properties: {q: {type: string}, \(members)}}}}}
              responses: {'200': {description: d, content: {\(answers)}}}

        """
    }

    private func told(_ old: String, _ new: String) throws -> [String] {
        try ReportPair(old: old, new: new).report().entries.flatMap(\.wire).filter { $0.id.hasPrefix("stream-") }
            .map { "\($0.level): \($0.message) (\($0.operations.joined()))" }
    }

    @Test func switches() throws {
        let old = Self.document("stream: {type: boolean}")
        let (renamed, gone) = (Self.document("streaming: {type: boolean}"), Self.document())
        let alt = Self.document(parameters: "{name: alt, in: query, schema: {type: string, enum: [json, sse]}}")
        func changed(_ old: String, _ new: String) -> [String] {
            [
                "breaking: the stream is asked for by \(new) now; programs that ask by \(old) get another answer (POST /a)"
            ]
        }
        #expect(
            try told(old, renamed) == changed("request property 'stream'", "request property 'streaming'"))
        #expect(try told(old, gone) == changed("request property 'stream'", "'Accept' alone"))
        #expect(try told(old, alt) == changed("request property 'stream'", "query parameter 'alt'"))
        #expect(try told(alt, old) == changed("query parameter 'alt'", "request property 'stream'"))
        #expect(try told(gone, old) == [])
        // A service that only streams needn't be asked.
        #expect(try told(old, Self.document(answers: "text/event-stream: {schema: {type: string}}")) == [])
    }

    @Test func defaults() throws {
        func document(_ value: String, required: String = "") -> String {
            Self.document("stream: {type: boolean, default: \(value)}", required: required)
        }
        #expect(
            try told(document("false"), document("true")) == [
                "breaking: without request property 'stream' the answer is a stream now; it was the other one (POST /a)"
            ])
        #expect(
            try told(document("true"), document("false")) == [
                "breaking: without request property 'stream' the answer is the other one now; it was a stream (POST /a)"
            ])
        #expect(try told(document("false"), Self.document("stream: {type: boolean}")) == [])
        // What is always there has no default.
        #expect(
            try told(
                document("false", required: "stream"), document("true", required: "stream")) == [])
    }
}
