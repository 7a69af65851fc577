// Ignore and severity files: by id, by pointer, by fingerprint.

import MartletSource
import Testing

@testable import MartletDiff

@Suite struct RulingTests {
    private let pair: ReportPair

    init() throws {
        let old = """
            openapi: 3.1.0
            info: {title: Pets, version: 1.0.0}
            paths: {}
            components: {schemas: {Pet: {type: object, properties: {name: {type: string}, age: {type: integer}}}}}
            """
        pair = try ReportPair(
            old: old,
            new: old.split(separator: "name: {type: string}, age: {type: integer}").joined(
                separator: "name: {type: integer}"))
    }

    private func titles(ignoring text: String) throws -> [String] {
        var diagnostics = Diagnostics()
        var rulings = Rulings()
        rulings.ignore(text, file: diagnostics.addFile("ignore.txt"), &diagnostics)
        #expect(diagnostics.rendered() == [])
        return pair.report(rulings).entries.flatMap { entry in entry.source.map { "\(entry.title) \($0.id)" } }
    }

    @Test func ignores() throws {
        let all = ["Pet.age source-property-removed", "Pet.name source-property-type-changed"]
        #expect(try titles(ignoring: "# nothing\n\n// at all\n") == all)
        #expect(try titles(ignoring: "source-property-removed") == [all[1]])
        #expect(try titles(ignoring: "#/components/schemas/Pet/properties/name") == [all[0]])
        #expect(try titles(ignoring: "#/components/schemas/Pet") == [])
        // As editors of Windows write it.
        let windows = "\u{FEFF}# known\r\nsource-property-removed\r\n\r\ncallback-request-property-removed\r\n"
        #expect(try titles(ignoring: windows) == [all[1]])
        #expect(try titles(ignoring: "source-property-removed #/components/schemas/Pet/properties/name") == all)
        let fingerprint = pair.report().entries.first { $0.title == "Pet.age" }?.fingerprint ?? ""
        #expect(try titles(ignoring: fingerprint) == [all[1]])
    }

    /// A rule holds for callbacks too, and levels of Swift source are none of the wire.
    @Test func levelsOfOtherRules() throws {
        var diagnostics = Diagnostics()
        var rulings = Rulings()
        let file = diagnostics.addFile("levels.txt")
        rulings.severity("response-optional-property-removed none", file: file, &diagnostics)
        let finding = WireFinding(
            id: "callback-response-optional-property-removed", level: .breaking, direction: .response, message: "")
        #expect(rulings.ruled(finding) == nil)
        #expect(diagnostics.rendered() == [])
        rulings.severity("response-optional-property-removed compatible", file: file, &diagnostics)
        #expect(
            diagnostics.rendered() == [
                "levels.txt:1:1: error: 'compatible' is a level of Swift source, and 'response-optional-property-removed' a rule of the "
                    + "wire; write breaking, warning, info or none [unknown-level]"
            ])
    }

    @Test func levels() throws {
        var diagnostics = Diagnostics()
        var rulings = Rulings()
        let text = "source-property-removed warning\nsource-property-type-changed none\n"
        rulings.severity(text, file: diagnostics.addFile("levels.txt"), &diagnostics)
        #expect(diagnostics.rendered() == [])
        let report = pair.report(rulings)
        #expect(report.entries.flatMap(\.source).map(\.level) == [.warning])
        #expect(report.advice?.source.bump == .minor)
    }

    @Test func faults() {
        var diagnostics = Diagnostics()
        var rulings = Rulings()
        rulings.ignore("what?", file: diagnostics.addFile("ignore.txt"), &diagnostics)
        rulings.ignore("endpoint-aded", file: FileID(index: 0), &diagnostics)
        let levels = "\nendpoint-added\nendpoint-added loud\nwhat info"
        rulings.severity(levels, file: diagnostics.addFile("levels.txt"), &diagnostics)
        #expect(
            diagnostics.rendered() == [
                "ignore.txt:1:1: error: 'what?' isn't the id of a rule, a pointer that begins with '#/' or a fingerprint "
                    + "of 12 digits; copy one from what 'martlet diff' prints [unknown-rule]",
                "ignore.txt:1:1: error: no rule is called 'endpoint-aded'; did you mean 'endpoint-added'?; "
                    + "'martlet explain --rules' lists them all [unknown-rule]",
                "levels.txt:2:1: error: 'endpoint-added' doesn't give a rule a level; write its id and one of breaking, warning, "
                    + "conditional, info and none [unknown-level]",
                "levels.txt:3:1: error: 'loud' doesn't give a rule a level; write its id and one of breaking, warning, "
                    + "conditional, info and none [unknown-level]",
                "levels.txt:4:1: error: no rule is called 'what'; 'martlet explain --rules' lists them all [unknown-rule]",
            ])
    }
}
