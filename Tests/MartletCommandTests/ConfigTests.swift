// `martlet config`: which settings count, and where each comes from.

import Foundation
import MartletConfiguration
import MartletTestSupport
import Testing

@Suite struct ConfigTests {
    private static let configuration = """
        spec: openapi.yaml
        overlays:
          - first.yaml
          - second.yaml
        include: {tags: [Lamp]}
        strict: true
        pagination: {a: none, b: {style: cursor, parameter: after}}
        environment:
          credentials: {bearerAuth: KEY}

        """

    @Test func everySettingSaysWhereItIsFrom() throws {
        let folder = try TemporaryFolder()
        try folder.write("api/martlet.yaml", Self.configuration)
        let words = ["--overlay", "third.yaml", "-o", "Out", "--unknown-members", "keep"]
        let run = try ToolRun(["config", "explain", "api/martlet.yaml"] + words, in: folder)
        let table = """
            spec                                api/openapi.yaml  api/martlet.yaml:1:7
            source                              not set           default
            changelog                           not set           default
            overlays                            api/first.yaml    api/martlet.yaml:3:5
                                                api/second.yaml   api/martlet.yaml:4:5
                                                third.yaml        --overlay
            output                              Out               --output
            namespace                           not set           default
            include.tags                        Lamp              api/martlet.yaml:5:18
            exclude                             not set           default
            unknownMembers                      keep              --unknown-members
            explicitNull                        false             default
            formats                             not set           default
            shards                              1                 default
            templates                           not set           default
            strict                              true              api/martlet.yaml:6:9
            environment.credentials.bearerAuth  KEY               api/martlet.yaml:9:29
            idempotencyHeader                   not set           default
            pagination.a.style                  none              api/martlet.yaml:7:17
            pagination.b.parameter              after             api/martlet.yaml:7:53
            pagination.b.style                  cursor            api/martlet.yaml:7:34

            """
        #expect(run == ToolRun(code: 0, output: table))
    }

    @Test func optionsReplaceWhatTheyReplaceInARun() throws {
        let folder = try TemporaryFolder()
        try folder.write("martlet.yaml", Self.configuration)
        let run = try ToolRun(["config", "explain", "--include-operation", "x", "--json"], in: folder)
        #expect(run.code == 0)
        let list = try JSONDecoder().decode([Explained].self, from: Data(run.output.utf8))
        #expect(list.map(\.input) == ["martlet.yaml"])
        let settings = list[0].settings
        #expect(!settings.contains { $0.key == "include.tags" })
        let operations = settings.first { $0.key == "include.operations" }
        #expect(
            operations == .init(key: "include.operations", value: "x", origin: "option", place: "--include-operation"))
        #expect(settings.first { $0.key == "shards" } == .init(key: "shards", value: "1", origin: "default"))
        #expect(settings.first { $0.key == "output" } == .init(key: "output", value: nil, origin: "default"))
    }

    @Test func aDocumentHasWhatIsUsual() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        let run = try ToolRun(["config", "explain", "openapi.yaml"], in: folder)
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("spec               openapi.yaml  the command line\nsource "))
    }

    @Test func faultsAreSaidAsInARun() throws {
        let folder = try TemporaryFolder()
        try folder.write("martlet.yaml", "spec: a.yaml\nshards: 0\n")
        let run = try ToolRun(["config", "explain"], in: folder)
        let fault = "martlet.yaml:2:9: error: 'shards' must be a number from 1 to 256 [bad-configuration]\n"
        #expect(run == ToolRun(code: 3, errors: fault))
        let none = try ToolRun(["config", "explain"], in: TemporaryFolder())
        let advice = "martlet config: there is no martlet.yaml in '.'; 'martlet init' writes one\n"
        #expect(none == ToolRun(code: 2, errors: advice))
        let unknown = try ToolRun(["config", "explan"], in: folder)
        #expect(unknown.errors.hasPrefix("martlet config: ACTION takes 'explain' or 'schema', not 'explan'\n"))
    }

    @Test func theSchemaIsPrinted() throws {
        let run = try ToolRun(["config", "schema"], in: TemporaryFolder())
        #expect(run == ToolRun(code: 0, output: ConfigurationSchema().text))
        let input = try ToolRun(["config", "schema", "martlet.yaml"], in: TemporaryFolder())
        let errors = """
            martlet config: 'schema' prints the same for every INPUT; leave it out
            'martlet config --help' explains the command.

            """
        #expect(input == ToolRun(code: 2, errors: errors))
    }

    private struct Explained: Decodable {
        struct Setting: Decodable, Equatable {
            var key: String
            var value: String?
            var origin: String
            var place: String?
        }

        var input: String
        var settings: [Setting]
    }
}
