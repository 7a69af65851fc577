// The code that adds events to a value, line by line.

import MartletIR

struct AccumulationContext {
    private let union: Union
    private let accumulation: Accumulation
    private let result: TypeReference
    private let spelling: TypeSpelling

    init(_ accumulation: Accumulation, of union: Union, result: TypeReference?, spelling: TypeSpelling) {
        self.accumulation = accumulation
        self.union = union
        self.result = result ?? accumulation.snapshot
        self.spelling = spelling
    }

    /// The members of the event type, each a list of lines.
    var lines: [String] {
        let snapshot = spelling.text(accumulation.snapshot)
        var lines = [
            "", "public typealias Snapshot = \(snapshot)", "public typealias Result = \(spelling.text(result))",
        ]
        lines += growingMembers
        lines += [
            "", "/// Adds what the event says to the value so far.",
            "public func add(to sum: inout \(spelling.runtime)Accumulation<\(snapshot)>) {",
        ]
        switch accumulation.rules {
        case .statements(let rows):
            let text = StatementText(union: union, spelling: spelling, isBuiltUp: accumulation.isBuiltUp)
            lines += text.lines(rows).map(Self.indented) + ["}"]
        case .pieces(let pieces):
            lines += PieceText(pieces, of: union).lines.map(Self.indented) + ["}"]
            lines += completeness(pieces, snapshot) + conversion(pieces, snapshot)
        }
        return lines
    }

    private var growingMembers: [String] {
        let rows = accumulation.growingMembers
        if rows.isEmpty { return [] }
        return [
            "", "/// The members of the event by which the value grows.",
            "public var accumulatedMembers: [\(spelling.swift)String] {", "    switch self {",
        ] + rows.flatMap(growth).map { "    " + $0 } + ["    default: []", "    }", "}"]
    }

    private func growth(_ branch: Int, _ members: [String]) -> [String] {
        let members = members.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let head = "case .\(SwiftText.identifier(union.cases[branch].name)): "
        let line = head + SwiftText.literals(members)
        if line.utf8.count + "        ".utf8.count <= spelling.width { return [line] }
        return [head + "["] + members.map { "    \(SwiftText.literal($0))," } + ["]"]
    }

    private static func indented(_ line: String) -> String {
        line.isEmpty ? "" : "    " + line
    }

    private func completeness(_ pieces: PieceMerge, _ snapshot: String) -> [String] {
        guard let path = pieces.complete else { return [] }
        return [
            "", "/// Whether a stream that ends here has given all of its value.",
            "public static func isComplete(_ snapshot: \(snapshot)) -> \(spelling.swift)Bool {",
            "    " + CompletenessText(path).expression, "}",
        ]
    }

    private func conversion(_ pieces: PieceMerge, _ snapshot: String) -> [String] {
        guard result != accumulation.snapshot else { return [] }
        let renamed = pieces.renamed.map { "\(SwiftText.literal($0.path)): \(SwiftText.literal($0.name))" }
        let replaced = pieces.replaced.map { "\(SwiftText.literal($0.path)): \(SwiftText.literal($0.value))" }
        func dictionary(_ entries: [String]) -> String {
            "[" + (entries.isEmpty ? ":" : entries.joined(separator: ", ")) + "]"
        }
        return [
            "", "/// The whole as what the operation returns without a stream.",
            "public static func result(of snapshot: \(snapshot)) throws -> \(spelling.text(result)) {",
            "    try \(spelling.runtime)PieceConversion(renaming: \(dictionary(renamed)), replacing: \(dictionary(replaced)))"
                + ".result(of: snapshot)", "}",
        ]
    }
}

/// Whether something is there in every element on the way; an empty text is nothing.
private struct CompletenessText {
    private let path: ValuePath

    init(_ path: ValuePath) {
        self.path = path
    }

    var expression: String {
        condition(path.steps[...], of: "snapshot")
    }

    private var isText: Bool { path.type == .builtin(.string) }

    private func condition(_ steps: ArraySlice<ValuePath.Step>, of value: String) -> String {
        var text = value
        for (place, step) in zip(steps.indices, steps) {
            let isLast = place == steps.endIndex - 1 && !isText
            switch step {
            case .member(let name, let isOptional):
                text += "." + SwiftText.identifier(name) + (isOptional && !isLast ? "?" : "")
            case .flattened: text += ".flattened" + (isLast ? "" : "?")
            case .first:
                let rest = condition(steps[(place + 1)...], of: "$0")
                let list = text.hasSuffix("?") ? "(\(text.dropLast()) ?? [])" : text
                return "!\(list).isEmpty && \(list).allSatisfy { \(rest) }"
            case .element, .branch: break
            }
        }
        if isText { return "\(text).isEmpty == false" }
        return path.type == .builtin(.bool) ? "\(text) == true" : "\(text) != nil"
    }
}
