// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "TwoServices",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../..")],
    targets: [
        .executableTarget(
            name: "Harbour",
            dependencies: [.product(name: "MartletRuntime", package: "martlet")],
            plugins: [.plugin(name: "MartletPlugin", package: "martlet")])
    ]
)
