// What generated code has on one line is at most as long as a line may be, and what it breaks would be longer: lengths
// are counted beside the templates, which might say something else.

import MartletTemplates
import Testing

@testable import MartletConfiguration

@Suite struct LineLengthTests {
    private static let names = (1..<100).map { String(repeating: "x", count: $0) }
    /// A name stands two or three times in some lines: with these, lines of all lengths are among them.
    private static let members = [
        "{type: string}", "{type: boolean}", "{type: integer, format: int32}", "{type: string, default: a}",
    ]

    private static let paths: [String] = names.prefix(60).enumerated().flatMap { place, name in
        ["", "y", "yy"].map { suffix in
            "/o\(place)\(suffix): {get: {operationId: o\(place + 10)\(suffix), parameters: [{name: \(name), in: query, "
                + "schema: {type: string}}], responses: {'204': {description: d}}}}"
        }
    }

    private static let schemas: [String] = names.enumerated().flatMap { place, name in
        members.enumerated().map { kind, member in
            "S\(kind)x\(place): {type: object, required: [\(name)], properties: {\(name): \(member)}}"
        } + [
            "T\(place): {type: object, required: [\(name), a], properties: {\(name): {type: string}, a: {type: string}}}",
            "E\(place): {type: string, enum: [\(name), b]}",
        ]
    }

    @Test(
        arguments: [(nil, ""), ("Inner", ""), (nil, "\nBlank: {type: object}")]
            as [(String?, String)])
    func breaksWhereItMust(_ namespace: String?, _ hiding: String) throws {
        let snippet = try Snippet(
            schemas: Self.schemas.joined(separator: "\n") + hiding,
            root: "paths: {\(Self.paths.joined(separator: ", "))}")
        let api = LoweredAPI(snippet) { $0.namespace = namespace }.api
        let files = try Renderer().render(api, source: "test", names: FileNames(namespace: namespace, shards: 1))
        var lengths: [String: Lengths] = [:]
        for file in files {
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for place in lines.indices {
                guard let piece = Self.piece(lines[place...]) else { continue }
                lengths[piece.kind, default: Lengths()].add(piece)
            }
        }
        var kinds = ["absence", "blank", "call", "code", "init", "init head", "known", "method head"]
        // With the module's name before those of the runtime, it never fits.
        if !hiding.isEmpty { kinds.removeFirst() }
        #expect(
            lengths.filter { kinds.contains($0.key) }
                == Dictionary(uniqueKeysWithValues: kinds.map { ($0, Lengths(longest: 120, shortest: 121)) }))
    }

    /// What is on one line where it fits.
    private struct Piece {
        var kind: String
        /// As it is on one line.
        var text: String
        var isBroken: Bool
    }

    /// Of the longest that isn't broken, and of the shortest that is.
    private struct Lengths: Equatable {
        var longest = 0
        var shortest = Int.max

        mutating func add(_ piece: Piece) {
            if piece.isBroken {
                shortest = min(shortest, piece.text.count)
            } else {
                longest = max(longest, piece.text.count)
            }
        }
    }

    /// What begins in the first of `lines`.
    private static func piece(_ lines: ArraySlice<String>) -> Piece? {
        guard let first = lines.first else { return nil }
        let indent = String(first.prefix { $0 == " " })
        let words = first.dropFirst(indent.count)
        let starts = ["public func ", "public init(", "public mutating func code", "public static let known"]
        guard starts.contains(where: { words.hasPrefix($0) }) else { return nil }
        let rest = lines.dropFirst()
        let inner = rest.prefix { $0.hasPrefix(indent + "    ") }.map { String($0.drop { $0 == " " }) }
        let last = (rest.dropFirst(inner.count).first?.dropFirst(indent.count)).map { String($0) } ?? ""
        let head = words.hasPrefix("public init(") ? "init head" : "method head"
        switch first.last {
        case "[": return Piece(kind: "known", text: first + inner.joined(separator: " ") + last, isBroken: true)
        case "]": return Piece(kind: "known", text: first, isBroken: false)
        case "(": return Piece(kind: head, text: first + inner.joined(separator: " ") + last, isBroken: true)
        case "{":
            let text = first + " " + inner.joined(separator: "; ") + " }"
            // A body of several statements isn't on one line, nor is one of the client's methods; their heads are.
            return kind(of: text, inner.count).map { Piece(kind: $0, text: text, isBroken: true) }
                ?? Piece(kind: head, text: first, isBroken: false)
        default: return kind(of: first, 1).map { Piece(kind: $0, text: first, isBroken: false) }
        }
    }

    private static func kind(of text: String, _ statements: Int) -> String? {
        if text.contains("init(blank: ") { return "blank" }
        if statements != 1 { return nil }
        if text.contains("{ throw ") { return "absence" }
        if text.contains("{ try await self.") { return "call" }
        if text.contains("func code") { return "code" }
        return text.contains("public init(") ? "init" : nil
    }
}
