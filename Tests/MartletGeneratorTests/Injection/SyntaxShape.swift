// A Swift file as the compiler's parser sees it, without names, literals and places: what it is made of, and in which order.

import Foundation
import MartletTestSupport

struct SyntaxShape: Equatable {
    struct Unparsed: Error {
        var said: String
    }

    /// `struct_decl`, and what is in it.
    let kind: String
    let parts: [SyntaxShape]

    /// - Throws: where the compiler finds a fault.
    init(of text: String, _ compiler: SwiftCompiler) throws {
        let result = try compiler.parse(text)
        guard result.said.isEmpty, let tree = try? JSONSerialization.jsonObject(with: result.tree) as? [String: Any]
        else { throw Unparsed(said: result.said) }
        self.init(tree)
    }

    private init(_ tree: [String: Any]) {
        kind = tree["_kind"] as? String ?? "?"
        parts = tree.sorted { $0.key < $1.key }.flatMap { Self.parts($0.key, $0.value) }
    }

    private static func parts(_ key: String, _ value: Any) -> [SyntaxShape] {
        // Both hold what an initial value is; and names may have backticks or not.
        if ["processed_init", "name", "range", "filename", "compiler_version"].contains(key) { return [] }
        if let tree = value as? [String: Any] { return [SyntaxShape(tree)] }
        return (value as? [Any])?.flatMap { parts("", $0) } ?? []
    }

    /// Where another tree begins to differ.
    func firstDifference(from other: SyntaxShape) -> String? {
        if kind != other.kind { return "\(kind) is \(other.kind)" }
        for (part, twin) in zip(parts, other.parts) {
            if let difference = part.firstDifference(from: twin) { return "\(kind) > \(difference)" }
        }
        if parts.count == other.parts.count { return nil }
        let (kinds, others) = (parts.map(\.kind), other.parts.map(\.kind))
        return "\(kind): \(kinds.count) parts are \(others.count): \(kinds.difference(from: others))"
    }
}
