// What a command was given stays what it is: inputs, links, permissions, and the folder of another configuration.

import Foundation
import MartletTestSupport
import Testing

@Suite struct OwnershipTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        try folder.write("other.yaml", Sample.document)
        try folder.write(
            "fix.overlay.yaml",
            "overlay: 1.1.0\ninfo: {title: t, version: '1'}\nactions: [{target: $.info, update: {title: T}}]\n")
    }

    @Test(arguments: [
        ("bundle openapi.yaml -o openapi.yaml", "openapi.yaml"),
        ("overlay openapi.yaml -o ./openapi.yaml", "openapi.yaml"),
        ("inspect openapi.yaml -o link.yaml", "openapi.yaml"),
        ("diff openapi.yaml other.yaml -o other.yaml", "other.yaml"),
        ("bundle openapi.yaml --overlay fix.overlay.yaml -o fix.overlay.yaml", "fix.overlay.yaml"),
    ])
    func noInputIsOverwritten(_ line: String, _ input: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.location("link.yaml"), withDestinationPath: "openapi.yaml")
        let before = folder.read(input)
        let words = line.split(separator: " ").map(String.init)
        let run = try ToolRun(words, in: folder)
        #expect(run.code == 1 && run.output.isEmpty)
        let output = words[words.count - 1]
        #expect(
            run.errors.hasSuffix(
                "martlet \(words[0]): \(output) is what \(input) is read from; name another file to write\n"))
        #expect(folder.read(input) == before)
    }

    @Test func linksAndPermissionsStay() throws {
        try folder.write("out.yaml", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.location("out.yaml"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.location("link.yaml"), withDestinationPath: "behind.yaml")
        let bundle = try ToolRun(["bundle", "openapi.yaml"], in: folder).output
        for name in ["out.yaml", "link.yaml"] {
            #expect(try ToolRun(["bundle", "openapi.yaml", "-o", name], in: folder).code == 0)
            #expect(folder.read(name) == bundle)
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.location("out.yaml"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.location("link.yaml")) == "behind.yaml")
        #expect(try ToolRun(["bundle", "openapi.yaml", "-o", "-"], in: folder).output == bundle)
    }

    /// Each would remove what the other wrote.
    @Test func oneFolderForTwo() throws {
        try folder.write("App/a.martlet.yaml", "spec: ../openapi.yaml\nnamespace: A\noutput: Generated\n")
        try folder.write("App/b.martlet.yaml", "spec: ../openapi.yaml\nnamespace: B\noutput: ./Generated/\n")
        let run = try ToolRun(["generate", "App"], in: folder)
        #expect(
            run
                == ToolRun(
                    code: 3,
                    errors:
                        "martlet generate: App/a.martlet.yaml and App/b.martlet.yaml both write to App/Generated, where "
                        + "each would remove what the other wrote; give each an 'output:' of its own\n"))
        #expect(folder.names(in: "App") == ["a.martlet.yaml", "b.martlet.yaml"])
    }

    /// What `init` writes for several documents doesn't meet.
    @Test func aFolderForEach() throws {
        try folder.write("Package.swift", "// swift-tools-version: 6.1\n")
        try folder.write("Sources/App/App.swift", "")
        for name in ["Pets", "Shops"] {
            let words = ["init", "Sources/App", "--spec", "openapi.yaml", "--namespace", name, "--checked-in"]
            #expect(try ToolRun(words, in: folder).code == 0)
        }
        #expect(try ToolRun(["generate", "-q", "Sources"], in: folder).code == 0)
        #expect(folder.names(in: "Sources/App/Generated") == ["Pets", "Shops"])
    }

    @Test func templatesAreText() throws {
        try folder.write("T/Header.mustache", Data([0x2F, 0x2F, 0xFF, 0x0A]))
        let run = try ToolRun(["generate", "-q", "openapi.yaml", "-o", "Out", "--templates", "T"], in: folder)
        #expect(run.code == 3 && folder.names(in: "Out") == [])
        #expect(
            run.errors.hasSuffix("error: T/Header.mustache: the file is not UTF-8 text; save it as UTF-8 [not-utf8]\n"))
    }
}
