// Which files `martlet diff` names where its versions are configurations, revisions, and files of the same names.

import MartletTestSupport
import Testing

@Suite struct DiffPlaceTests {
    private static let old = """
        openapi: 3.1.0
        info: {title: Lamps, version: 1.0.0}
        paths:
          /lamp:
            get:
              operationId: readLamp
              parameters: [{name: q, in: query, schema: {type: string}}]
              responses: {'200': {description: d}}

        """

    private static let new = old.replacing("1.0.0}", with: "2.0.0}").replacing("string", with: "integer")
        .replacing("paths:", with: "# What there is.\npaths:")

    private static func overlay(_ member: String, _ update: String) -> String {
        """
        overlay: 1.1.0
        info: {title: o, version: '1'}
        actions:
          - target: $.paths['/lamp'].get.parameters[0].schema\(member)
            update: \(update)

        """
    }

    /// Two folders, each with a document and its configuration; the first is also what a repository has of its top.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (place, document) in [("v1/", Self.old), ("v2/", Self.new), ("", Self.old)] {
            try folder.write(place + "openapi.yaml", document)
            try folder.write(place + "martlet.yaml", "spec: openapi.yaml\n")
        }
        try folder.makeRepository()
        try folder.write("openapi.yaml", Self.new)
        return folder
    }

    private static func changed(_ old: String, _ new: String) -> String {
        """
        Lamps 1.0.0 → 2.0.0

        GET /lamp, parameter 1  933ea94825d6
          wire    breaking     request: query parameter 'q': the type changed from 'string' to 'integer' \
        [request-parameter-type-changed]
          source  breaking     'Client.readLamp' takes 'Int?' for 'q' now, not 'String?' [source-method-argument-type-changed]
          \(old):7:50
               7 -       parameters: [{name: q, in: query, schema: {type: string}}]
          \(new):8:50
               8 +       parameters: [{name: q, in: query, schema: {type: integer}}]

        1 change; wire: 1 breaking; source: 1 breaking
        wire    major: 1 change breaks running programs: query parameter 'q': the type changed from 'string' to 'integer'
        source  major: 1 change breaks Swift source: 'Client.readLamp' takes 'Int?' for 'q' now, not 'String?'
        info.version went from 1.0.0 to 2.0.0, which is enough

        """
    }

    @Test(arguments: [
        ("v1/martlet.yaml", "v2/martlet.yaml", "v1/openapi.yaml", "v2/openapi.yaml"),
        ("v1/openapi.yaml", "v2/martlet.yaml", "v1/openapi.yaml", "v2/openapi.yaml"),
        ("v1/martlet.yaml", "v2/openapi.yaml", "v1/openapi.yaml", "v2/openapi.yaml"),
        ("HEAD:martlet.yaml", "martlet.yaml", "HEAD:openapi.yaml", "openapi.yaml"),
        ("HEAD:martlet.yaml", "openapi.yaml", "HEAD:openapi.yaml", "openapi.yaml"),
        ("HEAD:v1/martlet.yaml", "HEAD:v2/martlet.yaml", "HEAD:v1/openapi.yaml", "HEAD:v2/openapi.yaml"),
    ])
    func configurations(_ old: String, _ new: String, _ before: String, _ after: String) throws {
        let folder = try folder()
        #expect(try ToolRun(["diff", old, new], in: folder) == ToolRun(code: 0, output: Self.changed(before, after)))
        let github = try ToolRun(["diff", old, new, "--format", "github"], in: folder)
        let file = after.replacing("HEAD:", with: "")
        #expect(
            github.output == """
                ::error file=\(file),line=8,col=50,title=GET /lamp%2C parameter 1 (wire)::request: query parameter 'q': \
                the type changed from 'string' to 'integer' [request-parameter-type-changed]
                ::error file=\(file),line=8,col=20,title=GET /lamp%2C parameter 1 (source)::'Client.readLamp' takes 'Int?' \
                for 'q' now, not 'String?' [source-method-argument-type-changed]

                """)
        let json = try ToolRun(["diff", old, new, "--json"], in: folder).output
        let files = json.split(separator: "\n").filter { $0.contains("\"file\" : ") }.map { $0.drop { $0 == " " } }
        let (one, other) = ("\"file\" : \"\(before)\",", "\"file\" : \"\(after)\",")
        #expect(files == [other, one, other, one, other, one].map { $0[...] })
    }

    /// The lines of a version are its own, where the other has a file of the same name.
    @Test func theRevisionIsNew() throws {
        let folder = try folder()
        try folder.write("openapi.yaml", "# A draft.\n" + Self.old.replacing("string", with: "boolean"))
        let run = try ToolRun(["diff", "openapi.yaml", "HEAD:openapi.yaml"], in: folder)
        let places = run.output.split(separator: "\n").filter { $0.contains("openapi.yaml:") || $0.contains("schema:") }
        #expect(
            places.joined(separator: "\n") == """
                  openapi.yaml:8:50
                       8 -       parameters: [{name: q, in: query, schema: {type: boolean}}]
                  HEAD:openapi.yaml:7:50
                       7 +       parameters: [{name: q, in: query, schema: {type: string}}]
                """)
    }

    /// What an overlay puts there stands in the overlay of its version.
    @Test(arguments: [("", "{type: boolean}", "{type: number}", 14), (".type", "boolean", "number", 13)])
    func overlaysOfConfigurations(_ member: String, _ old: String, _ new: String, _ column: Int) throws {
        let folder = try folder()
        for (place, update) in [("v1/", old), ("v2/", new)] {
            try folder.write(place + "martlet.yaml", "spec: openapi.yaml\noverlays: [o.yaml]\n")
            try folder.write(place + "o.yaml", Self.overlay(member, update))
        }
        let run = try ToolRun(["diff", "v1/martlet.yaml", "v2/martlet.yaml"], in: folder)
        let places = run.output.split(separator: "\n").filter { $0.contains("o.yaml:") || $0.contains("update:") }
        // It is a change of the document nevertheless, as the one of the method is.
        #expect(run.output.contains("1 change; wire: 1 breaking; source: 1 breaking\n"))
        #expect(
            places.joined(separator: "\n") == """
                  v1/o.yaml:5:\(column)
                       5 -     update: \(old)
                  v2/o.yaml:5:\(column)
                       5 +     update: \(new)
                """)
    }

    /// Faults stand in their files, too.
    @Test func faults() throws {
        let folder = try folder()
        try folder.write("v1/openapi.yaml", Self.old.replacing("{description: d}", with: "{$ref: none.yaml}"))
        try folder.write("known.txt", "zz\n")
        let reference =
            "v1/openapi.yaml:8:33: error: 'none.yaml' can't be read: no such file; check the path [unreadable-file]\n"
        let known =
            "known.txt:1:1: error: 'zz' isn't the id of a rule, a pointer that begins with '#/' or a fingerprint of 12 digits; "
            + "copy one from what 'martlet diff' prints [unknown-rule]\n"
        let words = ["diff", "v1/martlet.yaml", "v2/martlet.yaml"]
        #expect(try ToolRun(words, in: folder) == ToolRun(code: 3, errors: reference))
        #expect(
            try ToolRun(words + ["--ignore", "known.txt"], in: folder) == ToolRun(code: 3, errors: known + reference))
        try folder.write("martlet.yaml", "spec: openapi.yaml\nshards: many\n")
        let shards = "martlet.yaml:2:9: error: 'shards' must be a number from 1 to 256 [bad-configuration]\n"
        let shared = ["diff", "--config", "martlet.yaml", "v1/openapi.yaml", "v2/openapi.yaml"]
        #expect(try ToolRun(shared, in: folder) == ToolRun(code: 3, errors: shards))
    }
}
