// What JSONPath queries select, by the sections of RFC 9535.

import MartletEditing
import MartletSource
import Testing

/// The tree of YAML or JSON `text`, called `name` in what is said of it.
func tree(_ text: String, name: String = "in.yaml", _ diagnostics: inout Diagnostics) -> Node? {
    YAMLReader(Array(text.utf8), file: diagnostics.addFile(name)).read(&diagnostics)
}

@Suite struct JSONPathTests {
    private func select(_ path: String, from document: String) throws -> [String] {
        var diagnostics = Diagnostics()
        let node = try #require(tree(document, &diagnostics))
        return try JSONPath(path).places(in: node).map(\.description)
    }

    private static let shop = """
        store:
          book:
            - {category: reference, author: Rees, title: Sayings, price: 8.95}
            - {category: fiction, author: Waugh, title: Sword, price: 12.99}
            - {category: fiction, author: Melville, title: Moby, isbn: 0-553, price: 8.99}
            - {category: fiction, author: Tolkien, title: Rings, isbn: 0-395, price: 22.99}
          bicycle: {color: red, price: 399}
        """

    @Test(arguments: [
        ("$", ["$"]),
        ("$.store.bicycle.color", ["$['store']['bicycle']['color']"]),
        ("$['store'][\"bicycle\"]", ["$['store']['bicycle']"]),
        ("$.store.*", ["$['store']['book']", "$['store']['bicycle']"]),
        ("$..book[2].isbn", ["$['store']['book'][2]['isbn']"]),
        ("$..book[-1].title", ["$['store']['book'][3]['title']"]),
        ("$..book[4]", []),
        ("$..book[0,1,0].price", ["0", "1", "0"].map { "$['store']['book'][\($0)]['price']" }),
        ("$..book[:2].price", ["0", "1"].map { "$['store']['book'][\($0)]['price']" }),
        ("$..book[::-2].price", ["3", "1"].map { "$['store']['book'][\($0)]['price']" }),
        ("$..book[1:-1].price", ["1", "2"].map { "$['store']['book'][\($0)]['price']" }),
        ("$..book[::0]", []),
        ("$..book[9007199254740991::-9007199254740991].price", ["$['store']['book'][3]['price']"]),
        (
            "$.store..price",
            [
                "$['store']['book'][0]['price']", "$['store']['book'][1]['price']",
                "$['store']['book'][2]['price']", "$['store']['book'][3]['price']",
                "$['store']['bicycle']['price']",
            ]
        ),
        ("$..book[?@.isbn].price", ["2", "3"].map { "$['store']['book'][\($0)]['price']" }),
        ("$..book[?!@.isbn].price", ["0", "1"].map { "$['store']['book'][\($0)]['price']" }),
        ("$..book[?@.price<10].price", ["0", "2"].map { "$['store']['book'][\($0)]['price']" }),
        (
            "$..book[?@.price < 10 && @.isbn || @.author=='Rees'].price",
            ["0", "2"].map { "$['store']['book'][\($0)]['price']" }
        ),
        (
            "$..book[?@.price > $.store.book[0].price && !(@.price>=$.store.book[3].price)].price",
            ["1", "2"].map { "$['store']['book'][\($0)]['price']" }
        ),
        ("$..[?@.color == 'red'].price", ["$['store']['bicycle']['price']"]),
        ("$..book[?length(@.title) == 5].price", ["1", "3"].map { "$['store']['book'][\($0)]['price']" }),
        ("$.store[?count(@.*) == 4]", ["$['store']['book']"]),
        ("$..book[?value(@..isbn) == '0-553'].price", ["$['store']['book'][2]['price']"]),
        ("$..book[?match(@.author, '[A-R].*')].price", ["0", "2"].map { "$['store']['book'][\($0)]['price']" }),
        ("$..book[?search(@.author, 'e[el]')].price", ["0", "2"].map { "$['store']['book'][\($0)]['price']" }),
    ])
    func selectsFromTheShop(path: String, places: [String]) throws {
        #expect(try select(path, from: Self.shop) == places)
    }

