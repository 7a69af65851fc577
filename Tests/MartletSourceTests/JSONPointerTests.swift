// JSON pointers as RFC 6901 has them, and as fragments of URIs.

import MartletSource
import Testing

@Suite struct JSONPointerTests {
    /// The document of RFC 6901, section 5.
    private static let document = """
        {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5, "k\\"l": 6, " ": 7, "m~n": 8,
         "~1": 9, "é": 10}
        """

    @Test(arguments: [
        ("/foo/0", #""bar""#), ("/", "0"), ("/a~1b", "1"), ("/c%25d", "2"), ("/e^f", "3"), ("/e%5Ef", "3"),
        ("/g|h", "4"),
        ("/i\\j", "5"), ("/k\"l", "6"), ("/ ", "7"), ("/%20", "7"), ("/m~0n", "8"), ("/~01", "9"), ("/%7E01", "9"),
        ("/%C3%A9", "10"), ("/a%2Fb", "1"),
    ])
    func selects(pointer: String, json: String) throws {
        let node = try #require(Reading(Self.document).node)
        #expect(JSONPointer(parsing: pointer).flatMap { node[$0] }?.jsonText == json)
    }

    @Test(arguments: ["/foo/2", "/foo/-", "/foo/-1", "/foo/+1", "/foo/01", "/foo/x", "/foo/0/x", "/x", "//"])
    func selectsNothing(pointer: String) throws {
        let node = try #require(Reading(Self.document).node)
        #expect(JSONPointer(parsing: pointer).map { node[$0] == nil } ?? false)
    }

    @Test(arguments: ["x", "#/a", " /a"]) func refuses(text: String) {
        #expect(JSONPointer(parsing: text) == nil)
    }

    @Test(arguments: [
        ([], ""), ([""], "/"), (["paths", "/pets/{id}"], "/paths/~1pets~1{id}"), (["~", "~1", "a~b"], "/~0/~01/a~0b"),
    ])
    func isWritten(tokens: [String], text: String) {
        #expect(JSONPointer(tokens).description == text)
        #expect(JSONPointer(parsing: text)?.tokens == tokens)
    }

    @Test(arguments: [
        ("/%", ["%"]), ("/%4", ["%4"]), ("/%zz", ["%zz"]), ("/~", ["~"]), ("/~2", ["~2"]), ("/a~", ["a~"]),
    ])
    func toleratesLooseEnds(text: String, tokens: [String]) {
        #expect(JSONPointer(parsing: text)?.tokens == tokens)
    }
}
