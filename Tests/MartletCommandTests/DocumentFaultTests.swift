// Inputs that can't be generated from: whole texts of standard error, and nothing written.

import Foundation
import MartletTestSupport
import Testing

@Suite struct DocumentFaultTests {
    @Test(arguments: rows)
    func faultIsReported(_ row: Row) throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", row.text)
        let run = try ToolRun(["generate", "openapi.yaml", "-o", "API"], in: folder)
        #expect(run == ToolRun(code: 3, errors: row.errors))
        #expect(folder.names() == ["openapi.yaml"])
    }

    @Test(arguments: ["generate", "inspect"])
    func missingFile(_ command: String) throws {
        let options = command == "generate" ? ["-o", "API"] : []
        let run = try ToolRun([command, "opneapi.yaml"] + options, in: TemporaryFolder())
        #expect(
            run == ToolRun(code: 3, errors: "error: opneapi.yaml: no such file; check the path [unreadable-file]\n"))
    }

    @Test func directory() throws {
        let folder = try TemporaryFolder()
        try folder.write("Specs/openapi.yaml", Sample.document)
        let errors = "error: Specs: this is a folder; name a file in it [unreadable-file]\n"
        let run = try ToolRun(["inspect", "Specs"], in: folder)
        #expect(run == ToolRun(code: 3, errors: errors))
    }

    @Test func notUTF8() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Data("openapi: 3.1.0\ninfo: {title: Gr".utf8) + [0xFC, 0xDF, 0x65])
        let errors = "openapi.yaml:2:17: error: the file is not UTF-8 text (byte 31); save it as UTF-8 [not-utf8]\n"
        let run = try ToolRun(["generate", "openapi.yaml", "-o", "API"], in: folder)
        #expect(run == ToolRun(code: 3, errors: errors))
    }

    @Test func faultsReachAConfigurationsDocument() throws {
        let folder = try TemporaryFolder()
        try folder.write("Specs/martlet.yaml", "spec: openapi.yaml\noutput: ../API\n")
        let errors =
            "Specs/martlet.yaml:1:7: error: Specs/openapi.yaml: no such file; check the path [unreadable-file]\n"
        let run = try ToolRun(["generate", "Specs/martlet.yaml"], in: folder)
        #expect(run == ToolRun(code: 3, errors: errors))
    }

    @Test func aFolderForTheDocument() throws {
        let folder = try TemporaryFolder()
        try folder.write("martlet.yaml", "spec: .\n")
        let errors = "martlet.yaml:1:7: error: .: this is a folder; name a file in it [unreadable-file]\n"
        #expect(try ToolRun(["inspect", "martlet.yaml"], in: folder) == ToolRun(code: 3, errors: errors))
    }

    @Test func anEmptyLock() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        try folder.write("martlet.lock", "")
        let errors =
            "martlet.lock:1:1: error: the file is empty; restore it, or delete it and run again with --allow-remote "
            + "[bad-lock]\n"
        #expect(try ToolRun(["inspect", "openapi.yaml"], in: folder) == ToolRun(code: 3, errors: errors))
    }

    @Test func aConfigurationWithoutADocument() throws {
        let folder = try TemporaryFolder()
        try folder.write("pets.martlet.yaml", "output: API\n")
        let errors =
            "pets.martlet.yaml:1:1: error: the configuration names no document; add 'spec: openapi.yaml' "
            + "[bad-configuration]\n"
        #expect(try ToolRun(["generate", "pets.martlet.yaml"], in: folder) == ToolRun(code: 3, errors: errors))
    }

    @Test func unknownConfigurationKey() throws {
        let folder = try TemporaryFolder()
        try folder.write("martlet.yaml", "spec: openapi.yaml\nshard: 2\n")
        let run = try ToolRun(["generate", "martlet.yaml"], in: folder)
        #expect(run.code == 3)
        #expect(
            run.errors.hasPrefix(
                "martlet.yaml:2:1: error: 'shard' isn't a key here; did you mean 'shards'? Known keys are spec, "))
        #expect(run.errors.hasSuffix(" [unknown-configuration-key]\n"))
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var errors: String

        init(_ name: String, _ text: String, gives errors: String...) {
            testDescription = name
            self.text = text
            self.errors = errors.map { $0 + "\n" }.joined()
        }
    }

    private static let head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"

    static let rows = [
        Row(
            "tab", "openapi: 3.1.0\ninfo:\n\ttitle: T\n",
            gives: "openapi.yaml:3:1: error: found character that cannot start any token while scanning for the next "
                + "token; a tab can't indent, and a value that begins with @ ` or % needs quotes [yaml-syntax]"),
        Row(
            "tab after a scalar", "openapi: 3.1.0\n\tinfo: T\n",
            gives: "openapi.yaml:2:1: error: found a tab character that violates indentation while scanning a plain "
                + "scalar; indent with spaces [yaml-syntax]"),
        Row(
            "unclosed quote", "openapi: '3.1.0\n",
            gives: "openapi.yaml:1:10: error: found unexpected end of stream while scanning a quoted scalar; "
                + "a quote or bracket opened here is never closed [yaml-syntax]"),
        Row(
            "empty", "",
            gives: "openapi.yaml:1:1: error: the file is empty; an OpenAPI document begins with 'openapi: 3.1.0', "
                + "a configuration with 'spec: openapi.yaml', an overlay with 'overlay: 1.1.0' [empty-document]"),
        Row(
            "no version", "title: T\n",
            gives: "openapi.yaml:1:1: error: this isn't an OpenAPI document: it has no 'openapi' field; "
                + "begin with 'openapi: 3.1.0' [not-openapi]"),
        Row(
            "nothing inside", head,
            gives: "openapi.yaml:1:1: error: the document has neither 'paths' nor 'components' nor 'webhooks'; "
                + "there is nothing to generate [nothing-inside]"),
        Row(
            "unknown reference",
            head + "paths:\n  /a: {parameters: [{$ref: '#/components/parameters/B'}]}\n"
                + "components: {parameters: {A: {name: a, in: query}}}\n",
            gives: "openapi.yaml:4:28: error: '#/components/parameters/B' names nothing; "
                + "did you mean '#/components/parameters/A'? [unknown-reference]"),
        Row(
            "fault of the text beside one of the document", head + "? [a]\n: b\npaths: [lamp]\n",
            gives: "openapi.yaml:3:3: error: a key must be a string; put the text in quotes if it begins with { or [ "
                + "[compound-key]",
            "openapi.yaml:5:8: error: 'paths' must be a mapping, but this is a list [wrong-type]"),
    ]
}
