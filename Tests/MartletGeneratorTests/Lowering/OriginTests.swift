// Declarations and members know where in the document they come from.

import MartletIR
import Testing

@Suite struct OriginTests {
    @Test func declarationsAndMembers() throws {
        let api = try LoweredAPI(
            paths: """
                /pets: {post: {operationId: add, parameters: [{name: dry, in: query, schema: {type: boolean}}], requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'204': {description: ok}}}}
                """,
            schemas: """
                Pet:
                  type: object
                  properties:
                    name: {type: string}
                    colour:
                      type: string
                      enum: [red, green]
                """)
        let pet = try api.type("Pet")
        #expect(text(pet.origin) == "in.yaml:8:7 value")
        guard case .structure(let structure) = pet.kind, case .enumeration(let colour) = pet.nested[0].kind else {
            Issue.record("Pet is no structure with an enumeration")
            return
        }
        #expect(structure.properties.map { text($0.origin) } == ["in.yaml:10:9 key", "in.yaml:11:9 key"])
        #expect(text(pet.nested[0].origin) == "in.yaml:12:11 value")
        #expect(colour.cases.map { text($0.origin) } == ["in.yaml:13:18 value", "in.yaml:13:23 value"])
        let add = try api.operation("add")
        #expect(text(add.origin) == "in.yaml:4:11 key")
        #expect(add.parameters.map { text($0.origin) } == ["in.yaml:4:49 value"])
        #expect(text(add.body?.origin) == "in.yaml:4:112 value")
    }

    private func text(_ origin: Origin?) -> String? {
        origin.map { "\($0.file):\($0.line):\($0.column) \($0.mark.rawValue)" }
    }
}
