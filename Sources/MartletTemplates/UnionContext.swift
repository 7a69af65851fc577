// What `Union.mustache` and `Dispatch.mustache` are rendered with.

import MartletIR
import MartletMustache

struct UnionContext {
    let spelling: TypeSpelling

    func values(_ union: Union) -> [String: MustacheValue] {
        var values: [String: MustacheValue] = [
            "isIndirect": .bool(union.isIndirect),
            "conformances": .string(conformances(union)),
            "isEvent": .bool(union.events != nil),
            "tag": usesTag(union.dispatch) ? union.tag.map { .string(SwiftText.literal($0)) } ?? nil : nil,
            "cases": .list(union.cases.map(caseValue)),
            "stringLiteral": stringLiteral(union).map(MustacheValue.string) ?? nil,
            "arrayLiteral": .bool(arrayLiteral(union) != nil),
            "arrayCase": .string(arrayLiteral(union)?.name ?? ""),
            "elementType": .string(arrayLiteral(union)?.element ?? ""),
            "result": .bool(union.events.map { $0.result != nil && !$0.carriers.isEmpty } ?? false),
            "sum": .list(sum(union).map { ["text": $0.isEmpty ? nil : .string($0)] }),
            "texts": .list(texts(union)), "hasTexts": .bool(union.events?.texts.isEmpty == false),
            "resultType": .string(union.events?.result.map(spelling.text) ?? ""),
            "carriers": .list(carriers(union)),
            "isTaggedByEvent": .bool(union.isTaggedByEvent), "unknownName": .string(unknownName(union)),
            "rules": .list((union.events.map { StreamRulesText($0.rules).arguments } ?? []).map(MustacheValue.string)),
        ]
        values.merge(dispatch(union.dispatch, union)) { $1 }
        return values
    }

    private func conformances(_ union: Union) -> String {
        var names: [String]
        if let events = union.events {
            let hasResult = events.result != nil || events.accumulation != nil
            names = [spelling.runtime + (hasResult ? "ResultEvent" : "StreamEvent")]
            if !events.texts.isEmpty { names.append(spelling.runtime + "TextEvent") }
        } else {
            names = [spelling.runtime + "OpenUnion"]
        }
        if stringLiteral(union) != nil { names.append(spelling.swift + "ExpressibleByStringLiteral") }
        if arrayLiteral(union) != nil { names.append(spelling.swift + "ExpressibleByArrayLiteral") }
        return names.joined(separator: ", ")
    }

    private func sum(_ union: Union) -> [String] {
        guard let events = union.events else { return [] }
        var rows: [EventStatements] = []
        if case .statements(let statements)? = events.accumulation?.rules { rows = statements }
        let added = events.accumulation.map {
            AccumulationContext($0, of: union, result: events.result, spelling: spelling).lines
        }
        return (added ?? []) + StatementText(union: union, spelling: spelling).branches(rows, events.texts)
    }

    private func texts(_ union: Union) -> [MustacheValue] {
        let statements = StatementText(union: union, spelling: spelling)
        return (union.events?.texts ?? []).map { text in
            [
                "caseName": .string(SwiftText.identifier(union.cases[text.branch].name)),
                "text": .string(statements.text(text.path)),
            ]
        }
    }

    private func caseValue(_ item: Union.Case) -> MustacheValue {
        [
            "caseName": .string(SwiftText.identifier(item.name)),
            "type": .string(spelling.text(item.type)),
            "documentation": DocumentationContext.value(item.documentation),
        ]
    }

    private func stringLiteral(_ union: Union) -> String? {
        union.stringLiteralCase.map { ".\(SwiftText.identifier($0.name))(value)" }
    }

    private func arrayLiteral(_ union: Union) -> (name: String, element: String)? {
        union.arrayLiteralCase.map { (SwiftText.identifier($0.name), spelling.text($0.element)) }
    }

    private func carriers(_ union: Union) -> [MustacheValue] {
        (union.events?.carriers ?? []).map { carrier in
            [
                "caseName": .string(SwiftText.identifier(union.cases[carrier.branch].name)),
                "property": .string(
                    SwiftText.identifier(carrier.property) + (carrier.isTwofold ? ".flattened" : "")),
            ]
        }
    }

    private func usesTag(_ dispatch: Dispatch) -> Bool {
        switch dispatch {
        case .branch, .firstOf, .unknown, .bestMatch, .elementKind, .element, .text, .member, .memberKind: false
        case .tag: true
        case .kind(let rows, let otherwise):
            usesTag(otherwise) || rows.contains { usesTag($0.dispatch) }
        }
    }

