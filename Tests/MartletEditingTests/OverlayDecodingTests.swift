// What is said of documents that break the rules of the Overlay Specification.

import MartletEditing
import MartletSource
import Testing

@Suite struct OverlayDecodingTests {
    private func decode(_ text: String) -> (overlay: Overlay?, said: [String]) {
        var diagnostics = Diagnostics()
        let overlay = tree(text, name: "o.yaml", &diagnostics).flatMap { Overlay(decoding: $0, &diagnostics) }
        return (overlay, diagnostics.rendered())
    }

    @Test func decodesAll() throws {
        let (overlay, said) = decode(
            """
            overlay: 1.1.2
            info: {title: A, version: '1', description: D, x-a: 1}
            extends: api.yaml
            x-b: {}
            actions:
              - {target: $.a, description: first, remove: true, update: {}}
              - {target: $.b, update: 1, x-c: 2}
              - {target: $.c, copy: $.b}
            """)
        let decoded = try #require(overlay)
        #expect(said == [])
        #expect(decoded.version == .v1_1)
        #expect([decoded.info.title, decoded.info.version, decoded.info.description] == ["A", "1", "D"])
        #expect(decoded.extends == "api.yaml")
        #expect(decoded.actions.map(\.target.path.text) == ["$.a", "$.b", "$.c"])
        #expect(decoded.actions[0].description == "first")
    }

    private static let info = "info: {title: t, version: v}\n"
    private static let actions = "actions: [{target: $, update: {}}]\n"

    @Test(arguments: [
        ("- a\n", "o.yaml:1:1: error: an overlay must be a mapping, but this is a list [overlay-structure]"),
        (info + actions, "o.yaml:1:1: error: an overlay needs 'overlay'; add 'overlay: …' [overlay-structure]"),
        (
            "overlay: 1.1\n" + info + actions,
            "o.yaml:1:10: error: '1.1' isn't a supported version of overlays; write 1.0.0 or 1.1.0 [overlay-version]"
        ),
        (
            "overlay: 2.0.0\n" + info + actions,
            "o.yaml:1:10: error: '2.0.0' isn't a supported version of overlays; write 1.0.0 or 1.1.0 [overlay-version]"
        ),
        ("overlay: 1.0.0\n" + actions, "o.yaml:1:1: error: an overlay needs 'info'; add 'info: …' [overlay-structure]"),
        (
            "overlay: 1.0.0\ninfo: x\n" + actions,
            "o.yaml:2:7: error: 'info' must be a mapping, but this is a string [overlay-structure]"
        ),
        (
            "overlay: 1.0.0\ninfo: {version: v}\n" + actions,
            "o.yaml:2:7: error: 'info' needs 'title'; add 'title: …' [overlay-structure]"
        ),
        (
            "overlay: 1.0.0\ninfo: {title: t, version: 1.0}\n" + actions,
            "o.yaml:2:27: error: 'version' must be a string, but this is a number; put it in quotes [overlay-structure]"
        ),
        (
            "overlay: 1.0.0\n" + info,
            "o.yaml:1:1: error: an overlay needs 'actions'; add 'actions: …' [overlay-structure]"
        ),
        (
            "overlay: 1.0.0\n" + info + "actions: {}\n",
            "o.yaml:3:10: error: 'actions' must be a list of at least one action, but this is a mapping "
                + "[overlay-structure]"
        ),
        (
            "overlay: 1.0.0\n" + info + "actions: []\n",
            "o.yaml:3:10: error: 'actions' must be a list of at least one action, but this is empty [overlay-structure]"
        ),
        (
            "overlay: 1.0.0\n" + info + "actions: [1]\n",
            "o.yaml:3:11: error: an action must be a mapping, but this is an integer [overlay-structure]"
        ),
        (
            "overlay: 1.0.0\n" + info + "actions: [{update: {}}]\n",
            "o.yaml:3:11: error: an action needs 'target'; add 'target: …' [overlay-structure]"
        ),
        (
            "overlay: 1.0.0\n" + info + "actions: [{target: $.a, remove: maybe}]\n",
            "o.yaml:3:33: error: 'remove' must be a boolean, but this is a string [overlay-structure]"
        ),
        (
            "overlay: 1.0.0\n" + info + "extends: []\n" + actions,
            "o.yaml:3:10: error: 'extends' must be a string, but this is a list [overlay-structure]"
        ),
    ])
    func refuses(text: String, message: String) {
        let (overlay, said) = decode(text)
        #expect(overlay == nil)
        #expect(said == [message])
    }

    @Test(arguments: [
        (
            "overlay: 1.0.0\n" + info + "action: 1\n" + actions,
            "o.yaml:3:1: warning: an overlay has no field 'action'; "
                + "fix the name, or begin it with x- if it is your own [overlay-unknown-field]"
        ),
        (
            "overlay: 1.0.0\n" + info + "actions: [{target: $, updates: {}, update: {}}]\n",
            "o.yaml:3:23: warning: an action has no field 'updates'; "
                + "fix the name, or begin it with x- if it is your own [overlay-unknown-field]"
        ),
        (
            "overlay: 1.0.0\n" + info + "actions:\n- {target: $, update: 1}\n- {target: $, update: 1}\n",
            "o.yaml:5:3: warning: this action is already listed above; delete one of them [overlay-repeated-action]"
        ),
    ])
    func warns(text: String, message: String) {
        let (overlay, said) = decode(text)
        #expect(overlay != nil)
        #expect(said == [message])
    }
}
