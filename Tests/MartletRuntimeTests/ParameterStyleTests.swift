// The table of parameter styles of OpenAPI 3.1, section 4.8.12.4, and what keeps a request in its place.

import Foundation
import MartletRuntime
import Testing

@Suite struct ParameterStyleTests {
    private static let values: [JSONValue] = ["", "blue", ["blue", "black", "brown"], ["R": 100, "G": 200, "B": 150]]

    private func url(_ build: (inout OperationRequest) throws -> Void, _ path: String = "/p") async throws -> String {
        var request = OperationRequest("test", .get, path)
        try build(&request)
        let transport = Recorder()
        let server = try #require(URL(string: "http://h/base/"))
        _ = try await ClientCore(server: server, transport: transport).raw(request)
        return transport.url
    }

    @Test(
        arguments: [
            (.matrix, false, [nil, ";color=blue", ";color=blue,black,brown", ";color=B,150,G,200,R,100"]),
            (.matrix, true, [nil, ";color=blue", ";color=blue;color=black;color=brown", ";B=150;G=200;R=100"]),
            (.label, false, [nil, ".blue", ".blue,black,brown", ".B,150,G,200,R,100"]),
            (.label, true, [nil, ".blue", ".blue.black.brown", ".B=150.G=200.R=100"]),
            (.simple, false, [nil, "blue", "blue,black,brown", "B,150,G,200,R,100"]),
            (.simple, true, [nil, "blue", "blue,black,brown", "B=150,G=200,R=100"]),
        ] as [(ParameterStyle, Bool, [String?])]) func path(
            _ style: ParameterStyle, _ explode: Bool, _ texts: [String?]
        ) async throws
    {
        for (value, text) in zip(Self.values, texts) {
            guard let text else { continue }
            let found = try await url({ try $0.path("color", value, style: style, explode: explode) }, "/x/{color}")
            #expect(found == "http://h/base/x/" + text)
        }
    }

