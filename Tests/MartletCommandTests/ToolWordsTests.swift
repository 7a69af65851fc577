// What the command plugin runs martlet with. The plugin's own source is linked into these tests, since a plugin can't be
// imported.

import MartletCommandLine
import MartletTestSupport
import Testing

@testable import martlet

@Suite struct ToolWordsTests {
    @Test(arguments: ConfigurationNames.rows) func names(_ name: String, _ isConfiguration: Bool) {
        #expect(ToolWords.isConfiguration(name) == isConfiguration)
        #expect(InputSearch.isConfiguration(name) == isConfiguration)
    }

    @Test(arguments: [
        ("generate", "generate Sources/A Sources/B"),
        ("check --quiet", "generate --check --quiet Sources/A Sources/B"),
        ("check --target A", "generate --check Sources/A"),
        ("update --target=B --dry-run", "update --dry-run Sources/B"),
        // The value of an option is no input, though it may be the name of a file.
        ("check --allow-outside Sources", "generate --check --allow-outside Sources Sources/A Sources/B"),
        ("generate --allow-outside=Sources", "generate --allow-outside=Sources Sources/A Sources/B"),
        // An input that isn't there is one too, of which martlet says that.
        ("generate Sources/A/martlet.yml", "generate Sources/A/martlet.yml"),
        ("generate -o API -", "generate -o API -"),
        ("generate --target A Sources/C", "generate Sources/C Sources/A"),
        ("generate --help", "generate --help"),
    ])
    func inputsOfTargets(_ said: String, _ run: String) {
        let words = ToolWords(said.split(separator: " ").map(String.init))
        let arguments = words.takesTargets ? words.arguments(folders) : words.asTheyAre
        #expect(arguments.joined(separator: " ") == run)
    }

    @Test(arguments: [
        ("", "--help"), ("diff a.yaml b.yaml", "diff a.yaml b.yaml"), ("validate --target A", "validate --target A"),
    ])
    func otherCommands(_ said: String, _ run: String) {
        let words = ToolWords(said.split(separator: " ").map(String.init))
        #expect(!words.takesTargets)
        #expect(words.asTheyAre.joined(separator: " ") == run)
    }

    @Test func allOptionsWithValuesAreKnown() {
        let usages = AllCommands.usages.filter { ["generate", "update"].contains($0.name) }
        let options = usages.flatMap(\.allOptions).filter { $0.value != nil }
        #expect(Set(options.flatMap { [$0.name, $0.short].compactMap { $0 } }) == ToolWords.optionsWithValues)
    }

    private func folders(_ names: [String]) -> [String] {
        (names.isEmpty ? ["A", "B"] : names).map { "Sources/" + $0 }
    }
}
