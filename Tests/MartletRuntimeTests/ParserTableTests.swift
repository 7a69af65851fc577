// The rules of the event stream format as a table, independent of the shared vectors.

import Foundation
import MartletRuntime
import Testing

@Suite struct ParserTableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var input: [UInt8]
        var events: [ServerSentEvent]
        var comments: [String] = []
        var retry: Int?
        var lastEventID = ""
        var testDescription: String { name }

        init(
            _ name: String, _ input: String, _ events: [ServerSentEvent], comments: [String] = [], retry: Int? = nil,
            lastEventID: String = ""
        ) {
            self.init(
                name, bytes: Array(input.utf8), events, comments: comments, retry: retry, lastEventID: lastEventID)
        }

        init(
            _ name: String, bytes: [UInt8], _ events: [ServerSentEvent], comments: [String] = [], retry: Int? = nil,
            lastEventID: String = ""
        ) {
            (self.name, input, self.events) = (name, bytes, events)
            (self.comments, self.retry, self.lastEventID) = (comments, retry, lastEventID)
        }
    }

    static let x = ServerSentEvent(data: "x")
    static let cases: [Case] = [
        Case("nothing", "", []),
        Case("a byte order mark alone", "\u{FEFF}", []),
        Case("line feeds", "data: x\n\n", [x]),
        Case("carriage returns", "data: x\r\r", [x]),
        Case("both", "data: x\r\n\r\n", [x]),
        Case("mixed ends", "data: x\r\n\rdata: x\n\r\n", [x, x]),
        Case("a byte order mark", "\u{FEFF}data: x\n\n", [x]),
        Case("only the first mark is skipped", "\u{FEFF}\u{FEFF}data: x\n\n", []),
        Case("half a mark", bytes: [0xEF, 0xBB] + Array("data: y\n\ndata: x\n\n".utf8), [x]),
        Case("no space", "data:x\n\n", [x]),
        Case("one space is taken", "data:  x\n\n", [ServerSentEvent(data: " x")]),
        Case("a tab stays", "data:\tx\n\n", [ServerSentEvent(data: "\tx")]),
        Case("lines are joined", "data: a\ndata: b\ndata\n\n", [ServerSentEvent(data: "a\nb\n")]),
        Case("empty data is an event", "data\n\n", [ServerSentEvent(data: "")]),
        Case("two empty lines of data", "data:\ndata:\n\n", [ServerSentEvent(data: "\n")]),
        Case("no data, no event", "event: a\n\ndata: x\n\n", [x]),
        Case("a name", "event: a\ndata: x\n\n", [ServerSentEvent(event: "a", data: "x")]),
        Case("a name after the data", "data: x\nevent: a\n\n", [ServerSentEvent(event: "a", data: "x")]),
        Case("the last name counts", "event: a\nevent: b\ndata: x\n\n", [ServerSentEvent(event: "b", data: "x")]),
        Case("an empty name is none", "event: a\nevent:\ndata: x\n\n", [x]),
        Case("colons in a value", "data: a:b: c\n\n", [ServerSentEvent(data: "a:b: c")]),
        Case("comments", ": a\n:b\n:\ndata: x\n\n", [x], comments: [" a", "b", ""]),
        Case("a comment inside", "data: a\n: no\ndata: b\n\n", [ServerSentEvent(data: "a\nb")], comments: [" no"]),
        Case("unknown fields", "Data: y\n data: y\nfoo: y\nfoo\ndatax: y\ndata: x\n\n", [x]),
        Case("unterminated", "data: x\n\ndata: y\n", [x]),
        Case("unterminated line", "data: x\n\ndata: y", [x]),
        Case(
            "ids stick", "id: 1\ndata: x\n\ndata: x\n\n",
            [ServerSentEvent(data: "x", id: "1", lastEventID: "1"), ServerSentEvent(data: "x", lastEventID: "1")],
            lastEventID: "1"),
        Case(
            "an empty id resets", "id: 1\ndata: x\n\nid\ndata: x\n\n",
            [
                ServerSentEvent(data: "x", id: "1", lastEventID: "1"),
                ServerSentEvent(data: "x", id: "", lastEventID: ""),
            ]),
        Case("an id with NUL is ignored", "id: 1\u{0}2\ndata: x\n\n", [x]),
        Case("an id without data counts", "id: 1\n\n", [], lastEventID: "1"),
        Case("an unterminated id doesn't", "id: 1\n", []),
        Case("retry", "retry: 0250\ndata: x\n\n", [ServerSentEvent(data: "x", retry: 250)], retry: 250),
        Case("retry with a sign", "retry: +5\ndata: x\n\n", [x]),
        Case("retry with letters", "retry: 5s\ndata: x\n\n", [x]),
        Case("retry in other digits", "retry: \u{0665}\ndata: x\n\n", [x]),
        Case("retry without digits", "retry:\ndata: x\n\n", [x]),
        Case("a huge retry", "retry: 99999999999999999999999\ndata: x\n\n", [x]),
        Case("a combining mark after the colon", "data:\u{301}\n\n", [ServerSentEvent(data: "\u{301}")]),
        Case("other line ends are text", "data: a\u{85}b\u{2028}c\n\n", [ServerSentEvent(data: "a\u{85}b\u{2028}c")]),
        Case("four bytes", "data: \u{1F426}\n\n", [ServerSentEvent(data: "\u{1F426}")]),
        Case(
            "invalid bytes are replaced", bytes: Array("data: a".utf8) + [0xFF, 0xC3] + Array("b\n\n".utf8),
            [ServerSentEvent(data: "a\u{FFFD}\u{FFFD}b")]),
        Case(
            "a mark inside a stream is part of a name", "data: x\n\n\u{FEFF}data: y\n\ndata: x\n\n", [x, x]),
        Case("a mark inside data stays", "data: \u{FEFF}x\n\n", [ServerSentEvent(data: "\u{FEFF}x")]),
        Case("a mark before a comment", "\u{FEFF}: a\ndata: x\n\n", [x], comments: [" a"]),
        Case(
            "an id with NUL leaves the one before", "id: 1\ndata: x\n\nid: 2\u{0}\ndata: x\n\n",
            [ServerSentEvent(data: "x", id: "1", lastEventID: "1"), ServerSentEvent(data: "x", lastEventID: "1")],
            lastEventID: "1"),
        Case("NUL in data stays", "data: a\u{0}b\n\n", [ServerSentEvent(data: "a\u{0}b")]),
        Case("a space before the number of retry", "retry:  5\ndata: x\n\n", [x]),
        Case(
            "a huge retry leaves the one before", "retry: 5\nretry: 9223372036854775808\ndata: x\n\n",
            [ServerSentEvent(data: "x", retry: 5)], retry: 5),
        Case(
            "a flood of comments", String(repeating: ":\r\n", count: 200) + "data: x\r\n\r\n", [x],
            comments: Array(repeating: "", count: 200)),
        Case("empty lines without end", String(repeating: "\r\n", count: 100) + "data: x\n\n", [x]),
        Case("a carriage return ends the input", "data: x\n\r", [x]),
        Case("three carriage returns", "data: x\r\r\rdata: x\r\r", [x, x]),
        Case("line feed, carriage return, line feed", "data: x\n\r\ndata: x\n\r\n", [x, x]),
        Case("fields without a colon", "data\ndata\nevent\nid\nretry\n\n", [ServerSentEvent(data: "\n", id: "")]),
        Case("a line that begins with a colon and has others", ":data: y\ndata: x\n\n", [x], comments: ["data: y"]),
        Case(
            "JSON over several lines", "data: {\"a\":\ndata:  [1,\ndata: 2]\ndata:}\n\n",
            [ServerSentEvent(data: "{\"a\":\n [1,\n2]\n}")]),
        Case(
            "a comment and an unknown field between lines of JSON", "data: {\n: ping\nnote: y\ndata: }\n\n",
            [ServerSentEvent(data: "{\n}")], comments: [" ping"]),
        Case(
            "what follows the sentinel is the reader's business", "data: [DONE]\n\ndata: x\n\n",
            [ServerSentEvent(data: "[DONE]"), x]),
        Case(
            "a surrogate in UTF-8", bytes: Array("data: ".utf8) + [0xED, 0xA0, 0x80] + Array("\n\n".utf8),
            [ServerSentEvent(data: "\u{FFFD}\u{FFFD}\u{FFFD}")]),
        Case(
            "an overlong line feed ends no line", bytes: Array("data: a".utf8) + [0xC0, 0x8A] + Array("b\n\n".utf8),
            [ServerSentEvent(data: "a\u{FFFD}\u{FFFD}b")]),
        Case(
            "a character cut by the end of its line", bytes: Array("data: ".utf8) + [0xF0, 0x9F] + Array("\n\n".utf8),
            [ServerSentEvent(data: "\u{FFFD}")]),
        Case(
            "invalid bytes in a name", bytes: Array("event: a".utf8) + [0xFF] + Array("\ndata: x\n\n".utf8),
            [ServerSentEvent(event: "a\u{FFFD}", data: "x")]),
        Case(
            "an invalid field name is unknown", bytes: [0xFF] + Array("data: y\ndata: x\n\n".utf8), [x]),
    ]

    @Test(arguments: cases) func parses(_ test: Case) throws {
        let input = Data(test.input)
        var runs = try [1, 2, 3, 7, 1 << 20].map { try ParserRun(input, chunk: $0) }
        for cut in 0...input.count { runs.append(try ParserRun(input, sizes: [cut])) }
        for run in runs {
            #expect(run.events == test.events)
            #expect(run.comments == test.comments)
            #expect(run.retry == test.retry)
            #expect(run.lastEventID == test.lastEventID)
        }
    }

    @Test(arguments: [
        ("data: {\"a\":1}", 1), ("data: {\"a\":1}\n", 1), ("data: {\"a\":", 0), ("data: [DONE]", 1), ("event: a", 0),
        ("data: {\"a\":\ndata: 1}", 1), ("data: text", 0),
    ]) func atTheEndCompleteDataIsSaved(_ input: String, _ count: Int) throws {
        #expect(try ParserRun(Data(input.utf8), sizes: [], isTolerantAtEnd: true).events.count == count)
    }

    @Test func oversizedEventsFail() throws {
        for input in ["data: 0123456789", "data: 01234\ndata: 01234\n", "event: 0123456789"] {
            var parser = ServerSentEventParser()
            parser.maximumEventBytes = 9
            #expect(throws: OversizedEvent.self) { _ = try parser.push(Data(input.utf8)) }
        }
    }
}
