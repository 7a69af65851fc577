// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "ColdPath",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .executableTarget(
            name: "ColdPath",
            dependencies: [
                .product(name: "MartletRuntime", package: "martlet"), .product(name: "CometAPI", package: "martlet"),
            ])
    ]
)
