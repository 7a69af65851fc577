// Decodes each example into its generated type and encodes it again; a module of its own, since generated types may be
// called `Error` or `Data`.

import Foundation

@testable import MartletRuntime

/// A line of input is the number of a type, a tab, and an array with the example, since coders differ in whether they take
/// a scalar alone.
///
/// A line of output is `again`, the example as it was encoded, a tab, and the first thing that had to be tolerated in it if
/// there was one; or `failed` and why.
public func roundTrip(_ types: [any Codable.Type]) {
    while let line = readLine() {
        let parts = line.split(separator: "\t", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]) else { continue }
        do {
            let (json, issue) = try again(types[number], Data(parts[1].utf8))
            print("again", String(decoding: json, as: UTF8.self) + "\t" + plain(issue?.description ?? ""))
        } catch {
            print("failed", plain(DecodingIssue(error).description))
        }
        // What was said before a crash counts.
        fflush(nil)
    }
}

private func again<Value: Codable>(_ type: Value.Type, _ json: Data) throws -> (json: Data, issue: DecodingIssue?) {
    let issues = Locked<[DecodingIssue]>([])
    let options = DecodingOptions(onIssue: { issue in issues.withLock { $0.append(issue) } })
    let values = try JSONCoding.decoder(DecodingContext(options: options)).decode([Value].self, from: json)
    return (try JSONCoding.encoder().encode(values), issues.withLock { $0.first })
}

/// On one line, and without the array around the example.
private func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "\n", with: " ").replacingOccurrences(of: "$[0]", with: "$")
}
