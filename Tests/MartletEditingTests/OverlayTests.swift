// What the actions of an overlay do to a document, and what is said of those that can't be done.

import MartletEditing
import MartletSource
import Testing

@Suite struct OverlayTests {
    /// The document after the actions (YAML of the list), as one line of JSON, and what was said.
    private func apply(
        _ actions: String, to document: String, version: String = "1.1.0"
    ) throws -> (json: String, said: [String]) {
        var diagnostics = Diagnostics()
        let node = try #require(tree(document, &diagnostics))
        let text = "overlay: \(version)\ninfo: {title: t, version: v}\nactions:\n\(actions)"
        let overlay = tree(text, name: "o.yaml", &diagnostics).flatMap { Overlay(decoding: $0, &diagnostics) }
        let result = overlay?.apply(to: node, &diagnostics) ?? node
        let json = result.jsonText.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
        return (json, diagnostics.rendered())
    }

    @Test(arguments: [
        // objects
        ("{a: {b: 1}}", "$", "{a: {c: 2}, d: 3}", #"{"a": {"b": 1,"c": 2},"d": 3}"#),
        ("{a: {b: 1}}", "$.a", "{b: 2}", #"{"a": {"b": 2}}"#),
        ("{a: {b: [1]}}", "$.a", "{b: [2, 3]}", #"{"a": {"b": [1,2,3]}}"#),
        ("{a: 1, b: 2}", "$", "{a: null}", #"{"a": null,"b": 2}"#),
        ("{a: {x: 1}, b: {x: 2}}", "$.*", "{y: 3}", #"{"a": {"x": 1,"y": 3},"b": {"x": 2,"y": 3}}"#),
        ("{a: {a: {}}}", "$..a", "{x: 1}", #"{"a": {"a": {"x": 1},"x": 1}}"#),
        ("{a: {x: 1}}", "$['a','a']", "{y: [1]}", #"{"a": {"x": 1,"y": [1]}}"#),
        // arrays
        ("{a: [1]}", "$.a", "[2, [3]]", #"{"a": [1,2,[3]]}"#),
        ("{a: [1]}", "$.a", "{b: 2}", #"{"a": [1,{"b": 2}]}"#),
        ("{a: [1]}", "$.a", "2", #"{"a": [1,2]}"#),
        ("[{a: 1}, {a: 2}]", "$[?@.a == 2]", "{b: 3}", #"[{"a": 1},{"a": 2,"b": 3}]"#),
        // single values
        ("{a: x}", "$.a", "y", #"{"a": "y"}"#),
        ("{a: [x, y]}", "$.a[?@ == 'x']", "z", #"{"a": ["z","y"]}"#),
    ])
    func updates(document: String, target: String, update: String, result: String) throws {
        let (json, said) = try apply("- target: \(target)\n  update: \(update)\n", to: document)
        #expect(json == result)
        #expect(said == [])
    }

    @Test(arguments: [
        ("{a: 1, b: 2}", "$.a", #"{"b": 2}"#), ("[0, 1, 2, 3, 4]", "$[0, 2, 4]", "[1,3]"),
        ("[0, 1, 2, 3]", "$[-1, 0, 3]", "[1,2]"),
        ("{a: [1, 2], b: [1, 3]}", "$.*[?@ == 1]", #"{"a": [2],"b": [3]}"#), ("{a: {b: {c: 1}}}", "$..*", "{}"),
        ("[[1, 2], [3]]", "$..[0]", "[[]]"), ("{a: {x: {x: 1}}, x: 2}", "$..x", #"{"a": {}}"#),
    ])
    func removes(document: String, target: String, result: String) throws {
        let (json, said) = try apply("- target: \"\(target)\"\n  remove: true\n", to: document)
        #expect(json == result)
        #expect(said == [])
    }

    @Test func actionsFollowOneAnother() throws {
        let actions = """
            - {target: $.servers, remove: true}
            - {target: $, update: {servers: [{url: new}]}}
            - {target: '$.servers[0]', update: {x: 1}, remove: false}
            - {target: '$.paths["/b"]', copy: '$.paths["/a"]'}
            """
        let document = "{servers: [{url: old}], paths: {/a: {get: 1}, /b: {put: 2}}}"
        let (json, said) = try apply(actions, to: document)
        #expect(json == #"{"paths": {"/a": {"get": 1},"/b": {"put": 2,"get": 1}},"servers": [{"url": "new","x": 1}]}"#)
        #expect(said == [])
    }

    /// Overlay 1.0 has no such update, and what it means is plain.
    @Test func aSingleValueInOverlay10() throws {
        let (json, said) = try apply("- {target: $.a, update: y}", to: "{a: x}", version: "1.0.0")
        #expect(json == #"{"a": "y"}"#)
        #expect(
            said == [
                "o.yaml:4:12: warning: '$.a' selects a single value, which Overlay 1.0 can't update; it is updated as 1.1 has "
                    + "it: write overlay: 1.1.0, or select the mapping around it [overlay-primitive-target]"
            ])
    }

    @Test func insertedNodesKeepTheirPlaceInTheOverlay() throws {
        var diagnostics = Diagnostics()
        let document = try #require(tree("info:\n  title: x\n  version: 1\n", name: "api.yaml", &diagnostics))
        let text =
            "overlay: 1.0.0\ninfo: {title: t, version: v}\nactions:\n  - target: $.info\n    update:\n      a: {b: 1}\n"
            + "      version: 2\n"
        let node = try #require(tree(text, name: "o.yaml", &diagnostics))
        let overlay = try #require(Overlay(decoding: node, &diagnostics))
        let info = try #require(overlay.apply(to: document, &diagnostics).mapping?["info"]?.mapping)
        let title = try #require(info.entry("title"))
        let added = try #require(info.entry("a"))
        #expect(diagnostics.name(of: title.value.position.file) == "api.yaml")
        #expect(diagnostics.name(of: added.keyPosition.file) == "o.yaml")
        #expect([added.keyPosition.line, added.keyPosition.column] == [6, 7])
        #expect(added.value.mapping?["b"]?.position.column == 14)
        let replaced = try #require(info.entry("version"))
        #expect(replaced.keyPosition.file == added.keyPosition.file)
        #expect([replaced.keyPosition.line, replaced.value.position.line] == [7, 7])
    }

    @Test(arguments: [
        (
            "- {target: $.x, remove: true}", "1.1.0",
            "o.yaml:4:12: warning: '$.x' matches nothing in the document; fix the path or delete the action "
                + "[overlay-target-matches-nothing]"
        ),
        (
            "- {target: '$..x', update: {b: 1}}", "1.1.0",
            "o.yaml:4:12: warning: '$..x' matches nothing in the document; fix the path or delete the action "
                + "[overlay-target-matches-nothing]"
        ),
        (
            "- {target: $.x, update: {b: 1}}", "1.1.0",
            "o.yaml:4:12: error: '$.x' matches nothing in the document; fix the path or delete the action "
                + "[overlay-target-matches-nothing]"
        ),
        (
            "- {target: $, remove: true}", "1.1.0",
            "o.yaml:4:12: error: the whole document can't be removed; name what to remove below '$' [overlay-removes-root]"
        ),
        (
            "- {target: $.a, update: {b: 1}}", "1.1.0",
            "o.yaml:4:25: error: '$.a' is a string, and can't be updated with a mapping; "
                + "remove the old value in an action of its own, if that is what you want [overlay-incompatible]"
        ),
        (
            "- {target: $, update: {a: [1]}}", "1.1.0",
            "o.yaml:4:27: error: 'a' in '$' is a string, and can't be updated with a list; remove the old value in an "
                + "action of its own, if that is what you want [overlay-incompatible]"
        ),
        (
            "- {target: $, update: {o: null}}", "1.1.0",
            "o.yaml:4:27: error: 'o' in '$' is a mapping, and can't be updated with null; "
                + "delete this line [overlay-incompatible]"
        ),
        (
            "- {target: $.*, update: y}", "1.1.0",
            "o.yaml:4:12: error: '$.*' selects nodes of different kinds; "
                + "select mappings only, or lists, or single values [overlay-mixed-targets]"
        ),
        (
            "- {target: $.o, copy: $.*}", "1.1.0",
            "o.yaml:4:23: error: 'copy' takes one node, but '$.*' selects 3; fix the path [overlay-copy-source]"
        ),
        (
            "- {target: $.o, copy: $.x}", "1.1.0",
            "o.yaml:4:23: error: 'copy' takes one node, but '$.x' selects none; fix the path [overlay-copy-source]"
        ),
        (
            "- {target: $.o, copy: $.a}", "1.0.0",
            "o.yaml:4:17: error: 'copy' came with Overlay 1.1; write overlay: 1.1.0 [overlay-copy-version]"
        ),
        (
            "- {target: $.o, copy: $.a, update: {}}", "1.1.0",
            "o.yaml:4:17: error: an action has 'update' or 'copy'; make two actions of this one [overlay-update-and-copy]"
        ),
        (
            "- {target: $.a-b, remove: true}", "1.1.0",
            "o.yaml:4:12: error: '$.a-b' isn't a JSONPath (RFC 9535): character 4: the path can't go on with '-'; "
                + "a name with '-' is written ['x-name'] [malformed-jsonpath]"
        ),
        (
            "- {target: $.o}", "1.1.0",
            "o.yaml:4:3: note: this action changes nothing; give it 'update', 'copy' or 'remove: true' [overlay-empty-action]"
        ),
    ])
    func saysWhatCannotBeDone(action: String, version: String, message: String) throws {
        let (json, said) = try apply(action, to: "{a: x, l: [], o: {}}", version: version)
        #expect(json == #"{"a": "x","l": [],"o": {}}"#)
        #expect(said == [message])
    }

    /// The document would lack what such an update says; a search may find nothing, and what is to be removed may be gone.
    @Test(arguments: [
        ("{target: $.x, update: {b: 1}}", "error"), ("{target: $.x, copy: $.o}", "error"),
        ("{target: '$..x', update: {b: 1}}", "warning"), ("{target: $.x, remove: true}", "warning"),
    ])
    func updatesThatAreLost(action: String, severity: String) throws {
        var diagnostics = Diagnostics()
        let document = try #require(tree("{o: {}}", name: "api.yaml", &diagnostics))
        let text = "overlay: 1.1.0\ninfo: {title: t, version: v}\nactions:\n  - \(action)\n"
        let node = try #require(tree(text, name: "o.yaml", &diagnostics))
        let overlay = try #require(Overlay(decoding: node, &diagnostics))
        _ = overlay.apply(to: document, &diagnostics)
        #expect(diagnostics.entries.map(\.severity.rawValue) == [severity])
    }

    @Test func stopsGrowth() throws {
        let doubling = String(repeating: "- {target: $.o, copy: $.l}\n- {target: $.l, copy: $.l}\n", count: 30)
        let (_, said) = try apply(doubling, to: "{o: [], l: [1, 2]}")
        #expect(said.contains { $0.hasSuffix("[overlay-too-large]") })
        let deep = String(repeating: "[", count: 505) + String(repeating: "]", count: 505)
        let target = "$" + String(repeating: "[0]", count: 10)
        let document = String(repeating: "[", count: 11) + String(repeating: "]", count: 11)
        let tooDeep = try apply("- {target: '\(target)', update: \(deep)}\n", to: document)
        #expect(tooDeep.said.contains { $0.hasSuffix("[overlay-too-large]") })
    }
}
