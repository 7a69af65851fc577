// Lists whose items are made where they are rendered, in parts: the text is that of any other list.

import Testing

@testable import MartletMustache

@Suite struct MadeListTests {
    @Test(arguments: PartialTests.partials + PartialTests.indentation + PartialTests.inheritance, [1, 2, 5])
    func rendersAsOthers(_ row: RenderCase, size: Int) {
        let made = RenderCase(
            row.name, row.template, row.context.made(inPartsOf: size), partials: row.partials, gives: row.expected)
        #expect(made.rendered() == row.expected)
    }

    static let templates = [
        "{{#items}}\n{{name}}{{^@last}}, {{/@last}}\n{{/items}}\n", "[{{#items}}{{name}}{{/items}}]",
        "{{#items}}\n{{@index}}: {{> item}}\n{{/items}}\n", "{\n    {{> list}}\n}\n",
        "{{#items}}\n\n{{> item}}\n{{/items}}\nend\n",
        "{{^items}}none{{/items}}{{#items}}{{#@first}}<{{/@first}}{{/items}}",
        "{{#items}}{{missing}}{{/items}}", "{{#items}}\n{{#sub}}\n{{name}}{{.}}\n{{/sub}}\n{{/items}}\n",
    ]

    @Test(arguments: templates, [0, 1, 7, 50])
    func ofAnyLength(_ template: String, count: Int) {
        let items = (0..<count).map { MustacheValue.object(["name": .string("n\($0)"), "sub": ["a", "b"]]) }
        let partials = ["item": "* {{name}}\n* end\n", "list": "{{#items}}\n{{> item}}\n{{/items}}\n"]
        func text(_ context: MustacheValue) -> String {
            RenderCase("", template, context, partials: partials, gives: "").rendered()
        }
        let context: MustacheValue = ["items": .list(items)]
        for size in [1, 3, 100] { #expect(text(context.made(inPartsOf: size)) == text(context)) }
    }

    @Test func allPartsTogetherAreLimited() throws {
        let library = try MustacheLibrary(["Main": "{{#items}}\n{{.}}\n{{/items}}\n"])
        let context: MustacheValue = ["items": .list((0..<10).map { _ in "12345" })]
        #expect(throws: MustacheError.self) {
            try library.render("Main", context.made(inPartsOf: 2), mostBytes: 59)
        }
        #expect(try library.render("Main", context.made(inPartsOf: 2), mostBytes: 60).utf8.count == 60)
    }

    /// Where somebody looks on, they see one item after the other.
    @Test func inOrderForObservers() throws {
        let library = try MustacheLibrary(["Main": "{{#items}}\n{{> item}}\n{{/items}}\n", "item": "{{name}}\n"])
        let items = (0..<4).map { MustacheValue.object(["name": .string("\($0)")]) }
        var seen: [MustacheValue?] = []
        _ = try library.render(
            "Main", MustacheValue.object(["items": .list(items)]).made(inPartsOf: 1),
            observer: { template, _, context in if template == "item" { seen.append(context["name"]) } })
        #expect(seen == ["0", "1", "2", "3"])
    }

    @Test func areEqualByTheirItems() {
        let list: MustacheValue = ["a", "b"]
        let other: MustacheValue = ["a", "c"]
        #expect(list.made(inPartsOf: 1) == list.made(inPartsOf: 2))
        #expect(list.made(inPartsOf: 1) != other.made(inPartsOf: 1))
    }
}

extension MustacheValue {
    /// The same value, its lists made in parts of `size` items.
    fileprivate func made(inPartsOf size: Int) -> MustacheValue {
        switch self {
        case .list(let items):
            let made = items.map { $0.made(inPartsOf: size) }
            return .made(
                MadeList(count: items.count) { count, worker in
                    let work = worker()
                    return stride(from: 0, to: count, by: size).map { work($0..<min($0 + size, count)) }
                } make: {
                    made[$0]
                })
        case .object(let members): return .object(members.mapValues { $0.made(inPartsOf: size) })
        case .null, .bool, .string, .text, .made: return self
        }
    }
}
