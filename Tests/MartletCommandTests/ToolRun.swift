// Runs a built tool as its user would, in a folder.

import Foundation
import MartletTestSupport

struct ToolRun: Equatable {
    var code: Int32
    var output: String
    var errors: String

    init(code: Int32, output: String = "", errors: String = "") {
        self.code = code
        self.output = output
        self.errors = errors
    }

    /// Runs `tool` with `words` in `folder` or the one called `place` in it, and `input` on standard input;
    /// `environment` is added to that of the tests.
    init(
        _ words: [String], in folder: TemporaryFolder, at place: String = "", input: String = "",
        environment: [String: String] = [:], tool: String = "martlet"
    ) throws {
        // Files take any amount of output, where a pipe that nobody reads yet would block the tool.
        let streams = try TemporaryFolder()
        for name in ["in", "out", "err"] { try streams.write(name, name == "in" ? input : "") }
        let process = Process()
        process.executableURL = Self.programs.appendingPathComponent(tool)
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder.location(place))
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: streams.location("in"))
        process.standardOutput = FileHandle(forWritingAtPath: streams.location("out"))
        process.standardError = FileHandle(forWritingAtPath: streams.location("err"))
        try process.run()
        // A tool that hangs fails its test instead of holding up all others.
        // The process, and the descriptors that it holds, don't live as long as that wait.
        DispatchQueue.global().asyncAfter(deadline: .now() + 120) { [weak process] in
            if let process, process.isRunning { process.terminate() }
        }
        process.waitUntilExit()
        code = process.terminationStatus
        output = streams.read("out") ?? ""
        errors = streams.read("err") ?? ""
    }

    static let executable = programs.appendingPathComponent("martlet")

    /// The build folder, where the test bundle lies.
    private static let programs: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let neighbour = bundle ?? Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return neighbour.deletingLastPathComponent()
    }()
}

/// A document without faults, and what the tool makes of it.
enum Sample {
    static let document = """
        openapi: 3.1.0
        info:
          title: Lighthouse
          version: 1.0.0
        paths:
          /lamp:
            get:
              operationId: readLamp
              tags: [Lamp]
              responses:
                '200':
                  description: The lamp.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Lamp'
        components:
          schemas:
            Lamp:
              type: object
              required: [isLit]
              properties:
                isLit:
                  type: boolean
                colour:
                  oneOf:
                    - type: string
                    - type: integer

        """

    /// The same document with a member more.
    static let newerDocument = document.replacing("version: 1.0.0", with: "version: 1.1.0")
        .replacing("        isLit:\n", with: "        height:\n          type: number\n        isLit:\n")

    /// Whether this build renders files yet; tests of what is written wait for that.
    static let isRendered: Bool = {
        guard let folder = try? TemporaryFolder(), (try? folder.write("openapi.yaml", document)) != nil,
            (try? ToolRun(["generate", "openapi.yaml", "-o", "API"], in: folder)) != nil
        else { return false }
        return folder.names(in: "API").contains { $0.hasSuffix(".swift") }
    }()
}
