// What a configuration includes and excludes: only what is reached is generated.

import MartletConfiguration
import MartletGenerator
import MartletIR
import MartletSource
import Testing

@Suite struct SelectionTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        paths:
          /pets:
            get: {operationId: listPets, tags: [pets], responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
          /pets/{id}:
            get: {operationId: getPet, tags: [pets], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: x}}}
          /orders:
            get: {operationId: listOrders, tags: [orders], responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}}
        components:
          schemas:
            Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Owner'}}}
            Owner: {type: object, properties: {name: {type: string}}}
            Order: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
            Unused: {type: object, properties: {a: {type: string}}}
        """

    private func api(_ change: (inout Configuration) -> Void) -> (API?, [String]) {
        let access = FileAccess { _ throws(FileFault) in Array(Self.document.utf8) }
        var configuration = Configuration(spec: "shop.yaml")
        change(&configuration)
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let api = Generator(configuration, reader: SourceReader(access: access)).lower(&diagnostics, clock: &clock)
        return (api, diagnostics.rendered(atLeast: .warning))
    }

    private func names(_ change: (inout Configuration) -> Void) -> [[String]] {
        let (api, said) = api(change)
        #expect(said == [])
        return [api?.client.operations.map(\.name) ?? [], api?.types.map(\.name) ?? []]
    }

    @Test func withoutAChoiceEverythingIsThere() {
        #expect(
            names { _ in } == [["listPets", "getPet", "listOrders"], ["Order", "Owner", "Pet", "Unused"]])
    }

    @Test func operationsAreChosenByTagIdAndPath() {
        #expect(names { $0.include.tags = ["pets"] } == [["listPets", "getPet"], ["Owner", "Pet"]])
        #expect(names { $0.include.operations = ["listOrders"] } == [["listOrders"], ["Order", "Owner", "Pet"]])
        #expect(names { $0.include.paths = ["/pets/*"] } == [["getPet"], []])
        #expect(names { $0.include.paths = ["/pets/**"] } == [["listPets", "getPet"], ["Owner", "Pet"]])
    }

    @Test func operationsAreLeftOut() {
        #expect(names { $0.exclude.tags = ["orders"] } == [["listPets", "getPet"], ["Owner", "Pet"]])
        #expect(
            names {
                $0.include.tags = ["pets"]
                $0.exclude.operations = ["listPets"]
            } == [["getPet"], []])
    }

    @Test func schemasAreChosenAndReplaced() throws {
        #expect(names { $0.include.schemas = ["Order"] } == [[], ["Order", "Owner", "Pet"]])
        let (api, said) = api { $0.exclude.schemas = ["Owner"] }
        #expect(said == [])
        let pet = try #require(api?.types.first { $0.name == "Pet" })
        guard case .structure(let structure) = pet.kind else {
            Issue.record("Pet is no structure")
            return
        }
        #expect(structure.properties.map(\.type) == [.builtin(.json)])
        #expect(api?.types.map(\.name) == ["Order", "Pet", "Unused"])
    }

    @Test func aChoiceThatChoosesNothingIsAnError() {
        let (_, said) = api {
            $0.include.tags = ["cats"]
            $0.include.paths = ["/cats/**"]
            $0.exclude.schemas = ["Cat"]
        }
        #expect(
            said == [
                "shop.yaml:1:1: error: the command line names the schema 'Cat', which the "
                    + "document doesn't have; fix or remove it [unknown-selection]",
                "shop.yaml:1:1: error: the command line names the tag 'cats', which no operation "
                    + "of the document has; fix or remove it [unknown-selection]",
                "shop.yaml:1:1: error: the command line names the path '/cats/**', which no "
                    + "operation of the document has; fix or remove it [unknown-selection]",
            ])
    }
}
