// Explanations of what is wrong with the text of a document, before it is read as OpenAPI.

extension Explanation {
    static let ofTexts = [
        Explanation(
            "compound-key",
            "Keys of mappings must be strings: OpenAPI and JSON have no others. A key that is a list or a mapping "
                + "usually is a text that begins with a bracket and has lost its quotes.",
            repair: "Put the key in quotes.", .text("? [a, b]\n: value")),
        Explanation(
            "duplicate-key",
            "A mapping has the same key twice. YAML forbids it and JSON leaves open what it means; most readers take the "
                + "last, and so does Martlet. What stands under the first is lost.",
            repair: "Delete one, or join what stands under both.",
            .document("openapi: 3.1.0\ninfo: {title: T, version: '1', title: Other}\npaths: {}")),
        Explanation(
            "empty-document", "The file has nothing in it but comments and blank lines.",
            repair: "Check that the right file was named, and that it was saved.", .text("# Only a comment")),
        Explanation(
            "merge-of-scalar",
            "`<<` takes over the keys of another mapping, or of a list of mappings. It was given something else.",
            repair: "Write an alias to a mapping behind `<<`, or put `<<` in quotes where it is a name.",
            .text("base: &base text\nother:\n  <<: *base")),
        Explanation(
            "not-utf8",
            "The bytes of the file aren't UTF-8 text, and begin with no mark of another encoding.",
            repair: "Save the file as UTF-8.", .text("title: caf\u{FFFD}")),
        Explanation(
            "out-of-memory", "There was not enough memory to hold the text of the file.",
            repair: "Generate on a machine with more, or split the document.", .text("martlet generate huge.json")),
        Explanation(
            "text-after-document",
            "A file holds one document. After its end, which `---` or `...` marks, or the bracket that it began with, more "
                + "follows; Martlet doesn't read that.",
            repair: "Delete what follows, join it with the document, or move it to a file of its own.",
            .document("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n---\ncomponents: {}")),
        Explanation(
            "too-deep",
            "Values stand in values deeper than any document needs; readers would run out of stack. Aliases count as what "
                + "they repeat.",
            repair: "Flatten the place, or refer to a component instead.", .text("[[[[…more than 512 levels…]]]]")),
        Explanation(
            "too-large",
            "The document, or one part of it, is larger than documents get: some aliases that repeat one another can "
                + "stand for millions of values. Martlet stops here, so that such a text can't fill memory.",
            repair:
                "Split the document, use references instead of aliases, or describe data by `additionalProperties`; or raise "
                + "the limit that the message names, with `--limit`.",
            .text("a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n…")),
        Explanation(
            "unknown-anchor",
            "An alias, `*name`, repeats what stands under the anchor `&name`, which must come before it in the same file. "
                + "What holds an alias of itself would have no end.",
            repair:
                "Define the anchor further up, fix its name, write a `$ref` to a schema that holds itself, or put the text in quotes if it isn't an alias.",
            .text("value: *base")),
        Explanation(
            "unreadable-file",
            "A file isn't there, may not be read, or is a folder. Paths are relative to the file that names them, not "
                + "to where the tool runs.",
            repair: "Fix the path, or put the file there.",
            .rest("components:\n  schemas:\n    A: {$ref: 'missing.yaml#/A'}")),
        Explanation(
            "yaml-syntax",
            "The text is neither YAML nor JSON from here on. The place is where the reader gave up; the cause often "
                + "stands a line above, such as a bracket or a quote that is never closed.",
            repair: "Fix the text at the place or just before it.", .text("key: value: another")),
    ]
}
