// swift-tools-version: 6.1
import PackageDescription

/// What every target is compiled with.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A target of the generator, on the floor that `DESIGN` gives it: it imports downwards only.
func floor(_ name: String, imports dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The generated client of `Specs/<name>`; each golden case is compiled. The names of targets must be unique among all
/// packages of a program: only clients that are products keep theirs.
func generated(_ name: String) -> Target {
    .target(
        name: ["CometAPI", "PolzaAI"].contains(name) ? name : "Golden" + name, dependencies: ["MartletRuntime"],
        path: "Generated/\(name)", exclude: [".martlet"],
        swiftSettings: strict)
}

func tests(_ name: String, of dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["MartletTestSupport"], swiftSettings: strict)
}

/// The golden cases: a folder of `Specs`, and one of `Generated`, each.
let cases = [
    "Bodies", "Chat", "CometAPI", "Composition", "Events", "Feeds", "Messages", "Names", "Namespace", "Nulls",
    "Nulls30", "Pagination", "Parameters", "PolzaAI", "Recursion", "Security", "Unions", "Webhooks",
]

let package = Package(
    name: "martlet",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .executable(name: "martlet", targets: ["martlet"]),
        .library(name: "MartletRuntime", targets: ["MartletRuntime"]),
        .plugin(name: "MartletPlugin", targets: ["MartletPlugin"]),
        .plugin(name: "MartletCommand", targets: ["MartletCommand"]),
        .library(name: "CometAPI", targets: ["CometAPI"]),
        .library(name: "PolzaAI", targets: ["PolzaAI"]),
    ],
    targets: [
        .systemLibrary(
            name: "MartletLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        floor("MartletSource", imports: ["MartletLibYAML"]),
        floor("MartletIR"),
        floor("MartletMustache"),
        floor("MartletNaming"),
        floor("MartletOpenAPI", imports: ["MartletSource"]),
        floor("MartletEditing", imports: ["MartletSource", "MartletOpenAPI"]),
        floor(
            "MartletTemplates",
            imports: ["MartletSource", "MartletNaming", "MartletIR", "MartletMustache", "MartletConfiguration"]),
        floor("MartletPasses", imports: ["MartletSource", "MartletIR"]),
        floor("MartletConfiguration", imports: ["MartletSource", "MartletNaming"]),
        floor("MartletArtifacts", imports: ["MartletSource", "MartletTemplates"]),
        floor(
            "MartletLowering",
            imports: [
                "MartletSource", "MartletNaming", "MartletOpenAPI", "MartletIR", "MartletPasses",
                "MartletConfiguration",
            ]),
        floor("MartletSamples", imports: ["MartletSource", "MartletOpenAPI", "MartletIR", "MartletLowering"]),
        floor(
            "MartletGenerator",
            imports: [
                "MartletSource", "MartletOpenAPI", "MartletEditing", "MartletIR", "MartletTemplates",
                "MartletConfiguration", "MartletLowering",
            ]),
        floor(
            "MartletDiff",
            imports: [
                "MartletSource", "MartletOpenAPI", "MartletIR", "MartletPasses", "MartletTemplates",
                "MartletConfiguration", "MartletLowering", "MartletGenerator",
            ]),
        floor(
            "MartletReconcile",
            imports: [
                "MartletSource", "MartletOpenAPI", "MartletEditing", "MartletIR", "MartletConfiguration",
                "MartletLowering", "MartletGenerator", "MartletRuntime",
            ]),
        floor("MartletLoopback", imports: ["MartletSource"]),
        floor(
            "MartletCommandLine",
            imports: ["MartletSource", "MartletTemplates", "MartletConfiguration", "MartletArtifacts"]),
        floor(
            "MartletBuild",
            imports: [
                "MartletSource", "MartletIR", "MartletTemplates", "MartletConfiguration", "MartletArtifacts",
                "MartletGenerator", "MartletCommandLine",
            ]),
        .executableTarget(
            name: "martlet",
            dependencies: [
                "MartletSource", "MartletOpenAPI", "MartletIR", "MartletTemplates", "MartletConfiguration",
                "MartletArtifacts", "MartletLowering", "MartletSamples", "MartletGenerator", "MartletDiff",
                "MartletReconcile", "MartletCommandLine", "MartletBuild", "MartletLoopback", "MartletRuntime",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "martlet-build", dependencies: ["MartletCommandLine", "MartletBuild"], swiftSettings: strict),
        floor("MartletRuntime"),
        .target(
            name: "MartletTestSupport", dependencies: ["MartletSource"], path: "Tests/MartletTestSupport",
            swiftSettings: strict),
        .target(
            name: "MartletStress", dependencies: ["GoldenChat", "MartletRuntime", "MartletLoopback", "MartletSource"],
            path: "Tests/MartletStress", swiftSettings: strict),
        .plugin(name: "MartletPlugin", capability: .buildTool(), dependencies: ["martlet-build"]),
        .plugin(
            name: "MartletCommand",
            capability: .command(
                intent: .custom(verb: "martlet", description: "Generate, check, compare and update Swift clients."),
                permissions: [.writeToPackageDirectory(reason: "It writes generated code and fetched documents.")]),
            dependencies: ["martlet"]),

        tests("MartletSourceTests", of: ["MartletSource"]),
        tests("MartletMustacheTests", of: ["MartletMustache"]),
        tests("MartletEditingTests", of: ["MartletEditing", "MartletSource"]),
        tests("MartletOpenAPITests", of: ["MartletOpenAPI", "MartletSource"]),
        tests(
            "MartletGeneratorTests",
            of: [
                "MartletNaming", "MartletPasses", "MartletLowering", "MartletGenerator", "MartletConfiguration",
                "MartletArtifacts", "MartletTemplates", "MartletIR", "MartletOpenAPI", "MartletSource",
                "MartletRuntime",
            ]),
        tests(
            "MartletDiffTests",
            of: [
                "MartletNaming", "MartletDiff", "MartletLowering", "MartletGenerator", "MartletConfiguration",
                "MartletTemplates", "MartletOpenAPI", "MartletIR", "MartletSource", "MartletRuntime",
            ]),
        tests(
            "MartletReconcileTests",
            of: [
                "MartletReconcile", "MartletLowering", "MartletSamples", "MartletGenerator", "MartletConfiguration",
                "MartletOpenAPI", "MartletSource",
            ]),
        tests(
            "MartletCommandTests",
            of: [
                "martlet", "martlet-build", "MartletCommandLine", "MartletBuild", "MartletLowering", "MartletGenerator",
                "MartletConfiguration", "MartletArtifacts", "MartletTemplates", "MartletSource", "MartletRuntime",
                "MartletLoopback", "MartletDiff", "CometAPI", "GoldenBodies", "GoldenEvents", "GoldenParameters",
            ]),
        tests(
            "MartletPluginTests",
            of: [
                "MartletNaming", "MartletPasses", "MartletLowering", "MartletGenerator", "MartletConfiguration",
                "MartletTemplates", "MartletSource",
            ]),
        tests("MartletRuntimeTests", of: ["MartletRuntime", "MartletLoopback", "MartletSource", "MartletStress"]),
        tests("GeneratedCallTests", of: ["GoldenUnions", "GoldenWebhooks", "MartletRuntime"]),
        tests(
            "StreamClientTests",
            of: [
                "GoldenChat", "GoldenFeeds", "GoldenMessages", "MartletRuntime", "MartletLoopback", "MartletSource",
                "MartletStress",
            ]),
        tests(
            "CometAPITests",
            of: ["CometAPI", "PolzaAI", "GoldenPagination", "MartletRuntime", "MartletLoopback", "MartletSource"]),
    ] + cases.map(generated)
)

// What `Scripts/fuzz` builds, with libFuzzer in every target; nobody else does.
if Context.environment["MARTLET_FUZZ_TARGET"] != nil {
    package.targets.append(
        .executableTarget(
            name: "martlet-fuzz",
            dependencies: [
                "MartletSource", "MartletEditing", "MartletOpenAPI", "MartletMustache", "MartletConfiguration",
                "MartletGenerator", "MartletRuntime",
            ],
            path: "Tests/Fuzz", exclude: ["Seeds"], swiftSettings: strict))
}

// What `Scripts/stress` builds.
if Context.environment["MARTLET_STRESS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "martlet-stress", dependencies: ["MartletStress"], path: "Tests/Stress", swiftSettings: strict))
}
