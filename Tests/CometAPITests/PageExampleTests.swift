// The page's examples as a user writes them in Swift: what is sent is the page's JSON.

import CometAPI
import Foundation
import MartletLoopback
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct PageExampleTests {
    /// What is sent is the page's JSON, and the page's JSON reads as the same value and loses nothing.
    private func expect(
        _ request: CreateResponseRequest, toBe page: String, location: SourceLocation = #_sourceLocation
    ) throws {
        let json = try JSONValue(parsing: page)
        let read: CreateResponseRequest = try json.decode()
        #expect(read == request, sourceLocation: location)
        #expect(Difference(try JSONValue(encoding: read), json) == nil, sourceLocation: location)
        #expect(Difference(try JSONValue(encoding: request), typed(json)) == nil, sourceLocation: location)
        #expect(read.wire.unknownMembers.isEmpty && read.wire.issues.isEmpty, sourceLocation: location)
    }

    /// The same with the `type` of messages, which the page leaves out and typed values always write.
    private func typed(_ json: JSONValue) -> JSONValue {
        guard var request = json.objectValue, let items = request["input"]?.arrayValue else { return json }
        let messages = items.map { item -> JSONValue in
            guard var members = item.objectValue else { return item }
            members["type"] = members["type"] ?? "message"
            return .object(members)
        }
        request["input"] = .array(messages)
        return .object(request)
    }

    @Test func text() throws {
        let story = "Tell me a three sentence bedtime story about a unicorn."
        try expect(.init(model: "gpt-5.4", input: .text(story)), toBe: PageExample.text)
        try expect(
            .init(model: "gpt-5.4", input: "Tell me a three sentence bedtime story about a unicorn.", stream: true),
            toBe: PageExample.streaming)
    }

    @Test func image() throws {
        let message = InputMessage(
            role: .user,
            content: [
                .inputText(.init(text: "What is in this image?")),
                .inputImage(.init(imageURL: PageExample.imageURL)),
            ])
        try expect(.init(model: "gpt-5.4", input: [.inputMessage(message)]), toBe: PageExample.image)
    }

    @Test func file() throws {
        let message = InputMessage(
            role: .user,
            content: [
                .inputText(.init(text: "What is in this file?")),
                .inputFile(.init(fileURL: "https://www.berkshirehathaway.com/letters/2024ltr.pdf")),
            ])
        try expect(.init(model: "gpt-5.4", input: [.inputMessage(message)]), toBe: PageExample.file)
    }

    private let weather = FunctionTool(
        name: "get_current_weather", description: "Get the current weather in a given location",
        parameters: [
            "type": "object",
            "properties": [
                "location": ["type": "string", "description": "The city and state, e.g. San Francisco, CA"],
                "unit": ["type": "string", "enum": ["celsius", "fahrenheit"]],
            ],
            "required": ["location", "unit"],
        ])

    @Test func functionCalling() throws {
        try expect(
            .init(model: "gpt-5.4", input: "What is the weather like in Boston today?", tools: [.function(weather)]),
            toBe: PageExample.function)
    }

    /// The call comes back, the function runs, and its result goes out with the turn that follows.
    @Test func functionCallingToTheEnd() async throws {
        let item = #"""
            {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "get_current_weather",
             "arguments": "{\"location\":\"Boston, MA\",\"unit\":\"celsius\"}", "status": "completed"}
            """#
        let server = try RecordingServer(json: #"{"id": "resp_1", "status": "completed", "output": [\#(item)]}"#)
        let client = Client(bearerAuth: "sk-test", server: server.url)
        let question: InputItem = .inputMessage(.init(role: .user, content: "What is it like in Boston today?"))

        let reply = try await client.createResponse(
            .init(model: "gpt-5.4", input: [question], toolChoice: .toolChoiceMode(.auto), tools: [.function(weather)]))
        guard case .functionCall(let call) = reply.output?.first else { throw CancellationError() }
        let arguments = try JSONValue(parsing: call.arguments)
        #expect(call.name == "get_current_weather" && arguments["location"] == "Boston, MA")
        let result: InputItem = .functionCallOutput(.init(callID: call.callID, output: #"{"degrees": 7}"#))

        _ = try await client.createResponse(.init(model: "gpt-5.4", input: [question, .functionCall(call), result]))
        _ = try await client.createResponse(.init(model: "gpt-5.4", input: [result], previousResponseID: reply.id))

        let sent = try server.requests.map { try JSONValue(parsing: $0.body) }
        let output: JSONValue = ["type": "function_call_output", "call_id": "call_1", "output": #"{"degrees": 7}"#]
        #expect(sent.count == 3)
        #expect(sent[0]["tool_choice"] == "auto")
        #expect(sent[1]["input"] == [try JSONValue(encoding: question), try JSONValue(parsing: item), output])
        #expect(sent[2] == ["model": "gpt-5.4", "input": [output], "previous_response_id": "resp_1"])
    }

    @Test func structuredOutput() throws {
        let language: JSONValue = [
            "type": "object", "properties": ["name": ["type": "string"], "use_case": ["type": "string"]],
            "required": ["name", "use_case"], "additionalProperties": false,
        ]
        let format = JSONSchemaFormat(
            name: "languages",
            schema: [
                "type": "object", "properties": ["languages": ["type": "array", "items": language]],
                "required": ["languages"], "additionalProperties": false,
            ],
            strict: true)
        try expect(
            .init(
                model: "gpt-5.4", input: "List 3 programming languages with their main use cases",
                text: .init(format: .jsonSchema(format))),
            toBe: PageExample.structure)
    }

    @Test func reasoning() throws {
        try expect(
            .init(model: "o4-mini", input: "Solve step by step: What is 15% of 240?", reasoning: .init(effort: .high)),
            toBe: PageExample.reasoning)
    }

    @Test func webSearch() throws {
        try expect(
            .init(
                model: "gpt-5.4", input: "What was a positive news story from today?",
                tools: [.webSearchPreview(.init())]),
            toBe: PageExample.webSearch)
    }

    @Test func conversation() throws {
        let reply: Response = try JSONValue(parsing: pageReply).decode()
        try expect(
            .init(model: "gpt-5.4", input: "Can you explain that more simply?", previousResponseID: reply.id),
            toBe: PageExample.followUp)
    }
}
