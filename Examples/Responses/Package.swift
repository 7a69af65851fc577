// swift-tools-version: 6.1
import PackageDescription

let examples = [
    "File", "FunctionCalling", "Image", "Reasoning", "Streaming", "StructuredAnswer", "Text", "WebSearch",
]

let package = Package(
    name: "Responses",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "martlet", path: "../..")],
    targets: examples.map { name in
        .executableTarget(
            name: name,
            dependencies: [
                .product(name: "CometAPI", package: "martlet"), .product(name: "MartletRuntime", package: "martlet"),
            ])
    }
)
