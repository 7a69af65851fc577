// Names in one scope: no two are equal, and none is renamed that need not be.

import MartletIR
import MartletSource
import Testing

@testable import MartletLowering
@testable import MartletNaming

@Suite struct NameScopeTests {
    @Test(arguments: rows)
    func claims(_ row: Row) {
        var scope = NameScope(reserved: ["self": "a reason", "unknown": "another"])
        var diagnostics = Diagnostics()
        let texts = row.texts.map { (text: $0, position: Position(file: FileID(index: 0), line: 1, column: 1)) }
        #expect(scope.claim(texts, spelt: SwiftName.member, &diagnostics) == row.names)
        #expect(Set(row.names).count == row.names.count)
        #expect(diagnostics.entries.map(\.message).filter { !$0.contains("another name comes out the same") } == [])
        #expect(diagnostics.entries.count == row.renamed)
    }

    @Test func oneAfterTheOther() {
        var scope = NameScope(reserved: ["self": "a reason"], taken: ["outer"])
        #expect(
            ["a", "a", "a", "self", "self", "outer", "v1", "v1"].map { scope.claim($0) }
                == ["a", "a2", "a3", "selfValue", "selfValue2", "outer2", "v1", "v1_2"])
        #expect(!scope.isFree("a2"))
        #expect(!scope.isFree("self"))
        #expect(scope.isFree("b"))
    }

    @Test(arguments: [
        ReservedWords.members, ReservedWords.enumCases, ReservedWords.types, ReservedWords.parameters,
    ])
    func reservedWordsHaveReasons(_ words: [String: String]) {
        #expect(!words.isEmpty)
        #expect(words.values.allSatisfy { !$0.isEmpty })
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var texts: [String]
        var names: [String]
        var renamed: Int

        init(_ texts: [String], _ names: [String], renamed: Int = 0) {
            (self.texts, self.names, self.renamed) = (texts, names, renamed)
        }

        var testDescription: String {
            "\(texts)"
        }
    }

    static let rows = [
        Row([], []),
        Row(["a", "b"], ["a", "b"]),
        Row(["foo_bar", "fooBar", "foo-bar"], ["fooBar2", "fooBar", "fooBar3"], renamed: 2),
        Row(["foo-bar", "foo_bar"], ["fooBar", "fooBar2"], renamed: 1),
        Row(["Foo", "foo", "foo2"], ["foo3", "foo", "foo2"], renamed: 1),
        Row(["self", "Self"], ["selfValue", "selfValue2"]),
        Row(["selfValue", "self"], ["selfValue", "selfValue2"]),
        Row(["unknown"], ["unknownValue"]),
        Row(["gpt-4", "gpt 4"], ["gpt4", "gpt4_2"], renamed: 1),
        Row(["gpt-4", "gpt 4", "gpt-4.2"], ["gpt4", "gpt4_2", "gpt4_2_2"], renamed: 2),
        Row(["", "empty"], ["empty2", "empty"], renamed: 1),
    ]
}
