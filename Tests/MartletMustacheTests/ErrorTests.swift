// The whole texts of errors, from parsing and from strict rendering.

import MartletMustache
import Testing

@Suite struct ErrorTests {
    @Test(arguments: syntax)
    func syntaxIsReportedInBothModes(_ row: RenderCase) {
        #expect(row.rendered(.strict) == row.expected)
        #expect(row.rendered(.lenient) == row.expected)
    }

    @Test(arguments: strictness)
    func strictModeReports(_ row: RenderCase) {
        #expect(row.rendered() == row.expected)
    }

    @Test func unknownTemplateHasNoPlace() {
        #expect(throws: (any Error).self) { try MustacheLibrary([:]).render("A", [:]) }
        do {
            _ = try MustacheLibrary(["Structure": ""]).render("structure", [:])
        } catch {
            #expect(
                "\(error)"
                    == "error: unknown template 'structure'; did you mean 'Structure'? known templates: Structure")
            #expect(error.location == nil)
        }
    }

    @Test func errorNamesThePartialThatItIsIn() {
        let row = RenderCase(
            "", "\n{{>Inner}}", ["a": "1"], partials: ["Inner": "x\ny {{b}}"],
            gives: "Inner.mustache:2:3: error: unknown key 'b' in this context; known keys: a")
        #expect(row.rendered() == row.expected)
    }

    @Test func errorInAnArgumentNamesTheTemplateThatWroteIt() {
        let row = RenderCase(
            "", "{{<P.mustache}}\n{{$a}}{{b}}{{/a}}{{/P.mustache}}", partials: ["P.mustache": "\n\n{{$a}}{{/a}}"],
            gives: "Main.mustache:2:7: error: unknown key 'b' in this context; there are no keys")
        #expect(row.rendered() == row.expected)
    }

    static let syntax = [
        RenderCase(
            "unclosed section", "a\n  {{#b}}\n",
            gives: "Main.mustache:2:3: error: section 'b' is never closed; its closing tag '/b' is missing"),
        RenderCase(
            "unclosed inverted section", "{{^ b }}",
            gives: "Main.mustache:1:1: error: section 'b' is never closed; its closing tag '/b' is missing"),
        RenderCase(
            "unclosed parent", "é {{<b}}",
            gives: "Main.mustache:1:3: error: parent 'b' is never closed; its closing tag '/b' is missing"),
        RenderCase(
            "unclosed block", "{{$b}}",
            gives: "Main.mustache:1:1: error: block 'b' is never closed; its closing tag '/b' is missing"),
        RenderCase(
            "mismatched close", "{{#a}}\n{{#b}}\n {{/a}}{{/b}}",
            gives: "Main.mustache:3:2: error: '/a' doesn't close section 'b', which is open since line 2; "
                + "close that first with '/b'"),
        RenderCase(
            "close without a section", "{{a}}{{/a}}",
            gives: "Main.mustache:1:6: error: '/a' closes nothing; no section of that name is open"),
        RenderCase(
            "unclosed tag", "{{a}}\n{{b }",
            gives: "Main.mustache:2:1: error: this tag isn't closed; '}}' is missing"),
        RenderCase(
            "unclosed triple", "{{{a}}", gives: "Main.mustache:1:1: error: this tag isn't closed; '}}}' is missing"),
        RenderCase(
            "unclosed tag between other delimiters", "{{=<% %>=}}<%a}}",
            gives: "Main.mustache:1:12: error: this tag isn't closed; '%>' is missing"),
        RenderCase(
            "one delimiter", "{{=<%=}}",
            gives: "Main.mustache:1:1: error: bad delimiters '<%'; "
                + "give two, with a space between them and no '=' in them"),
        RenderCase(
            "delimiter with an equals sign", " {{=<= =>=}}",
            gives: "Main.mustache:1:2: error: bad delimiters '<= =>'; "
                + "give two, with a space between them and no '=' in them"),
        RenderCase("no name", "{{}}", gives: "Main.mustache:1:1: error: this tag has no name"),
        RenderCase("no partial's name", "{{> }}", gives: "Main.mustache:1:1: error: this tag has no name"),
        RenderCase(
            "white space in a name", "{{#a b}}{{/a b}}",
            gives: "Main.mustache:1:1: error: 'a b' isn't a name; "
                + "write one without white space, and with something on either side of a dot"),
        RenderCase(
            "dots in a row", "{{a..b}}",
            gives: "Main.mustache:1:1: error: 'a..b' isn't a name; "
                + "write one without white space, and with something on either side of a dot"),
    ]

    static let strictness = [
        RenderCase(
            "unknown key", "\n\n    {{nmae}}", ["name": "a", "kind": "b"],
            gives: "Main.mustache:3:5: error: unknown key 'nmae' in this context; did you mean 'name'? "
                + "known keys: kind, name"),
        RenderCase(
            "keys of the whole stack", "{{#a}}{{c}}{{/a}}", ["a": ["b": "1"], "z": "2"],
            gives: "Main.mustache:1:7: error: unknown key 'c' in this context; known keys: a, b, z"),
        RenderCase(
            "unknown section", "{{#properties}}{{/properties}}", ["propertys": []],
            gives: "Main.mustache:1:1: error: unknown key 'properties' in this context; did you mean 'propertys'? "
                + "known keys: propertys"),
        RenderCase(
            "unknown inverted section", "{{^a}}{{/a}}", "text",
            gives: "Main.mustache:1:1: error: unknown key 'a' in this context; there are no keys"),
        RenderCase(
            "unknown member", "{{type.nam}}", ["type": ["name": "a", "isOptional": true]],
            gives: "Main.mustache:1:1: error: unknown key 'nam' in 'type'; did you mean 'name'? "
                + "known keys: isOptional, name"),
        RenderCase(
            "member of text", "{{a.b.c}}", ["a": ["b": "1"]],
            gives: "Main.mustache:1:1: error: 'a.b' is text, so there is no 'a.b.c'; only objects have members"),
        RenderCase(
            "list as text", "{{a}}", ["a": ["1"]],
            gives: "Main.mustache:1:1: error: 'a' is a list, which can't be written as text; "
                + "open it with a section '#a'"),
        RenderCase(
            "object as text", "{{#a}}{{.}}{{/a}}", ["a": [:]],
            gives: "Main.mustache:1:7: error: '.' is an object, which can't be written as text; "
                + "open it with a section '#.'"),
        RenderCase(
            "unknown partial, though never rendered", "{{#a}}\n{{>Propery}}\n{{/a}}", ["a": false],
            partials: ["Property": ""],
            gives: "Main.mustache:2:1: error: unknown partial 'Propery'; did you mean 'Property'? "
                + "known templates: Main, Property"),
        RenderCase(
            "unknown partial in an argument", "{{<P}}{{$a}}{{>Q}}{{/a}}{{/P}}", partials: ["P": ""],
            gives: "Main.mustache:1:13: error: unknown partial 'Q'; known templates: Main, P"),
        RenderCase(
            "unknown dynamic partial", "{{>*a}}", ["a": "Other"],
            gives: "Main.mustache:1:1: error: unknown partial 'Other'; known templates: Main"),
        RenderCase(
            "dynamic partial without a name", "{{>*a}}", ["a": nil],
            gives: "Main.mustache:1:1: error: 'a' is null; only text can name a partial"),
        RenderCase(
            "argument without a block", "{{<P}}{{$titel}}1{{/titel}}{{/P}}",
            partials: ["P": "{{#a}}{{>Q}}{{/a}}", "Q": "{{$title}}{{$text}}{{/text}}{{/title}}{{>P}}"],
            gives: "Main.mustache:1:1: error: 'P' has no block 'titel'; did you mean 'title'? "
                + "known blocks: text, title"),
        RenderCase(
            "iteration outside of a list", "{{^@last}}{{/@last}}", ["a": "1"],
            gives: "Main.mustache:1:1: error: '@last' is used outside of a list section; it tells where an item stands "
                + "in its list"),
    ]
}
