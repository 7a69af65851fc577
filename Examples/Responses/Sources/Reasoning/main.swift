// A model that thinks before it answers, and how much it thought.

import CometAPI

let client = try Client.fromEnvironment()
let reply = try await client.createResponse(
    .init(
        model: "o4-mini", input: "A swift flies 800 km a day. How many days for the 384,400 km to the moon?",
        reasoning: .init(effort: .high)))
print(reply.outputText ?? "")
print("\(reply.usage?.outputTokensDetails?.reasoningTokens ?? 0) tokens of reasoning")
