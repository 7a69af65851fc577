// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "OwnTemplates",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "martlet", path: "../..")],
    targets: [
        .executableTarget(
            name: "Menu",
            dependencies: [.product(name: "MartletRuntime", package: "martlet")],
            plugins: [.plugin(name: "MartletPlugin", package: "martlet")])
    ]
)
