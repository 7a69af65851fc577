// A question in words, and the text of the answer.

import CometAPI

let client = try Client.fromEnvironment()
let reply = try await client.createResponse(
    .init(model: "gpt-5.4", input: "Why does a martlet have no feet? One sentence."))
print(reply.outputText ?? "")
