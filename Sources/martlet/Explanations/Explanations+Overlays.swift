// Explanations of overlays (OpenAPI Overlay 1.0 and 1.1) and their JSONPath.

extension Explanation {
    private static func actions(_ text: String, _ version: String = "1.1.0") -> Example {
        .text("overlay: \(version)\ninfo: {title: Fixes, version: '1'}\nactions:\n- \(text)")
    }

    static let ofOverlays = [
        Explanation(
            "costly-jsonpath",
            "Following the path would take more steps than any document needs, as several `..` behind one another do.",
            repair: "Name the way to the target more closely.", actions("{target: '$..*..*..*..*', remove: true}")),
        Explanation(
            "malformed-jsonpath",
            "The target isn't a JSONPath (RFC 9535). The message says at which character it ends.",
            repair: "Fix the path; names with other characters are written `['x-name']`.",
            actions("{target: $.a-b, remove: true}")),
        Explanation(
            "overlay-copy-source", "`copy` takes one node, and its path selects none or several.",
            repair: "Narrow the path to one node.", actions("{target: $.info, copy: $.paths.*}")),
        Explanation(
            "overlay-copy-version", "`copy` came with Overlay 1.1, and the overlay says that it is 1.0.",
            repair: "Write `overlay: 1.1.0`.", actions("{target: $.info, copy: $.x-info}", "1.0.0")),
        Explanation(
            "overlay-empty-action", "The action has neither `update` nor `copy` nor `remove: true`.",
            repair: "Give it one of them, or delete it.", actions("{target: $.info}")),
        Explanation(
            "overlay-incompatible",
            "An update merges mappings with mappings and adds to lists. What stands at the target is of another kind than "
                + "the update.",
            repair: "Remove the old value in an action of its own first.",
            actions("{target: $.info.title, update: {a: b}}")),
        Explanation(
            "overlay-mixed-targets", "The path selects nodes of different kinds, which no one update fits.",
            repair: "Select mappings only, or lists, or single values.", actions("{target: $.info.*, update: x}")),
        Explanation(
            "overlay-primitive-target",
            "Overlay 1.0 updates mappings and lists, but not single values. The value is updated all the same, as Overlay 1.1 has it.",
            repair: "Write `overlay: 1.1.0`, or select the mapping around it.",
            actions("{target: $.info.title, update: x}", "1.0.0")),
        Explanation(
            "overlay-removes-root", "The action removes the whole document.", repair: "Name what to remove below `$`.",
            actions("{target: $, remove: true}")),
        Explanation(
            "overlay-repeated-action", "The overlay has the same action twice.", repair: "Delete one of them.",
            actions("{target: $.a, remove: true}\n- {target: $.a, remove: true}")),
        Explanation(
            "overlay-structure",
            "The overlay lacks a field, or has another kind of value in it than its specification "
                + "says.", repair: "Write what the message names.", .text("overlay: 1.1.0\nactions: []")),
        Explanation(
            "overlay-target-matches-nothing",
            "The path of an action selects nothing, so that the action does nothing: the document has changed, or the "
                + "path is wrong.",
            repair: "Fix the path, or delete the action.", actions("{target: $.paths['/gone'], remove: true}")),
        Explanation(
            "overlay-too-large", "With the change, the document would be larger or deeper than documents get.",
            repair: "Change less at once.", actions("{target: '$..*', copy: $}")),
        Explanation(
            "overlay-unknown-field", "Overlays have no field of that name.",
            repair: "Fix the name; begin it with `x-` if it is your own.", actions("{target: $.info, updates: {}}")),
        Explanation(
            "overlay-update-and-copy", "An action does one thing: it updates, copies or removes.",
            repair: "Make two actions of it.", actions("{target: $.info, update: {}, copy: $.x-info}")),
        Explanation(
            "overlay-version", "Martlet reads overlays of versions 1.0 and 1.1.", repair: "Write one of them.",
            .text("overlay: 2.0.0")),
    ]
}