    /// - Parameter subject: What is looked at: the union decoder itself, or its `element.`.
    private func dispatch(_ dispatch: Dispatch, _ union: Union, of subject: String = "") -> [String: MustacheValue] {
        switch dispatch {
        case .branch(let place): statement(caseName(place, union))
        case .firstOf(let places): attempts(places, union)
        case .unknown: statement(unknownName(union))
        case .tag(let rows, let otherwise):
            choice("tag", rows.map(literals), otherwise, union)
        case .kind(let rows, let otherwise): choice("kind", rows.map(kinds), otherwise, union)
        case .elementKind(let rows, let otherwise): choice("elementKind", rows.map(kinds), otherwise, union)
        case .text(let rows, let otherwise):
            choice("\(subject)text", rows.map(literals), otherwise, union, of: subject)
        case .member(let key, let rows, let otherwise):
            choice(
                "\(subject)string(at: \(SwiftText.literal(key)))", rows.map(literals), otherwise, union, of: subject)
        case .memberKind(let key, let rows, let otherwise):
            choice("\(subject)kind(at: \(SwiftText.literal(key)))", rows.map(kinds), otherwise, union, of: subject)
        case .element(let dispatch): self.dispatch(dispatch, union, of: "element.")
        case .bestMatch(let candidates): bestMatch(candidates, union, of: subject)
        }
    }

    private func literals(_ row: Dispatch.TagRow) -> (String, Dispatch) {
        (row.values.map(SwiftText.literal).joined(separator: ", "), row.dispatch)
    }

    private func kinds(_ row: Dispatch.KindRow) -> (String, Dispatch) {
        (row.kinds.map { "." + $0.rawValue }.joined(separator: ", "), row.dispatch)
    }

    private func bestMatch(
        _ candidates: [Dispatch.Candidate], _ union: Union, of subject: String
    ) -> [String: MustacheValue] {
        let only = candidates.enumerated().compactMap { place, candidate in
            candidate.only.map { "\(place): \(list($0))" }
        }
        let limits = only.isEmpty ? "" : ", only: [" + only.joined(separator: ", ") + "]"
        let known = candidates.contains { !$0.known.isEmpty } ? ", known: " + lists(candidates.map(\.known)) : ""
        var branches: [[Int]] = []
        for candidate in candidates where !branches.contains(candidate.branches) { branches.append(candidate.branches) }
        // What has no required member of any is unknown; one that requires nothing takes all, unless it is closed.
        let isDemanding = candidates.allSatisfy { !$0.keys.isEmpty || $0.only != nil }
        let rows = (isDemanding ? branches[...] : branches.dropLast()).map { branch in
            let places = candidates.indices.filter { candidates[$0].branches == branch }
            return (places.map(String.init).joined(separator: ", "), Dispatch.branches(branch))
        }
        return choice(
            "\(subject)bestMatch(\(lists(candidates.map(\.keys)))\(known)\(limits))", rows,
            isDemanding ? .unknown : branches.last.map(Dispatch.branches) ?? .unknown, union)
    }

    private func lists(_ rows: [[String]]) -> String {
        "[" + rows.map(list).joined(separator: ", ") + "]"
    }

    private func list(_ texts: [String]) -> String {
        "[" + texts.map(SwiftText.literal).joined(separator: ", ") + "]"
    }

    private func choice(
        _ question: String, _ rows: [(patterns: String, dispatch: Dispatch)], _ otherwise: Dispatch, _ union: Union,
        of subject: String = ""
    ) -> [String: MustacheValue] {
        let values = rows.map { row -> MustacheValue in
            var value = dispatch(row.dispatch, union, of: subject)
            value["patterns"] = .string(row.patterns)
            return .object(value)
        }
        let rest = dispatch(otherwise, union, of: subject)
        let isPlain = rest["branch"] != MustacheValue.null
        return [
            "branch": nil, "branches": nil, "subject": .string(question), "rows": .list(values),
            "otherwiseBranch": isPlain ? rest["branch"] ?? nil : nil, "otherwise": isPlain ? nil : .object(rest),
        ]
    }

    private func statement(_ name: String) -> [String: MustacheValue] {
        leaf("branch", name)
    }

    private func attempts(_ places: [Int], _ union: Union) -> [String: MustacheValue] {
        leaf("branches", places.map { "Self." + caseName($0, union) }.joined(separator: ", "))
    }

    private func leaf(_ key: String, _ text: String) -> [String: MustacheValue] {
        [
            "branch": nil, "branches": nil, "subject": nil, "rows": nil, "otherwiseBranch": nil, "otherwise": nil,
        ].merging([key: .string(text)]) { $1 }
    }

    private func unknownName(_ union: Union) -> String {
        SwiftText.identifier(union.unknownName)
    }

    private func caseName(_ place: Int, _ union: Union) -> String {
        SwiftText.identifier(union.cases[place].name)
    }
}
