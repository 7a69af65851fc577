// What is said of text that can't be read, or not without loss.

import MartletSource
import Testing

@Suite struct YAMLFaultTests {
    private static let noToken =
        "found character that cannot start any token while scanning for the next token; "
        + "a tab can't indent, and a value that begins with @ ` or % needs quotes"
    private static let unclosed =
        "found unexpected end of stream while scanning a quoted scalar; a quote or bracket opened here is never closed"
    private static let colon =
        "mapping values are not allowed in this context; put the value in quotes if it holds ': ', or fix the "
        + "indentation"
    private static let bracket =
        "did not find expected ',' or ']' while parsing a flow sequence; "
        + "a bracket opened further up is not closed before this, or a key has more than 1,024 characters or its colon on "
        + "another line"
    private static let empty =
        "in.yaml:1:1: error: the file is empty; an OpenAPI document begins with 'openapi: 3.1.0', a configuration with "
        + "'spec: openapi.yaml', an overlay with 'overlay: 1.1.0' [empty-document]"
    private static let control =
        "control characters are not allowed; remove the character or write it as an escape"

    private static func at(_ place: String, _ message: String) -> String {
        "in.yaml:\(place): error: \(message) [yaml-syntax]"
    }

    @Test(arguments: [
        (
            "",
            Self.empty
        ),
        (
            "# only a comment\n",
            Self.empty
        ),
        ("a:\n\tb: 1\n", Self.at("2:1", Self.noToken)),
        ("a: @x\n", Self.at("1:4", Self.noToken)),
        ("a: \"x\nb: 1\n", Self.at("1:4", Self.unclosed)),
        ("a: 'x\n", Self.at("1:4", Self.unclosed)),
        ("a: [1, 2\nb: 3\n", Self.at("2:2", Self.bracket)),
        ("a: b: c\n", Self.at("1:5", Self.colon)),
        ("a: 1\n b: 2\n", Self.at("2:3", Self.colon)),
        (
            "a: *x\n",
            "in.yaml:1:4: error: no anchor '&x' stands before this alias; define it or fix the name [unknown-anchor]"
        ),
        (
            "a: &x [*x]\n",
            "in.yaml:1:8: error: what '&x' stands for would hold itself here, without end; write a $ref where a schema is "
                + "meant [unknown-anchor]"
        ),
        ("é: x\nb: \u{1}\n", Self.at("2:4", Self.control)),
        ("a: \u{1}\n", Self.at("1:4", Self.control)),
        ("{\"a\": \"\u{80}\", \"b\": @}", Self.at("1:17", Self.noToken)),
        ("a: \"\u{80}\u{1}\"\n", Self.at("1:5", Self.control)),
        ("a: \u{2028}\u{85}\nb: é\u{1}\n", Self.at("2:5", Self.control)),
        // Neither is JSON.
        ("\t{\"a\": 01}", Self.at("1:1", Self.noToken)), ("\t{\"a\": 1,}", Self.at("1:1", Self.noToken)),
        ("\t{\"a\": 1} 2", Self.at("1:1", Self.noToken)), ("\t[1-2]", Self.at("1:1", Self.noToken)),
        ("\t[\"\\x\"]", Self.at("1:1", Self.noToken)), ("\t[\"\\u12\"]", Self.at("1:1", Self.noToken)),
        ("\t[\"a\nb\"]", Self.at("1:1", Self.noToken)), ("\t{\"a\" 1}", Self.at("1:1", Self.noToken)),
        ("\t[{]}", Self.at("1:1", Self.noToken)), ("\t[1", Self.at("1:1", Self.noToken)),
    ])
    func refuses(text: String, said: String) {
        let reading = Reading(text)
        #expect(reading.node == nil)
        #expect(reading.said == [said])
    }
}
