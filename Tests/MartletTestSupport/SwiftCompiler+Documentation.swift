// What DocC says of a module's documentation.

import Foundation

extension SwiftCompiler {
    /// Whether `docc` is on the path.
    package static let hasDocC: Bool = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: $0 + "/docc") }
    }()

    /// The warnings and errors of building the documentation of `files` with the `catalogue` in `folder`, which takes what is
    /// made.
    package func documentation(
        _ files: [String], module: String, catalogue: String, in folder: TemporaryFolder
    ) throws -> String {
        let symbols = folder.url("symbols")
        try FileManager.default.createDirectory(at: symbols, withIntermediateDirectories: true)
        let compiled = try run(
            "swiftc",
            [
                "-emit-module", "-parse-as-library", "-module-name", module, "-swift-version", "6", "-I", modules.path,
                "-Xfrontend", "-experimental-skip-non-inlinable-function-bodies", "-suppress-warnings",
                "-emit-module-path", folder.location(module + ".swiftmodule"),
                "-emit-symbol-graph", "-emit-symbol-graph-dir", symbols.path, "-symbol-graph-minimum-access-level",
                "public",
            ] + files)
        guard compiled.isEmpty else { return compiled }
        // What extends other modules is no documentation of this one.
        for file in try FileManager.default.contentsOfDirectory(atPath: symbols.path) where file.contains("@") {
            try FileManager.default.removeItem(at: symbols.appendingPathComponent(file))
        }
        let said = try run(
            "docc",
            [
                "convert", folder.location(catalogue), "--additional-symbol-graph-dir", symbols.path,
                "--fallback-display-name", module, "--fallback-bundle-identifier", "test.\(module)",
                "--output-path", folder.location("out"), "--ide-console-output",
            ])
        return said.split(separator: "\n").filter { $0.contains("warning:") || $0.contains("error:") }
            .joined(separator: "\n")
    }

    private func run(_ program: String, _ words: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + words
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }
}
