// Explanations of the files that say what is known of the differences between two versions.

extension Explanation {
    static let ofDifferences = [
        Explanation(
            "unknown-level", "A line of a severity file doesn't give a rule one of the known levels.",
            repair: "Write the rule's id and one of `breaking`, `warning`, `conditional`, `info` and `none`.",
            .text("source-init-order-changed  loud")),
        Explanation(
            "unknown-rule",
            "A word of an ignore or severity file is neither a rule's id, nor a pointer, nor the fingerprint of an "
                + "entry.",
            repair: "Take it from what `martlet diff` prints.", .text("components/schemas/Pet")),
    ]
}
