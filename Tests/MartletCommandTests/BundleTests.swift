// `martlet bundle`: a tree of files as one that means the same.

import Foundation
import MartletTestSupport
import Testing

@Suite struct BundleTests {
    private static let root = """
        openapi: 3.1.0
        info: {title: Zoo, version: '1'}
        paths:
          /pets: {$ref: 'paths/pets.yaml'}
        components:
          schemas:
            Keeper: {type: object, properties: {pet: {$ref: 'schemas/Pet.yaml'}}}

        """

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Self.root)
        try folder.write(
            "paths/pets.yaml",
            """
            get:
              operationId: listPets
              responses:
                '200':
                  description: The pets.
                  content: {application/json: {schema: {type: array, items: {$ref: '../schemas/Pet.yaml'}}}}
                '404': {$ref: '../responses.yaml#/Missing'}

            """)
        try folder.write("schemas/Pet.yaml", "type: object\nproperties: {food: {$ref: 'food/Pet.yaml'}}\n")
        try folder.write("schemas/food/Pet.yaml", "type: string\n")
        try folder.write("responses.yaml", "Missing: {description: There is none.}\n")
        return folder
    }

    private static let bundle = """
        openapi: 3.1.0
        info:
          title: Zoo
          version: '1'
        paths:
          /pets:
            get:
              operationId: listPets
              responses:
                '200':
                  description: The pets.
                  content:
                    application/json:
                      schema:
                        type: array
                        items:
                          $ref: '#/components/schemas/Pet'
                '404':
                  $ref: '#/components/responses/Missing'
        components:
          schemas:
            Keeper:
              type: object
              properties:
                pet:
                  $ref: '#/components/schemas/Pet'
            Pet:
              type: object
              properties:
                food:
                  $ref: '#/components/schemas/Pet_food'
            Pet_food:
              type: string
          responses:
            Missing:
              description: There is none.

        """

    @Test func aTreeBecomesOne() throws {
        let folder = try folder()
        let run = try ToolRun(["bundle", "openapi.yaml"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(Self.lines(run.output) == Self.lines(Self.bundle))
    }

    /// What is generated from the bundle is what is generated from the tree.
    @Test func aBundleMeansTheSame() throws {
        let folder = try folder()
        #expect(try ToolRun(["bundle", "openapi.yaml", "-o", "bundle.json"], in: folder) == ToolRun(code: 0))
        let json = try #require(folder.read("bundle.json"))
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
        for name in ["openapi.yaml", "bundle.json"] {
            #expect(try ToolRun(["generate", name, "-o", name + "-API", "--quiet"], in: folder) == ToolRun(code: 0))
        }
        for file in ["Client.swift", "Types.swift"] {
            let texts = ["openapi.yaml", "bundle.json"].map { folder.read($0 + "-API/" + file) }
            #expect(texts[0] != nil)
            #expect(texts[0] == texts[1])
        }
    }

    /// What a component of another file is made of comes with it, whatever the root has by those names, and whatever
    /// members are called.
    @Test func componentsBringTheirOwn() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "api.yaml",
            """
            openapi: 3.1.0
            info: {title: Zoo, version: '1'}
            paths:
              /a: {get: {operationId: a, responses: {'200': {$ref: 'common.yaml#/components/responses/OK'}}}}
            components:
              headers:
                X-Rate: {schema: {type: boolean}}
                Limit: {schema: {type: string}}

            """)
        try folder.write(
            "common.yaml",
            """
            components:
              headers:
                Limit: {schema: {type: integer}, examples: {few: {$ref: '#/components/examples/Few'}}}
              links:
                Next: {operationId: a}
              examples:
                Few: {value: 3}
                Pet: {value: {headers: {}}}
              schemas:
                Text: {type: string}
                Pet:
                  properties:
                    headers: {properties: {X-Rate: {$ref: '#/components/schemas/Text'}}}
              responses:
                OK:
                  description: Fine
                  headers: {X-Rate: {$ref: '#/components/headers/Limit'}}
                  links: {next: {$ref: '#/components/links/Next'}}
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Pet'}
                      examples: {Few: {$ref: '#/components/examples/Pet'}}

            """)
        let run = try ToolRun(["bundle", "api.yaml"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(Self.lines(run.output) == Self.lines(Self.ownBundle))
    }

    private static let ownBundle = """
        openapi: 3.1.0
        info:
          title: Zoo
          version: '1'
        paths:
          /a:
            get:
              operationId: a
              responses:
                '200':
                  $ref: '#/components/responses/OK'
        components:
          headers:
            X-Rate:
              schema:
                type: boolean
            Limit:
              schema:
                type: string
            Limit_common:
              schema:
                type: integer
              examples:
                few:
                  $ref: '#/components/examples/Few'
          schemas:
            Pet:
              properties:
                headers:
                  properties:
                    X-Rate:
                      $ref: '#/components/schemas/Text'
            Text:
              type: string
          responses:
            OK:
              description: Fine
              headers:
                X-Rate:
                  $ref: '#/components/headers/Limit_common'
              links:
                next:
                  $ref: '#/components/links/Next'
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/Pet'
                  examples:
                    Few:
                      $ref: '#/components/examples/Pet'
          examples:
            Few:
              value: 3
            Pet:
              value:
                headers: {}
          links:
            Next:
              operationId: a

        """

    /// A file gives its whole name, but for its ending: numbers would change with the document.
    @Test func namesOfFilesCount() throws {
        let folder = try TemporaryFolder()
        let names = [
            "Chart.get.yaml", "Chart.put.yaml", "Pet.schema.json", "Pet.json", "v1.2/Pet", "Zoo/index.model.yaml",
        ]
        let items = names.map { "{$ref: 'schemas/\($0)'}" }.joined(separator: ", ")
        try folder.write(
            "api.yaml",
            """
            openapi: 3.1.0
            info: {title: Zoo, version: '1'}
            components: {schemas: {Any: {oneOf: [\(items)]}}}

            """)
        for name in names { try folder.write("schemas/" + name, "{type: object}\n") }
        let run = try ToolRun(["bundle", "api.yaml"], in: folder)
        #expect(run.errors == "")
        let references = Self.lines(run.output).filter { $0.contains("$ref") }.compactMap {
            $0.split(separator: "/").last
        }
        #expect(references == ["Chart.get'", "Chart.put'", "Pet_2'", "Pet'", "Pet_v1.2'", "Zoo'"])
    }

    /// A name alone is a component in every version, also where no other file is meant.
    @Test func namesOfDefinitions() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "api.yaml",
            """
            swagger: '2.0'
            info: {title: Zoo, version: '1'}
            paths: {/a: {get: {responses: {'200': {description: D, schema: {$ref: Pet}}}}}}
            definitions: {Pet: {type: object}}

            """)
        let warning =
            "api.yaml:3:71: warning: 'Pet' isn't a reference; read as '#/definitions/Pet'; write that [bare-reference]\n"
        let run = try ToolRun(["bundle", "api.yaml"], in: folder)
        #expect(run.code == 0 && run.errors == warning, "\(run.errors)")
        #expect(run.output.contains("$ref: '#/definitions/Pet'"), "\(run.output)")
    }

    /// What is left out of a bundle is told to those who bundle.
    @Test func identifiersAreNoted() throws {
        let folder = try folder()
        try folder.write("schemas/Pet.yaml", "$id: Pet\ntype: object\n")
        let note =
            "schemas/Pet.yaml:1:1: note: '$id' is left out of the bundle, where the schema is a component; references to it "
            + "were made local [bundled-identifier]\n"
        let bundled = try ToolRun(["bundle", "openapi.yaml", "--verbose", "-o", "bundle.yaml"], in: folder)
        #expect(bundled.errors == note)
        let generated = try ToolRun(["generate", "openapi.yaml", "--verbose", "-o", "API"], in: folder)
        #expect(!generated.errors.contains("[bundled-identifier]"), "\(generated.errors)")
    }

    @Test func namesThatChangeAreNoted() throws {
        let folder = try folder()
        let run = try ToolRun(["bundle", "openapi.yaml", "--verbose", "-o", "bundle.yaml"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors.hasSuffix("[bundled-name]\n"), "\(run.errors)")
    }

    @Test func aFileThatIsMissingFails() throws {
        let folder = try folder()
        try FileManager.default.removeItem(atPath: folder.location("responses.yaml"))
        let run = try ToolRun(["bundle", "openapi.yaml", "-o", "bundle.yaml"], in: folder)
        let error =
            "paths/pets.yaml:7:19: error: '../responses.yaml#/Missing' can't be read: no such file; check the path "
            + "[unreadable-file]\n"
        #expect(run == ToolRun(code: 3, errors: error))
        #expect(!folder.names().contains("bundle.yaml"))
    }

    /// A dangling reference stays an error here, where a document is made for others.
    @Test func aFolderForTheFileFails() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        let run = try ToolRun(["bundle", "openapi.yaml", "-o", "."], in: folder)
        #expect(run == ToolRun(code: 1, errors: "martlet bundle: . is a folder; name a file in it\n"))
    }

    @Test func aReferenceThatNamesNothingFails() throws {
        let folder = try folder()
        try folder.write("schemas/Pet.yaml", "type: object\nproperties: {food: {$ref: 'food/Pet.yaml#/None'}}\n")
        let run = try ToolRun(["bundle", "openapi.yaml"], in: folder)
        let error =
            "schemas/Pet.yaml:2:27: error: 'food/Pet.yaml#/None' names nothing; fix the reference or add its target "
            + "[unknown-reference]\n"
        #expect(run == ToolRun(code: 3, errors: error))
    }

    @Test func oneFileStaysAsItIs() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Self.bundle)
        let run = try ToolRun(["bundle", "openapi.yaml"], in: folder)
        #expect(run.code == 0)
        #expect(Self.lines(run.output) == Self.lines(Self.bundle))
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { String($0).replacing("\"", with: "'") }
    }
}
