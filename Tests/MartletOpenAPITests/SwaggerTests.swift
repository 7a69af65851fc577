// Swagger 2.0 documents, rewritten to the shape of OpenAPI 3.

import Foundation
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletOpenAPI

@Suite struct SwaggerTests {
    @Test(arguments: [
        ("host: a.b\nbasePath: /v1/\nschemes: [http, https, wss]", ["https://a.b/v1", "http://a.b/v1"]),
        ("host: a.b:8080\nschemes: [http]", ["http://a.b:8080"]),
        ("basePath: v1", ["/v1"]),
        ("basePath: /", []),
        ("schemes: [http]", []),
    ])
    func servers(text: String, urls: [String]) throws {
        let decoded = Decoded("swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\n" + text)
        #expect(decoded.said == [])
        #expect(decoded.document?.servers.map(\.url) == urls)
        #expect(decoded.document?.version == "2.0")
    }

    /// Where the document leaves the scheme open.
    @Test(arguments: [
        ("a.b:8080", "https"), ("localhost.b", "https"), ("localhost:8080", "http"), ("LOCALHOST", "http"),
        ("127.0.0.1:80", "http"), ("'[::1]:80'", "http"), ("'[::2]'", "https"),
        ("0.0.0.0:8080", "http"),
    ])
    func guessedSchemes(host: String, scheme: String) {
        let decoded = Decoded("swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\nhost: \(host)")
        let url = "\(scheme)://\(host.filter { $0 != "'" })"
        #expect(decoded.document?.servers.map(\.url) == [url])
        #expect(
            decoded.said == [
                "api.yaml:4:7: note: 'schemes' doesn't say how the server is reached; read as \(url); write schemes: [https], "
                    + "or [http] [guessed-scheme]"
            ])
    }

    /// What belongs to other fields is taken from a host.
    @Test(arguments: [
        ("host: https://a.b/\nbasePath: /v1\nschemes: [https]", "https://a.b/v1", "'https://a.b/' is read as 'a.b'"),
        ("host: HTTP://a.b:80", "http://a.b:80", "'HTTP://a.b:80' is read as 'a.b:80'"),
        ("host: a.b/\nbasePath: /v1\nschemes: [http]", "http://a.b/v1", "'a.b/' is read as 'a.b'"),
        ("host: a.b/x/\nbasePath: /v1\nschemes: [https]", "https://a.b/x/v1", "'a.b/x/' is read as 'a.b/x'"),
    ])
    func hostsThatSayMore(text: String, url: String, said: String) throws {
        let decoded = Decoded("swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\n" + text)
        #expect(decoded.document?.servers.map(\.url) == [url])
        #expect(
            decoded.said == [
                "api.yaml:4:7: warning: 'host' is the name of a server, and maybe its port; \(said); write that, the scheme in 'schemes' and "
                    + "a path in 'basePath' [bad-host]"
            ])
    }

    @Test func namesOfDefinitionsAreFree() {
        let decoded = Decoded(
            "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\ndefinitions: {'Page«Pet»': {type: object}}")
        #expect(decoded.schema("Page«Pet»") != nil)
        #expect(decoded.said == [])
    }

    @Test func schemas() throws {
        let upgraded = try UpgradedSwagger(
            """
            definitions:
              Pet:
                discriminator: kind
                properties:
                  kind: {type: string, x-nullable: true, x-example: cat}
                  owner: {$ref: '#/definitions/Owner'}
                  others: {type: array, items: {$ref: '#/definitions/Pet'}}
                  $ref: {type: string}
                allOf: [{$ref: '#/definitions/Owner'}]
                example: {$ref: '#/definitions/Owner'}
              Owner: {type: file}
            """)
        #expect(upgraded.said == [])
        #expect(
            upgraded.text == """
                components:
                  schemas:
                    Pet:
                      discriminator:
                        propertyName: kind
                      properties:
                        kind:
                          type: string
                          nullable: true
                          example: cat
                        owner:
                          $ref: '#/components/schemas/Owner'
                        others:
                          type: array
                          items:
                            $ref: '#/components/schemas/Pet'
                        $ref:
                          type: string
                      allOf:
                        - $ref: '#/components/schemas/Owner'
                      example:
                        $ref: '#/definitions/Owner'
                    Owner:
                      type: string
                      format: binary
                """)
    }

    @Test func responses() throws {
        let upgraded = try UpgradedSwagger(
            """
            produces: [application/xml]
            paths:
              /a:
                get:
                  responses:
                    200: {description: D, schema: {type: file}, examples: {application/xml: <a/>}, headers: {X: {type: string}}}
                    404: {$ref: '#/responses/Gone'}
                put:
                  produces: [text/plain]
                  responses: {404: {$ref: '#/responses/Gone'}, 204: {description: None}}
            responses: {Gone: {description: G, schema: {type: string}}}
            """)
        #expect(upgraded.said == [])
        #expect(
            upgraded.text == """
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: D
                          headers:
                            X:
                              schema:
                                type: string
                          content:
                            application/xml:
                              schema:
                                type: string
                                format: binary
                              example: <a/>
                        '404':
                          $ref: '#/components/responses/Gone'
                    put:
                      responses:
                        '404':
                          description: G
                          content:
                            text/plain:
                              schema:
                                type: string
                        '204':
                          description: None
                components:
                  responses:
                    Gone:
                      description: G
                      content:
                        application/xml:
                          schema:
                            type: string
                """)
    }

    /// In header fields of answers, which are read.
    @Test(arguments: [("csv", []), ("pipes", ["pipes"])])
    func collectionFormatsOfHeaders(format: String, told: [String]) {
        let decoded = Decoded(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths: {/a: {get: {responses: {200: {description: D, headers: {X: {type: array, items: {type: string}, collectionFormat: \(format)}}}}}}}
            """)
        #expect(
            decoded.said
                == told.map {
                    "api.yaml:3:122: warning: '\($0)' can't be written here in OpenAPI 3; the field is split at commas; write "
                        + "type: string if others come, and split it yourself [collection-format]"
                })
    }

    @Test(
        arguments: [
            ("csv, in: query", "form false", nil),
            ("ssv, in: query", "spaceDelimited false", nil),
            ("pipes, in: query", "pipeDelimited false", nil),
            ("multi, in: query", "form true", nil),
            ("csv, in: path", "- -", nil),
            (
                "tsv, in: query", "spaceDelimited false",
                "api.yaml:3:97: warning: 'tsv' can't be written in OpenAPI 3; the items are joined by spaces; "
                    + "write 'ssv' if that is meant [collection-format]"
            ),
            (
                "x, in: query", "form false",
                "api.yaml:3:97: warning: 'x' isn't a collection format; the items are joined by commas; "
                    + "known formats are csv, ssv, tsv, pipes, multi [collection-format]"
            ),
            (
                "pipes, in: header", "- -",
                "api.yaml:3:97: warning: 'pipes' can't be written here in OpenAPI 3; the items are joined by commas; "
                    + "write 'csv' if that is meant [collection-format]"
            ),
        ] as [(String, String, String?)])
    func collectionFormats(format: String, style: String, message: String?) {
        let decoded = Decoded(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths: {/a: {get: {parameters: [{name: p, type: array, items: {type: string}, collectionFormat: \(format)}], responses: {}}}}
            """)
        #expect(decoded.said == (message.map { [$0] } ?? []))
        let parameter = decoded.document?.paths.first?.operations.first?.parameters.first
        #expect("\(parameter?.style ?? "-") \(parameter?.explode?.description ?? "-")" == style)
        #expect(parameter?.schema?.keywords.types == [.array])
    }

    @Test func security() throws {
        let upgraded = try UpgradedSwagger(
            """
            securityDefinitions:
              basic: {type: basic}
              key: {type: apiKey, in: header, name: X}
              code: {type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: {r: Read}}
              odd: {type: oauth2, flow: strange}
            """)
        #expect(
            upgraded.said == [
                "api.yaml:6:29: warning: 'strange' isn't an OAuth flow; write implicit, password, application or "
                    + "accessCode [unknown-flow]"
            ])
        #expect(
            upgraded.text == """
                components:
                  securitySchemes:
                    basic:
                      type: http
                      scheme: basic
                    key:
                      type: apiKey
                      in: header
                      name: X
                    code:
                      type: oauth2
                      flows:
                        authorizationCode:
                          authorizationUrl: /a
                          tokenUrl: /t
                          scopes:
                            r: Read
                    odd:
                      type: oauth2
                """)
    }

    @Test(arguments: [
        ("#/definitions/A/properties/b", "/components/schemas/A/properties/b"),
        ("#/paths/~1a/post/parameters/0/schema", "/paths/~1a/post/requestBody/content/application~1json/schema"),
        ("#/paths/~1a/post/parameters/1/items", "/paths/~1a/post/parameters/0/schema/items"),
        (
            "#/paths/~1a/post/responses/200/schema/items",
            "/paths/~1a/post/responses/200/content/application~1json/schema/items"
        ),
        ("#/responses/R/schema", "/components/responses/R/content/application~1json/schema"),
    ])
    func pointersToOldPlaces(reference: String, pointer: String) {
        let decoded = Decoded(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  parameters:
                    - {in: body, name: b, schema: {type: string}}
                    - {in: query, name: q, type: array, items: {type: string}}
                  responses: {200: {description: D, schema: {type: array, items: {type: string}}}}
            responses: {R: {description: D, schema: {type: string}}}
            definitions:
              Here: {$ref: '\(reference)'}
              A: {properties: {b: {type: string}}}
            """)
        #expect(decoded.said == [])
        #expect(decoded.schema("Here")?.keywords.reference == SchemaLocation(document: 0, pointer: pointer))
    }

    @Test(arguments: ["kubernetes-v2/swagger.json", "localai/swagger.yaml"])
    func published(path: String) throws {
        guard let url = SharedMaterial.url("specs/\(path)") else { return }
        var diagnostics = Diagnostics()
        let reader = SourceReader()
        let root = try #require(reader.read(url.path, &diagnostics))
        var decoder = DocumentDecoder(DocumentSet(root: root, path: url.path, reader: reader))
        #expect(decoder.decode(&diagnostics) != nil)
        #expect(diagnostics.rendered() == [])
    }
}
