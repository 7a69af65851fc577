// Where the lenient mode differs: HTML is escaped, and what is unknown renders as nothing.

import MartletMustache
import Testing

@Suite struct LenientTests {
    @Test(arguments: rows)
    func renders(_ row: RenderCase) {
        #expect(row.rendered(.lenient) == row.expected)
    }

    static let rows = [
        RenderCase(
            "escapes", "{{a}} {{{a}}} {{&a}}", ["a": "<\"&\">é"], gives: "&lt;&quot;&amp;&quot;&gt;é <\"&\">é <\"&\">é"),
        RenderCase("unknown key", "<{{a}}{{#a}}1{{/a}}{{^a}}2{{/a}}>", gives: "<2>"),
        RenderCase("unknown member", "<{{a.b}}{{a.b.c}}>", ["a": [:]], gives: "<>"),
        RenderCase("member of text", "<{{a.b}}>", ["a": "1"], gives: "<>"),
        RenderCase("unknown partials", "<{{>a}}{{>*b}}{{<c}}{{$d}}1{{/d}}{{/c}}>", gives: "<>"),
        RenderCase("lists and objects as text", "<{{a}}{{b}}>", ["a": ["1"], "b": [:]], gives: "<>"),
        RenderCase("outside of a list", "<{{@index}}>", gives: "<>"),
        RenderCase("separators", "{{#p}}{{.}}{{^@last}}, {{/@last}}{{/p}}", ["p": ["a", "b"]], gives: "a, b"),
    ]

    @Test func delimitersOfALibrary() throws {
        let delimiters = try #require(MustacheDelimiters(open: "<%", close: "%>"))
        let library = try MustacheLibrary(["Main": "{{a}} <% a %> <%>P%>", "P": "<%a%>"], delimiters: delimiters)
        #expect(try library.render("Main", ["a": "1"]) == "{{a}} 1 1")
        #expect(MustacheDelimiters(open: "", close: "%>") == nil)
        #expect(MustacheDelimiters(open: "< %", close: "%>") == nil)
        #expect(MustacheDelimiters(open: "<=", close: "%>") == nil)
    }
}
