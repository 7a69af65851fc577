// Which operations have pages, by the rule, and what is said of those that are named wrongly.

import MartletIR
import MartletSource
import Testing

@testable import MartletConfiguration

@Suite struct PaginationRuleTests {
    /// An operation with these parameters and this answer.
    private func list(
        _ parameters: String, _ answer: String, method: String = "get", more: String = "",
        _ configure: (inout Configuration) -> Void = { _ in }
    ) throws -> LoweredAPI {
        let snippet = try Snippet(
            """
            openapi: 3.1.0
            info: {title: Snippet, version: '1'}
            paths:
              /things:
                \(method):
                  operationId: list
                  parameters: [\(parameters)]
                  \(more)
                  responses: {'200': {description: Things., \(answer)}}
            """)
        return LoweredAPI(snippet, configure)
    }

    private static func query(_ name: String, _ type: String = "string") -> String {
        "{name: \(name), in: query, schema: {type: \(type)}}"
    }

    private static func page(_ members: String) -> String {
        "content: {application/json: {schema: {type: object, required: [data], properties: "
            + "{data: {type: array, items: {type: object, required: [id], properties: {id: {type: string}}}}, \(members)}}}}"
    }

    /// For a list of itself there is no Swift type, and so there are no pages of it.
    @Test func aListOfItself() throws {
        let answer =
            "{type: object, properties: {data: {$ref: '#/components/schemas/Ring'}, next_cursor: {type: string}}}"
        let lowered = try LoweredAPI(
            paths: "/things: {get: {operationId: list, parameters: [\(Self.query("cursor"))], "
                + "responses: {'200': {description: d, content: {application/json: {schema: \(answer)}}}}}}",
            schemas: "Ring: {type: array, items: {$ref: '#/components/schemas/Ring'}}")
        #expect(try lowered.operation("list").pagination == nil)
        #expect(lowered.said.contains("recursive-alias"))
    }

    private static let strings = "content: {application/json: {schema: {type: array, items: {type: string}}}}"
    private static let link = "headers: {LINK: {schema: {type: string}}}, "

    @Test(
        arguments: [
            (query("cursor"), page("next_cursor: {type: string}"), "cursor"),
            (query("pageToken"), page("nextPageToken: {type: string}"), "cursor"),
            (query("cursor", "integer"), page("next_cursor: {type: integer}"), "cursor"),
            (
                query("cursor"),
                page(
                    "meta: {type: object, properties: {page: {type: object, properties: {next_cursor: {type: string}}}}}"
                ), "cursor"
            ),
            (query("after"), page("has_more: {type: boolean}, last_id: {type: string}"), "cursor"),
            (query("starting_after"), page("has_more: {type: boolean}"), "lastItem"),
            (query("page", "integer"), link + strings, "link"), (query("x"), page("next: {type: string}"), "url"),
            (query("page", "integer") + ", " + query("per_page", "integer"), strings, "number"),
            (query("page", "integer"), page("total_pages: {type: integer}"), "number"),
            (query("offset", "integer"), page("total: {type: integer}"), "offset"),
            (query("skip", "integer") + ", " + query("take", "integer"), strings, "offset"),
            (
                query("Page", "integer") + ", " + query("PageToken") + ", " + query("PageSize", "integer"),
                page("next_page_uri: {type: [string, 'null']}, page: {type: integer}"), "url"
            ),
            (
                query("page", "integer") + ", " + query("page_token") + ", " + query("limit", "integer"),
                page("page: {type: integer}"), "number"
            ),
            // No evidence, or of another type.
            (query("cursor"), page("more: {type: boolean}"), nil), (query("after"), page("name: {type: string}"), nil),
            (query("cursor"), page("next_cursor: {type: integer}"), nil),
            (query("after", "integer"), page("has_more: {type: boolean}"), nil),
            (query("page", "integer"), strings, nil), (query("offset", "integer"), page("count: {type: integer}"), nil),
            (query("page"), page("total_pages: {type: integer}"), nil),
            (
                "{name: cursor, in: query, required: true, schema: {type: string}}",
                page("next_cursor: {type: string}"), nil
            ),
            ("{name: cursor, in: header, schema: {type: string}}", page("next_cursor: {type: string}"), nil),
            (
                query("cursor"),
                "content: {application/json: {schema: {type: object, properties: {next_cursor: {type: string}}}}}", nil
            ),
            (query("cursor"), "content: {text/plain: {}}", nil),
        ] as [(String, String, String?)])
    func theRule(_ parameters: String, _ answer: String, _ kind: String?) throws {
        let api = try list(parameters, answer)
        #expect(
            try api.operation("list").pagination.map { "\($0.kind)".prefix { $0.isLetter } }.map(String.init) == kind)
        #expect(api.said == [])
        #expect(try list(parameters, answer, method: "post").operation("list").pagination == nil)
    }

    @Test(arguments: [
        ("type: integer, default: 0", 0), ("type: integer, minimum: 0", 0), ("type: integer", 1),
        ("type: integer, minimum: 0, default: 1", 1),
    ]) func whereCountingBegins(_ schema: String, _ first: Int) throws {
        let parameters = "{name: page, in: query, schema: {\(schema)}}, " + Self.query("limit", "integer")
        let kind = try list(parameters, Self.strings).operation("list").pagination?.kind
        #expect(kind == .number(parameter: "page", first: first, pages: nil))
    }

    @Test(
        arguments: [
            ("{style: cursor, parameter: at, next: then}", "cursor", []), ("none", nil, []), ("false", nil, []),
            ("{style: link, items: others}", "link", []), ("{style: offset, parameter: from}", "offset", []),
            ("{style: cursor, parameter: at}", nil, ["pagination"]),
            ("{style: cursor, parameter: by, next: then}", nil, ["pagination"]),
            ("{style: offset, parameter: at}", nil, ["pagination"]),
            ("{style: page, parameter: from, more: then}", nil, ["pagination"]),
            ("{style: url, next: nowhere.at.all}", nil, ["pagination"]),
            ("{style: link, items: then}", nil, ["pagination"]), ("{style: book}", nil, ["bad-configuration"]),
            ("{style: link, sort: up}", "link", ["unknown-configuration-key"]),
            ("often", nil, ["bad-configuration"]),
        ] as [(String, String?, [String])])
    func asItIsNamed(_ text: String, _ kind: String?, _ said: [String]) throws {
        let parameters = Self.query("at") + ", " + Self.query("from", "integer")
        let answer = Self.page("then: {type: string}, others: {type: array, items: {type: string}}")
        let api = try list(parameters, answer, method: "post", more: "x-martlet-pagination: \(text)")
        #expect(
            try api.operation("list").pagination.map { "\($0.kind)".prefix { $0.isLetter } }.map(String.init) == kind)
        #expect(api.said == said)
    }

    @Test func theConfigurationCountsFirst() throws {
        var diagnostics = Diagnostics()
        let text = "{spec: x, pagination: {list: none, others: {style: link}}}"
        let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array(text.utf8) })
        let node = try #require(reader.read("martlet.yaml", &diagnostics))
        let read = try #require(ConfigurationReader(path: "martlet.yaml").read(node, &diagnostics))
        #expect(diagnostics.entries.isEmpty)
        let api = try list(Self.query("cursor"), Self.page("next_cursor: {type: string}")) {
            $0.pagination = read.pagination
        }
        #expect(try api.operation("list").pagination == nil)
        #expect(api.said == ["unknown-selection"])
    }
}
