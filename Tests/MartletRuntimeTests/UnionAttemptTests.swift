// Branches that are tried in turn: the first as ever, the others only where the value fits them in all.
import Foundation
import MartletRuntime
import Testing

@Suite struct UnionAttemptTests {
    private enum Entry: OpenUnion {
        case message(Message)
        case item(Item)
        case unknown(UnknownBranch)

        init(from decoder: any Decoder) throws {
            self = try UnionDecoder(decoder).branch(firstOf: Self.message, Self.item)
        }

        var payload: any UnionPayload {
            switch self {
            case .message(let value): value
            case .item(let value): value
            case .unknown(let value): value
            }
        }
    }

    /// Each value, and the branch that it is read as, or what was wrong with the first.
    @Test(arguments: [
        (#"{"type":"message","id":"m"}"#, "message"),
        // What is tolerated in the first is no reason to try others.
        (#"{"type":"star","id":"m"}"#, "message"),
        (#"{"type":"function_call","name":"f","arguments":null}"#, "item"),
        // One that another union doesn't list fits none, and neither does one whose members are tolerated.
        (#"{"type":"star"}"#, "no id"), (#"{"type":"function_call","name":"f"}"#, "no id"),
        (#"{"type":"function_call"}"#, "no id"), (#"{"id":3}"#, "id is no String"), ("[]", "no object"),
    ])
    func branches(_ json: String, _ expected: String) {
        #expect(told { try JSONDecoder().decode(Entry.self, from: Data(json.utf8)) } == expected)
    }

    private func told(_ read: () throws -> Entry) -> String {
        do {
            return switch try read() {
            case .message: "message"
            case .item: "item"
            case .unknown: "unknown"
            }
        } catch DecodingError.keyNotFound(let key, _) {
            return "no \(key.stringValue)"
        } catch DecodingError.typeMismatch(let type, let context) {
            return context.codingPath.last.map { "\($0.stringValue) is no \(type)" } ?? "no object"
        } catch {
            return "\(error)"
        }
    }
}
