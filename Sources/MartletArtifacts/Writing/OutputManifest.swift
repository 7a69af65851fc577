// The list of the files that martlet made in a folder: only these are ever removed.

internal import MartletTemplates

struct OutputManifest {
    static let name = ".martlet"

    /// Sorted, each once.
    let names: [String]
    /// As it is written: a line that says what this is, and a line for each name.
    let text: String

    init(names: [String]) {
        let names = Set(names).sorted()
        self.names = names
        let title =
            "# The files here that martlet \(MartletVersion.current) generated; it removes what it no longer generates."
        text = ([title] + names).map { $0 + "\n" }.joined()
    }

    /// Reads what a run wrote. Lines that no run writes, such as those of a merge conflict, name no file to remove.
    init(parsing text: String) {
        names = Set(text.split(whereSeparator: \.isNewline).map(String.init).filter(Self.isPlain)).sorted()
        self.text = text
    }

    /// Whether `name` stays in its folder, and is none of the tool's own files.
    static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.hasPrefix("#") && !name.contains { $0 == "/" || $0.isNewline }
    }
}
