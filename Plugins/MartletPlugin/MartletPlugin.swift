// The build tool plugin: one run of martlet for each configuration in a target, when one of its inputs has changed.

import Foundation
import PackagePlugin

@main
struct MartletPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        return TargetCommands(
            folder: target.directoryURL, sources: target.sourceFiles(withSuffix: "swift").map(\.url),
            tool: try context.tool(named: "martlet-build").url, work: context.pluginWorkDirectoryURL
        ).all
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension MartletPlugin: XcodeBuildToolPlugin {
        /// The files of a target in Xcode lie anywhere; what counts is that they are listed as its inputs.
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            let files = target.inputFiles.map(\.url)
            return TargetCommands(
                folder: context.xcodeProject.directoryURL, sources: files.filter { $0.pathExtension == "swift" },
                configurations: files.filter { ConfigurationFile.isName($0.lastPathComponent) },
                tool: try context.tool(named: "martlet-build").url, work: context.pluginWorkDirectoryURL
            ).all
        }
    }
#endif

/// The commands of one target.
private struct TargetCommands {
    private let folder: URL
    private let sources: [URL]
    private let configurations: [URL]
    private let tool: URL
    private let work: URL

    /// - Parameter configurations: nil for those that `folder` has.
    init(folder: URL, sources: [URL], configurations: [URL]? = nil, tool: URL, work: URL) {
        self.folder = folder
        self.sources = sources
        self.configurations = configurations ?? ConfigurationFile.all(in: folder)
        self.tool = tool
        self.work = work
    }

    var all: [Command] {
        if configurations.isEmpty {
            Diagnostics.error(
                "\(folder.path) has no configuration: add a file 'martlet.yaml' (or 'openai.martlet.yaml' and so on) "
                    + "with a line such as 'spec: openapi.yaml'")
        }
        var taken = Dictionary(sources.map { ($0.lastPathComponent, $0) }) { first, _ in first }
        return configurations.compactMap { url in
            guard let file = ConfigurationFile(url) else {
                Self.report(
                    "it names no document: add a line such as 'spec: openapi.yaml' at its beginning",
                    in: url)
                return nil
            }
            let names = file.outputNames
            if let name = names.first(where: { taken[$0] != nil }), let other = taken[name] {
                let advice =
                    file.hasOutput
                    ? "leave out the plugin, or the line 'output: …', since each writes the client"
                    : "add a line such as 'namespace: OpenAI'"
                Self.report(
                    "'\(name)' would be generated, and a target can't have two files of one name: there is one of "
                        + "\(other.path); \(advice)",
                    in: url)
                return nil
            }
            for name in names { taken[name] = url }
            return command(file, names)
        }
    }

    /// `swift build` prints the message alone, and Xcode the place too.
    private static func report(_ message: String, in file: URL) {
        Diagnostics.emit(.error, "\(file.path):1:1: \(message)", file: file.path, line: 1)
    }

    private func command(_ file: ConfigurationFile, _ names: [String]) -> Command {
        let output = work.appendingPathComponent(file.outputFolder, isDirectory: true)
        let inputs = InputFiles(of: file).all
        let arguments =
            ["generate", file.url.path, "--output", output.path, "--quiet"]
            + names.map { "--planned-output=" + $0 } + inputs.map { "--planned-input=" + $0.path }
        return .buildCommand(
            displayName: "Generating \(file.namespace ?? "a client") from \(file.spec.lastPathComponent)",
            executable: tool, arguments: arguments, inputFiles: inputs,
            outputFiles: names.map { output.appendingPathComponent($0) })
    }
}
