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
        // One that another union doesn't list fits none. One that has most of it is better than none.
        (#"{"type":"star"}"#, "no id"), (#"{"type":"function_call","name":"f"}"#, "item"),
        (#"{"type":"function_call"}"#, "no id"), (#"{"id":3}"#, "id is no String"), ("[]", "no object"),
    ])
    func branches(_ json: String, _ expected: String) {
        #expect(told { try JSONDecoder().decode(Entry.self, from: Data(json.utf8)) } == expected)
    }

    private enum Setting: OpenUnion {
        case effort(Reasoning.Effort)
        case reasoning(Reasoning)
        case text(String)
        case unknown(UnknownBranch)

        init(from decoder: any Decoder) throws {
            self = try UnionDecoder(decoder).branch(firstOf: Self.effort, Self.reasoning, Self.text)
        }

        var payload: any UnionPayload {
            switch self {
            case .effort(let value): value
            case .reasoning(let value): value
            case .text(let value): value
            case .unknown(let value): value
            }
        }
    }

    /// A value that an enum doesn't list is another branch's where that takes it. An object of which nothing can be read is
    /// no object whose members may all be left out.
    @Test(arguments: [
        (#""high""#, Setting.effort(.high)), (#""other""#, .text("other")),
        (#"{"effort":"other"}"#, .reasoning(Reasoning(effort: .unknown("other")))), (#"{"effort":5}"#, nil),
    ])
    private func unlisted(_ json: String, _ expected: Setting?) {
        #expect((try? JSONDecoder().decode(Setting.self, from: Data(json.utf8))) == expected)
    }

    /// A value is read once, however deep: each branch of each outer one would read it anew. JSON in a text has places of
    /// its own, where other values are.
    @Test(.timeLimit(.minutes(1)))
    func depth() throws {
        let inner = #"{"leaves":[1],"child":{"leaves":[2]}}"#
        let text = try JSONValue(encoding: inner).description
        let json = (0..<100).reduce(#"{"leaves":["a"]}"#) { child, _ in
            #"{"leaves":["b"],"child":\#(child),"text":\#(text)}"#
        }
        var tree: Tree? = try JSONDecoder().decode(Tree.self, from: Data(json.utf8))
        var leaves: [String] = []
        while case .words(let node) = tree {
            leaves += node.leaves
            #expect(
                node.inner == nil || node.inner == .numbers(Node(leaves: [1], child: [.numbers(Node(leaves: [2]))])))
            tree = node.child.first
        }
        #expect(leaves == Array(repeating: "b", count: 100) + ["a"])
    }

    private indirect enum Tree: Decodable, Hashable {
        case numbers(Node<Int>)
        case words(Node<String>)

        init(from decoder: any Decoder) throws {
            self = try UnionDecoder(decoder).branch(firstOf: Self.numbers, Self.words)
        }
    }

    private struct Node<Leaf: Decodable & Hashable & Sendable>: Decodable, Hashable {
        var leaves: [Leaf]
        var child: [Tree] = []
        var inner: Tree?

        init(leaves: [Leaf], child: [Tree] = []) {
            (self.leaves, self.child) = (leaves, child)
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Name.self)
            child = try members.decodeIfPresent(Tree.self, forKey: .child).map { [$0] } ?? []
            inner = try members.decodeIfPresent(String.self, forKey: .text).map {
                try JSONDecoder().decode(Tree.self, from: Data($0.utf8))
            }
            leaves = try members.decode([Leaf].self, forKey: .leaves)
        }

        private enum Name: CodingKey { case leaves, child, text }
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
