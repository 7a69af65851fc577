// Where `martlet diff` reads its two versions from.

import Foundation
import MartletTestSupport
import Testing

@Suite struct DiffInputTests {
    private static func document(_ type: String, version: String = "1.0.0") -> String {
        """
        openapi: 3.1.0
        info: {title: Lamps, version: \(version)}
        paths:
          /lamp:
            get:
              responses:
                '200':
                  description: d
                  content: {application/json: {schema: {$ref: 'parts/lamp.yaml#/Lamp'}}}

        """ + "# \(type)\n"
    }

    private static func part(_ type: String) -> String {
        "Lamp:\n  type: object\n  properties:\n    level: {type: \(type)}\n"
    }

    /// What is said of the type, which has changed between the places that begin with `old` and `new`.
    private static func changed(_ old: String, _ new: String = "", name: String = "") -> String {
        """
        Lamps 1.0.0
        \(name.isEmpty ? "" : name + "\n")
        lamp.Lamp.level  19a8d990b706
          wire    breaking     response: property 'level' of the 200 response: the type changed from 'integer' to 'string' \
        [response-property-type-changed]
          source  breaking     'Lamp.level' is 'String?' now, not 'Int?' [source-property-type-changed]
          reached by 1 operation: GET /lamp → lamp.Lamp.level
          \(old)api/parts/lamp.yaml:4:13
               4 -     level: {type: integer}
          \(new)api/parts/lamp.yaml:4:13
               4 +     level: {type: string}

        info  cb217ad74373
          wire    info         something breaks, and the version is still 1.0.0 [api-version-not-bumped]
          \(old)api/openapi.yaml:2:22
          \(new)api/openapi.yaml:2:22
               2   info: {title: Lamps, version: 1.0.0}

        2 changes; wire: 1 breaking, 1 info; source: 1 breaking
        wire    major: 1 change breaks running programs: property 'level' of the 200 response: the type changed from \
        'integer' to 'string'
        source  major: 1 change breaks Swift source: 'Lamp.level' is 'String?' now, not 'Int?'
        info.version is still 1.0.0; 2.0.0 is called for

        """
    }

    private static func unchanged(name: String = "") -> String {
        """
        Lamps 1.0.0
        \(name.isEmpty ? "" : name + "\n")
        no changes
        wire    patch: nothing changes on the wire
        source  patch: the client's interface is the same
        info.version is still 1.0.0, and nothing changed

        """
    }

