// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "CheckedIn",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../..")],
    targets: [
        // The code in LighthouseAPI/Generated is under version control: no plugin runs when it is built.
        .target(
            name: "LighthouseAPI",
            dependencies: [.product(name: "MartletRuntime", package: "martlet")],
            path: "LighthouseAPI",
            exclude: ["openapi.yaml", "martlet.yaml"]),
        .executableTarget(name: "Lighthouse", dependencies: ["LighthouseAPI"]),
    ]
)
