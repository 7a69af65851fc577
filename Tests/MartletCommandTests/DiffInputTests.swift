// Where `martlet diff` reads its two versions from.
import Foundation
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

    private static let changed =
        "  wire    breaking     response: property 'level' of the 200 response: the type changed from 'integer' to 'string' "
        + "[response-property-type-changed]\n"

    /// A repository with a document of two files, whose working copy has changed.
    private func repository() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("api/openapi.yaml", Self.document("old"))
        try folder.write("api/parts/lamp.yaml", Self.part("integer"))
        for words in [
            ["init", "-q", "."], ["add", "."],
            ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first"],
            ["branch", "feature/lamps"],
        ] {
            let git = Process()
            git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            git.arguments = ["git", "-C", folder.path] + words
            try git.run()
            git.waitUntilExit()
        }
        try folder.write("api/openapi.yaml", Self.document("new"))
        try folder.write("api/parts/lamp.yaml", Self.part("string"))
        return folder
    }

    /// What the revision refers to is that of the revision too.
    @Test(arguments: [
        "HEAD:api/openapi.yaml", "feature/lamps:api/openapi.yaml", "HEAD:./api/openapi.yaml", ":api/openapi.yaml",
    ])
    func aRevision(_ old: String) throws {
        let run = try ToolRun(["diff", old, "api/openapi.yaml"], in: repository())
        #expect(run.code == 0)
        let said = [
            Self.changed, "  api/parts/lamp.yaml:4:13\n",
            "  wire    info         something breaks, and the version is still 1.0.0 [api-version-not-bumped]\n",
        ]
        for line in said { #expect(run.output.contains(line)) }
    }

    @Test func revisionsOnBothSidesAndFolders() throws {
        let folder = try repository()
        #expect(try ToolRun(["diff", "HEAD:api", "HEAD:api/"], in: folder).output.contains("no changes"))
        #expect(try ToolRun(["diff", "HEAD:api", "api"], in: folder).output.contains(Self.changed))
        #expect(try ToolRun(["diff", "HEAD:.", "."], in: folder).output.contains(Self.changed))
        #expect(try ToolRun(["diff", ".", "."], in: folder).output.contains("no changes"))
        try folder.write("api/more.yaml", Self.document("more"))
        #expect(
            try ToolRun(["diff", "HEAD:api", "api"], in: folder).output.contains(
                "  wire    info         the document 'more.yaml' is new [document-added]"))
        #expect(
            try ToolRun(["diff", "api", "HEAD:api", "--fail-on", "wire"], in: folder).output.contains(
                "  wire    breaking     the document 'more.yaml' was removed [document-removed]"))
    }

    @Test func standardInput() throws {
        let folder = try repository()
        let run = try ToolRun(
            ["diff", "-", "api/openapi.yaml"], in: folder,
            input: Self.document("x").replacing("parts/", with: "api/parts/"))
        #expect(run.code == 0)
        #expect(run.output.contains("no changes"))
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
            #expect(try ToolRun(words + more, in: folder).output.contains("no changes"))
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
        #expect(run.code == 3)
        #expect(run.errors.hasPrefix("broken.yaml:"))
        #expect(run.output == "")
    }

    @Test func outsideOfARepository() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        let run = try ToolRun(["diff", "HEAD:openapi.yaml", "openapi.yaml"], in: folder)
        #expect(run.code == 3)
        #expect(run.errors.contains("git"))
    }
}
