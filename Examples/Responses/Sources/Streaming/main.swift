// An answer that is printed as it is written.

import CometAPI
import Foundation

let client = try Client.fromEnvironment()
let stream = try await client.createResponseStream(
    .init(model: "gpt-5.4", input: "A haiku about a bird that never lands."))
for try await event in stream {
    if case .outputTextDelta(let event) = event {
        print(event.delta, terminator: "")
        // Standard output waits for the end of a line; a token has none.
        fflush(nil)
    }
}
print("\n\(try await stream.finalValue().usage?.totalTokens ?? 0) tokens")
