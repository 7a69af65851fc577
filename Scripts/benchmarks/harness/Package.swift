// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Harness",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../../..")],
    targets: [
        .executableTarget(
            name: "ColdPath",
            dependencies: [
                .product(name: "MartletRuntime", package: "martlet"), .product(name: "CometAPI", package: "martlet"),
            ]),
        // The closure of `/responses` of the OpenAI document, which `Scripts/bench` generates.
        .target(name: "OpenAI", dependencies: [.product(name: "MartletRuntime", package: "martlet")]),
        .executableTarget(
            name: "Throughput",
            dependencies: [.product(name: "MartletRuntime", package: "martlet"), "OpenAI"]),
    ]
)
