// Type-checks Swift files against the runtime that this build made.
import Foundation

package struct SwiftCompiler: Sendable {
    /// How a user's target may compile what is generated into it.
    package enum Mode: String, CaseIterable, Sendable {
        case swift5 = "-swift-version 5"
        case swift6 = "-swift-version 6"
        case mainActor = "-swift-version 6 -default-isolation MainActor"
    }

    private let executable: URL
    let modules: URL

    /// What manifests import.
    package var manifestModules: String {
        executable.resolvingSymlinksInPath().deletingLastPathComponent().path + "/../lib/swift/pm/ManifestAPI"
    }

    /// The compiler on the path; nil, with a printed note, where it or the runtime's module isn't found.
    package static let found: SwiftCompiler? = {
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

    /// What the compiler says of `files`; empty where it accepts them.
    ///
    /// - Parameters:
    ///   - warningsAsErrors: whether it goes on to the exit code that there are warnings.
    ///   - options: more words of the command line.
    package func typecheck(
        _ files: [String], module: String, _ mode: Mode, warningsAsErrors: Bool = true, options: [String] = []
    ) throws -> String {
        let process = Process()
        process.executableURL = executable
        process.arguments =
            ["-typecheck", "-module-name", module, "-I", modules.path]
            + (warningsAsErrors ? ["-warnings-as-errors"] : [])
            + mode.rawValue.split(separator: " ").map(String.init) + options + files
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? text : text + "exit code \(process.terminationStatus)"
    }

    /// `typecheck` of texts by their names, in a folder that is gone afterwards.
    package func typecheck(
        _ texts: [(name: String, text: String)], module: String, _ mode: Mode, warningsAsErrors: Bool = true,
        options: [String] = []
    ) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try texts.map { name, text in
            let url = folder.appendingPathComponent(name)
            try Data(text.utf8).write(to: url)
            return url.path
        }
        return try typecheck(
            files, module: module, mode, warningsAsErrors: warningsAsErrors, options: options)
    }

    /// The folder that the test bundle was built into.
    private static let buildFolder: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let neighbour = bundle ?? Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return neighbour.deletingLastPathComponent()
    }()
}
