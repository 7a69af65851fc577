// An image beside the question.

import CometAPI

let client = try Client.fromEnvironment()
let question = InputMessage(
    role: .user,
    content: [
        .inputText(.init(text: "Which bird is on this coat of arms?")),
        .inputImage(.init(imageURL: "https://example.com/arms-of-sussex.png")),
    ])
let reply = try await client.createResponse(.init(model: "gpt-5.4", input: [.inputMessage(question)]))
print(reply.outputText ?? "")
