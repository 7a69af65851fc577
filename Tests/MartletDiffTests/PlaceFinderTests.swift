// Where findings are said to be: at the component that changed, in the document as it was published.

import MartletSource
import Testing

@testable import MartletDiff

@Suite struct PlaceFinderTests {
    private static let old = """
        openapi: 3.1.0
        info: {title: t, version: 1.0.0}
        paths:
          /a:
            get:
              parameters:
                - {name: q, in: query, schema: {type: string, maxLength: 9}}
              responses:
                '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}}
          /b:
            get:
              responses:
                '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}}
        components:
          schemas:
            Lamp:
              type: object
              properties:
                level:
                  type: integer
                colour:
                  type: string

        """

    private func place(_ pointer: String, _ file: String, _ line: Int, _ column: Int) -> Place {
        Place(pointer: pointer, file: file, line: line, column: column)
    }

    /// However many operations reach it, it is one place.
    @Test func atTheComponent() throws {
        let new = Self.old.replacing("type: integer", with: "type: string")
        let found = try Compared(Self.old, new).findings.filter { $0.id == "response-property-type-changed" }
        #expect(found.map(\.operation) == ["GET /a", "GET /b"])
        for finding in found {
            #expect(finding.old == place("#/components/schemas/Lamp/properties/level/type", "old.yaml", 20, 11))
            #expect(finding.new == place("#/components/schemas/Lamp/properties/level/type", "new.yaml", 20, 11))
        }
    }

    /// What is gone has a place in the old version, and in the new one that of what it was in.
    @Test func whatIsGone() throws {
        let new = Self.old.replacing("        colour:\n          type: string\n", with: "")
        let finding = try #require(
            Compared(Self.old, new).findings.first { $0.id == "response-optional-property-removed" })
        #expect(finding.old == place("#/components/schemas/Lamp/properties/colour", "old.yaml", 21, 9))
        #expect(finding.new == place("#/components/schemas/Lamp", "new.yaml", 17, 7))
    }

    @Test func parametersAndOperations() throws {
        let new = Self.old.replacing("maxLength: 9", with: "maxLength: 5").replacing("  /b:", with: "  /c:")
        let findings = try Compared(Self.old, new).findings
        let bound = try #require(findings.first { $0.id == "request-parameter-max-length-decreased" })
        #expect(bound.new == place("#/paths/~1a/get/parameters/0/schema/maxLength", "new.yaml", 7, 55))
        let removed = try #require(findings.first { $0.id == "api-path-removed-without-deprecation" })
        #expect(removed.old == place("#/paths/~1b/get", "old.yaml", 11, 5))
        #expect(removed.new == nil)
        let added = try #require(findings.first { $0.id == "endpoint-added" })
        #expect(added.old == nil)
        #expect(added.new == place("#/paths/~1c/get", "new.yaml", 11, 5))
    }

    /// Older documents have other pointers than what they are rewritten to.
    @Test func olderVersions() throws {
        let old = """
            swagger: '2.0'
            info: {title: t, version: '1'}
            paths:
              /a:
                get:
                  produces: [application/json]
                  responses:
                    '200': {description: d, schema: {$ref: '#/definitions/Lamp'}}
            definitions:
              Lamp: {type: object, properties: {level: {type: integer}}}

            """
        let found = try Compared(old, old.replacing("type: integer", with: "type: string")).findings
        let finding = try #require(found.first { $0.id == "response-property-type-changed" })
        #expect(finding.old == place("#/definitions/Lamp/properties/level/type", "old.yaml", 10, 45))
    }

    /// A file that is referred to has pointers of its own.
    @Test func otherFiles() throws {
        let main = Self.old.replacing("'#/components/schemas/Lamp'", with: "'parts.yaml#/Lamp'")
        let parts = "Lamp:\n  type: object\n  properties:\n    level: {type: integer}\n"
        let texts = [
            "a/main.yaml": main, "a/parts.yaml": parts, "b/main.yaml": main,
            "b/parts.yaml": parts.replacing("integer", with: "string"),
        ]
        let access = FileAccess { path throws(FileFault) in
            guard let text = texts[path] else { throw FileFault("no such file; check the path") }
            return Array(text.utf8)
        }
        let found = try Compared(old: "a/main.yaml", new: "b/main.yaml", reader: SourceReader(access: access)).findings
        let finding = try #require(found.first { $0.id == "response-property-type-changed" })
        #expect(finding.old == place("#/Lamp/properties/level/type", "a/parts.yaml", 4, 13))
        #expect(finding.new == place("#/Lamp/properties/level/type", "b/parts.yaml", 4, 13))
    }
}
