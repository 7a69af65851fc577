// An overlay as YAML, each action under the reason for it.

import MartletSource

struct OverlayText {
    let text: String

    /// - Parameter document: the name of the document that the overlay is for.
    init(_ actions: [OverlayAction], for document: String) {
        let name = PathStem.last(of: document)
        var lines = [
            "# Made by martlet reconcile from recorded traffic: what the document lacks to be true of it.",
            "# Review each action, and delete those that describe a fault of the service.",
            "overlay: 1.0.0",
            "info:",
            "  title: " + Self.scalar("What \(name) lacks, by recorded traffic"),
            "  version: 1.0.0",
            "extends: " + Self.scalar(name),
            "actions:",
        ]
        for action in actions {
            if !action.reasons.isEmpty { lines.append("") }
            lines += action.reasons.map { "  # " + Self.comment($0) }
            lines.append("  - target: " + Self.scalar(action.target))
            if let update = action.update {
                lines.append("    update:")
                lines += update.yamlText.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                    .map { $0.isEmpty ? "" : "      " + $0 }
            } else {
                lines.append("    remove: true")
            }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func scalar(_ text: String) -> String {
        String(Node.made(text).yamlText.dropLast())
    }

    /// One line of printable text: what a service sends must not end the comment.
    private static func comment(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control ? " " : scalar
                }))
    }
}

/// The last step of a path.
enum PathStem {
    static func last(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
