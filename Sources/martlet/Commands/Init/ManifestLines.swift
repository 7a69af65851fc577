// What a manifest needs so that its package is built with Martlet, without what it has already.
import MartletTemplates

struct ManifestLines {
    let lines: [String]

    init(_ inspection: PackageInspection, isCheckedIn: Bool) {
        let manifest = inspection.manifest
        var needed: [String] = []
        if !manifest.contains("martlet") {
            needed += [
                "  in 'dependencies:' of the package, with the address that you have Martlet from:",
                "    .package(url: \"https://example.org/martlet.git\", from: \"\(MartletVersion.current)\"),",
            ]
        }
        let target = inspection.target.split(separator: "/").last.map(String.init) ?? "App"
        var parts: [String] = []
        if !manifest.contains("\"MartletRuntime\"") {
            parts.append("dependencies: [.product(name: \"MartletRuntime\", package: \"martlet\")],")
        }
        if isCheckedIn {
            parts.append("exclude: [\"martlet.yaml\"],")
        } else if !manifest.contains("\"MartletPlugin\"") {
            parts.append("plugins: [.plugin(name: \"MartletPlugin\", package: \"martlet\")]")
        }
        if !parts.isEmpty { needed += ["  in the target '\(target)':", "    " + parts.joined(separator: " ")] }
        lines =
            needed.isEmpty
            ? [] : ["Add to \(inspection.root == "." ? "" : inspection.root + "/")Package.swift:"] + needed
    }
}
