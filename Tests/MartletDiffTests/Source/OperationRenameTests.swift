// Which operation of the client is which, where their names have changed.

import Testing

@testable import MartletDiff

@Suite struct OperationRenameTests {
    @Test func byEndpointThenByNameAndSignature() {
        let old = [
            operation("listPets", "GET /pets"), operation("showPet", "GET /pets/{}", takes: ["id": "String"]),
            operation("removePet", "DELETE /pets/{}", takes: ["id": "String"]), operation("ping", "GET /ping"),
            operation("addShip", "POST /ships", takes: ["name": "String"]),
        ]
        let new = [
            // The endpoint decides, whatever the name and the signature.
            operation("everyAnimal", "GET /pets", takes: ["page": "Int"]),
            operation("showPets", "GET /pets/{}", takes: ["id": "Int"]),
            // Elsewhere, but called and taken alike.
            operation("removeAPet", "DELETE /animals/{}", takes: ["id": "String"]),
            operation("ping", "GET /health"),
            // Called alike, but with another argument.
            operation("addAShip", "POST /fleet", takes: ["title": "String"]),
        ]
        #expect(
            OperationRenames(old, new, [:]).names == [
                "listPets": "everyAnimal", "showPet": "showPets", "removePet": "removeAPet", "ping": "ping",
            ])
    }

    /// Generators of documents rename all of them at once.
    @Test(.timeLimit(.minutes(1)), arguments: [(500, ""), (200, "/v2")])
    func hundredsAtOnce(_ count: Int, _ base: String) {
        let resources = (0..<count).map { "Resource\($0 * 7919 % 1000)OfTheTenantInItsOrganisation" }
        let old = resources.map { operation("get" + $0, "GET /" + $0) }
        let new = resources.map { operation("get" + $0 + "_v2", "GET \(base)/" + $0) }
        let names = OperationRenames(old, new, [:]).names
        #expect(names == Dictionary(uniqueKeysWithValues: resources.map { ("get" + $0, "get" + $0 + "_v2") }))
    }

    private func operation(
        _ name: String, _ endpoint: String, takes parameters: [String: String] = [:]
    ) -> SurfaceOperation {
        let signature = SurfaceSignature(
            parameters: parameters.map { SurfaceParameter(name: $0.key, type: .named($0.value), hasDefault: false) },
            returns: .named("String"))
        return SurfaceOperation(
            name: name, endpoint: endpoint, title: endpoint, call: .init(name: name, signature: signature),
            raw: signature, isDeprecated: false)
    }
}

@Suite struct ComparedNameTests {
    @Test(arguments: [
        ("listPets", "listPets", 1.0), ("listPets", "list_pets", 1.0), ("getPet", "getPets", 1 - 1.0 / 7),
        ("petsList", "listPets", 1.0), ("abc", "xyz", 0.0), ("", "", 1.0), ("a", "", 0.0),
        ("showPetById", "showPetsByTheirId", 0.6470588235294117),
    ])
    func similarity(_ first: String, _ second: String, _ score: Double) {
        let (first, second) = (ComparedName(first), ComparedName(second))
        #expect(first.similarity(to: second) == score)
        #expect(second.similarity(to: first) == score)
        #expect(first.similarity(to: second, atLeast: score) == score)
        #expect(first.similarity(to: second, atLeast: score + 0.01) == nil)
    }
}
