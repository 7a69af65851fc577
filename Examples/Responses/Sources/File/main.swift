// A file beside the question, here one that the service fetches itself.

import CometAPI

let client = try Client.fromEnvironment()
let question = InputMessage(
    role: .user,
    content: [
        .inputText(.init(text: "How many swifts were ringed, by this report?")),
        .inputFile(.init(fileURL: "https://example.com/ringing-report-2025.pdf")),
    ])
let reply = try await client.createResponse(.init(model: "gpt-5.4", input: [.inputMessage(question)]))
print(reply.outputText ?? "")
