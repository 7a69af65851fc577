// How parameters are written.

import MartletIR
import MartletSource
import Testing

@Suite struct ParameterTests {
    /// The one parameter of an operation, and what was said.
    private func parameter(_ text: String, at path: String = "/a") throws -> (Parameter, [String]) {
        let lowered = try LoweredAPI(
            paths: "\(path): {get: {operationId: ask, parameters: [{\(text)}], responses: {}}}",
            schemas: "Kind: {type: string, enum: [a, b]}")
        return (try #require(lowered.operation("ask").parameters.last), lowered.said)
    }

    @Test(arguments: [
        ("path", "matrix", Parameter.Style.matrix, []), ("path", "form", .simple, ["misplaced-style"]),
        ("path", "deepObject", .simple, ["misplaced-style"]), ("query", "simple", .form, ["misplaced-style"]),
        ("query", "matrix", .form, ["misplaced-style"]), ("query", "label", .form, ["misplaced-style"]),
        ("query", "cookie", .form, ["misplaced-style"]), ("query", "pipeDelimited", .pipeDelimited, []),
        ("header", "deepObject", .simple, ["misplaced-style"]), ("header", "simple", .simple, []),
        ("cookie", "cookie", .cookie, []), ("cookie", "simple", .form, ["misplaced-style"]),
        ("query", "fancy", .form, ["unknown-style"]),
    ])
    func stylesOfPlaces(_ place: String, _ style: String, _ taken: Parameter.Style, _ said: [String]) throws {
        let (parameter, found) = try parameter(
            "name: p, in: \(place), style: \(style), schema: {type: string}", at: place == "path" ? "/a/{p}" : "/a")
        #expect(parameter.style == taken)
        #expect(found == said)
    }

    /// What stands in braces says that slashes stay, whatever the parameter is declared as.
    @Test(arguments: [
        ("{baz+}", "baz", true), ("{baz+}", "baz+", true), ("{baz*}", "baz*", true), ("{+baz}", "+baz", true),
        ("{baz=a/*}", "baz", true), ("{baz=1}", "baz=1", false), ("{baz}", "baz", false),
    ])
    func slashes(_ braces: String, _ name: String, _ areKept: Bool) throws {
        let (parameter, _) = try parameter(
            "name: '\(name)', in: path, required: true, schema: {type: string}", at: "'/a/\(braces)'")
        #expect(parameter.key == name)
        #expect(parameter.allowReserved == areKept)
    }

    /// Header fields are the same in any case, and others aren't.
    @Test(arguments: [
        ("header", ["X-A = Bool"]), ("query", ["x-a = String", "X-A = Bool"]),
        ("cookie", ["x-a = String", "X-A = Bool"]),
    ])
    func thoseOfThePath(_ place: String, _ told: [String]) throws {
        let lowered = try LoweredAPI(
            paths: """
                /a: {parameters: [{name: x-a, in: \(place), schema: {type: string}}], \
                get: {operationId: ask, parameters: [{name: X-A, in: \(place), schema: {type: boolean}}], responses: {}}}
                """)
        let parameters = try lowered.operation("ask").parameters
        #expect(parameters.map { "\($0.key) = \($0.type == .builtin(.bool) ? "Bool" : "String")" } == told)
    }

    /// Objects inside an object have no style but one.
    @Test(arguments: [
        ("style: form", "{sort: {type: array, items: {type: string}}, page: {type: integer}}", []),
        ("style: form", "{range: {type: object, properties: {from: {}}}}", ["nested-parameter"]),
        ("explode: false", "{labels: {type: object, additionalProperties: {}}}", ["nested-parameter"]),
        ("style: form", "{items: {type: array, items: {type: object, properties: {x: {}}}}}", ["nested-parameter"]),
        ("style: deepObject", "{range: {type: object, properties: {from: {}}}}", []),
    ])
    func nestedObjects(_ style: String, _ members: String, _ said: [String]) throws {
        let (_, found) = try parameter(
            "name: q, in: query, \(style), schema: {type: object, properties: \(members)}")
        #expect(found == said)
    }

    @Test(arguments: [
        ("{type: array, items: {type: string}}", "form", []),
        ("{type: object, properties: {}}", "form", ["nested-parameter"]),
        ("{type: array, items: {type: string}}", "pipeDelimited", ["nested-parameter"]),
    ])
    func nestedItems(_ items: String, _ style: String, _ said: [String]) throws {
        let schema = said.isEmpty ? items : "{type: array, items: \(items)}"
        #expect(try parameter("name: q, in: query, style: \(style), schema: \(schema)").1 == said)
    }

    /// A single value is the text of its media type; what has members becomes JSON for want of another.
    @Test(arguments: [
        ("application/json: {schema: {type: string}}", true), ("text/plain: {schema: {type: string}}", false),
        ("text/plain: {}", false), ("text/plain: {schema: {$ref: '#/components/schemas/Kind'}}", false),
        ("application/xml: {schema: {type: integer}}", false),
        ("application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: integer}}}}", true),
    ])
    func contents(_ content: String, _ isJSON: Bool) throws {
        for place in ["query", "header", "cookie"] {
            let (parameter, said) = try parameter("name: b, in: \(place), content: {\(content)}")
            #expect(parameter.isJSON == isJSON)
            #expect(said == (isJSON && !content.hasPrefix("application/json") ? ["foreign-parameter"] : []))
        }
    }

    /// The rule by which three header fields are no parameters is one of OpenAPI 3; a credential is given once.
    @Test(arguments: [
        ("openapi: 3.1.0", "", "schema: {type: string}", ["authorization", "X-Other"], 3),
        ("openapi: 3.1.0", "{type: http, scheme: basic}", "schema: {type: string}", ["X-Other"], 3),
        (
            "openapi: 3.1.0", "{type: apiKey, name: key, in: query}", "schema: {type: string}",
            ["authorization", "X-Other"], 3
        ),
        (
            "swagger: '2.0'", "", "type: string",
            [
                "authorization", "X-Other",
            ], 2
        ),
        ("swagger: '2.0'", "{type: apiKey, name: AUTHORIZATION, in: header}", "type: string", ["X-Other"], 2),
        ("swagger: '2.0'", "{type: basic}", "type: string", ["X-Other"], 2),
        ("swagger: '2.0'", "{type: apiKey, name: key, in: query}", "type: string", ["authorization", "X-Other"], 2),
    ])
    func headersThatAreDecidedElsewhere(
        _ version: String, _ scheme: String, _ type: String, _ kept: [String], _ said: Int
    ) throws {
        let names = ["authorization", "Accept", "Content-Type", "X-Other"]
        let parameters = names.map { "{name: \($0), in: header, \(type)}" }.joined(separator: ", ")
        let schemes =
            version.hasPrefix("swagger")
            ? "securityDefinitions: {s: \(scheme)}" : "components: {securitySchemes: {s: \(scheme)}}"
        let security = scheme.isEmpty ? "" : "security: [{s: []}]\n\(schemes)"
        let snippet = try Snippet(
            """
            \(version)
            info: {title: Snippet, version: '1'}
            paths: {/a: {get: {operationId: ask, parameters: [\(parameters)], responses: {'200': {description: Good}}}}}
            \(security)
            """)
        #expect(try LoweredAPI(snippet).operation("ask").parameters.map(\.key) == kept)
        #expect(snippet.diagnostics.entries.map(\.id) == Array(repeating: "ignored-header", count: said))
    }

    /// A parameter or a header field of `components` has one type, called after it, in whatever operations refer to it.
    @Test func sharedOnes() throws {
        let answer = "responses: {'200': {description: d, headers: {X-Kind: {$ref: '#/components/headers/Kind'}}}}"
        let lowered = try LoweredAPI(
            Snippet(
                """
                openapi: 3.1.0
                info: {title: Snippet, version: '1'}
                paths:
                  /a: {get: {operationId: a, parameters: [{$ref: '#/components/parameters/api-version'}], \(answer)}}
                  /b: {get: {operationId: b, parameters: [{$ref: '#/components/parameters/api-version'}], \(answer)}}
                  /c: {get: {operationId: c, parameters: [{$ref: '#/paths/~1d/get/parameters/0'}], responses: {}}}
                  /d: {get: {operationId: d, parameters: [{name: v, in: query, schema: {enum: [x, y]}}], responses: {}}}
                components:
                  schemas: {Kind: {type: object, properties: {a: {type: string}}}}
                  parameters:
                    api-version: {name: version, in: query, schema: {type: array, items: {type: string, enum: [x, y]}}}
                  headers: {Kind: {schema: {type: string, enum: [x, y]}}}
                """))
        for name in ["a", "b"] {
            let version = try #require(lowered.operation(name).parameters.first)
            #expect(version.name == "version")
            #expect(version.type == .array(.declared(["APIVersionItem"])))
            guard case .headers(let fields) = try lowered.type(name.uppercased() + "Headers").kind else { continue }
            #expect(fields.fields.map(\.type) == [.declared(["KindHeader"])])
        }
        #expect(lowered.typeNames == ["AHeaders", "APIVersionItem", "BHeaders", "CV", "DV", "Kind", "KindHeader"])
    }

    /// What they are called follows from the components, whichever operation comes first.
    @Test(arguments: [["a", "b"], ["b", "a"]])
    func sharedNames(_ order: [String]) throws {
        let operations = [
            "a": "{parameters: [{$ref: '#/components/parameters/Version'}], responses: {}}",
            "b": "{responses: {'200': {description: d, headers: {v: {$ref: '#/components/headers/version'}}}}}",
        ]
        let paths = order.map { "  /\($0): {get: \(operations[$0] ?? "")}" }.joined(separator: "\n")
        let lowered = try LoweredAPI(
            Snippet(
                """
                openapi: 3.1.0
                info: {title: Snippet, version: '1'}
                paths:
                \(paths)
                components:
                  parameters: {Version: {name: v, in: query, schema: {enum: [x, w]}}}
                  headers: {version: {schema: {enum: [y, z]}}}
                """))
        let values = try ["VersionParameter", "VersionHeader"].map { name -> [Literal] in
            guard case .enumeration(let enumeration) = try lowered.type(name).kind else { return [] }
            return enumeration.cases.map(\.value)
        }
        #expect(values == [[.string("x"), .string("w")], [.string("y"), .string("z")]])
    }

    @Test func theWholeQueryHasRules() throws {
        let (parameter, _) = try parameter(
            "name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}, encoding: "
                + "{ids: {explode: false}, o: {style: deepObject}}}}")
        #expect(!parameter.isJSON)
        #expect(
            parameter.rules == [
                FormRule(member: "ids", kind: .style(.form, explode: false, allowReserved: false)),
                FormRule(member: "o", kind: .style(.deepObject, explode: true, allowReserved: false)),
            ])
    }
}
