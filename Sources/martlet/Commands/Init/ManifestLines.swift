// What a manifest needs so that its package is built with Martlet, without what it has already.

import MartletTemplates

struct ManifestLines {
    let lines: [String]

    /// - Parameter configuration: the name of its file.
    init(_ inspection: PackageInspection, configuration: String, isCheckedIn: Bool) {
        let manifest = ManifestCalls(inspection.manifest)
        var needed: [String] = []
        if !manifest.calls(of: [".package"]).contains(where: { $0.lowercased().contains("martlet") }) {
            needed += [
                "  in 'dependencies:' of the package, with the address that you have Martlet from:",
                "    .package(url: \"https://example.org/martlet.git\", from: \"\(MartletVersion.current)\"),",
            ]
        }
        let folder = Self.steps(inspection.target).dropFirst(Self.steps(inspection.root).count)
        // Where the target isn't found, nothing is known to be there.
        let entry = Self.entry(Array(folder), in: manifest)
        let has = { (text: String) in entry?.contains("\"\(text)\"") ?? false }
        var parts: [String] = []
        if !has("MartletRuntime") {
            parts.append("dependencies: [.product(name: \"MartletRuntime\", package: \"martlet\")],")
        }
        if isCheckedIn {
            // SwiftPM warns of files that no rule is for.
            let files = ([inspection.spec] + inspection.overlays).filter { $0.hasPrefix(inspection.target + "/") }
                .map { String($0.dropFirst(inspection.target.count + 1)) }
            let excluded = (files + [configuration]).filter { !has($0) }.map { "\"\($0)\"" }
            if !excluded.isEmpty { parts.append("exclude: [\(excluded.joined(separator: ", "))],") }
        } else if !has("MartletPlugin") {
            parts.append("plugins: [.plugin(name: \"MartletPlugin\", package: \"martlet\")]")
        }
        let name = entry.flatMap { ManifestCalls.argument("name", in: $0) } ?? folder.last.map(String.init) ?? "App"
        if !parts.isEmpty { needed += ["  in the target '\(name)':", "    " + parts.joined(separator: " ")] }
        lines =
            needed.isEmpty
            ? [] : ["Add to \(inspection.root == "." ? "" : inspection.root + "/")Package.swift:"] + needed
    }

    /// The target whose `path` is the folder, or whose name is that of the folder where it says no path.
    private static func entry(_ folder: [Substring], in manifest: ManifestCalls) -> ManifestCalls.Text? {
        manifest.calls(of: [".target", ".executableTarget", ".testTarget"]).first { call in
            if let path = ManifestCalls.argument("path", in: call) { return steps(path) == folder }
            return folder.last.map(String.init) == ManifestCalls.argument("name", in: call)
        }
    }

    private static func steps(_ path: String) -> [Substring] {
        path.split(separator: "/").filter { $0 != "." }
    }
}
