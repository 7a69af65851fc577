// The bodies of Swagger 2.0, which are parameters there, rewritten to those of OpenAPI 3.

import Testing

@testable import MartletOpenAPI

@Suite struct SwaggerBodyTests {
    @Test func bodies() throws {
        let upgraded = try UpgradedSwagger(
            """
            consumes: [application/xml]
            paths:
              /a:
                parameters: [{$ref: '#/parameters/Body'}, {$ref: '#/parameters/Page'}]
                post: {}
                put:
                  consumes: ['*/*']
                  parameters: [{in: body, name: b, required: true, description: B, schema: {$ref: '#/definitions/B'}}]
            parameters:
              Body: {in: body, name: body, schema: {type: string}}
              Page: {in: query, name: page, type: integer, default: 1}
            """)
        #expect(upgraded.said == [])
        #expect(
            upgraded.text == """
                paths:
                  /a:
                    parameters:
                      - $ref: '#/components/parameters/Page'
                    post:
                      requestBody:
                        content:
                          application/xml:
                            schema:
                              type: string
                    put:
                      parameters: []
                      requestBody:
                        description: B
                        required: true
                        content:
                          application/json:
                            schema:
                              $ref: '#/components/schemas/B'
                            x-martlet-any-type: true
                components:
                  parameters:
                    Page:
                      in: query
                      name: page
                      schema:
                        type: integer
                        default: 1
                """)
    }

    @Test func forms() throws {
        let upgraded = try UpgradedSwagger(
            """
            paths:
              /a:
                post:
                  consumes: [multipart/form-data, application/x-www-form-urlencoded]
                  parameters:
                    - {in: formData, name: file, type: file, required: true, description: The file}
                    - {in: formData, name: size, type: integer, maximum: 5}
                put: {parameters: [{in: formData, name: size, type: string}]}
            """)
        #expect(upgraded.said == [])
        #expect(
            upgraded.text == """
                paths:
                  /a:
                    post:
                      parameters: []
                      requestBody:
                        content:
                          multipart/form-data:
                            schema:
                              type: object
                              properties:
                                file:
                                  type: string
                                  format: binary
                                  description: The file
                                size:
                                  type: integer
                                  maximum: 5
                              required:
                                - file
                        required: true
                    put:
                      parameters: []
                      requestBody:
                        content:
                          application/x-www-form-urlencoded:
                            schema:
                              type: object
                              properties:
                                size:
                                  type: string
                """)
    }

    /// A list of a form is joined by commas, unless it says otherwise; files can't be.
    @Test func listsOfForms() throws {
        let upgraded = try UpgradedSwagger(
            """
            paths:
              /a:
                post:
                  consumes: [multipart/form-data]
                  parameters:
                    - {in: formData, name: plain, type: array}
                    - {in: formData, name: pipes, type: array, collectionFormat: pipes}
                    - {in: formData, name: multi, type: array, collectionFormat: multi}
                    - {in: formData, name: files, type: array, items: {type: file}}
            """)
        #expect(upgraded.said == [])
        #expect(
            upgraded.text == """
                paths:
                  /a:
                    post:
                      parameters: []
                      requestBody:
                        content:
                          multipart/form-data:
                            schema:
                              type: object
                              properties:
                                plain:
                                  type: array
                                pipes:
                                  type: array
                                multi:
                                  type: array
                                files:
                                  type: array
                                  items:
                                    type: string
                                    format: binary
                            encoding:
                              plain:
                                style: form
                                explode: false
                              pipes:
                                style: pipeDelimited
                                explode: false
                """)
    }
}
