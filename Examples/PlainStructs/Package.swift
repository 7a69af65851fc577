// swift-tools-version: 6.1
import PackageDescription

// What is generated here needs no runtime: Martlet is the plugin alone.
let package = Package(
    name: "PlainStructs",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../..")],
    targets: [
        .executableTarget(name: "Atlas", plugins: [.plugin(name: "MartletPlugin", package: "martlet")])
    ]
)
