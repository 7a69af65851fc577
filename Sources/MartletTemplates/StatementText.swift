// Statements of stream rules as Swift.

import MartletIR

struct StatementText {
    let union: Union
    let spelling: TypeSpelling
    /// Whether the value begins with nothing in it.
    var isBuiltUp = false

    func lines(_ rows: [EventStatements]) -> [String] {
        var lines = ["switch self {"]
        for row in rows where !row.statements.isEmpty {
            lines.append("case .\(SwiftText.identifier(union.cases[row.branch].name))(let event):")
            if isBuiltUp { lines.append("    sum.begin()") }
            lines += row.statements.flatMap(self.lines).map { "    " + $0 }
        }
        return lines + ["default: break", "}"]
    }

    /// How the cases of unions on the way are taken out and put back.
    func branches(_ rows: [EventStatements], _ texts: [EventText]) -> [String] {
        var branches: [UnionBranch] = []
        func collect(_ path: ValuePath) {
            for step in path.steps {
                switch step {
                case .branch(let branch): if !branches.contains(branch) { branches.append(branch) }
                case .element(let position): collect(position)
                case .member, .flattened, .first: break
                }
            }
        }
        for statement in rows.flatMap(\.statements) {
            collect(statement.target)
            collect(statement.source)
        }
        for text in texts { collect(text.path) }
        return branches.flatMap(declaration)
    }

    private func declaration(_ branch: UnionBranch) -> [String] {
        let union = spelling.text(branch.union)
        let name = SwiftText.identifier(branch.caseName)
        return [
            "",
            "private static var \(Self.name(branch)): "
                + "\(spelling.runtime)UnionBranch<\(union), \(spelling.text(branch.payload))> {",
            "    .init(\(union).\(name)) { if case .\(name)(let value) = $0 { value } else { nil } }", "}",
        ]
    }

    private static func name(_ branch: UnionBranch) -> String {
        guard case .declared(let path) = branch.union, let last = path.last else { return branch.caseName }
        let name = branch.caseName.prefix(1).uppercased() + branch.caseName.dropFirst()
        return last.prefix(1).lowercased() + last.dropFirst() + name
    }

    private func lines(_ statement: Statement) -> [String] {
        let source = "event" + expression(statement.source)
        switch statement.change {
        case .whole(let lists):
            let kept = lists.map { name in
                let name = SwiftText.identifier(name)
                return "new.\(name).keep(old.\(name))"
            }
            return kept.isEmpty
                ? ["sum.replace(by: \(source))"] : block("sum.replace(by: \(source)) { new, old in", kept)
        case .append: return ["sum.value?\(expression(statement.target)).add(\(source))"]
        case .set: return assignment(statement.target, source, isOptional: statement.source.isOptional)
        case .convert(let type):
            let converted = "sum.converted(\(source), to: \(spelling.text(type)).self)"
            return assignment(statement.target, computed: converted)
        case .appendJSON(let type):
            return assignment(statement.target, computed: gathered(statement, source, as: type))
        }
    }

    /// JSON that comes in pieces.
    private func gathered(_ statement: Statement, _ source: String, as type: TypeReference) -> String {
        var positions: [String] = []
        var branches: [String] = []
        for step in statement.target.steps {
            switch step {
            case .element(let position): positions.append("event" + expression(position))
            case .branch(let branch): branches.append(branch.caseName)
            case .member, .flattened, .first: break
            }
        }
        let branch = branches.isEmpty ? "" : ", of: \(SwiftText.literal(branches.joined(separator: ".")))"
        return "sum.json(\(source), \(SwiftText.literal(statement.target.json)), "
            + "[\(positions.joined(separator: ", "))]\(branch), as: \(spelling.text(type)).self)"
    }

    /// Of a value that `sum` itself computes, which it can't do while a place inside of it is being changed.
    private func assignment(_ target: ValuePath, computed source: String) -> [String] {
        block("if let new = \(source) {", assignment(target, "new", isOptional: false))
    }

    private func assignment(_ target: ValuePath, _ source: String, isOptional: Bool) -> [String] {
        if case .element(let position)? = target.steps.last {
            let list = ValuePath(steps: target.steps.dropLast(), type: target.type)
            return ["sum.value?\(expression(list)).put(\(source), at: event\(expression(position)))"]
        }
        if target.steps.isEmpty { return ["sum.replace(by: \(source))"] }
        let place = "sum.value?\(expression(target))"
        return isOptional ? block("if let new = \(source) {", ["\(place) = new"]) : ["\(place) = \(source)"]
    }

    /// On one line where there is one statement and room for it.
    private func block(_ opening: String, _ body: [String]) -> [String] {
        let line = "\(opening) \(body.joined(separator: "; ")) }"
        let isShort = body.count == 1 && line.utf8.count + "            ".utf8.count <= spelling.width
        return isShort ? [line] : [opening] + body.map { "    " + $0 } + ["}"]
    }

    /// The way from a value, which follows its name.
    private func expression(_ path: ValuePath) -> String {
        var text = ""
        for (place, step) in path.steps.enumerated() {
            let isLast = place == path.steps.count - 1
            switch step {
            case .member(let name, let isOptional):
                text += "." + SwiftText.identifier(name) + (isOptional && !isLast ? "?" : "")
            case .flattened: text += ".flattened" + (isLast ? "" : "?")
            case .element(let position): text += "[wire: event\(expression(position))]" + (isLast ? "" : "?")
            case .first(let number):
                text += number.map { ".first { $0.\(SwiftText.identifier($0)) == 0 }" } ?? ".first"
                text += isLast ? "" : "?"
            case .branch(let branch): text += "[Self.\(Self.name(branch))]" + (isLast ? "" : "?")
            }
        }
        return text
    }

    /// Where the text of an event is: of the innermost list on the way, whose items have no number, it is that of all.
    func text(_ path: ValuePath) -> String {
        guard let place = path.steps.lastIndex(of: .first(numbered: nil)) else { return "event" + expression(path) }
        var (list, item) = (path, path)
        list.steps = Array(path.steps[..<place])
        item.steps = Array(path.steps[(place + 1)...])
        return "\(spelling.runtime)EventTexts.joined(event\(expression(list))) { $0\(expression(item)) }"
    }
}
