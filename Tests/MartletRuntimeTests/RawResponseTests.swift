// Answers as callers read them: header fields with types, charsets, labels, and bodies that don't come.

import Foundation
import MartletRuntime
import Testing

@Suite struct ResponseHeaderTests {
    @Test func typedValues() {
        let headers: HTTPHeaders = [
            "X-Count": "3", "X-Flag": "true", "X-List": "a, b,c", "X-Numbers": "1,2", "X-Ratio": "0.5", "X-Text": "12",
            "X-Odd": "many",
        ]
        #expect(headers.value("x-count") == 3)
        #expect(headers.value("X-Flag") == true)
        #expect(headers.value("X-List") == ["a", "b", "c"])
        #expect(headers.value("X-Numbers") == [1, 2])
        #expect(headers.value("X-Numbers") == ["1", "2"])
        #expect(headers.value("X-Ratio") == 0.5)
        #expect(headers.value("X-Text") == "12")
        #expect(headers.value("X-Odd", as: Int.self) == nil)
        #expect(headers.value("X-None", as: Int.self) == nil)
    }

    /// What is in quotes, in a link or in a date is one element.
    @Test(arguments: [
        ("X-List", #"a, "b, c", d"#, ["a", #""b, c""#, "d"]), ("X-List", #""a\", b",c"#, [#""a\", b""#, "c"]),
        ("X-List", #"5" disk, tape"#, [#"5" disk"#, "tape"]), ("X-List", "a,, b ,", ["a", "b"]),
        (
            "Link", #"<https://h/?a=1,2>; rel="next", <x>; rel=last; title="a, b""#,
            ["<https://h/?a=1,2>; rel=\"next\"", "<x>; rel=last; title=\"a, b\""]
        ),
        (
            "Set-Cookie", "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/, b=2",
            ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/", "b=2"]
        ),
    ])
    func lists(_ name: String, _ text: String, _ elements: [String]) {
        let headers: HTTPHeaders = [name: text]
        #expect(headers.value(name) == elements)
    }

    /// Objects in both spellings of style `simple`.
    @Test(
        arguments: [
            ("R=100,G=200", ["R": 100, "G": 200]), ("R,100,G,200", ["R": 100, "G": 200]), ("R,100,G", nil),
            ("public, R=1", ["R": 1]),
        ] as [(String, [String: Int]?)])
    func objects(_ text: String, _ members: [String: Int]?) {
        let headers: HTTPHeaders = ["X-Colour": text]
        #expect(headers.value("X-Colour", as: [String: Int].self) == members)
    }

    /// What was asked for decides how a body is read; a wrong label is only an issue.
    @Test func aWrongLabelIsAnIssue() async throws {
        let issues = IssueList()
        let response = RawResponse(
            head: ResponseHead(status: 200, headers: ["Content-Type": "text/html"]),
            body: ResponseBody(Data("[1]".utf8)), decoding: DecodingOptions { issues.add($0) })
        #expect(try await response.value() == [1])
        #expect(issues.all.map(\.description) == ["$: is labelled text/html (expected JSON)"])
    }
}

@Suite struct ResponseBodyTests {
    @Test(
        arguments: [
            ("text/csv; charset=iso-8859-1", [0x66, 0xFC, 0x80], "fü\u{80}"),
            ("text/csv; Charset=\"Windows-1252\"", [0x80, 0xFC, 0x81], "€ü\u{81}"),
            ("text/plain; charset=us-ascii", [0x61, 0x62], "ab"),
            ("text/plain; charset=utf-8", [0xC3, 0xBC, 0xFF], "ü\u{FFFD}"),
            ("text/plain; charset=utf-16", [0x00, 0x61, 0x20, 0xAC], "a€"),
            ("text/plain; charset=utf-16", [0xFF, 0xFE, 0x61, 0x00], "a"),
            ("text/plain; charset=utf-16", [0xFE, 0xFF, 0x00, 0x61], "a"),
            ("text/plain; charset=utf-16le", [0x61, 0x00, 0x62], "a\u{FFFD}"),
            ("text/plain; format=flowed; charset=utf-16be", [0xD8, 0x3D, 0xDC, 0x26], "🐦"),
            ("text/plain; charset=klingon", [0xC3, 0xBC], "ü"), ("text/plain", [0xC3, 0xBC], "ü"),
            ("text/plain", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x61], "\u{FEFF}a"), (nil, [0xC3, 0xBC], "ü"),
            ("text/plain; charset=utf-16", [], ""),
        ] as [(String?, [UInt8], String)])
    func textHasACharset(_ type: String?, _ bytes: [UInt8], _ text: String) async throws {
        var headers = HTTPHeaders()
        headers["Content-Type"] = type
        let response = RawResponse(
            head: ResponseHead(status: 200, headers: headers), body: ResponseBody(Data(bytes)))
        #expect(try await response.text() == text)
    }

    /// What may come as text or as JSON is read as it is labelled.
    @Test(
        arguments: [
            ("application/json", #""a\nb""#, "a\nb"), ("Application/Problem+JSON ; charset=utf-8", #""a""#, "a"),
            ("text/json", #""a""#, "a"), ("text/plain;charset=UTF-8", "a", "a"), ("text/plain", #""a""#, #""a""#),
            ("application/octet-stream", "[1]", "[1]"), (nil, "a", "a"), ("application/json", "a", nil),
        ] as [(String?, String, String?)])
    func stringsAsTheyAreLabelled(_ type: String?, _ body: String, _ string: String?) async throws {
        var headers = HTTPHeaders()
        headers["Content-Type"] = type
        let response = RawResponse(
            head: ResponseHead(status: 200, headers: headers), body: ResponseBody(Data(body.utf8)))
        let read = try? await response.string()
        #expect(read == string)
    }

    private struct Loose: Decodable, Hashable {
        var a: String?
    }

    private struct Strict: Decodable, Hashable {
        var a: String
    }

    /// A status without a body answers for types that can be empty.
    @Test func aBodyThatDoesNotCome() async throws {
        func response(_ status: Int) -> RawResponse {
            RawResponse(head: ResponseHead(status: status), body: ResponseBody(Data()))
        }
        for status in [204, 205] {
            #expect(try await response(status).value() == Loose())
            #expect(try await response(status).value() == [] as [Int])
            #expect(try await response(status).value() == nil as Int?)
            #expect(try await response(status).value() == JSONValue.null)
            await #expect(throws: ClientError.self) { try await response(status).value(Strict.self) }
        }
        // Some services answer with nothing where their documents have a value that may be null.
        #expect(try await response(202).value() == nil as Int?)
        let error = await #expect(throws: ClientError.self) { try await response(200).value(Loose.self) }
        #expect(
            error?.description == "response: The response doesn't fit the document at $: is empty (expected JSON)")
    }
}

private final class IssueList: @unchecked Sendable {
    private let lock = NSLock()
    private var issues: [DecodingIssue] = []

    func add(_ issue: DecodingIssue) {
        lock.withLock { issues.append(issue) }
    }

    var all: [DecodingIssue] { lock.withLock { issues } }
}
