// What is generated compiles without a warning, however its user's target is set up.
import Foundation
import MartletIR
import MartletTestSupport
import Testing

@testable import MartletGenerator
@testable import MartletTemplates

@Suite(.serialized, .enabled(if: SwiftCompiler.found != nil)) struct CompileTests {
    /// Every case is a target of this package too, in Swift 6 mode.
    @Test(arguments: ["CometAPI", "Names", "Namespace", "Recursion"].map(GoldenCase.init), SwiftCompiler.Mode.allCases)
    func goldenCode(_ golden: GoldenCase, _ mode: SwiftCompiler.Mode) throws {
        let files = try PackageFiles.names(in: golden.folder).map { PackageFiles.path(golden.folder + "/" + $0) }
        let said = try SwiftCompiler.found?.typecheck(files, module: golden.name, mode)
        #expect(said == "")
    }

    /// Schemas that are called like every type that generated code uses, and some more of Swift's.
    @Test(arguments: [SwiftCompiler.Mode.swift5, .mainActor])
    func hiddenNames(_ mode: SwiftCompiler.Mode) throws {
        try expectCompiles(try HidingDocument().snippet(), mode)
    }

    /// The same schemas, inside an enum that hides them from extensions of the client.
    @Test func hiddenNamesInANamespace() throws {
        try expectCompiles(try HidingDocument().snippet(), .swift6, namespace: "Hiding")
    }

    @Test(arguments: [SwiftCompiler.Mode.swift5, .mainActor])
    func hostileTexts(_ mode: SwiftCompiler.Mode) throws {
        try expectCompiles(try HostileDocument().snippet(), mode)
    }

    /// Members, cases and parameters that are called like what generated code declares beside them.
    @Test(arguments: [SwiftCompiler.Mode.swift5, .mainActor])
    func takenNames(_ mode: SwiftCompiler.Mode) throws {
        try expectCompiles(try TakenNamesDocument().snippet(), mode)
    }

    /// Slips that a compiler would hear of: an import that nothing needs, a value twice, numbers that Swift can't write.
    @Test func oddDocuments() throws {
        let strings = "A: {type: string}\nB: {type: array, items: {type: string}}"
        try expectCompiles(try Snippet(schemas: strings), .swift6)
        let odd = """
            C: {type: number, enum: [.inf, -.inf, 1.5], default: .inf}
            D:
              oneOf: [{properties: {kind: {enum: ['']}}}, {properties: {kind: {enum: [b]}}}]
              discriminator: {propertyName: kind}
            """
        try expectCompiles(try Snippet(schemas: odd), .swift6)
        // The smallest integer has no positive twin, and a type that only a pointer names may hide one that is nested.
        let deeper = """
            E: {type: integer, enum: [-9223372036854775808, 9223372036854775807]}
            F: {type: object, properties: {data: {type: object, properties: {next: {$ref: '#/components/schemas/G/properties/data'}}}}}
            G: {type: object, properties: {data: {type: object, properties: {a: {type: string}}}}}
            H: {type: number, enum: [1, 1.0, -0.0, 1e300]}
            """
        try expectCompiles(try Snippet(schemas: deeper), .swift6)
    }

    @Test func faultsAreFound() throws {
        let file = PackageFiles.path("Generated/Names/Types.swift")
        let said = try SwiftCompiler.found?.typecheck([file, file + ".missing"], module: "Names", .swift6)
        #expect(said?.contains("error: ") == true)
    }

    private func expectCompiles(
        _ snippet: Snippet, _ mode: SwiftCompiler.Mode, namespace: String? = nil
    ) throws {
        let api = LoweredAPI(snippet) {
            $0.namespace = namespace
            $0.explicitNull = true
            $0.keepsUnknownMembers = true
        }.api
        let files = try Renderer().render(api, source: "\(api.title) \(api.version)", shards: 3)
            .map { (name: $0.name, text: $0.text) }
        let said = try SwiftCompiler.found?.typecheck(files, module: "Sample", mode)
        #expect(said == "")
    }
}

extension SwiftCompiler.Mode: CustomTestStringConvertible {
    public var testDescription: String {
        rawValue
    }
}
