// The manual page: the one that is checked in, and what mandoc says of it.

import Foundation
import MartletTestSupport
import Testing

@testable import MartletCommandLine
@testable import martlet

@Suite struct ManualTests {
    private static let path = "Documentation/martlet.1"

    /// `RECORD=1` writes it anew.
    @Test func thePageIsWhatTheCommandsSay() throws {
        let run = try ToolRun(["manual"], in: TemporaryFolder())
        #expect(run.code == 0)
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(run.output.utf8).write(to: URL(fileURLWithPath: PackageFiles.path(Self.path)))
        }
        #expect(try PackageFiles.text(Self.path) == run.output)
    }

    @Test func mandocHasNothingToSay() throws {
        guard ShellRun.has("mandoc") else {
            print("manual page: skipped, mandoc isn't installed")
            return
        }
        let run = try ShellRun("mandoc", ["-Tlint", PackageFiles.path(Self.path)], in: TemporaryFolder())
        #expect(run == ShellRun(code: 0))
    }

    @Test func everyCommandAndOptionIsThere() throws {
        let page = try PackageFiles.text(Self.path)
        for command in AllCommands.usages {
            #expect(page.contains("\n.Ss \(command.name)\n"))
            for option in command.options {
                #expect(page.contains("Fl " + option.name.dropFirst().replacing("-", with: "\\-")), "\(option.name)")
            }
        }
    }
}