    /// Each filter is asked of a list of values; the result is the indices of those that pass.
    @Test(arguments: [
        ("@ == 1", [0, 1]), ("@ != 1", [2, 3, 4, 5, 6, 7, 8, 9]), ("@ == 1.0", [0, 1]), ("@ == 10e-1", [0, 1]),
        ("@ == 9007199254740993", [2]), ("@ < 9007199254740993.0", [0, 1]), ("@ >= 1", [0, 1, 2]),
        ("@ > -0", [0, 1, 2]),
        ("@ == '1'", [3]), ("@ == \"é\"", [4]), ("@ == 'e\u{301}'", [5]), ("@ < 'a'", [3]), ("@ <= null", [6]),
        ("@ == null", [6]),
        ("@ == true", [7]), ("@ < true", []), ("@ == $[8]", [8]), ("@ == $[9]", [9]),
        ("@.a == @.b", [0, 1, 2, 3, 4, 5, 6, 7, 8]),
        ("@.a", [9]), ("@.a == 1", [9]), ("@[0]", [8]), ("@[-1] == 2", [8]), ("length(@) == 1", [3, 4, 9]),
        ("length(@) == 2", [5, 8]),
        ("length(@.x) == length(@.y)", Array(0...9)), ("count(@.*) > 0", [8, 9]), ("value(@.*) == 1", [9]),
    ])
    func compares(filter: String, indices: [Int]) throws {
        let list = "[1, 1.0, 9007199254740993, '1', é, e\u{301}, null, true, [1, 2], {a: 1}]"
        #expect(try select("$[?\(filter)]", from: list) == indices.map { "$[\($0)]" })
    }

    @Test(arguments: [
        ("a.c", "[abc, aXc, ac, \"a\\nc\"]", [0, 1]), ("ab*c", "[ac, abbbc, bc]", [0, 1]), ("ab+c", "[ac, abc]", [1]),
        ("ab?c", "[ac, abc, abbc]", [0, 1]), ("a{2}", "[a, aa, aaa]", [1]), ("a{2,}", "[a, aa, aaa]", [1, 2]),
        ("a{1,2}", "[a, aa, aaa]", [0, 1]), ("a|bc", "[a, bc, ac]", [0, 1]),
        ("(ab)*", "['', ab, abab, aba]", [0, 1, 2]),
        ("(a|b)*c", "[c, abac, d]", [0, 1]), ("(a*)*", "['', aaa, b]", [0, 1]), ("[a-c]x", "[ax, bx, dx]", [0, 1]),
        ("[^a-c]", "[a, d, é]", [1, 2]), ("[-a]", "['-', a, b]", [0, 1]), ("[a-]", "['-', a, b]", [0, 1]),
        ("[.*]", "['.', '*', a]", [0, 1]), ("\\\\p{Lu}\\\\p{Nd}", "[A1, a1, É2]", [0, 2]),
        ("\\\\P{L}", "[a, '1']", [1]),
        ("[\\\\p{L}0]", "[a, '0', '1']", [0, 1]), ("\\\\$\\\\.\\\\^", "['$.^', a]", [0]), ("^a$", "[a, aa]", [0]),
        ("", "['', a]", [0]),
        ("😀.", "[😀é, a]", [0]), ("(a|b", "[a]", []), ("a{2,1}", "[aa]", []), ("*a", "[a]", []), ("[b-a]", "[a]", []),
        ("\\\\d", "['1']", []), ("[]", "[a]", []), ("a**", "[a]", []), ("(a{100}){100}", "[a]", []),
        ("\\\\p{Xx}", "[a]", []),
    ])
    func matchesPatterns(pattern: String, list: String, indices: [Int]) throws {
        #expect(try select("$[?match(@, '\(pattern)')]", from: list) == indices.map { "$[\($0)]" })
    }

    @Test(arguments: [
        ("b", "[abc, b, ac]", [0, 1]), ("^b", "[abc, bc]", [1]), ("b$", "[abc, ab]", [1]), ("", "['', a]", [0, 1]),
        ("x*$", "[a, ax]", [0, 1]), ("ab|cd", "[xcdx, xaby, ac]", [0, 1]),
    ])
    func searchesPatterns(pattern: String, list: String, indices: [Int]) throws {
        #expect(try select("$[?search(@, '\(pattern)')]", from: list) == indices.map { "$[\($0)]" })
    }

    @Test func writesNormalizedPaths() throws {
        let document = #"{"a'b": {"\\": [{"\n\u0001é": 1}]}}"#
        #expect(try select("$..*", from: document).last == #"$['a\'b']['\\'][0]['\n\u0001é']"#)
    }
}
