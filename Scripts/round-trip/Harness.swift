// Decodes each example into its generated type and encodes it again; a module of its own, since generated types may be
// called `Error` or `Data`.
import Foundation

/// A line of input is the number of a type, a tab, and an array with the example; a line of output is what became of it.
public func roundTrip(_ types: [any Codable.Type]) {
    while let line = readLine() {
        let parts = line.split(separator: "\t", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]) else { continue }
        do {
            print("again", String(decoding: try again(types[number], Data(parts[1].utf8)), as: UTF8.self))
        } catch {
            print("failed", reason(error).replacingOccurrences(of: "\n", with: " "))
        }
        // What was said before a crash counts.
        fflush(nil)
    }
}

/// The value is in an array, since coders differ in whether they take a scalar alone.
private func again<Value: Codable>(_ type: Value.Type, _ json: Data) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    return try encoder.encode(try JSONDecoder().decode([Value].self, from: json))
}

private func path(_ codingPath: [any CodingKey]) -> String {
    codingPath.dropFirst().reduce("$") { $0 + ($1.intValue.map { "[\($0)]" } ?? "." + $1.stringValue) }
}

private func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
        DecodingError.dataCorrupted(let context):
        "\(path(context.codingPath)): \(context.debugDescription)"
    case DecodingError.keyNotFound(let key, let context): "\(path(context.codingPath)): '\(key.stringValue)' is missing"
    default: "\(error)"
    }
}
