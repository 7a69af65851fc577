// Numbers that come as texts of their digits, in members, lists and dictionaries.

import Foundation
import MartletRuntime
import Testing

@Suite struct NumberInTextTests {
    /// A number that comes as the text of its digits is that number, and told.
    @Test func numbersInTexts() async throws {
        struct Page: Decodable {
            var total: Int32
            var size: UInt64?
            var price: DecimalNumber?
            var rate: Double??
            var count: Int?
            var others: [String: Int]
            var issues: [DecodingIssue]

            init(from decoder: any Decoder) throws {
                var object = try ObjectDecoder(decoder)
                total = try object.required("total")
                size = try object.optional("size")
                price = try object.nullable("price")
                rate = try object.explicit("rate")
                count = try object.optional("count")
                others = try object.additional(excluding: ["total", "size", "price", "rate", "count"])
                issues = object.wire().issues
            }
        }
        let text =
            #"{"total":"12","size":"18446744073709551615","price":"0.10","rate":"-1.5e3","count":"many","more":"7"}"#
        let page = try JSONDecoder().decode(Page.self, from: Data(text.utf8))
        #expect(page.total == 12 && page.size == .max && page.price == DecimalNumber("0.10") && page.rate == -1500)
        #expect(page.count == nil && page.others == ["more": 7])
        let read = "is a string, read as the number in it"
        #expect(
            page.issues.map(\.description) == [
                "$.total: \(read) (expected integer)", "$.size: \(read) (expected integer)",
                "$.price: \(read) (expected number)", "$.rate: \(read) (expected number)",
                "$.count: is a string (expected integer)", "$.more: \(read) (expected integer)",
            ])
        for text in [#"{"total":"0x1"}"#, #"{"total":"1.5"}"#, #"{"total":" "}"#, #"{"total":"true"}"#] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(Page.self, from: Data(text.utf8)) }
        }
        let strict = ClientCore(
            server: try #require(URL(string: "http://h")), transport: Replies(text),
            options: .init(decoding: .init(isStrict: true)))
        let error = await #expect(throws: ClientError.self) {
            let _: Page = try await strict.value(OperationRequest("get", .get, "/"))
        }
        #expect(error?.path == "$.total")
    }

    /// So it is in lists and dictionaries of numbers.
    @Test func numbersInTextsOfCollections() throws {
        struct Page: Decodable {
            var ids: [Int64]
            var rows: [[Double]?]?
            var counts: [String: UInt64?]?
            var names: [String]?
            var mixed: [Int]?
            var issues: [DecodingIssue]

            init(from decoder: any Decoder) throws {
                var object = try ObjectDecoder(decoder)
                ids = try object.required("ids")
                rows = try object.optional("rows")
                counts = try object.nullable("counts")
                names = try object.optional("names")
                mixed = try object.optional("mixed")
                issues = object.wire().issues
            }
        }
        let text =
            #"{"ids":["1",2,"-9007199254740993"],"rows":[null,[0.5,"1e2"]],"#
            + #""counts":{"b":null,"a":"18446744073709551615","c":"7"},"names":["1"],"mixed":["1","many"]}"#
        let page = try JSONDecoder().decode(Page.self, from: Data(text.utf8))
        #expect(page.ids == [1, 2, -9_007_199_254_740_993] && page.rows == [nil, [0.5, 100]])
        let counts: [String: UInt64?] = ["a": UInt64.max, "b": nil, "c": 7]
        #expect(page.counts == counts && page.names == ["1"] && page.mixed == nil)
        let read = "is a string, read as the number in it"
        #expect(
            page.issues.map(\.description) == [
                "$.ids[0]: \(read) (expected integer)", "$.ids[2]: \(read) (expected integer)",
                "$.rows[1][1]: \(read) (expected number)", "$.counts.a: \(read) (expected integer)",
                "$.counts.c: \(read) (expected integer)",
                "$.mixed[0]: is a string, so $.mixed is left out (expected integer)",
            ])
        for text in [#"{"ids":["x"]}"#, #"{"ids":[{}]}"#, #"{"ids":{"a":"1"}}"#, #"{"ids":["1.5"]}"#] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(Page.self, from: Data(text.utf8)) }
        }
    }
}
