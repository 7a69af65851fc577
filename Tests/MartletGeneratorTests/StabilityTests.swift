// A schema that joins a document renames nothing that was there before.
import MartletIR
import MartletSource
import Testing

@testable import MartletGenerator

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
        #expect(after.api.types.filter { $0.name != SwiftName.type(name) } == before.api.types)
        #expect(after.api.client == before.api.client)
    }

    private func lowered(_ golden: GoldenCase, adding name: String? = nil) throws -> LoweredAPI {
        var text = try PackageFiles.text("Specs/\(golden.name)/openapi.yaml")
        if let name {
            // The new one comes first, where it could take a name from all others.
            let start = try #require(text.firstMatch(of: #/\n(\s+)schemas:\n(\s+)/#), "no schemas")
            let schema =
                "\(start.1)schemas:\n\(start.2)\(name): {type: object, properties: {Inner: {type: object, "
                + "properties: {type: {type: string}}}}}\n\(start.2)"
            text.replaceSubrange(start.range, with: "\n" + schema)
        }
        return LoweredAPI(try Snippet(text))
    }
}
