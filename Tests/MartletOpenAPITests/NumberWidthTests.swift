// Which numbers of one format are numbers of another.

import MartletOpenAPI
import Testing

@Suite struct NumberWidthTests {
    private static let formats = [
        "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "bigint", "float", "double",
        "decimal",
    ]

    @Test(arguments: [
        ("int8", ["int8", "int16", "int32", "int64", "bigint", "float", "double", "decimal"]),
        (
            "uint8",
            ["uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "bigint", "float", "double", "decimal"]
        ),
        ("uint32", ["uint32", "int64", "uint64", "bigint", "double", "decimal"]),
        ("int32", ["int32", "int64", "bigint", "double", "decimal"]),
        ("int64", ["int64", "bigint", "decimal"]), ("uint64", ["uint64", "bigint", "decimal"]),
        ("bigint", ["bigint", "decimal"]), ("float", ["float", "double", "decimal"]),
        ("double", ["double", "decimal"]),
        ("decimal", ["decimal"]),
    ])
    func takenBy(_ format: String, _ wider: [String]) throws {
        let width = try #require(NumberWidth(format))
        #expect(Self.formats.filter { NumberWidth($0)?.takes(width) ?? false } == wider)
    }

    /// They are listed from the narrowest.
    @Test func narrower() throws {
        let widths = Self.formats.compactMap { NumberWidth($0) }
        #expect(widths.count == Self.formats.count)
        #expect(zip(widths, widths.dropFirst()).allSatisfy { $0.isNarrower(than: $1) && !$1.isNarrower(than: $0) })
        #expect(NumberWidth("date") == nil)
    }
}
