// A chat in the terminal: each answer is printed as it is written, and the conversation goes on from the last one.

import CometClient
import Foundation

@main
struct Chat {
    static func main() async {
        let model = ProcessInfo.processInfo.environment["COMETAPI_MODEL"] ?? "gpt-5.4"
        var conversation = Conversation(client: .fromEnvironment(), model: model)
        do {
            let prompt = CommandLine.arguments.dropFirst().joined(separator: " ")
            if !prompt.isEmpty { return try await conversation.ask(prompt) }
            print("Ask something; an empty line ends the chat.")
            while let line = ask(), !line.isEmpty { try await conversation.ask(line) }
        } catch {
            FileHandle.standardError.write(Data("\n\(error)\n".utf8))
            exit(1)
        }
    }

    private static func ask() -> String? {
        print("> ", terminator: "")
        flush()
        return readLine()
    }
}

struct Conversation {
    let client: Client
    let model: String
    private var lastResponseID: String?

    init(client: Client, model: String) {
        self.client = client
        self.model = model
    }

    /// Streams the answer to `prompt` to the terminal, token by token.
    mutating func ask(_ prompt: String) async throws {
        let stream = try await client.createResponseStream(
            .init(model: model, input: .text(prompt), previousResponseID: lastResponseID))
        for try await event in stream {
            switch event {
            case .outputTextDelta(let event):
                print(event.delta, terminator: "")
                flush()
            case .refusalDelta(let event):
                print(event.delta, terminator: "")
                flush()
            default: break
            }
        }
        let response = try await stream.finalValue()
        lastResponseID = response.id
        print("\n")
        if let usage = response.usage, let input = usage.inputTokens, let output = usage.outputTokens {
            print("(\(response.model ?? model): \(input) tokens in, \(output) out)")
        }
    }
}

/// Standard output waits for the end of a line; a token has none.
private func flush() {
    fflush(nil)
}
