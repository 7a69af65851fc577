// Keeps credentials out of what is written down.

import Foundation

/// Writes `x` for each byte of the secrets in a body that comes in chunks, wherever those are cut.
struct SecretFilter {
    private let secrets: [Data]
    /// What may be the beginning of a secret, until more comes, and which of its bytes belong to one already.
    private var held: (bytes: Data, isSecret: [Bool]) = (Data(), [])

    init(_ secrets: [Data]) {
        self.secrets = secrets
    }

    /// What can be written once `chunk` has come.
    mutating func text(after chunk: Data) -> Data {
        let bytes = Data(held.bytes + chunk)
        var isSecret = held.isSecret + Array(repeating: false, count: chunk.count)
        for secret in secrets {
            var rest = 0..<bytes.count
            while let place = bytes.range(of: secret, in: rest) {
                for index in place { isSecret[index] = true }
                rest = place.lowerBound + 1..<bytes.count
            }
        }
        let end = bytes.count - (secrets.map { Self.beginning(of: $0, in: bytes) }.max() ?? 0)
        held = (Data(bytes[end...]), Array(isSecret[end...]))
        return Self.masked(bytes[..<end], isSecret)
    }

    /// What is left when nothing more comes.
    mutating func rest() -> Data {
        defer { held = (Data(), []) }
        return Self.masked(held.bytes, held.isSecret)
    }

    private static func masked(_ bytes: Data, _ isSecret: [Bool]) -> Data {
        Data(zip(bytes, isSecret).map { $1 ? UInt8(ascii: "x") : $0 })
    }

    /// How many of its first bytes the text ends with.
    private static func beginning(of secret: Data, in text: Data) -> Int {
        (0..<min(secret.count, text.count + 1)).last { text.suffix($0) == secret.prefix($0) } ?? 0
    }
}
