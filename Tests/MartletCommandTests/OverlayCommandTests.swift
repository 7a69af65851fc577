// `martlet overlay`, run as its user would.

import Foundation
import MartletTestSupport
import Testing

@Suite struct OverlayCommandTests {
    private static let overlay = """
        overlay: 1.0.0
        info: {title: o, version: '1'}
        actions:
          - {target: $.info, update: {title: Beacon}}
          - {target: '$..nothing', remove: true}
        """

    private static let document = """
        openapi: 3.1.0
        info: {title: Lighthouse, version: 1.0.0}
        paths: {}
        """

    private static let effective = """
        openapi: 3.1.0
        info:
          title: Beacon
          version: 1.0.0
        paths: {}

        """

    private static let warning =
        "o.yaml:5:14: warning: '$..nothing' matches nothing in the document; fix the path or delete the action "
        + "[overlay-target-matches-nothing]\n"

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("api.yaml", Self.document)
        try folder.write("o.yaml", Self.overlay)
        return folder
    }

    @Test func printsTheDocumentThatIsGeneratedFrom() throws {
        let run = try ToolRun(["overlay", "api.yaml", "--overlay", "o.yaml"], in: folder())
        #expect(run == ToolRun(code: 0, output: Self.effective, errors: Self.warning))
    }

    @Test func writesToAFile() throws {
        let folder = try folder()
        let run = try ToolRun(["overlay", "api.yaml", "--overlay", "o.yaml", "-o", "out.yaml"], in: folder)
        #expect(run == ToolRun(code: 0, errors: Self.warning))
        #expect(folder.read("out.yaml") == Self.effective)
        let lost = try ToolRun(["overlay", "api.yaml", "-o", "none/out.yaml"], in: folder)
        #expect(
            lost
                == ToolRun(
                    code: 1,
                    errors:
                        "martlet overlay: none/out.yaml can't be written; check that its folder is there and writable\n"
                ))
    }

    /// Whoever reads what is printed would lack what the overlay says.
    @Test(arguments: ["overlay", "bundle"])
    func refusesAnUpdateThatIsLost(_ command: String) throws {
        let folder = try folder()
        try folder.write("o.yaml", Self.overlay.replacing("$.info,", with: "\"$.paths['/c']\","))
        let error =
            "o.yaml:4:14: error: '$.paths['/c']' matches nothing in the document; fix the path or delete the action "
            + "[overlay-target-matches-nothing]\n"
        let run = try ToolRun([command, "api.yaml", "--overlay", "o.yaml"], in: folder)
        #expect(run == ToolRun(code: 3, errors: error + Self.warning))
    }

    @Test func strictRefusesWhatMatchesNothing() throws {
        let run = try ToolRun(["overlay", "api.yaml", "--overlay", "o.yaml", "--strict"], in: folder())
        #expect(
            run
                == ToolRun(
                    code: 3, errors: Self.warning.replacingOccurrences(of: ": warning: ", with: ": error: ")))
    }
}
