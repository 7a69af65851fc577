// What the events of a stream add up to, by the rules of `x-martlet-stream`.

import MartletIR
import MartletOpenAPI
import MartletPasses
import MartletSource

struct AccumulationLowering {
    private let stream: StreamExtension
    private let union: Union
    private let index: DeclarationIndex
    /// What the operation returns without a stream.
    private let result: TypeReference?

    init(_ stream: StreamExtension, events union: Union, result: TypeReference?, _ index: DeclarationIndex) {
        self.stream = stream
        self.union = union
        self.result = result
        self.index = index
    }

    func accumulation(_ diagnostics: inout Diagnostics) -> Accumulation? {
        if let pieces = stream.pieces { return merged(pieces, &diagnostics) }
        guard !stream.values.isEmpty, let snapshot = snapshot(&diagnostics) else { return nil }
        var rows: [EventStatements] = []
        for rule in stream.values {
            for branch in branches(rule.event, at: rule.position, &diagnostics) {
                let statements = rule.statements.compactMap { statement($0, branch, snapshot, &diagnostics) }
                rows.append(EventStatements(branch: branch, statements: statements))
            }
        }
        let hasWhole = rows.flatMap(\.statements).contains { $0.target.steps.isEmpty }
        if !hasWhole, index.structure(snapshot) == nil, rows.contains(where: { !$0.statements.isEmpty }) {
            diagnostics.report(.noObject, at: stream.position)
            return nil
        }
        return Accumulation(
            snapshot: snapshot, isBuiltUp: !hasWhole, rules: .statements(keepingLists(rows)))
    }

    /// The text that events carry for a reader.
    func texts(_ diagnostics: inout Diagnostics) -> [EventText] {
        stream.texts.flatMap { text in
            branches(text.event, at: text.path.position, &diagnostics).compactMap { branch in
                let path = path(text.path.text, branch, at: text.path.position, &diagnostics)
                guard let path, path.type == .builtin(.string) else {
                    if path != nil { diagnostics.report(.noText(text.path.text), at: text.path.position) }
                    return nil
                }
                return EventText(branch: branch, path: path)
            }
        }
    }

    private func branches(_ tag: String, at position: Position, _ diagnostics: inout Diagnostics) -> [Int] {
        if tag == "*" { return Array(union.cases.indices) }
        guard let branch = union.branch(tag) else {
            diagnostics.report(.unknownEvent(tag), at: position)
            return []
        }
        return [branch]
    }

    private func path(
        _ text: String, _ branch: Int, at position: Position, _ diagnostics: inout Diagnostics
    ) -> ValuePath? {
        let event = union.cases[branch].type
        do throws(ValuePathReader.Fault) {
            return try ValuePathReader(index: index, event: event).path(text, from: event, isSource: true)
        } catch {
            diagnostics.report(.leadsNowhere(text, error.reason), at: position)
            return nil
        }
    }
}

// MARK: - Statements

extension AccumulationLowering {
    /// The type of the value: what the operation returns, or else what an event carries as a whole.
    private func snapshot(_ diagnostics: inout Diagnostics) -> TypeReference? {
        if let result { return result }
        for rule in stream.values {
            for line in rule.statements where parts(line.text)?.target == "$" {
                guard let source = parts(line.text)?.source,
                    let branch = branches(rule.event, at: rule.position, &diagnostics).first
                else { continue }
                return path(source, branch, at: line.position, &diagnostics)?.type
            }
        }
        diagnostics.report(.noWhole, at: stream.position)
        return nil
    }

    /// `target = source` or `target += source`.
    private func parts(_ text: String) -> (target: String, isAppend: Bool, source: String)? {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        var target = text[..<sign]
        let isAppend = target.last == "+"
        if isAppend { target = target.dropLast() }
        func bare(_ part: Substring) -> String { String(part.filter { !$0.isWhitespace }) }
        return (bare(target), isAppend, bare(text[text.index(after: sign)...]))
    }

    private func statement(
        _ line: StreamExtension.Line, _ branch: Int, _ snapshot: TypeReference, _ diagnostics: inout Diagnostics
    ) -> Statement? {
        guard let parts = parts(line.text) else {
            diagnostics.report(.noStatement(line.text), at: line.position)
            return nil
        }
        guard let source = path(parts.source, branch, at: line.position, &diagnostics) else { return nil }
        let event = union.cases[branch].type
        let target: ValuePath
        do throws(ValuePathReader.Fault) {
            let path = parts.target == "$" ? "" : parts.target
            target = try ValuePathReader(index: index, event: event).path(path, from: snapshot, isSource: false)
        } catch {
            diagnostics.report(.leadsNowhere(parts.target, error.reason), at: line.position)
            return nil
        }
        return Statement(target: target, source: source, change: change(target, source, isAppend: parts.isAppend))
    }

    private func change(_ target: ValuePath, _ source: ValuePath, isAppend: Bool) -> Statement.Change {
        if isAppend {
            return target.type == .builtin(.string) ? .append : .appendJSON(target.type)
        }
        guard target.type == source.type else { return .convert(target.type) }
        return target.steps.isEmpty ? .whole(keeping: []) : .set
    }

