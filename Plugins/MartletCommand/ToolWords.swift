// What martlet is run with, by what stands after `swift package martlet`.

struct ToolWords {
    /// The options of `generate` and `update` whose next word is their value, and no input.
    static let optionsWithValues: Set<String> = [
        "--output", "-o", "--overlay", "--include-tag", "--include-operation", "--unknown-members", "--namespace",
        "--templates", "--shards", "--docs", "--planned-output", "--planned-input", "--aliases-from", "--allow-outside",
        "--limit", "--cache",
    ]

    /// `martlet.yaml`, `openai.martlet.yaml`, and the same with `.yml`, as martlet finds them in folders.
    static func isConfiguration(_ name: String) -> Bool {
        ["martlet.yaml", "martlet.yml"].contains { name == $0 || name.hasSuffix("." + $0) && !name.hasPrefix(".") }
    }

    private let words: [String]

    /// `check` is `generate --check`.
    init(_ words: [String]) {
        self.words =
            words.isEmpty ? ["--help"] : words.first == "check" ? ["generate", "--check"] + words.dropFirst() : words
    }

    /// Whether the command runs over the configurations of targets; to others, words go as they are.
    var takesTargets: Bool {
        ["generate", "update"].contains(words[0]) && !words.contains("--help") && !words.contains("-h")
    }

    /// The words, where they take no targets.
    var asTheyAre: [String] {
        words
    }

    /// The words with the folders of targets as inputs: of those that `--target` names, beside other inputs; or of all, where
    /// the words name no input.
    ///
    /// - Parameter folders: those of the targets with the names, or of all targets for no names.
    func arguments(_ folders: ([String]) throws -> [String]) rethrows -> [String] {
        var names: [String] = []
        var kept: [String] = []
        var rest = words.dropFirst()
        var hasInput = false
        while let word = rest.popFirst() {
            if word == "--target", let name = rest.popFirst() {
                names.append(name)
                continue
            }
            if word.hasPrefix("--target=") {
                names.append(String(word.dropFirst("--target=".count)))
                continue
            }
            kept.append(word)
            if Self.optionsWithValues.contains(word) {
                if let next = rest.first, next == "-" || !next.hasPrefix("-") { kept.append(rest.removeFirst()) }
            } else if word == "-" || !word.hasPrefix("-") {
                hasInput = true
            }
        }
        let added = names.isEmpty && hasInput ? [] : try folders(names)
        return [words[0]] + kept + added
    }
}
