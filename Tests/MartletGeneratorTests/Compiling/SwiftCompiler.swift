// Type-checks Swift files against the runtime that this build made.
import Foundation
import Testing

struct SwiftCompiler: Sendable {
    /// How a user's target may compile what is generated into it.
    enum Mode: String, CaseIterable, Sendable, CustomTestStringConvertible {
        case swift5 = "-swift-version 5"
        case swift6 = "-swift-version 6"
        case mainActor = "-swift-version 6 -default-isolation MainActor"

        var testDescription: String {
            rawValue
        }
    }

    private let executable: URL
    private let modules: URL

    /// The compiler on the path; nil, with a printed note, where it or the runtime's module isn't found.
    static let found: SwiftCompiler? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let executable = path.split(separator: ":").map { URL(fileURLWithPath: $0 + "/swiftc") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        let modules = buildFolder.appendingPathComponent("Modules")
        let runtime = modules.appendingPathComponent("MartletRuntime.swiftmodule").path
        guard let executable, FileManager.default.fileExists(atPath: runtime) else {
            print("skipped: swiftc isn't on the path, or \(runtime) is missing")
            return nil
        }
        return SwiftCompiler(executable: executable, modules: modules)
    }()

    /// What the compiler says of `files`, warnings included; empty where it accepts them.
    func typecheck(_ files: [String], module: String, _ mode: Mode) throws -> String {
        let process = Process()
        process.executableURL = executable
        process.arguments =
            ["-typecheck", "-warnings-as-errors", "-module-name", module, "-I", modules.path]
            + mode.rawValue.split(separator: " ").map(String.init) + files
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? text : text + "exit code \(process.terminationStatus)"
    }

    /// The folder that the test bundle was built into.
    private static let buildFolder: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let neighbour = bundle ?? Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return neighbour.deletingLastPathComponent()
    }()
}
