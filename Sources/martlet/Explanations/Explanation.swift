// What a diagnostic means, for whom its line is too short.

import MartletSource

struct Explanation: Sendable {
    /// A text that gives rise to the diagnostic.
    enum Example: Sendable {
        /// A Schema Object, in a document of OpenAPI 3.1.
        case schema(String)
        /// What follows `openapi: 3.1.0` and `info`.
        case rest(String)
        /// A whole document.
        case document(String)
        /// Anything else: a configuration, an overlay, a call.
        case text(String)

        var text: String {
            switch self {
            case .schema(let text), .rest(let text), .document(let text), .text(let text): text
            }
        }
    }

    let id: String
    /// What it means, and why it matters.
    let meaning: String
    /// What to do about it; where the document isn't yours, an overlay does it.
    let repair: String
    let example: Example

    init(_ id: String, _ meaning: String, repair: String, _ example: Example) {
        self.id = id
        self.meaning = meaning
        self.repair = repair
        self.example = example
    }

    /// All there are, in the order of their ids.
    static let all: [Explanation] =
        (ofTexts + ofReferences + ofDocuments + ofOperations + ofParameters + ofBodies + ofSchemas + ofTypes + ofUnions
        + ofKeywords + ofStreams + ofStructured + ofBundles + ofOverlays + ofRuns + ofDifferences).sorted {
            $0.id < $1.id
        }

    /// The page that `martlet explain` prints.
    var lines: [String] {
        [id, ""] + Self.wrapped(meaning) + [""] + Self.wrapped("What to do: " + repair) + ["", "Example:", ""]
            + example.text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    }

    /// The same, for other programs.
    var node: Node {
        .made([
            ("id", .made(id)), ("meaning", .made(meaning)), ("repair", .made(repair)), ("example", .made(example.text)),
        ])
    }

    private static func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if line.count + word.count + 1 > 100 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + [line]
    }
}
