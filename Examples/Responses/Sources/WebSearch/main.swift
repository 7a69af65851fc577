// An answer from the web, and the pages that it cites.

import CometAPI

let client = try Client.fromEnvironment()
let reply = try await client.createResponse(
    .init(
        model: "gpt-5.4", input: "When did the swifts come back to Zurich this year?",
        tools: [.webSearchPreview(.init())]))
print(reply.outputText ?? "")
for case .message(let message) in reply.output ?? [] {
    for case .outputText(let text) in message.content {
        for case .urlCitation(let citation) in text.annotations ?? [] {
            print("- \(citation.title ?? "") <\(citation.url)>")
        }
    }
}