    /// A whole value keeps the lists that were built up, where it leaves them empty.
    private func keepingLists(_ rows: [EventStatements]) -> [EventStatements] {
        var lists: [String] = []
        for statement in rows.flatMap(\.statements) {
            guard statement.target.steps.count > 1, case .member(let name, _) = statement.target.steps[0],
                case .element = statement.target.steps[1], !lists.contains(name)
            else { continue }
            lists.append(name)
        }
        return rows.map { row in
            var row = row
            for place in row.statements.indices where row.statements[place].change == .whole(keeping: []) {
                row.statements[place].change = .whole(keeping: lists)
            }
            return row
        }
    }
}

// MARK: - Pieces

extension AccumulationLowering {
    private func merged(_ pieces: StreamExtension.Pieces, _ diagnostics: inout Diagnostics) -> Accumulation? {
        guard let branch = union.cases.indices.first, union.cases.count == 1,
            index.structure(union.cases[branch].type) != nil
        else {
            diagnostics.report(.severalKinds, at: pieces.position)
            return nil
        }
        let piece = index.resolved(union.cases[branch].type)
        var unused = Set(pieces.append.map(\.text))
        let members = members(of: piece, prefix: "", pieces, &unused)
        for line in pieces.append where unused.contains(line.text) {
            diagnostics.report(
                .leadsNowhere(
                    line.text, "there is no text or list of a piece there, and lists are entered without a position"),
                at: line.position)
        }
        let complete = pieces.complete.flatMap { path($0.text, branch, at: $0.position, &diagnostics) }
            .map(text)
        return Accumulation(
            snapshot: piece,
            rules: .pieces(
                PieceMerge(
                    branch: branch, members: members, appended: pieces.append.map(\.text), complete: complete,
                    renamed: pieces.renamed.map { Renaming(path: $0.path, name: $0.name) },
                    replaced: pieces.replaced.map { Replacement(path: $0.path, value: $0.value.jsonText) })))
    }

    private func members(
        of type: TypeReference, prefix: String, _ pieces: StreamExtension.Pieces, _ unused: inout Set<String>
    ) -> [PieceMember] {
        var members: [PieceMember] = []
        for property in index.structure(type)?.properties ?? [] {
            if case .constant = property.presence { continue }
            let change = change(property, prefix + property.key, pieces, &unused)
            members.append(
                PieceMember(
                    property: property.name, isOptional: property.isOptional, isTwofold: property.isTwofold,
                    change: change))
        }
        return members
    }

    private func change(
        _ property: Property, _ path: String, _ pieces: StreamExtension.Pieces, _ unused: inout Set<String>
    ) -> PieceMember.Change {
        let type = index.resolved(property.valueType)
        if pieces.append.contains(where: { $0.text == path }) {
            if type == .builtin(.string) || type.isArray {
                unused.remove(path)
                return .append
            }
        }
        guard pieces.append.contains(where: { $0.text.hasPrefix(path + ".") }) else {
            return isText(type) ? .replaceText : .replace
        }
        if index.structure(type) != nil {
            return .merge(members(of: type, prefix: path + ".", pieces, &unused))
        }
        let reader = ValuePathReader(index: index, event: type)
        if case .array(let element) = type, let number = reader.number(of: element) {
            return .mergeElements(numbered: number, members(of: element, prefix: path + ".", pieces, &unused))
        }
        return .replace
    }

    /// The way to the text of a value that is one of a list.
    private func text(_ path: ValuePath) -> ValuePath {
        guard index.enumeration(path.type)?.rawType == .string else { return path }
        let text = ValuePath.Step.member("rawValue", isOptional: false)
        return ValuePath(steps: path.steps + [text], type: .builtin(.string), json: path.json)
    }

    private func isText(_ type: TypeReference) -> Bool {
        type == .builtin(.string) || index.enumeration(type)?.rawType == .string
    }
}

extension TypeReference {
    fileprivate var isArray: Bool {
        if case .array = self { true } else { false }
    }
}

extension Diagnostic {
    fileprivate static func unknownEvent(_ tag: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-stream-event",
            "no event of this stream has the tag '\(tag)'; '*' stands for every event")
    }

    fileprivate static func leadsNowhere(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            .error, id: "stream-path",
            "'\(path)' leads nowhere: \(reason); a path names members by their keys, positions in brackets, and the "
                + "tag of the branch after a union, as in "
                + "output[output_index].message.content[content_index].output_text.text")
    }

    fileprivate static func noStatement(_ text: String) -> Diagnostic {
        Diagnostic(
            .error, id: "stream-statement",
            "'\(text)' isn't a statement; write 'target = source', or 'target += source' for pieces of text")
    }

    fileprivate static func noText(_ path: String) -> Diagnostic {
        Diagnostic(.error, id: "stream-text", "'\(path)' isn't a text; name a string that a reader waits for")
    }

    fileprivate static let noWhole = Diagnostic(
        .error, id: "stream-value",
        "nothing says what the events add up to: the operation has no JSON answer, and no event has '$ = member'; add "
            + "one of them"
    )

    fileprivate static let noObject = Diagnostic(
        .error, id: "stream-value",
        "no event has the whole of what the events add up to, and the operation's JSON answer is no object that could be "
            + "built up from its members; add a rule '$ = member'")

    fileprivate static let severalKinds = Diagnostic(
        .error, id: "stream-pieces",
        "'pieces' is for events of one object type, which are pieces of it; use 'value' for events of several types")
}
