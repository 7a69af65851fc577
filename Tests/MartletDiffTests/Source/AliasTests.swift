// Aliases: code for the old client compiles against the new one with them, and they themselves without a warning.

import MartletConfiguration
import MartletIR
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite(.serialized, .enabled(if: SwiftCompiler.found != nil)) struct AliasTests {
    private static let old = """
        openapi: 3.1.0
        info: {title: Aliases, version: '1'}
        paths:
          /pets/{id}:
            post:
              operationId: changePet
              parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: dry, in: query, schema: {type: boolean}}]
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses:
                '200': {description: ok, content: {application/json: {schema: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, more: {type: boolean}}}}}}
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: {type: string}
                colour: {type: string}
                state: {type: string, enum: [new, sold]}
                owner: {$ref: '#/components/schemas/Owner'}
            Owner: {type: object, properties: {name: {type: string}, age: {type: integer}}}
            Input: {oneOf: [{type: string, title: Text}, {type: array, title: List, items: {type: string}}]}
        """

    private static let new = """
        openapi: 3.1.0
        info: {title: Aliases, version: '2'}
        paths:
          /pets/{id}:
            post:
              operationId: updatePet
              parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: dry, in: query, schema: {type: boolean}}]
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses:
                '200': {description: ok, content: {application/json: {schema: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, more: {type: boolean}}}}}}
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: {type: string}
                color: {type: string}
                state: {$ref: '#/components/schemas/State'}
                owner: {$ref: '#/components/schemas/Keeper'}
            State: {type: string, enum: [new, sold]}
            Keeper: {type: object, properties: {name: {type: string}, age: {type: integer}}}
            Input: {oneOf: [{type: string, title: Prompt}, {type: array, title: List, items: {type: string}}]}
        """

    private static let consumer = """
        import MartletRuntime
        func change(_ client: Client, _ owner: Owner, _ state: Pet.State) async throws -> ChangePetResponse {
            var pet = Pet(name: "a", colour: "red", state: state, owner: owner)
            pet.colour = pet.colour ?? "blue"
            _ = Pet(name: "b")
            let input: Input = .text("hello")
            _ = input
            _ = try await client.raw.changePet(id: "1", pet)
            return try await client.changePet(id: "1", pet, dry: true)
        }
        """

    @Test(arguments: [nil, "Pets"]) func oldCodeCompiles(_ namespace: String?) throws {
        let compiler = try #require(SwiftCompiler.found)
        let before = try ClientVersion(Self.old) { $0.namespace = namespace }
        let after = try ClientVersion(Self.new) { $0.namespace = namespace }
        let names = SourceComparison(old: before.api, new: after.api).compatibilityNames(after.api)
        let file = try Renderer().render(
            names, beside: after.api, source: "Aliases 2", names: FileNames(namespace: namespace, shards: 1))
        let files = try after.files() + [(name: file.name, text: file.text)]
        #expect(try compiler.typecheck(files, module: "Sample", .swift6) == "")
        #expect(try compiler.typecheck(files, module: "Sample", .mainActor) == "")
        var consumer = Self.consumer
        if namespace != nil {
            for name in [" Client", " Owner", " Pet.State", " ChangePetResponse", " Pet(", " Input "] {
                consumer = consumer.split(separator: name, omittingEmptySubsequences: false)
                    .joined(separator: " Pets." + name.dropFirst())
            }
        }
        let said = try compiler.typecheck(
            files + [(name: "Consumer.swift", text: consumer)], module: "Sample", .swift6, warningsAsErrors: false)
        #expect(!said.contains("error:"), "\(said)\n\(file.text)")
        #expect(
            said.contains("'changePet(id:_:dry:options:)' is deprecated: renamed to 'updatePet(id:_:dry:options:)'"))
    }
}
