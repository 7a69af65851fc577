// What version a change calls for, and whether `info.version` has it.

import Testing

@testable import MartletDiff

@Suite struct VersionAdviceTests {
    @Test(arguments: [
        ("1.2.0", "2.0.0", true, "info.version went from 1.2.0 to 2.0.0, which is enough"),
        ("1.2.0", "1.3.0", false, "info.version went from 1.2.0 to 1.3.0; 2.0.0 is called for"),
        ("1.2.0", "1.2.0", false, "info.version is still 1.2.0; 2.0.0 is called for"),
        ("v1.2", "v2.0", true, "info.version went from v1.2 to v2.0, which is enough"),
        ("0.3.1", "0.4.0", true, "info.version went from 0.3.1 to 0.4.0, which is enough"),
        (
            "1.2.0-beta.1", "1.2.0", true, "info.version went from 1.2.0-beta.1 to 1.2.0, which is enough"
        ),
        ("1.2.0", "2.0.0-beta.1", true, "info.version went from 1.2.0 to 2.0.0-beta.1, which is enough"),
        ("0.3.1", "0.3.2", false, "info.version went from 0.3.1 to 0.3.2; 0.4.0 is called for"),
        ("2.0.0", "1.0.0", false, "info.version went from 2.0.0 to 1.0.0, which is backwards; 3.0.0 is called for"),
        (
            "2024-05-01", "2024-06-01", true,
            "info.version went from '2024-05-01' to '2024-06-01', which aren't semantic versions: nothing to check"
        ),
        ("1", "1", true, "info.version is still '1', which isn't a semantic version: nothing to check"),
    ]) func breaking(_ old: String, _ new: String, _ isEnough: Bool, _ check: String) {
        let advice = VersionAdvice([Self.entry(.breaking)], old: old, new: new)
        #expect(advice.check == check)
        #expect(advice.isEnough == isEnough)
        #expect(advice.source.bump == .major)
        #expect(advice.source.text == "1 change breaks Swift source: 'Pet' is gone")
        #expect(advice.wire.bump == .patch)
    }

    @Test func additions() {
        let advice = VersionAdvice([Self.entry(.compatible)], old: "1.0.0", new: "1.0.1")
        #expect(advice.source.bump == .minor)
        #expect(advice.check == "info.version went from 1.0.0 to 1.0.1; 1.1.0 is called for")
    }

    /// The gravest change is the reason, wherever it stands.
    @Test func reasons() {
        let entries = [WireFinding.Level.info, .warning, .info].enumerated().map { place, level in
            Entry(
                component: "#/a", title: "a",
                wire: [
                    .init(id: "id", level: level, message: "change \(place)", directions: [.request], operations: [])
                ], source: [], operations: [], samplePath: "", fingerprint: "0123456789ab")
        }
        #expect(
            VersionAdvice(entries, old: "1.0.0", new: "1.1.0").wire.text
                == "nothing breaks running programs, but something changes: change 1")
    }

    @Test(arguments: [
        ("1.0.0", "1.0.0", "info.version is still 1.0.0, and nothing changed"),
        ("1.0.0", "1.0.1", "info.version went from 1.0.0 to 1.0.1, and nothing changed"),
    ]) func nothing(_ old: String, _ new: String, _ check: String) {
        #expect(VersionAdvice([], old: old, new: new).check == check)
    }

    private static func entry(_ level: SourceFinding.Level) -> Entry {
        let finding = SourceFinding(
            id: "source-type-removed", level: level, message: "'Pet' is gone", symbol: "Pet")
        return Entry(
            component: "#/components/schemas/Pet", title: "Pet", wire: [], source: [finding], operations: [],
            samplePath: "", fingerprint: "0123456789ab")
    }
}
