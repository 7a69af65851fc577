// What `Pages.mustache` is rendered with: the method that gives an operation's pages.

import MartletIR
import MartletMustache

struct PagesContext {
    let pagination: Pagination
    let operation: Operation
    let client: String
    let spelling: TypeSpelling
    /// What the operation's request is built with.
    let requestArguments: String
    /// What gives one page.
    let call: OperationMethod

    /// - Parameter link: to the client, as DocC has it.
    func value(link: String) -> MustacheValue {
        let page = spelling.text(pagination.page)
        let item = spelling.text(pagination.item)
        return [
            "owner": .string(pagination.needsResponse ? client : client + "Protocol"),
            "pagesName": .string(SwiftText.identifier(pagination.name)),
            "documentation": DocumentationContext.value(documentation(link: link)),
            "deprecation": DocumentationContext.attribute(operation.deprecation),
            "parameters": .list(call.parameters.all.map(MustacheValue.string)),
            "type": .string("\(spelling.runtime)Pages<\(page), \(item)>"),
            "start": .string(parameter.map(SwiftText.identifier) ?? "nil as \(spelling.swift)String?"),
            "items": .string(text(pagination.items, from: "$0", orEmpty: true)),
            "position": .string(position), "lines": .list(lines.map(MustacheValue.string)),
        ]
    }

    private func documentation(link: String) -> Documentation {
        Documentation([
            "The pages of ``\(link)/\(call.symbol)``, each fetched when it is asked for; `items` has what is on them.",
            "",
            way,
        ])
    }

    private var way: String {
        switch pagination.kind {
        case .cursor(let parameter, let next): "`\(parameter)` takes each page's `\(plain(next))`."
        case .lastItem(let parameter, let member):
            "`\(parameter)` takes the `\(plain(member))` of each page's last item."
        case .offset(let parameter, let first, _): "`\(parameter)` counts items from \(first)."
        case .number(let parameter, let first, _): "`\(parameter)` counts pages from \(first)."
        case .url(let next): "Each page names the next one's address in `\(plain(next))`."
        case .link: "Each response names the next page's address in its `Link` field."
        }
    }

    private var parameter: String? {
        switch pagination.kind {
        case .cursor(let parameter, _), .lastItem(let parameter, _), .offset(let parameter, _, _),
            .number(let parameter, _, _):
            parameter
        case .url, .link: nil
        }
    }

    private var lines: [String] {
        let next = "\(spelling.runtime)NextPage."
        let fetch = "let \(page) = try await self.\(call.identifier)(\(arguments))"
        let more = pagination.more.map { ", more: " + text($0, from: page) } ?? ""
        let list = items(from: page)
        switch pagination.kind {
        case .cursor(_, let member):
            return [fetch, "return (\(page), \(next)cursor(\(text(member, from: page)), after: \(position)\(more)))"]
        case .lastItem(_, let member):
            let last = text(member, from: "\(list).last?")
            return [fetch, "return (\(page), \(next)cursor(\(last), after: \(position)\(more)))"]
        case .offset(_, let first, let total):
            let end = total.map { ", total: " + text($0, from: page) } ?? ""
            return [
                fetch,
                "return (\(page), \(next)offset(\(position), first: \(first), count: \(list).count\(end)\(more)))",
            ]
        case .number(_, let first, let pages):
            let end = pages.map { ", pages: " + text($0, from: page) } ?? ""
            return [
                fetch,
                "return (\(page), \(next)number(\(position), first: \(first), count: \(list).count\(end)\(more)))",
            ]
        case .url(let member): return response("\(next)url(\(text(member, from: page)), after: \(position))")
        case .link: return response("\(next)link(\(unique("response")).headers, after: \(position))")
        }
    }

    /// Fetches a page by its address, and keeps the response.
    private func response(_ next: String) -> [String] {
        let (request, response) = (unique("request"), unique("response"))
        return [
            "var \(request) = try \(client).\(operation.name)Request(\(requestArguments))",
            "if let \(position) { \(request).follow(\(position)) }",
            "let \(response) = try await self.core.success(\(request), options)",
            "let \(page): \(spelling.text(pagination.page)) = try await \(response).value()",
            "return (\(page), \(next))",
        ]
    }

    /// The items of a page, as an expression that a dot may follow.
    private func items(from page: String) -> String {
        let text = text(pagination.items, from: page, orEmpty: true)
        return text.hasSuffix("?? []") ? "(\(text))" : text
    }

    /// What a page is asked for with, after the first.
    private var arguments: String {
        let passed = call.parameters.passed(replacing: parameter.map { [$0: position] } ?? [:])
        return (passed + ["options: options"]).joined(separator: ", ")
    }

    private var page: String { unique("page") }
    private var position: String { unique("position") }

    /// A name that no parameter has.
    private func unique(_ name: String) -> String {
        var name = name
        while operation.parameters.contains(where: { $0.name == name }) { name += "_" }
        return name
    }

    // MARK: Ways

    private func plain(_ steps: [MemberStep]) -> String {
        steps.map(\.property).joined(separator: ".")
    }

    /// The way to a member, as an expression.
    private func text(_ steps: [MemberStep], from value: String, orEmpty: Bool = false) -> String {
        var text = value
        var isOptional = false
        for (place, step) in steps.enumerated() {
            text += "." + SwiftText.identifier(step.property)
            if step.presence == .twofold { text = "(\(text) ?? nil)" }
            isOptional = isOptional || step.presence != .required
            if step.presence != .required, place < steps.count - 1 { text += "?" }
        }
        return orEmpty && isOptional ? text + " ?? []" : text
    }
}
