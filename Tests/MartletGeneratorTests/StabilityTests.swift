// A schema that joins a document renames nothing that was there before.

import Foundation
import MartletIR
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletLowering
@testable import MartletNaming

@Suite struct StabilityTests {
    @Test(arguments: GoldenCase.all, ["AAAUnrelated", "Unrelated", "zzz_unrelated"])
    func anotherSchemaRenamesNothing(_ golden: GoldenCase, _ name: String) throws {
        let before = try lowered(golden)
        let after = try lowered(golden, adding: name)
        let typesBefore = before.typeNames
        let typesAfter = Set(after.typeNames)
        #expect(typesBefore.filter { !typesAfter.contains($0) } == [])
        #expect(after.typeNames.count == typesBefore.count + 2)
        // Everything but the new type is what it was, down to the last property.
        let rest = after.api.types.filter { $0.name != SwiftName.type(name) }
        #expect(try withoutPlaces(rest) == withoutPlaces(before.api.types))
        #expect(try withoutPlaces(after.api.client) == withoutPlaces(before.api.client))
    }

    /// As JSON, without the lines that things stand on: those of a schema move where another joins before it.
    private func withoutPlaces(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        return text.replacing(#/"origin":\{[^}]*\},?/#, with: "")
    }

    private func lowered(_ golden: GoldenCase, adding name: String? = nil) throws -> LoweredAPI {
        var text = try PackageFiles.text("Specs/\(golden.name)/openapi.yaml")
        if let name { text = try adding(name, to: text) }
        return LoweredAPI(try Snippet(text))
    }

    /// The new one comes first, where it could take a name from all others.
    private func adding(_ name: String, to text: String) throws -> String {
        let schema =
            "\(name): {type: object, properties: {Inner: {type: object, properties: {type: {type: string}}}}}\n"
        if let start = text.firstMatch(of: #/\n(\s+)schemas:\n(\s+)/#) {
            return text.replacing(
                start.0, with: "\n\(start.1)schemas:\n\(start.2)\(schema)\(start.2)", maxReplacements: 1)
        }
        let components = "\ncomponents:\n"
        try #require(text.contains(components), "neither schemas nor components")
        return text.replacing(components, with: "\(components)  schemas:\n    \(schema)", maxReplacements: 1)
    }
}
