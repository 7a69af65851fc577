// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Chat",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../..")],
    targets: [
        .executableTarget(name: "Chat", dependencies: [.product(name: "CometAPI", package: "martlet")])
    ]
)
