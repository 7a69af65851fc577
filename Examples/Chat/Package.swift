// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Chat",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../..")],
    targets: [
        // A target of its own keeps the types of the document out of the program's way.
        .target(
            name: "CometClient",
            dependencies: [.product(name: "MartletRuntime", package: "martlet")],
            plugins: [.plugin(name: "MartletPlugin", package: "martlet")]),
        .executableTarget(name: "Chat", dependencies: ["CometClient"]),
    ]
)
