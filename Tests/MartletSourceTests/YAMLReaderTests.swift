// What YAML and JSON text is read as: scalars, anchors, merge keys.

import MartletSource
import Testing

@Suite struct YAMLReaderTests {
    @Test(arguments: [
        // YAML 1.2.2, section 10.3.2
        ("a: ", #"{"a": null}"#),
        ("[~, null, Null, NULL, nULL]", #"[null, null, null, null, "nULL"]"#),
        (
            "[true, True, TRUE, tRUE, yes, no, on, off, y, n]",
            #"[true, true, true, "tRUE", "yes", "no", "on", "off", "y", "n"]"#
        ),
        ("[0, -0, +12, 012, 0o14, 0x1F, 0b1, 1_000]", #"[0, 0, 12, 12, 12, 31, "0b1", "1_000"]"#),
        ("[0x, 0xG, 0x-1, 0o+7, 0o8, -0x1]", #"["0x", "0xG", "0x-1", "0o+7", "0o8", "-0x1"]"#),
        ("[1.5, .5, 5., 1e3, 1E-2, -.5e1, 1., +1.0]", "[1.5, 0.5, 5.0, 1e3, 1E-2, -5.0, 1.0, 1.0]"),
        ("[., -, +, 1e, e1, 1-2, 1.2.3, --1, .e1]", #"[".", "-", "+", "1e", "e1", "1-2", "1.2.3", "--1", ".e1"]"#),
        ("[9223372036854775807, 9223372036854775808]", "[9223372036854775807, 9223372036854775808]"),
        ("[.inf, -.Inf, +.INF, .NaN]", "[null, null, null, null]"),
        ("[12:30, 2001-01-01, 3.1.0]", #"["12:30", "2001-01-01", "3.1.0"]"#),
        ("['1', \"true\", !!str 1, ! 2, !!int \"3\"]", #"["1", "true", "1", "2", 3]"#),
        ("a: |\n  1\n", #"{"a": "1\n"}"#),
        ("a: >-\n  one\n  two\n", #"{"a": "one two"}"#),
        ("200: ok\n1.0: b\nnull: c\n", #"{"200": "ok", "1.0": "b", "null": "c"}"#),
        // anchors and aliases
        ("a: &x 1\nb: *x\n", #"{"a": 1, "b": 1}"#),
        (
            "a: &x {k: [1]}\nb: *x\nc: [*x, *x]\n",
            #"{"a": {"k": [1]}, "b": {"k": [1]}, "c": [{"k": [1]}, {"k": [1]}]}"#
        ),
        ("- &x 1\n- *x\n- &x 2\n- *x\n", "[1, 1, 2, 2]"),
        ("&k key: *k\n", #"{"key": "key"}"#),
        // merge keys
        (
            "base: &b {x: 1, y: 2}\nd:\n  <<: *b\n  y: 3\n  z: 4\n",
            #"{"base": {"x": 1, "y": 2}, "d": {"y": 3, "z": 4, "x": 1}}"#
        ),
        (
            "- &a {x: 1}\n- &b {x: 2, y: 2}\n- {<<: [*a, *b], z: 3}\n- {<<: [*b, *a]}\n",
            #"[{"x": 1}, {"x": 2, "y": 2}, {"z": 3, "x": 1, "y": 2}, {"x": 2, "y": 2}]"#
        ),
        ("- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b}\n", #"[{"x": 1}, {"y": 2, "x": 1}, {"y": 2, "x": 1}]"#),
        ("'<<': {x: 1}\n", #"{"<<": {"x": 1}}"#),
        ("{\"<<\": {\"x\": 1}}", #"{"<<": {"x": 1}}"#),
        // documents
        ("\u{FEFF}a: 1\n", #"{"a": 1}"#),
        ("# comment\n---\na: 1\n...\n", #"{"a": 1}"#),
        ("--- text\n", #""text""#),
    ])
    func readsWithoutAWord(text: String, json: String) {
        let reading = Reading(text)
        #expect(reading.json == json)
        #expect(reading.said == [])
    }

    @Test(arguments: [
        ("a: 1\n", "/a", "1:4"),
        ("a:\n  - x\n  - y: z\n", "/a/1/y", "3:8"),
        ("é: {ü: [ö, ä]}\n", "/é/ü/1", "1:12"),
        ("a: &x\n  k: 1\nb: *x\n", "/b/k", "2:6"),
        ("a: |\n  text\n", "/a", "1:4"),
        ("\u{FEFF}a: 1\n", "/a", "1:4"),
        ("a: 1\r\nb:\r\n  c: 2\r\n", "/b/c", "3:6"),
    ])
    func knowsWhereNodesStand(text: String, pointer: String, place: String) throws {
        let node = try #require(Reading(text).node)
        let found = try #require(JSONPointer(parsing: pointer).flatMap { node[$0] })
        #expect(found.place == place)
    }

    /// JSON that libyaml refuses or misreads as it stands.
    @Test(arguments: [
        (#"{"a": "\ud83d\ude00", "b": 1}"#, #"{"a": "😀", "b": 1}"#, "1:28"),
        (#"{"a": "\uD83D\uDE00\uD834\uDD1E", "b": 1}"#, #"{"a": "😀𝄞", "b": 1}"#, "1:40"),
        (#"{"a": "\ud83d", "b": 1}"#, #"{"a": "\#u{FFFD}", "b": 1}"#, "1:22"),
        (#"{"a": "\ude00x", "b": 1}"#, #"{"a": "\#u{FFFD}x", "b": 1}"#, "1:23"),
        (#"{"a": "\ud83d\u0041", "b": 1}"#, #"{"a": "\#u{FFFD}A", "b": 1}"#, "1:28"),
        (#"{"a": "\\ud83d", "b": 1}"#, #"{"a": "\\ud83d", "b": 1}"#, "1:23"),
        ("{\"a\": \"\u{7F}\u{80}\u{9F}\", \"b\": 1}", "{\"a\": \"\u{7F}\u{80}\u{9F}\", \"b\": 1}", "1:19"),
        ("{\"a\": \"é\u{85}x\", \"b\": 1}", "{\"a\": \"é\u{85}x\", \"b\": 1}", "1:19"),
        ("{\"a\": \"x \u{2028} y\u{2029}\", \"b\": 1}", #"{"a": "x \u2028 y\u2029", "b": 1}"#, "1:22"),
        ("{\"a\": \"\u{80}\",\n \"c\": 1, \"b\": 1}", "{\"a\": \"\u{80}\", \"c\": 1, \"b\": 1}", "2:15"),
        ("{\"a\": \"\u{80}\\\n\", \"b\": 1}", "{\"a\": \"\u{80}\", \"b\": 1}", "2:9"),
        (#"{"a": "\/\b\f\n\r\t\u0000\u00e9", "b": 1}"#, #"{"a": "/\u0008\u000c\n\r\t\u0000é", "b": 1}"#, "1:40"),
    ])
    func readsAllOfJSON(text: String, json: String, place: String) throws {
        let reading = Reading(text)
        #expect(reading.json == json)
        #expect(reading.said == [])
        #expect(reading.node?.mapping?["b"]?.place == place)
    }

    private static let long = String(repeating: "k", count: 2000)

    /// JSON that libyaml refuses, and no rewriting would help.
    @Test(arguments: [
        ("{\"a\"\n:1, \"b\": 1}", #"{"a": 1, "b": 1}"#, "2:10"),
        ("\t{\"a\":[], \"b\": 1}", #"{"a": [], "b": 1}"#, "1:16"),
        ("{\"a\":{},\r\n \"b\":1}\n\t\n", #"{"a": {}, "b": 1}"#, "2:6"),
        (
            "{\"\(long)\":[{\"c\":[true,false,null]}], \"b\": -1.5e+3}",
            "{\"\(long)\": [{\"c\": [true, false, null]}], \"b\": -1.5e+3}", "1:2037"
        ),
        ("{\"a\": \"é\u{FFFF}\u{FFFE}\", \"b\": 1}", "{\"a\": \"é\u{FFFF}\u{FFFE}\", \"b\": 1}", "1:19"),
        (
            "{\"a\"\n:\"\\ud83d\\ude00\\ud83dx\\ude00\\/\\\\\\\"\\b\\f\\n\\r\\t\\u00e9\", \"b\": \"1\"}",
            "{\"a\": \"😀\u{FFFD}x\u{FFFD}/\\\\\\\"\\u0008\\u000c\\n\\r\\té\", \"b\": \"1\"}", "2:58"
        ),
    ])
    func readsJSONThatLibyamlRefuses(text: String, json: String, place: String) throws {
        let reading = Reading(text)
        #expect(reading.json == json)
        #expect(reading.said == [])
        #expect(reading.node?.mapping?["b"]?.place == place)
    }

    /// Characters that YAML takes, and libyaml refuses or takes for line breaks.
    @Test(arguments: [
        ("a: \"\u{92}é\"\nb: 1\n", "{\"a\": \"\u{92}é\", \"b\": 1}", "2:4"),
        ("{'a': '\u{7F}\u{9F}\u{FFFF}', b: 1}", "{\"a\": \"\u{7F}\u{9F}\u{FFFF}\", \"b\": 1}", "1:17"),
        ("\"\u{80}\": |\n  \u{FFFE}\nb: 1\n", "{\"\u{80}\": \"\u{FFFE}\\n\", \"b\": 1}", "3:4"),
        ("a: x\u{2028}y\nb: 1\n", #"{"a": "x\u2028y", "b": 1}"#, "2:4"),
        ("a: |\n  x\u{2029}y\n  z\nb: 1\n", #"{"a": "x\u2029y\nz\n", "b": 1}"#, "4:4"),
        ("a: 'x\u{85}y'\nb: 1\n", "{\"a\": \"x\u{85}y\", \"b\": 1}", "2:4"),
        ("a: \"x \u{85} y\"\nb: 1\n", "{\"a\": \"x \u{85} y\", \"b\": 1}", "2:4"),
        ("a: 1 # x\u{2028}y\nb: 1\n", #"{"a": 1, "b": 1}"#, "2:4"),
        ("{'a': 'x\u{2028}y', b: 1}", #"{"a": "x\u2028y", "b": 1}"#, "1:17"),
        // Characters that could stand in are read as they are, also as escapes.
        (
            "a: \"\u{7F}\\U0010007F\u{100001}\"\nb: 1\n", "{\"a\": \"\u{7F}\u{10007F}\u{100001}\", \"b\": 1}",
            "2:4"
        ),
        ("a: \"\u{80}\u{10FFFF}\"\nb: 1\n", "{\"a\": \"\u{80}\u{10FFFF}\", \"b\": 1}", "2:4"),
    ])
    func readsEveryCharacter(text: String, json: String, place: String) throws {
        let reading = Reading(text)
        #expect(reading.json == json)
        #expect(reading.said == [])
        #expect(reading.node?.mapping?["b"]?.place == place)
    }
}
