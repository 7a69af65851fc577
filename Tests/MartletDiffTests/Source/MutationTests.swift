// For small changes of golden documents: the verdict is 'compatible' where, and only where, code for the old client
// compiles against the new one.

import Foundation
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite(.serialized, .enabled(if: SwiftCompiler.found != nil)) struct MutationTests {
    /// `Scripts/diff-mutations` tries more of them.
    private static let count = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap(Int.init) ?? 12
    private static let first = ProcessInfo.processInfo.environment["MUTATION_SEED"].flatMap(UInt64.init) ?? 1
    private static let cases = ["Bodies", "Composition", "Events", "Nulls", "Parameters", "Recursion", "Unions"]

    @Test(arguments: (0..<count).map { first + UInt64($0) }) func verdictIsTheCompilers(_ seed: UInt64) throws {
        let compiler = try #require(SwiftCompiler.found)
        let name = Self.cases[Int(seed) % Self.cases.count]
        let path = PackageFiles.path("Specs/\(name)/openapi.yaml")
        var diagnostics = Diagnostics()
        let root = try #require(SourceReader().read(path, &diagnostics))
        let old = try ClientVersion(root, name: path, &diagnostics)
        var mutation = Mutation(seed: seed)
        let changed = mutation.changed(root, count: 1 + Int(seed % 3))
        let new = try ClientVersion(changed, name: path, &diagnostics)
        // A change may have made no sense of the document.
        if new.hasErrors { return }
        let check = try VerdictCheck(old, new, with: compiler)
        #expect(check.faults == [], "\(name), seed \(seed): \(mutation.said); \(check.findings.map(\.message))")
    }
}
