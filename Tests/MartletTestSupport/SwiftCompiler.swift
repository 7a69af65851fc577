// Type-checks Swift files against the runtime that this build made.

package import Foundation

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
        let folder = try TemporaryFolder()
        for (name, text) in texts { try folder.write(name, text) }
        let files = texts.map { folder.location($0.name) }
        return try typecheck(
            files, module: module, mode, warningsAsErrors: warningsAsErrors, options: options)
    }

    /// The tree that the compiler's parser makes of `text`, as JSON, and what it says of it.
    package func parse(_ text: String) throws -> (tree: Data, said: String) {
        let folder = try TemporaryFolder()
        let (tree, said) = (folder.url("tree"), folder.url("said"))
        for name in ["tree", "said"] { try folder.write(name, "") }
        try folder.write("Parsed.swift", text)
        let process = Process()
        process.executableURL = executable
        process.arguments = ["-frontend", "-dump-parse", "-dump-ast-format", "json", folder.location("Parsed.swift")]
        process.standardOutput = try FileHandle(forWritingTo: tree)
        process.standardError = try FileHandle(forWritingTo: said)
        try process.run()
        process.waitUntilExit()
        return (try Data(contentsOf: tree), String(decoding: try Data(contentsOf: said), as: UTF8.self))
    }

    /// Compiles a program with the runtime, and runs it with a file of `input` as its argument.
    package func run(
        _ texts: [(name: String, text: String)], given input: String
    ) throws -> (code: Int32, output: String, said: String) {
        let folder = try TemporaryFolder()
        for (name, text) in texts + [("input.json", input)] { try folder.write(name, text) }
        let built = Self.buildFolder.appendingPathComponent("MartletRuntime.build")
        let objects = try FileManager.default.contentsOfDirectory(atPath: built.path).filter { $0.hasSuffix(".o") }
        let program = folder.url("program")
        let arguments = ["-Onone", "-module-name", "Program", "-I", modules.path, "-o", program.path]
        let sources = texts.map { folder.location($0.name) }
        let compiled = try Self.output(
            of: executable, arguments + sources + objects.map { built.appendingPathComponent($0).path }, in: folder)
        guard compiled.code == 0 else { return (compiled.code, "", compiled.said) }
        return try Self.output(of: program, [folder.location("input.json")], in: folder)
    }

    private static func output(
        of program: URL, _ arguments: [String], in folder: TemporaryFolder
    ) throws -> (code: Int32, output: String, said: String) {
        let (output, said) = (folder.url("output"), folder.url("said"))
        for name in ["output", "said"] { try folder.write(name, "") }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: said)
        try process.run()
        process.waitUntilExit()
        let (text, errors) = (try Data(contentsOf: output), try Data(contentsOf: said))
        return (
            process.terminationStatus, String(decoding: text, as: UTF8.self), String(decoding: errors, as: UTF8.self)
        )
    }

    /// The folder that the test bundle was built into.
    private static let buildFolder: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let neighbour = bundle ?? Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return neighbour.deletingLastPathComponent()
    }()
}
