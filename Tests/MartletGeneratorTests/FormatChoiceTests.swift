// The key `formats` of a configuration, and what it makes of formats.

import MartletIR
import MartletSource
import Testing

@testable import MartletConfiguration
@testable import MartletLowering

@Suite struct FormatChoiceTests {
    private func read(_ text: String) throws -> (Configuration?, [String]) {
        var diagnostics = Diagnostics()
        let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array(text.utf8) })
        let node = try #require(reader.read("martlet.yaml", &diagnostics))
        let configuration = ConfigurationReader(path: "martlet.yaml").read(node, &diagnostics)
        return (configuration, diagnostics.rendered())
    }

    @Test func choicesAreRead() throws {
        let (configuration, said) = try read("spec: a.yaml\nformats: {unixtime: date, date-time: plain}")
        #expect(configuration?.formats == ["unixtime": .date, "date-time": .plain])
        #expect(said == [])
    }

    @Test func otherChoicesAreErrors() throws {
        let unknown = try read("spec: a.yaml\nformats: {unixtime: moment, uuid: [plain]}")
        #expect(
            unknown.1 == [
                "martlet.yaml:2:21: error: 'unixtime' must be 'date' or 'plain' [bad-configuration]",
                "martlet.yaml:2:35: error: 'uuid' must be 'date' or 'plain' [bad-configuration]",
            ])
        #expect(
            try read("spec: a.yaml\nformats: [unixtime]").1 == [
                "martlet.yaml:2:10: error: 'formats' must be a mapping such as {unixtime: date} [bad-configuration]"
            ])
    }

    @Test func theyDecideTypes() throws {
        let snippet = try Snippet(
            schemas: """
                X: {type: object, properties: {a: {type: integer, format: unixtime}, b: {type: number, format: unixtime},
                    c: {type: string, format: date-time}, d: {type: string, format: date}}}
                """)
        let types = { (formats: [String: FormatChoice]) throws -> [TypeReference] in
            let lowered = LoweredAPI(snippet) { $0.formats = formats }
            guard case .structure(let structure) = try lowered.type("X").kind else { return [] }
            return structure.properties.map(\.type)
        }
        #expect(
            try types([:]) == [.builtin(.int), .builtin(.double), .builtin(.timestamp), .builtin(.calendarDate)])
        #expect(
            try types(["unixtime": .date, "date-time": .plain])
                == [.builtin(.unixTime), .builtin(.double), .builtin(.string), .builtin(.calendarDate)])
    }

    @Test func whatMayBeAnIntegerIsAStringWhereThatIsChosen() throws {
        let snippet = try Snippet(schemas: "X: {type: string, format: int-or-string}")
        let lowered = LoweredAPI(snippet) { $0.formats = ["int-or-string": .plain] }
        #expect(try lowered.type("X").kind == .alias(.builtin(.string)))
        #expect(lowered.said == [])
    }

    @Test func choicesInVainAreReported() throws {
        let snippet = try Snippet(
            schemas:
                "X: {type: object, properties: {a: {type: string, format: date-time}, b: {type: string, format: uuid}}}"
        )
        var configuration = Configuration(spec: "in.yaml")
        configuration.formats = ["uuid": .plain, "date_time": .plain, "unixtime": .date]
        var diagnostics = snippet.diagnostics
        _ = Lowering(snippet.document, configuration).api(&diagnostics)
        #expect(
            diagnostics.entries.map { "\($0.severity.rawValue): \($0.message)" } == [
                "warning: no schema that code is generated from has the format 'date_time'; did you mean 'date-time'?",
                "note: no schema that code is generated from has the format 'unixtime'",
            ])
    }
}
