// Lists that come page by page, of which programs find the first page alone.

import Testing

@testable import MartletDiff

@Suite struct PageRuleTests {
    private static func document(
        cursor: String = "cursor", page: String = "next_cursor: {type: string}", required: String = ""
    ) -> String {
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /orders:
            get:
              operationId: listOrders
              parameters: [{name: \(cursor), in: query, schema: {type: string}}]
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}}
        components:
          schemas:
            Page: {type: object, required: [data\(required)], properties: {data: {type: array, items: {type: string}}, \(page)}}

        """
    }

    private func told(_ old: String, _ new: String) throws -> [String] {
        try ReportPair(old: old, new: new).report().entries.flatMap(\.wire).filter { $0.id.hasPrefix("pages-") }
            .map { "\($0.level): \($0.message) (\($0.operations.joined()))" }
    }

    @Test func theWayToTheNextPage() throws {
        let old = Self.document()
        let moved = Self.document(page: "meta: {type: object, properties: {next_cursor: {type: string}}}")
        func lost(_ member: String) -> [String] {
            [
                "breaking: programs that go from page to page by '\(member)' take the first for the whole list (GET /orders)"
            ]
        }
        #expect(try told(old, moved) == lost("next_cursor"))
        #expect(try told(moved, old) == lost("meta.next_cursor"))
        #expect(try told(old, Self.document(page: "next: {type: string}")) == lost("next_cursor"))
        #expect(
            try told(old, Self.document(page: "next_cursor: {type: string}, more: {type: boolean}")) == [])
        // Of what must be there it is told that it is gone.
        #expect(
            try told(
                Self.document(page: "next_cursor: {type: [string, 'null']}"),
                Self.document(page: "next: {type: string}")
            ) == lost("next_cursor"))
    }

    @Test func whatAsksForIt() throws {
        #expect(
            try told(Self.document(), Self.document(cursor: "after")) == [
                "breaking: programs that ask for the next page with query parameter 'cursor' get the first again (GET /orders)"
            ])
        // What gave no pages breaks none.
        #expect(try told(Self.document(cursor: "color"), Self.document(cursor: "cursor")) == [])
    }
}
