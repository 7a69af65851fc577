// The command plugin: `swift package martlet generate`, `check`, `diff`, `update`, and every other command of the tool.

import Foundation
import PackagePlugin

@main
struct MartletCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let package = context.package
        try ToolRun(tool: try context.tool(named: "martlet").url, root: package.directoryURL).run(arguments) { names in
            let targets = names.isEmpty ? package.targets : try package.targets(named: names)
            return targets.compactMap { ($0 as? any SourceModuleTarget)?.directoryURL }
        }
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension MartletCommand: XcodeCommandPlugin {
        func performCommand(context: XcodePluginContext, arguments: [String]) throws {
            let project = context.xcodeProject
            try ToolRun(tool: try context.tool(named: "martlet").url, root: project.directoryURL).run(arguments) {
                names in
                let targets = project.targets.filter { names.isEmpty || names.contains($0.displayName) }
                return targets.flatMap(\.inputFiles).map(\.url).filter {
                    ToolWords.isConfiguration($0.lastPathComponent)
                }
            }
        }
    }
#endif

/// A run of martlet in the folder of the package.
private struct ToolRun {
    let tool: URL
    let root: URL

    /// Ends the plugin with the exit code of the tool, where that isn't 0.
    ///
    /// - Parameter places: where configurations of targets are looked for, by their names; of all, for no names.
    func run(_ words: [String], places: ([String]) throws -> [URL]) throws {
        let words = ToolWords(words)
        let process = Process()
        process.executableURL = tool
        process.arguments =
            words.takesTargets ? try words.arguments { names in try places(names).map(path) } : words.asTheyAre
        process.currentDirectoryURL = root
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { exit(process.terminationStatus) }
    }

    /// Relative to the package where it is in it, so that messages are short.
    private func path(_ url: URL) -> String {
        let start = root.path + "/"
        if url.standardizedFileURL.path == root.standardizedFileURL.path { return "." }
        return url.path.hasPrefix(start) ? String(url.path.dropFirst(start.count)) : url.path
    }
}
