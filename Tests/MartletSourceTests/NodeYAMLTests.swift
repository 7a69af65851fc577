// Trees written as YAML: how they look, and that reading them again gives the same tree.

import Foundation
import MartletSource
import MartletTestSupport
import Testing

@Suite struct NodeYAMLTests {
    @Test func looksLikeWrittenByHand() throws {
        let json = #"""
            {"openapi": "3.1.0", "info": {"title": "A: B", "description": "One\n\n  two\n", "x-empty": {}, "x-none": []},
             "paths": {"/a": {"get": {"tags": ["x", "no", "1"], "responses": {"200": {"description": "it's"}}}}},
             "x": [[1, 2.50], [], {"a": null, "b": [true]}], "y": "2024-01-01", "z": "a\n b"}
            """#
        let node = try #require(Reading(json).node)
        #expect(
            node.yamlText == """
                openapi: 3.1.0
                info:
                  title: 'A: B'
                  description: |
                    One

                      two
                  x-empty: {}
                  x-none: []
                paths:
                  /a:
                    get:
                      tags:
                        - x
                        - 'no'
                        - '1'
                      responses:
                        '200':
                          description: it's
                x:
                  - - 1
                    - 2.50
                  - []
                  - a: null
                    b:
                      - true
                'y': '2024-01-01'
                z: |-
                  a
                   b

                """)
    }

    private static let strings = [
        "", " ", "a", " a", "a ", "a b", "a: b", "a:b", "a:", ":a", "a #b", "a#b", "#a", "- a", "-a", "-", "?", "? a",
        "---", "...",
        "{a}", "[a]", "a, b", "&a", "*a", "!a", "|", ">", "'a'", "\"a\"", "%a", "@a", "`a", "<<", "=", "~", "null",
        "True", "FALSE",
        "1", "-1", "+1", "1.5", "1e3", ".5", "5.", ".", "0x1F", "0o17", "0b11", "1_000", "12:30", "12:30:45",
        "2024-01-01",
        "2024-01-01T00:00:00Z", "3.1.0", ".inf", "-.INF", ".nan", "y", "N", "Yes", "on", "OFF", "it's", "\"it's\"",
        "a\\b", "a\tb",
        "\ta", "a\t", "\n", "\n\n", "a\n", "a\nb", "a\nb\n", "a\nb\n\n", "\na", "\n\na\n", " a\nb", "a\n b\n", "a \nb",
        "a\n \nb",
        "a\n  ", "a\n\t", "\ta\nb", "a\n\tb", "a\n# b\n", "a\n---\nb", "a: b\nc: d\n", "a\r\nb", "a\rb", "a\u{85}b",
        "a\u{2028}b",
        "a\nb\u{2029}", "\u{FEFF}a", "a\u{7F}", "\u{0}", "\u{1B}[0m", "\u{9F}", "\u{FFFE}", "\u{FFFF}", "é", "e\u{301}",
        "😀",
        "\u{10FFFF}", "a\n😀\n", "\u{A0}", "\u{A0}\n\u{A0}a", " \n a", "  \na", "a\n\n\nb", "a\n \n", "0123", "1:", "0",
        "-0", "é: ü",
    ]

    @Test(arguments: strings) func stringsComeBack(text: String) throws {
        func string(_ text: String) -> Node {
            Node(.scalar(Scalar(text, isString: true)), at: Position(file: FileID(index: 0), line: 1, column: 1))
        }
        let scalar = string(text)
        let place = scalar.position
        func mapping(_ key: String, _ value: Node) -> Node {
            Node(.mapping(Mapping([Mapping.Entry(key: key, keyPosition: place, value: value)])), at: place)
        }
        func list(_ items: [Node]) -> Node {
            Node(.sequence(items), at: place)
        }
        let trees = [
            scalar, mapping("k", scalar), mapping(text, scalar), list([scalar, scalar]),
            list([list([scalar]), scalar]),
            list([mapping(text, list([scalar])), mapping("k", mapping(text, scalar))]),
            mapping("k", list([scalar, scalar])),
        ]
        for tree in trees {
            let written = tree.yamlText
            let reading = Reading(written)
            #expect(reading.said == [], "\(written)")
            #expect(reading.node?.equals(tree) ?? false, "\(written)")
        }
    }

    @Test(arguments: [
        "[1, -0, 1.50, 1e3, 0x1F, 12345678901234567890, .inf, .nan, ~, null, true, False]", "a: ", "{}", "[]",
        "[[], {}, [[]]]",
        "plain", "!!int \"3\"", "[!x \"a: b\", !!binary aGk=]", "'<<': {a: 1}", "[[[[1]]], [{a: [{b: [[2]]}]}]]",
    ])
    func valuesComeBack(text: String) throws {
        let node = try #require(Reading(text).node)
        let reading = Reading(node.yamlText)
        #expect(reading.said == [])
        #expect(reading.node?.equals(node) ?? false, "\(node.yamlText)")
    }

    @Test func longKeysComeBack() throws {
        for count in [998, 1000, 1023, 1024, 1025, 3000] {
            let key = String(repeating: "k", count: count)
            let node = try #require(Reading("? \(key)\n: {a: [1]}\n").node)
            #expect(Reading(node.yamlText).node?.equals(node) ?? false)
        }
    }

    @Test func publishedDocumentsComeBack() throws {
        guard let root = SharedMaterial.url("specs"), let files = FileManager.default.enumerator(atPath: root.path)
        else {
            return
        }
        var count = 0
        for case let name as String in files where [".yaml", ".yml", ".json"].contains(where: name.hasSuffix) {
            let data = try Data(contentsOf: root.appendingPathComponent(name))
            guard data.count < 300_000, let node = Reading(bytes: [UInt8](data)).node else { continue }
            count += 1
            #expect(Reading(node.yamlText).node?.equals(node) ?? false, "\(name)")
        }
        print("yaml round trips: \(count)")
    }
}
