// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Overlay",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../..")],
    targets: [
        .executableTarget(
            name: "Reader",
            dependencies: [.product(name: "MartletRuntime", package: "martlet")],
            plugins: [.plugin(name: "MartletPlugin", package: "martlet")])
    ]
)