    /// A repository with a document of two files, whose working copy has changed.
    private func repository() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("api/openapi.yaml", Self.document("old"))
        try folder.write("api/parts/lamp.yaml", Self.part("integer"))
        try folder.makeRepository()
        try folder.git("branch", "feature/lamps")
        try folder.write("api/openapi.yaml", Self.document("new"))
        try folder.write("api/parts/lamp.yaml", Self.part("string"))
        return folder
    }

    /// What the revision refers to is that of the revision too.
    @Test(arguments: [
        ("HEAD:api/openapi.yaml", "HEAD:"), ("feature/lamps:api/openapi.yaml", "feature/lamps:"),
        ("HEAD:./api/openapi.yaml", "HEAD:"), (":api/openapi.yaml", ":"),
    ])
    func aRevision(_ old: String, _ places: String) throws {
        let run = try ToolRun(["diff", old, "api/openapi.yaml"], in: repository())
        #expect(run == ToolRun(code: 0, output: Self.changed(places)))
    }

    @Test func revisionsOnBothSidesAndFolders() throws {
        let folder = try repository()
        func diff(_ old: String, _ new: String) throws -> ToolRun { try ToolRun(["diff", old, new], in: folder) }
        #expect(try diff("HEAD:api", "HEAD:api/") == ToolRun(code: 0, output: Self.unchanged(name: "openapi.yaml")))
        #expect(try diff("HEAD:api", "api") == ToolRun(code: 0, output: Self.changed("HEAD:", name: "openapi.yaml")))
        #expect(try diff("HEAD:.", ".") == ToolRun(code: 0, output: Self.changed("HEAD:", name: "api/openapi.yaml")))
        #expect(try diff(".", ".") == ToolRun(code: 0, output: Self.unchanged(name: "api/openapi.yaml")))
    }

    @Test func documentsThatComeAndGo() throws {
        let folder = try repository()
        try folder.write("api/more.yaml", Self.document("more"))
        try folder.write("api/parts/lamp.yaml", Self.part("integer"))
        let added = """
            Lamps 1.0.0 is new
            more.yaml

            more  642c61b8f5cc
              wire    info         the document 'more.yaml' is new [document-added]
              api/more.yaml:1:1
                   1 + openapi: 3.1.0

            1 change; wire: 1 info


            """
        let rest = Self.unchanged(name: "openapi.yaml")
        #expect(try ToolRun(["diff", "HEAD:api", "api"], in: folder) == ToolRun(code: 0, output: added + rest))
        let removed = """
            Lamps 1.0.0 is gone
            more.yaml

            more  d8dc63c22560
              wire    breaking     the document 'more.yaml' was removed [document-removed]
              api/more.yaml:1:1
                   1 - openapi: 3.1.0

            1 change; wire: 1 breaking


            """
        #expect(
            try ToolRun(["diff", "api", "HEAD:api", "--fail-on", "wire"], in: folder)
                == ToolRun(code: 1, output: removed + rest))
    }

    /// A document that can't be read isn't gone, nor is a file that is one in the other folder; what is something else is passed
    /// over.
    @Test func documentsThatCannotBeRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("old/a.yaml", Sample.document)
        try folder.write("old/b.yaml", Sample.document)
        try folder.write("new/a.yaml", Sample.document)
        let gone = try ToolRun(["diff", "old", "new"], in: folder)
        #expect(gone.output.contains("the document 'b.yaml' was removed [document-removed]"))
        let unclosed = "did not find expected node content while parsing a flow node"
        for (name, text, fault) in [
            ("b.yaml", "openapi: 3.0.0\ninfo: {", "3:1: error: \(unclosed)"),
            ("b.yaml", "a: [\n", "2:1: error: \(unclosed)"),
            ("c.yaml", "swagger: '2.0'\ninfo: [", "3:1: error: \(unclosed)"),
        ] {
            try folder.write("new/" + name, text)
            for versions in [["old", "new"], ["new", "old"]] {
                #expect(
                    try ToolRun(["diff"] + versions, in: folder)
                        == ToolRun(code: 3, errors: "new/\(name):\(fault) [yaml-syntax]\n"))
            }
            try FileManager.default.removeItem(at: folder.url("new/" + name))
        }
        try folder.write("new/chart.yaml", "{{ if .Values.openapi }}\na: {{ b }}: c\n")
        try folder.write("new/values.yaml", "openapis: [a]\n")
        #expect(try ToolRun(["diff", "old", "new"], in: folder) == gone)
    }

    /// What is written as JSON now is the same document.
    @Test func documentsOfOneStem() throws {
        let folder = try TemporaryFolder()
        try folder.write("old/api.yaml", "openapi: 3.1.0\ninfo: {title: Lamps, version: 1.0.0}\npaths: {}\n")
        try folder.write(
            "new/api.json", #"{"openapi": "3.1.0", "info": {"title": "Lamps", "version": "1.0.0"}, "paths": {}}"#)
        #expect(
            try ToolRun(["diff", "old", "new"], in: folder)
                == ToolRun(code: 0, output: Self.unchanged(name: "api.json")))
        // Of two there is none.
        try folder.write("old/api.yml", "openapi: 3.1.0\ninfo: {title: Lamps, version: 1.0.0}\npaths: {}\n")
        let run = try ToolRun(["diff", "old", "new"], in: folder)
        for said in ["'api.json' is new", "'api.yaml' was removed", "'api.yml' was removed"] {
            #expect(run.output.contains("the document \(said)"))
        }
    }

    @Test func standardInput() throws {
        let folder = try repository()
        let run = try ToolRun(
            ["diff", "-", "api/openapi.yaml"], in: folder,
            input: Self.document("x").replacing("parts/", with: "api/parts/"))
        #expect(run == ToolRun(code: 0, output: Self.unchanged()))
    }

    /// Overlays, and those of a configuration, change both sides.
    @Test func overlaysOnBothSides() throws {
        let folder = try repository()
        let overlay = """
            overlay: 1.0.0
            info: {title: o, version: 1.0.0}
            actions:
              - target: $.paths['/lamp'].get.responses['200'].content
                remove: true

            """
        try folder.write("plain.overlay.yaml", overlay)
        try folder.write("martlet.yaml", "spec: api/openapi.yaml\noverlays: [plain.overlay.yaml]\n")
        let words = ["diff", "HEAD:api/openapi.yaml", "api/openapi.yaml"]
        for more in [["--overlay", "plain.overlay.yaml"], ["--config", "martlet.yaml"]] {
            #expect(try ToolRun(words + more, in: folder) == ToolRun(code: 0, output: Self.unchanged()))
        }
        #expect(
            try ToolRun(["diff", "HEAD:api/openapi.yaml", "martlet.yaml"], in: folder).output.contains(
                "response-media-type-removed"))
    }

    @Test func failOnWire() throws {
        let folder = try repository()
        let words = ["diff", "HEAD:api/openapi.yaml", "api/openapi.yaml", "--fail-on"]
        #expect(try ToolRun(words + ["wire"], in: folder).code == 1)
        #expect(try ToolRun(words + ["any"], in: folder).code == 1)
    }

    @Test(arguments: [
        (
            "HEAD:api/none.yaml",
            "revision 'HEAD' has no such file; paths begin at the top of the repository, or with ./ at this folder [git-revision]"
        ),
        (
            "nothing:api/openapi.yaml",
            "git knows no revision 'nothing'; fetch it, or write ./ before the path of a file whose name has a colon [git-revision]"
        ),
        ("none.yaml", "no such file; check the path [unreadable-file]"),
        (
            "HEAD:../other.yaml",
            "it lies outside of the repository, and has no revision; move it into the repository [git-revision]"
        ),
        (
            "https://example.org/openapi.yaml",
            "it is on the network, which isn't read; use --allow-remote, or save the file beside this one and refer to it there [remote-reference]"
        ),
    ])
    func faults(_ old: String, _ fault: String) throws {
        let run = try ToolRun(["diff", old, "api/openapi.yaml"], in: repository())
        #expect(run.code == 3)
        #expect(run.errors == "error: \(old): \(fault)\n")
    }

    @Test func aFolderAndAFile() throws {
        let folder = try repository()
        let said =
            "error: 'api' is a folder and 'api/openapi.yaml' is a file; compare two files, or two folders "
            + "[unreadable-file]\n"
        for versions in [["api", "api/openapi.yaml"], ["api/openapi.yaml", "api"]] {
            #expect(try ToolRun(["diff"] + versions, in: folder) == ToolRun(code: 3, errors: said))
        }
    }

    @Test func aBrokenDocument() throws {
        let folder = try repository()
        try folder.write("broken.yaml", "openapi: 3.1.0\npaths: [\n")
        let run = try ToolRun(["diff", "api/openapi.yaml", "broken.yaml"], in: folder)
        let said =
            "broken.yaml:3:1: error: did not find expected node content while parsing a flow node [yaml-syntax]\n"
        #expect(run == ToolRun(code: 3, errors: said))
    }

    @Test func outsideOfARepository() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        let run = try ToolRun(["diff", "HEAD:openapi.yaml", "openapi.yaml"], in: folder)
        let said =
            "error: HEAD:openapi.yaml: git says: fatal: not a git repository (or any of the parent directories): .git "
            + "[git-revision]\n"
        #expect(run == ToolRun(code: 3, errors: said))
    }
}
