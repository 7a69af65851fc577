// Answers that fit a type: what is asked for, and what is read from the text of the answer.

import CometAPI
import Foundation
import MartletRuntime
import Testing

private struct Languages: Codable, Sendable, Equatable {
    struct Language: Codable, Sendable, Equatable {
        var name: String
        var useCase: String
        var since: Date?

        enum CodingKeys: String, CodingKey {
            case name, since
            case useCase = "use_case"
        }
    }

    var languages: [Language]
}

@Suite struct StructuredOutputTests {
    private func client(answering text: String, refusal: String? = nil) throws -> (Client, ReplayTransport) {
        let content: JSONValue =
            refusal.map { ["type": "refusal", "refusal": .string($0)] }
            ?? ["type": "output_text", "text": .string(text), "annotations": []]
        let replay = ReplayTransport(
            try .value(
                [
                    "id": "resp_1",
                    "output": [["type": "message", "id": "msg_1", "role": "assistant", "content": [content]]],
                ] as JSONValue))
        return (Client(bearerAuth: "k", transport: replay), replay)
    }

    private let request = CreateResponseRequest(
        model: "gpt-5.4", input: "List a language", text: .init(verbosity: .low))

    /// What the document doesn't list of a request is sent all the same, at its root and further inside.
    @Test(arguments: ["response_format", "reasoning.response_format"])
    func whatIsNotListedIsSent(_ path: String) throws {
        let output = try StructuredOutput(
            Languages.self, schema: .string(["yes"]), at: path,
            envelope: #"{"type": "json_schema", "json_schema": {"name": "{name}", "schema": "{schema}"}}"#)
        let sent = try JSONValue(encoding: output.asking(request))
        let place = path.split(separator: ".").reduce(sent) { $0[String($1)] ?? .null }
        #expect(
            place == [
                "type": "json_schema",
                "json_schema": ["name": "Languages", "schema": ["type": "string", "enum": ["yes"]]],
            ])
        #expect(sent["model"] == "gpt-5.4")
        #expect(sent["text"] == ["verbosity": "low"])
    }

    @Test func theAnswerIsAskedForAndRead() async throws {
        let (client, replay) = try client(
            answering: #"{"languages": [{"name": "Swift", "use_case": "Apps", "since": "2014-06-02T10:00:00Z"}]}"#)
        let answer = try await client.createResponse(request, as: Languages.self)
        let day = Date(timeIntervalSince1970: 1_401_703_200)
        #expect(answer == Languages(languages: [.init(name: "Swift", useCase: "Apps", since: day)]))
        let language: JSONValue = [
            "type": "object", "required": ["name", "since", "use_case"], "additionalProperties": false,
            "properties": [
                "name": ["type": "string"], "use_case": ["type": "string"],
                "since": ["type": ["string", "null"], "format": "date-time"],
            ],
        ]
        let format = replay.requests[0].json?["text"]
        #expect(format?["verbosity"] == "low")
        #expect(format?["format"]?["type"] == "json_schema")
        #expect(format?["format"]?["name"] == "Languages")
        #expect(format?["format"]?["strict"] == true)
        #expect(
            format?["format"]?["schema"] == [
                "type": "object", "required": ["languages"], "additionalProperties": false,
                "properties": ["languages": ["type": "array", "items": language]],
            ])
    }

    @Test func whatIsNoObjectIsPutIntoOne() async throws {
        let (client, replay) = try client(answering: #"{"value": ["Swift", "Ada"]}"#)
        #expect(try await client.createResponse(request, as: [String].self) == ["Swift", "Ada"])
        #expect(replay.requests[0].json?["text"]?["format"]?["schema"]?["required"] == ["value"])
    }

    @Test func aFencedBlockIsRead() async throws {
        let (client, _) = try client(answering: "```json\n{\"languages\": []}\n```")
        #expect(try await client.createResponse(request, as: Languages.self).languages.isEmpty)
    }

    /// Types that are generated have schemas as any others have.
    @Test func generatedTypesCanBeAskedFor() async throws {
        let (client, replay) = try client(answering: #"{"code": "c", "message": "m"}"#)
        let answer = try await client.createResponse(request, as: ResponseError.self)
        #expect(answer.message == "m")
        let schema = replay.requests[0].json?["text"]?["format"]?["schema"]
        #expect(schema?["additionalProperties"] == false)
        #expect(schema?["properties"]?["message"] == ["type": ["string", "null"]])
    }

    @Test func whatDoesNotFitIsThrownWithTheReply() async throws {
        let (client, _) = try client(answering: #"{"languages": [{"name": 1}]}"#)
        let unfit = await #expect(throws: StructuredOutputError.self) {
            try await client.createResponse(request, as: Languages.self)
        }
        #expect(unfit?.text == #"{"languages": [{"name": 1}]}"#)
        #expect(unfit?.issue?.description.contains("$.languages[0].name") == true)
        #expect((unfit?.reply as? Response)?.id == "resp_1")

        let (refusing, _) = try self.client(answering: "", refusal: "I'd rather not.")
        let refused = await #expect(throws: StructuredOutputError.self) {
            try await refusing.createResponse(request, as: Languages.self)
        }
        #expect(
            refused?.description
                == "createResponse: The answer has no text; 'reply' of this error may say why, such as a refusal")
    }
}
