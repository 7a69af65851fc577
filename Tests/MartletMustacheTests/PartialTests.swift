// Partials, parents with arguments, and the indentation of both.

import MartletMustache
import Testing

@Suite struct PartialTests {
    @Test(arguments: partials + indentation + inheritance + blockIndentation)
    func renders(_ row: RenderCase) {
        #expect(row.rendered() == row.expected)
    }

    static let partials = [
        RenderCase("inline", "[{{>p}}]", ["a": "1"], partials: ["p": "<{{a}}>"], gives: "[<1>]"),
        RenderCase("own delimiters", "{{=| |=}}|>p||a|", ["a": "1"], partials: ["p": "{{a}}|a|"], gives: "1|a|1"),
        RenderCase(
            "dynamic", "{{#t}}{{>*kind}}{{/t}}", ["t": [["kind": "x"], ["kind": "y"]]],
            partials: ["x": "X", "y": "Y"], gives: "XY"),
        RenderCase("dynamic dotted", "{{> * a.b }}", ["a": ["b": "x"]], partials: ["x": "X"], gives: "X"),
        RenderCase(
            "recursion", "{{>node}}", ["n": "1", "in": [["n": "2", "in": [["n": "3", "in": []]]]]],
            partials: ["node": "{{n}}({{#in}}{{>node}}{{/in}})"], gives: "1(2(3()))"),
    ]

    static let indentation = [
        RenderCase("each line", "{\n  {{>p}}\n}\n", partials: ["p": "a\nb\n"], gives: "{\n  a\n  b\n}\n"),
        RenderCase("tabs", "\t{{>p}}\n", partials: ["p": "a\nb\n"], gives: "\ta\n\tb\n"),
        RenderCase(
            "adds up", "0\n  {{>p}}\n0\n", partials: ["p": "2\n  {{>q}}\n2\n", "q": "4\n  4+2\n"],
            gives: "0\n  2\n    4\n      4+2\n  2\n0\n"),
        RenderCase("not in values", "  {{>p}}\n", ["a": "1\n2"], partials: ["p": "{{a}}\n"], gives: "  1\n2\n"),
        RenderCase("not on blank lines", "  {{>p}}\n", partials: ["p": "a\n\nb\n"], gives: "  a\n\n  b\n"),
        RenderCase(
            "not where tags render nothing", "  {{>p}}\n", ["a": nil], partials: ["p": "{{a}}\nb\n{{a}}"],
            gives: "\n  b\n"),
        RenderCase(
            "through sections", "  {{>p}}\n", ["a": ["1", "2"]], partials: ["p": "[\n{{#a}}\n  {{.}},\n{{/a}}\n]\n"],
            gives: "  [\n    1,\n    2,\n  ]\n"),
        RenderCase(
            "on into inline partials", "  {{>p}}\n", partials: ["p": "a {{>q}}\n", "q": "{\n}"], gives: "  a {\n  }\n"),
        RenderCase("ends with its partial", "  {{>p}}\nb\n", partials: ["p": "a"], gives: "  ab\n"),
        RenderCase(
            "recursion", "{{>n}}", ["v": "1", "in": [["v": "2", "in": [["v": "3", "in": []]]]]],
            partials: ["n": "{{v}}\n{{#in}}\n  {{>n}}\n{{/in}}\n"], gives: "1\n  2\n    3\n"),
    ]

    static let inheritance = [
        RenderCase("default", "{{$a}}old{{/a}}", gives: "old"),
        RenderCase("argument", "{{<p}}{{$a}}new{{/a}}{{/p}}", partials: ["p": "<{{$a}}old{{/a}}>"], gives: "<new>"),
        RenderCase(
            "other text is left out", "{{<p}}x{{$a}}1{{/a}}y{{/p}}", partials: ["p": "{{$a}}{{/a}}"], gives: "1"),
        RenderCase(
            "dynamic parent", "{{<*p}}{{$a}}1{{/a}}{{/*p}}", ["p": "q"], partials: ["q": "<{{$a}}{{/a}}>"],
            gives: "<1>"),
        RenderCase(
            "the outer argument prevails", "{{<p}}{{$a}}1{{/a}}{{/p}}",
            partials: ["p": "{{<q}}{{$a}}2{{/a}}{{$b}}2{{/b}}{{/q}}", "q": "{{$a}}3{{/a}}{{$b}}3{{/b}}"], gives: "12"),
        RenderCase(
            "reaches through partials", "{{<p}}{{$a}}1{{/a}}{{/p}}", partials: ["p": "{{>q}}", "q": "{{$a}}2{{/a}}"],
            gives: "1"),
        RenderCase(
            "a dynamic partial may have the block", "{{<p}}{{$a}}1{{/a}}{{/p}}", ["q": "r"],
            partials: ["p": "<{{>*q}}>", "r": "{{$a}}2{{/a}}"], gives: "<1>"),
        RenderCase(
            "an argument holds a block of its name", "{{<p}}{{$a}}({{$a}}1{{/a}}){{/a}}{{/p}}",
            partials: ["p": "{{$a}}2{{/a}}"], gives: "(1)"),
        RenderCase(
            "sees the context of its place", "{{<p}}{{$a}}{{v}}{{/a}}{{/p}}", ["v": "out", "o": ["v": "in"]],
            partials: ["p": "{{#o}}{{$a}}{{/a}}{{/o}}"], gives: "in"),
    ]

    static let blockIndentation = [
        RenderCase(
            "argument takes that of its place", "{{<p}}\n{{$a}}\n    if x {\n      y\n    }\n{{/a}}\n{{/p}}\n",
            partials: ["p": "{\n  {{$a}}\n  {{/a}}\n}\n"], gives: "{\n  if x {\n    y\n  }\n}\n"),
        RenderCase(
            "or that of the default", "{{<p}}{{$a}}\nx\n{{/a}}{{/p}}\n",
            partials: ["p": "{{$a}}\n  old\n{{/a}}\n"], gives: "  x\n"),
        RenderCase(
            "block in a line", "{{<p}}{{$a}}1{{/a}}{{/p}}\n", partials: ["p": "  {{$a}}old{{/a}};\n  x\n"],
            gives: "  1;\n  x\n"),
        RenderCase("default in a line", "{{>p}}", partials: ["p": "  {{$a}}old{{/a}};\n"], gives: "  old;\n"),
        RenderCase(
            "behind text", "{{<p}}{{$a}}\n  {\n  }{{/a}}{{/p}}\n", partials: ["p": "x {{$a}}{{/a}}\n"],
            gives: "x {\n}\n"),
        RenderCase(
            "parent is indented", " {{<p}}\n {{$a}}\nx\n {{/a}}\n {{/p}}\n.", partials: ["p": "{{$a}}\n{{/a}}\ny\n"],
            gives: " x\n y\n."),
        RenderCase(
            "partial in an argument", "{{<p}}\n{{$a}}\n    {{>q}}\n      b\n{{/a}}\n{{/p}}\n",
            partials: ["p": " {{$a}}\n {{/a}}\n", "q": "1\n2\n"], gives: " 1\n 2\n   b\n"),
        RenderCase(
            "sections in an argument", "{{<p}}\n{{$a}}\n  {{#on}}\n  b\n  {{/on}}\n{{/a}}\n{{/p}}\n", ["on": true],
            partials: ["p": "{{$a}}\n{{/a}}\n"], gives: "b\n"),
    ]
}
