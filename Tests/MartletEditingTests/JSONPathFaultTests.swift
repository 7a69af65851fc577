// What is said of malformed JSONPath queries, and of those that ask for too much.

import MartletEditing
import MartletSource
import Testing

@Suite struct JSONPathFaultTests {
    @Test(arguments: [
        ("", "character 1: a path begins with '$', the root of the document"),
        ("info.title", "character 1: a path begins with '$', the root of the document"),
        ("$.a ", "character 4: the path can't go on with ' '"),
        ("$.x-y", "character 4: the path can't go on with '-'; a name with '-' is written ['x-name']"),
        ("$.", "character 3: a name or '*' follows '.'; other names are written ['…']"),
        ("$..", "character 4: a name or '*' follows '..'; other names are written ['…']"),
        ("$['a'", "character 6: ',' or ']' is expected here, not the end of the path"),
        ("$['a", "character 3: this quote is never closed"),
        (#"$['\x']"#, #"character 4: there is no such escape; write \\ for a backslash"#),
        (#"$['\ud800']"#, "character 4: half of a surrogate pair isn't a character"),
        (#"$['\u12']"#, #"character 6: four hexadecimal digits follow \u"#),
        ("$['\t']", "character 4: a control character in quotes is written as an escape"),
        ("$[]", "character 3: a name in quotes, an index, a slice, '*' or '?' is expected here, not ']'"),
        ("$[01]", "character 3: an index is written without leading zeros, and 0 without a sign"),
        ("$[9007199254740992]", "character 3: an index is at most 9007199254740991"),
        ("$[- 1]", "character 4: a digit must follow '-'"),
        ("$[?@.a == 1.]", "character 13: a digit must follow '.'"),
        ("$[?@.a == 1e]", "character 13: a digit must follow the 'e' of a number"),
        ("$[?@.a == 01]", "character 11: a number is written as in JSON, without '+' and leading zeros"),
        ("$[?@.a = 1]", "character 8: ',' or ']' is expected here, not '='"),
        ("$[?1]", "character 4: a value alone isn't a condition; compare it"),
        ("$[?length(@.a)]", "character 4: a value alone isn't a condition; compare it"),
        ("$[?@.* == 1]", "character 4: this may select several nodes, and can't be used as one value"),
        ("$[?match(@, 'a') == true]", "character 4: this is a condition, and can't be used as a value"),
        ("$[?(@.a]", "character 8: ')' is expected here, not ']'"),
        (
            "$[?foo(@)]",
            "character 4: there is no function 'foo'; known functions are length, count, match, search and value"
        ),
        ("$[?count(1) > 0]", "character 10: count() takes a path (@ or $)"),
        ("$[?match(@)]", "character 11: the pattern is missing: two arguments are expected"),
        ("$[?length(@, @) > 0]", "character 12: ')' is expected here, not ','"),
        ("$[?True]", "character 4: a path (@ or $), a value or a function is expected here"),
        ("$[?", "character 4: the filter has no end"),
    ])
    func saysWhatIsWrong(path: String, message: String) {
        let error = #expect(throws: JSONPathFault.self) { try JSONPath(path) }
        #expect(error?.description == message)
    }

    @Test func refusesEndlessNesting() {
        for (opening, closing) in [("(", ")"), ("!(", ")"), ("@[?", "]"), ("length(", ")")] {
            let path =
                "$[?" + String(repeating: opening, count: 5000) + "@.a" + String(repeating: closing, count: 5000) + "]"
            let error = #expect(throws: JSONPathFault.self) { try JSONPath(path) }
            #expect(error?.message == "the path is nested more than 64 levels deep")
        }
        let deep = "$[?" + String(repeating: "(", count: 60) + "@.a" + String(repeating: ")", count: 60) + "]"
        #expect(throws: Never.self) { try JSONPath(deep) }
    }

    /// Queries whose nodelists multiply are stopped.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "$..*..*..*..*..*..*", "$" + String(repeating: "[*,*]", count: 40),
            "$..[?count(@..[?count(@..[?count(@..*) > 0]) > 0]) > 0]",
        ])
    func stopsInTime(text: String) throws {
        var diagnostics = Diagnostics()
        let deep = String(repeating: "[[1],", count: 200) + "1" + String(repeating: "]", count: 200)
        let node = try #require(tree(deep, &diagnostics))
        let path = try JSONPath(text)
        #expect(throws: JSONPathFault.self) { try path.places(in: node) }
    }

    /// Backtracking would take 2^40 steps here.
    @Test(.timeLimit(.minutes(1))) func matchesInLinearTime() throws {
        var diagnostics = Diagnostics()
        let node = try #require(tree("[\(String(repeating: "a", count: 2000))]", &diagnostics))
        #expect(try JSONPath("$[?match(@, '(a*)*b')]").places(in: node).isEmpty)
        #expect(try JSONPath("$[?search(@, '(a|a|aa)+b')]").places(in: node).isEmpty)
        #expect(try JSONPath("$[?match(@, '(a|a|aa)+')]").places(in: node).count == 1)
    }
}
