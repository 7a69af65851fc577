// What each kind of tag renders, in strict mode.

import MartletMustache
import Testing

@Suite struct LanguageTests {
    @Test(arguments: tags + sections + iterations + standalone)
    func renders(_ row: RenderCase) {
        #expect(row.rendered() == row.expected)
    }

    static let tags = [
        RenderCase("plain text", "let x = [1]\n", gives: "let x = [1]\n"),
        RenderCase("empty template", "", gives: ""),
        RenderCase("variable", "let {{name}}: {{ type }}", ["name": "id", "type": "Int"], gives: "let id: Int"),
        RenderCase(
            "nothing is escaped", "{{t}} {{{t}}} {{&t}}", ["t": "[A<B>] & \"c\""],
            gives: "[A<B>] & \"c\" [A<B>] & \"c\" [A<B>] & \"c\""),
        RenderCase("values are not templates", "{{a}}", ["a": "{{b}}"], gives: "{{b}}"),
        RenderCase("null is no text", "<{{a}}>", ["a": nil], gives: "<>"),
        RenderCase("booleans are text", "{{a}} {{b}}", ["a": true, "b": false], gives: "true false"),
        RenderCase("comment", "a{{! not this }}b", gives: "ab"),
        RenderCase("dotted name", "{{a.b.c}}", ["a": ["b": ["c": "deep"]]], gives: "deep"),
        RenderCase("member of null", "<{{a.b.c}}>{{^a.b}}none{{/a.b}}", ["a": nil], gives: "<>none"),
        RenderCase("key with punctuation", "{{content-type}}", ["content-type": "text"], gives: "text"),
        RenderCase("scalars beyond ASCII", "é{{naïve}}🦅", ["naïve": "ü"], gives: "éü🦅"),
        RenderCase("set delimiters", "{{=<% %>=}}<% a %>{{a}}<%={{ }}=%>{{a}}", ["a": "1"], gives: "1{{a}}1"),
        RenderCase("unescaped between other delimiters", "{{=<< >>=}}<<{a}>> <<&a>>", ["a": "&"], gives: "& &"),
    ]

    static let sections = [
        RenderCase("true", "{{#a}}yes{{/a}}{{^a}}no{{/a}}", ["a": true], gives: "yes"),
        RenderCase("false", "{{#a}}yes{{/a}}{{^a}}no{{/a}}", ["a": false], gives: "no"),
        RenderCase("null", "{{#a}}yes{{/a}}{{^a}}no{{/a}}", ["a": nil], gives: "no"),
        RenderCase("empty list", "{{#a}}yes{{/a}}{{^a}}no{{/a}}", ["a": []], gives: "no"),
        RenderCase("empty text is there", "{{#a}}yes{{/a}}{{^a}}no{{/a}}", ["a": ""], gives: "yes"),
        RenderCase("empty object is there", "{{#a}}yes{{/a}}{{^a}}no{{/a}}", ["a": [:]], gives: "yes"),
        RenderCase("object", "{{#a}}{{b}}{{c}}{{/a}}", ["a": ["b": "1"], "c": "2"], gives: "12"),
        RenderCase("inner keys hide outer ones", "{{#a}}{{b}}{{/a}}", ["a": ["b": "in"], "b": "out"], gives: "in"),
        RenderCase("null hides too", "{{#a}}<{{b}}>{{/a}}", ["a": ["b": nil], "b": "out"], gives: "<>"),
        RenderCase("text", "{{#doc}}/// {{.}}{{/doc}}", ["doc": "Words."], gives: "/// Words."),
        RenderCase("list", "{{#a}}({{.}}){{/a}}", ["a": ["x", "y"]], gives: "(x)(y)"),
        RenderCase("list of lists", "{{#a}}[{{#.}}{{.}}{{/.}}]{{/a}}", ["a": [["1", "2"], []]], gives: "[12][]"),
        RenderCase("true keeps the item", "{{#a}}{{#on}}{{.}}{{/on}}{{/a}}", ["a": ["x"], "on": true], gives: "x"),
        RenderCase("dotted", "{{#a.b}}{{c}}{{/a.b}}", ["a": ["b": [["c": "1"], ["c": "2"]]]], gives: "12"),
        RenderCase("one name twice", "{{#a}}1{{#a}}2{{/a}}3{{/a}}", ["a": true], gives: "123"),
    ]

    static let iterations = [
        RenderCase(
            "separators", "({{#p}}{{.}}{{^@last}}, {{/@last}}{{/p}})", ["p": ["a", "b", "c"]], gives: "(a, b, c)"),
        RenderCase(
            "first and index", "{{#p}}{{#@first}}^{{/@first}}{{@index}}{{/p}}", ["p": ["a", "b"]], gives: "^01"),
        RenderCase("one item", "{{#p}}{{@first}}{{@last}}{{/p}}", ["p": ["a"]], gives: "truetrue"),
        RenderCase(
            "the innermost list", "{{#p}}{{#q}}{{@index}}{{/q}}/{{@index}} {{/p}}",
            ["p": [["q": ["x", "y"]], ["q": ["z"]]]], gives: "01/0 0/1 "),
        RenderCase(
            "an object is no list", "{{#p}}{{#o}}{{@index}}{{/o}}{{/p}}", ["p": [["o": [:]], ["o": [:]]]], gives: "01"),
        RenderCase(
            "in a partial", "{{#p}}{{>i}}{{/p}}", ["p": ["a", "b"]], partials: ["i": "{{@index}}"], gives: "01"),
    ]

    static let standalone = [
        RenderCase("section", "a\n  {{#s}}\nb\n  {{/s}}\nc\n", ["s": true], gives: "a\nb\nc\n"),
        RenderCase("carriage returns", "a\r\n{{#s}}\r\nb\r\n{{/s}}\r\nc", ["s": true], gives: "a\r\nb\r\nc"),
        RenderCase("first and last line", "{{#s}} \nb\n{{/s}}", ["s": true], gives: "b\n"),
        RenderCase("comment over lines", "a\n {{! b\n c }}\nd", gives: "a\nd"),
        RenderCase("delimiters", "a\n{{=| |=}}\n|b|\n", ["b": "1"], gives: "a\n1\n"),
        RenderCase("variable is never", " {{a}}\n", ["a": nil], gives: " \n"),
        RenderCase("two tags are not", "{{#s}}{{/s}}\nb", ["s": true], gives: "\nb"),
        RenderCase("text on the line", "x {{#s}}\ny\n{{/s}}\n", ["s": true], gives: "x \ny\n"),
    ]
}
