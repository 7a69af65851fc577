// Inputs and outputs that aren't what a command needs are named for what they are.

import MartletTestSupport
import Testing

@Suite struct RefusalTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var words: [String]
        var code: Int32
        var output: String
        var errors: String

        init(_ line: String, code: Int32, output: String = "", _ errors: String) {
            words = line.split(separator: " ").map(String.init)
            self.code = code
            self.output = output
            self.errors = errors
        }

        var testDescription: String {
            words.joined(separator: " ")
        }
    }

    @Test(arguments: [
        Row(
            "update", code: 2, "martlet update: there is no martlet.yaml in '.'; 'martlet init' writes one\n"),
        Row(
            "update openapi.yaml", code: 3,
            "error: 'openapi.yaml' is a document; name its configuration, which has a line such as "
                + "'source: https://example.org/openapi.yaml' [bad-configuration]\n"),
        Row(
            "templates export openapi.yaml --only Header", code: 1,
            "martlet templates: openapi.yaml is a file, where a folder is needed; name another\n"),
        Row(
            "generate openapi.yaml -o API --docs openapi.yaml", code: 1,
            "error: openapi.yaml is a file, where a folder is needed; name another\n"),
        Row(
            "generate openapi.yaml -o API --overlay openapi.yaml", code: 3,
            "openapi.yaml:1:1: error: this is an OpenAPI document, where an overlay is needed; name a file that begins "
                + "with 'overlay: 1.1.0' [overlay-structure]\n"),
        Row(
            "generate openapi.yaml -o API --planned-output A.swift", code: 2,
            "martlet generate: '--planned-output' is given three times or more, each with another name of a file, and no "
                + "folder: the client, events, types\n'martlet generate --help' explains the command.\n"),
        Row(
            "mock openapi.yaml --stream empty.sse", code: 1,
            "martlet mock: empty.sse: the file is empty; name a recorded event stream, with lines such as 'data: …'\n"),
    ])
    func isNamed(_ row: Row) throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        try folder.write("empty.sse", "\n")
        let run = try ToolRun(row.words, in: folder)
        #expect(run == ToolRun(code: row.code, output: row.output, errors: row.errors))
    }
}
