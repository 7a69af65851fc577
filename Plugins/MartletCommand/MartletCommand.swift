// The command plugin: `swift package martlet generate`, `check`, `diff`, `update`, and every other command of the tool.
import Foundation
import PackagePlugin

@main
struct MartletCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let targets = names.isEmpty ? context.package.targets : try context.package.targets(named: names)
        try ToolRun(
            tool: try context.tool(named: "martlet").url, root: context.package.directoryURL,
            folders: targets.compactMap { ($0 as? any SourceModuleTarget)?.directoryURL }
        ).run(extractor.remainingArguments)
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension MartletCommand: XcodeCommandPlugin {
        func performCommand(context: XcodePluginContext, arguments: [String]) throws {
            var extractor = ArgumentExtractor(arguments)
            let names = extractor.extractOption(named: "target")
            let targets = context.xcodeProject.targets.filter { names.isEmpty || names.contains($0.displayName) }
            let files = targets.flatMap(\.inputFiles).map(\.url)
            let configurations = files.filter { file in
                ["martlet.yaml", "martlet.yml"].contains { file.lastPathComponent.hasSuffix($0) }
            }
            try ToolRun(
                tool: try context.tool(named: "martlet").url, root: context.xcodeProject.directoryURL,
                folders: configurations
            ).run(extractor.remainingArguments)
        }
    }
#endif

/// A run of martlet in the folder of the package.
private struct ToolRun {
    let tool: URL
    let root: URL
    /// Where configurations are looked for.
    let folders: [URL]

    /// Ends the plugin with the exit code of the tool, where that isn't 0.
    func run(_ words: [String]) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments(words)
        process.currentDirectoryURL = root
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { exit(process.terminationStatus) }
    }

    /// `check` is `generate --check`. Where the words name no configuration, all of the package are meant.
    private func arguments(_ words: [String]) -> [String] {
        let words =
            words.isEmpty ? ["--help"] : words.first == "check" ? ["generate", "--check"] + words.dropFirst() : words
        let takesConfigurations = ["generate", "update"].contains(words[0]) && !words.contains("--help")
        let named = words.dropFirst().contains { word in
            !word.hasPrefix("-") && FileManager.default.fileExists(atPath: root.appendingPathComponent(word).path)
        }
        return takesConfigurations && !named ? words + folders.map(path) : words
    }

    /// Relative to the package where it is in it, so that messages are short.
    private func path(_ url: URL) -> String {
        let start = root.path + "/"
        return url.path.hasPrefix(start) ? String(url.path.dropFirst(start.count)) : url.path
    }
}