    @Test(
        arguments: [
            (.form, false, ["color=", "color=blue", "color=blue,black,brown", "color=B,150,G,200,R,100"]),
            (.form, true, ["color=", "color=blue", "color=blue&color=black&color=brown", "B=150&G=200&R=100"]),
            (.spaceDelimited, false, [nil, nil, "color=blue%20black%20brown", "color=B%20150%20G%20200%20R%20100"]),
            (.pipeDelimited, false, [nil, nil, "color=blue%7Cblack%7Cbrown", "color=B%7C150%7CG%7C200%7CR%7C100"]),
            (.deepObject, true, [nil, nil, nil, "color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100"]),
        ] as [(ParameterStyle, Bool, [String?])]) func query(
            _ style: ParameterStyle, _ explode: Bool, _ texts: [String?]
        ) async throws
    {
        for (value, text) in zip(Self.values, texts) {
            guard let text else { continue }
            #expect(
                try await url { try $0.query("color", value, style: style, explode: explode) }
                    == "http://h/base/p?" + text)
        }
    }

    /// As if they were parameters of their own.
    @Test(
        arguments: [
            (["page": 1, "sort": ["a", nil, "b"]], "?page=1&sort=a&sort=b"), (["sort": []], ""),
            (["sort": [["a": 1]]], "?sort=%5B%7B%22a%22%3A1%7D%5D"),
        ] as [(JSONValue, String)])
    func listsInExplodedObjects(_ value: JSONValue, _ text: String) async throws {
        #expect(try await url { try $0.query("color", value, style: .form, explode: true) } == "http://h/base/p" + text)
    }

    @Test(arguments: [
        ("a/b", "a%2Fb"), ("../x", "..%2Fx"), ("a?b#c", "a%3Fb%23c"), ("a\r\nb\u{0}", "a%0D%0Ab%00"),
        ("%2e%2e", "%252e%252e"),
        ("é", "%C3%A9"), ("a b+c", "a%20b%2Bc"), ("...", "..."),
    ]) func pathValuesStayInTheirSegment(_ value: String, _ text: String) async throws {
        #expect(try await url({ try $0.path("id", value) }, "/x/{id}/y") == "http://h/base/x/\(text)/y")
    }

    @Test(arguments: ["", ".", ".."]) func pathValuesThatWouldMoveThrow(_ value: String) async {
        await #expect(throws: ClientError.self) { try await url({ try $0.path("id", value) }, "/x/{id}") }
    }

    @Test(arguments: [
        ("projects/a/b:c", "projects/a/b:c"), ("a?b#c", "a%3Fb%23c"), ("a%2Fb%", "a%2Fb%25"), ("a b", "a%20b"),
    ]) func pathValuesOfSeveralSegments(_ value: String, _ text: String) async throws {
        #expect(
            try await url({ try $0.path("id", value, allowReserved: true) }, "/x/{id}/y") == "http://h/base/x/\(text)/y"
        )
    }

    @Test func pathValuesOfSeveralSegmentsStayBelow() async {
        await #expect(throws: ClientError.self) {
            try await url({ try $0.path("id", "a/../../b", allowReserved: true) }, "/x/{id}")
        }
    }

    @Test func theWholeQuery() async throws {
        #expect(
            try await url { try $0.queryString(["a": "b&c", "d": [1, 2], "e": nil] as JSONValue) }
                == "http://h/base/p?a=b%26c&d=1&d=2")
        #expect(
            try await url {
                let rules: [String: FormRule] = ["ids": .style(.form, explode: false), "o": .style(.deepObject)]
                try $0.queryString(["ids": [1, 2], "o": ["x": "1"]] as JSONValue, rules)
            } == "http://h/base/p?ids=1,2&o%5Bx%5D=1")
        #expect(
            try await url { try $0.queryString("$.a[?@ == 'b']") }
                == "http://h/base/p?%24.a%5B%3F%40%20%3D%3D%20%27b%27%5D")
        #expect(try await url { try $0.queryString(nil as String?) } == "http://h/base/p")
        await #expect(throws: ClientError.self) { try await url { try $0.queryString([1]) } }
    }

    @Test(
        arguments: [
            ("https://{r}.h.example/{p}", ["r": "eu", "p": "v1"], "https://eu.h.example/v1"),
            (
                "https://{r}.h.example/{p}", ["r": "evil.example/x?", "p": "a/b?c#d@e"],
                "https://evil.example%2Fx%3F.h.example/a/b%3Fc%23d%40e"
            ),
            ("https://h:{port}/", ["port": "8443"], "https://h:8443/"),
            ("{scheme}://{host}/x", ["scheme": "http", "host": "[::1]:80"], "http://[::1]:80/x"),
            ("{all}/x", ["all": "http://localhost:8080/y"], "http://localhost:8080/y/x"),
            ("https://h/{missing}", [:], "https://h/"),
        ] as [(String, [String: String], String)])
    func variablesOfServersStayInTheirPlace(_ template: String, _ values: [String: String], _ text: String) {
        #expect(ClientCore.url(template, values).absoluteString == text)
    }

    @Test(arguments: ["..", ".", "a/../b"]) func aServerDoesNotGoUp(_ value: String) async {
        let core = ClientCore(server: ClientCore.url("https://h/{p}/x", ["p": value]), transport: Recorder())
        await #expect(throws: ClientError.self) { try await core.void(OperationRequest("t", .get, "/")) }
    }

    @Test(
        arguments: [
            (.form, true, "a b", "c=a%20b"), (.form, true, ["a", "b"], "c=a; c=b"),
            (.form, false, ["a", "b"], "c=a,b"),
            (.form, true, ["R": 1, "G": "x&y"], "G=x%26y; R=1"), (.cookie, true, "a b/=", "c=a b/="),
            (.cookie, true, ["a&", "b"], "c=a&; c=b"), (.cookie, false, ["a", "b"], "c=a,b"),
            (.cookie, true, ["R": 1, "G": 2], "G=2; R=1"), (.cookie, true, "a; admin=1", "c=a%3B%20admin%3D1"),
            (.cookie, true, "", "c="), (.form, true, [], nil),
        ] as [(ParameterStyle, Bool, JSONValue, String?)])
    func cookies(_ style: ParameterStyle, _ explode: Bool, _ value: JSONValue, _ text: String?) async throws {
        var request = OperationRequest("test", .get, "/")
        try request.cookie("c", value, style: style, explode: explode)
        let recorder = Recorder()
        let server = try #require(URL(string: "http://h"))
        _ = try await ClientCore(server: server, transport: recorder).raw(request)
        #expect(recorder.request?.headers["Cookie"] == text)
    }

    @Test(
        arguments: [
            ([], "c="), ([:], "c="), (nil, "c="), ("", "c="), (["a"], "c=a"),
        ] as [(JSONValue, String)]) func valuesWithNothingInThem(_ value: JSONValue, _ text: String) async throws
    {
        #expect(try await url { try $0.query("c", value, allowEmptyValue: true) } == "http://h/base/p?\(text)")
        #expect(try await url { try $0.query("c", nil as Int?, allowEmptyValue: true) } == "http://h/base/p")
    }

    @Test(arguments: [("", ";color"), ("blue", ";color=blue")]) func matrixOfNothing(
        _ value: String, _ text: String
    ) async throws {
        #expect(try await url({ try $0.path("color", value, style: .matrix) }, "/x{color}") == "http://h/base/x\(text)")
    }

    @Test func queriesAddUp() async throws {
        let text = try await url(
            {
                try $0.query("none", nil as String?)
                try $0.query("empty", [] as [Int])
                try $0.query("a[]", ["x&y", "z"])
                try $0.query("r", "a/b?c=d&e#f%20%zz", allowReserved: true)
                try $0.query("n", 1.5)
                try $0.query("t", true)
            }, "/p?beta=true")
        #expect(text == "http://h/base/p?beta=true&a%5B%5D=x%26y&a%5B%5D=z&r=a/b?c=d%26e%23f%20%25zz&n=1.5&t=true")
    }

    @Test(arguments: ["a\r\nX: y", "a\nb", "a\u{0}"]) func headersThatBreakOutThrow(_ value: String) async {
        await #expect(throws: ClientError.self) { try await url { try $0.header("X-Test", value) } }
        await #expect(throws: ClientError.self) { try await url { try $0.header(value, "x") } }
        await #expect(throws: ClientError.self) {
            try await url {
                try $0.cookie(value + "=", nil as String?); try $0.header("", "x")
            }
        }
    }
}

/// Keeps the address of the last request, and answers with nothing.
final class Recorder: ClientTransport, @unchecked Sendable {
    private let lock = NSLock()
    private var last: TransportRequest?

    var request: TransportRequest? { lock.withLock { last } }
    var url: String { request?.url.absoluteString ?? "" }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        lock.withLock { last = request }
        return TransportResponse(status: 200, body: ResponseBody(Data("{}".utf8)))
    }
}
