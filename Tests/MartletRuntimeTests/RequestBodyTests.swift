// What bodies are on the wire: forms, parts, files and streams.

import Foundation
import MartletLoopback
import MartletRuntime
import Testing

@Suite struct RequestBodyTests {
    private let recorder = Recorder()

    private func send(_ build: (inout OperationRequest) throws -> Void) async throws -> TransportRequest {
        var request = OperationRequest("test", .post, "/p")
        try build(&request)
        let server = try #require(URL(string: "http://h"))
        _ = try await ClientCore(server: server, transport: recorder).raw(request)
        return try #require(recorder.request)
    }

    @Test(
        arguments: [
            (["a": "x y&z=ü", "b": 1, "c": true, "d": nil, "e": 1.5], [:], "a=x%20y%26z%3D%C3%BC&b=1&c=true&e=1.5"),
            (["a": [1, 2], "b": []], [:], "a=1&a=2"),
            (["a": [1, 2]], ["a": .style(.form, explode: false)], "a=1,2"),
            (["a": [1, 2]], ["a": .style(.pipeDelimited, explode: false)], "a=1%7C2"),
            (["a": ["x": 1]], [:], "a=%7B%22x%22%3A1%7D"),
            (["a": ["x": 1]], ["a": .style(.form)], "x=1"),
            (["a": ["x": 1, "y": ["z": 2]]], ["a": .style(.deepObject)], "a%5Bx%5D=1&a%5By%5D%5Bz%5D=2"),
            (
                ["items": [["price": 1], ["price": 2]], "expand": ["a"]],
                ["items": .style(.deepObject), "expand": .style(.deepObject)],
                "expand%5B0%5D=a&items%5B0%5D%5Bprice%5D=1&items%5B1%5D%5Bprice%5D=2"
            ),
            (["a": [1, 2]], ["a": .contentType("application/json")], "a=%5B1%2C2%5D"),
            (
                ["a": ["x": "1 2", "y": [3, 4], "z": nil]], ["a": .contentType("application/x-www-form-urlencoded")],
                "a=x%3D1%25202%26y%3D3%26y%3D4"
            ),
            (["a": "x/y?z"], ["a": .style(.form, allowReserved: true)], "a=x/y?z"),
            ([:], [:], ""),
        ] as [(JSONValue, [String: FormRule], String)])
    func form(_ value: JSONValue, _ rules: [String: FormRule], _ text: String) async throws {
        let request = try await send { try $0.form(value, rules) }
        #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded")
        #expect(request.body?.data.map { String(decoding: $0, as: UTF8.self) } == text)
    }

    @Test(
        arguments: [
            (StreamFraming.jsonLines, [["a": "x\ny"], 1], "{\"a\":\"x\\ny\"}\n1\n"),
            (.jsonSequence, [["a": 1], nil], "\u{1E}{\"a\":1}\n\u{1E}null\n"),
            (.jsonLines, [], ""),
        ] as [(StreamFraming, [JSONValue], String)])
    func jsonTexts(_ framing: StreamFraming, _ values: [JSONValue], _ text: String) async throws {
        let request = try await send { try $0.jsonTexts(values, as: framing, contentType: "a/b") }
        #expect(request.headers["Content-Type"] == "a/b")
        #expect(request.body?.data.map { String(decoding: $0, as: UTF8.self) } == text)
        await #expect(throws: ClientError.self) { try await send { try $0.jsonTexts([Double.nan]) } }
    }

    /// A label says what is sent.
    @Test(
        arguments: [
            ("text/plain", "text/plain", [0x68, 0xC3, 0xA9]),
            ("text/plain; charset=iso-8859-1", "text/plain; charset=iso-8859-1", [0x68, 0xE9]),
            ("text/plain;charset=\"UTF-16LE\"", "text/plain;charset=\"UTF-16LE\"", [0x68, 0, 0xE9, 0]),
            ("text/plain; charset=us-ascii", "text/plain; charset=utf-8", [0x68, 0xC3, 0xA9]),
            ("text/plain; charset=koi8-r", "text/plain; charset=utf-8", [0x68, 0xC3, 0xA9]),
        ] as [(String, String, [UInt8])])
    func charsets(_ type: String, _ label: String, _ bytes: [UInt8]) async throws {
        let request = try await send { $0.text("h\u{E9}", contentType: type) }
        #expect(request.headers["Content-Type"] == label)
        #expect(request.body?.data.map(Array.init) == bytes)
    }

    @Test func formsAreObjects() async throws {
        await #expect(throws: ClientError.self) { try await send { try $0.form([1, 2]) } }
        await #expect(throws: ClientError.self) { try await send { try $0.multipart("x") } }
        await #expect(throws: ClientError.self) { try await send { try $0.form(["a": FileContent.text("x")]) } }
        await #expect(throws: ClientError.self) {
            try await send { try $0.json(["a": FileContent.data(Data([0xFF]))]) }
        }
    }

    /// The body's text, with the boundary called `B`.
    private func multipart(_ value: some Encodable, _ rules: [String: FormRule] = [:]) async throws -> String {
        let request = try await send { try $0.multipart(value, rules) }
        let type = try #require(request.headers["Content-Type"])
        #expect(type.hasPrefix("multipart/form-data; boundary=martlet-"))
        let boundary = try #require(type.split(separator: "=").last)
        let data: Data
        switch try #require(request.body) {
        case .data(let bytes): data = bytes
        case .file(let file): data = try Data(contentsOf: file.url)
        }
        return String(decoding: data, as: UTF8.self).replacingOccurrences(of: boundary, with: "B")
            .replacingOccurrences(of: "\r\n", with: "\n")
    }

    private struct Upload: Encodable {
        var title = "A \"day\""
        var tags = ["sea", "sky"]
        var place: JSONValue = ["name": "Brest", "height": 3]
        var isPrivate = false
        var nothing: String?
        var image: FileContent
        var scans: [FileContent]
    }

    @Test func parts() async throws {
        var scan = FileContent.text("<b>", filename: "a\"b\r\nc\"\u{301}.txt", contentType: "text/plain\r\nX: y")
        scan.headers = ["X-Scan": "1"]
        let upload = Upload(
            image: .data(Data("PNG".utf8), filename: "day.png", contentType: "image/png"), scans: [scan, .text("2")])
        let text = try await multipart(upload, ["scans": .contentType("image/tiff, image/png")])
        #expect(
            text == """
                --B
                Content-Disposition: form-data; name="isPrivate"

                false
                --B
                Content-Disposition: form-data; name="place"
                Content-Type: application/json

                {"height":3,"name":"Brest"}
                --B
                Content-Disposition: form-data; name="tags"

                sea
                --B
                Content-Disposition: form-data; name="tags"

                sky
                --B
                Content-Disposition: form-data; name="title"

                A "day"
                --B
                Content-Disposition: form-data; name="image"; filename="day.png"
                Content-Type: image/png

                PNG
                --B
                Content-Disposition: form-data; name="scans"; filename="a%22b%0D%0Ac%22\u{301}.txt"
                Content-Type: text/plainX: y
                X-Scan: 1

                <b>
                --B
                Content-Disposition: form-data; name="scans"; filename="file"
                Content-Type: image/tiff

                2
                --B--

                """)
    }

    @Test func rulesOfParts() async throws {
        let value: JSONValue = ["a": "x", "b": "x", "c": [1, 2]]
        let text = try await multipart(
            value,
            [
                "a": .contentType("text/markdown"), "b": .contentType("application/json"),
                "c": .contentType("application/json"),
            ])
        #expect(
            text == """
                --B
                Content-Disposition: form-data; name="a"
                Content-Type: text/markdown

                x
                --B
                Content-Disposition: form-data; name="b"
                Content-Type: application/json

                "x"
                --B
                Content-Disposition: form-data; name="c"
                Content-Type: application/json

                [1,2]
                --B--

                """)
    }

    /// Names and values as in a query, but not percent-encoded; an inner list is JSON.
    @Test(
        arguments: [
            ([1, 2], nil, ["a=1", "a=2"]), ([1, 2], .style(.form, explode: false), ["a=1,2"]),
            (["x y", "z"], .style(.spaceDelimited, explode: false), ["a=x y z"]),
            (["x", "y"], .style(.pipeDelimited, explode: false), ["a=x|y"]),
            (["k": "v&w", "l": "m=n"], .style(.deepObject), ["a[k]=v&w", "a[l]=m=n"]),
            (["k": "v"], .style(.form), ["k=v"]), ("", .style(.form), ["a="]), ([], .style(.form), []),
            ([[1, 2], [3]], nil, ["a=[1,2]", "a=[3]"]),
        ] as [(JSONValue, FormRule?, [String])])
    func stylesOfParts(_ value: JSONValue, _ rule: FormRule?, _ parts: [String]) async throws {
        let text = try await multipart(["a": value], rule.map { ["a": $0] } ?? [:])
        let found = text.components(separatedBy: "--B\nContent-Disposition: form-data; name=\"").dropFirst().map {
            part in
            let name = part.prefix { $0 != "\"" }
            let content = part.components(separatedBy: "\n\n").last?.components(separatedBy: "\n").first
            return "\(name)=\(content ?? "")"
        }
        #expect(found == parts)
    }

    private struct Deep: Encodable {
        var files: [String: FileContent]?
        var grid: [[FileContent]]?
        var mixed: [JSONOrFile]?
    }

    private enum JSONOrFile: Encodable {
        case file(FileContent), text(String)

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .file(let file): try file.encode(to: encoder)
            case .text(let text): try text.encode(to: encoder)
            }
        }
    }

    @Test func filesInsideOfOtherValuesAreNotSent() async throws {
        let values = [
            Deep(files: ["a": .text("x")]), Deep(grid: [[.text("x")]]), Deep(mixed: [.file(.text("x")), .text("y")]),
        ]
        for value in values {
            let error = await #expect(throws: ClientError.self) { try await send { try $0.multipart(value) } }
            #expect(
                error?.description.hasSuffix(
                    "this file lies too deep; a form takes files as fields, or in lists of files")
                    == true)
            await #expect(throws: ClientError.self) { try await send { try $0.form(value) } }
            await #expect(throws: ClientError.self) {
                try await send { try $0.multipart(value, ["files": .style(.deepObject)]) }
            }
        }
        #expect(recorder.request == nil)
        #expect(try await multipart(["a": [FileContent.text("x"), nil]]).contains("\n\nx\n--B--"))
    }

    private func temporaryFile(_ bytes: Data) throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).bin")
        try bytes.write(to: url)
        return url
    }

    /// A part from disk or from a stream makes the whole body a temporary file, which goes away with the request.
    @Test func partsFromDiskAndStreams() async throws {
        let url = try temporaryFile(Data("disk".utf8))
        defer { try? FileManager.default.removeItem(at: url) }
        let bytes = AsyncStream<Data> { continuation in
            for chunk in ["one ", "two"] { continuation.yield(Data(chunk.utf8)) }
            continuation.finish()
        }
        let value = ["a": FileContent.file(url, filename: "a.bin"), "b": .stream(bytes, filename: "b.bin")]
        var request: TransportRequest? = try await send { try $0.multipart(value) }
        guard case .file(let file)? = request?.body else {
            Issue.record("The body is in memory")
            return
        }
        let copy = file.url
        let text = String(decoding: try Data(contentsOf: copy), as: UTF8.self)
        #expect(text.contains("filename=\"a.bin\"\r\nContent-Type: application/octet-stream\r\n\r\ndisk\r\n"))
        #expect(text.contains("filename=\"b.bin\"\r\nContent-Type: application/octet-stream\r\n\r\none two\r\n"))
        request = nil
        #expect(FileManager.default.fileExists(atPath: url.path))
    }

    @Test func aFileAlone() async throws {
        let url = try temporaryFile(Data("disk".utf8))
        defer { try? FileManager.default.removeItem(at: url) }
        let request = try await send { $0.file(.file(url, contentType: "image/png"), contentType: "image/gif") }
        #expect(request.headers["Content-Type"] == "image/png")
        guard case .file(let file)? = request.body else {
            Issue.record("The body is in memory")
            return
        }
        #expect(file.url == url)
    }

    @Test func aFileThatIsGone() async throws {
        let url = URL(fileURLWithPath: "/nowhere/at/all")
        let inForm = await #expect(throws: ClientError.self) {
            try await send { try $0.multipart(["a": FileContent.file(url)]) }
        }
        #expect(reason(inForm) == "the body can't be read: the file '/nowhere/at/all' isn't there")
        let alone = await #expect(throws: ClientError.self) {
            try await send { $0.file(.file(FileManager.default.temporaryDirectory)) }
        }
        let folder = FileManager.default.temporaryDirectory.path
        #expect(reason(alone) == "the body can't be read: the file '\(folder)' is a folder")
    }

    private func reason(_ error: ClientError?) -> String? {
        if case .invalidRequest(let reason)? = error?.kind { reason } else { nil }
    }

    /// Through a socket: the bytes arrive as they were, with their length.
    @Test(.timeLimit(.minutes(1))) func uploads() async throws {
        let server = try LoopbackServer { request, responder in
            let length = request.header("content-length") ?? "none"
            responder.respond(200, body: Data("\(request.body.count) \(length)".utf8))
        }
        defer { server.stop() }
        let url = try temporaryFile(Data(repeating: 7, count: 3_000_000))
        defer { try? FileManager.default.removeItem(at: url) }
        let core = ClientCore(server: server.url)
        for body in [FileContent.file(url), .data(Data(repeating: 7, count: 3_000_000))] {
            var request = OperationRequest("upload", .put, "/")
            request.file(body)
            #expect(try await core.text(request) == "3000000 3000000")
        }
    }

    @Test(.timeLimit(.minutes(1))) func downloads() async throws {
        let bytes = Data((0..<500_000).map { UInt8(truncatingIfNeeded: $0) })
        let url = try temporaryFile(Data("old".utf8))
        defer { try? FileManager.default.removeItem(at: url) }
        try await ResponseBody(chunks: [bytes.prefix(9), bytes.dropFirst(9)]).write(to: url)
        #expect(try Data(contentsOf: url) == bytes)
        struct Broken: Error {}
        let broken = AsyncThrowingStream<Data, any Error> { continuation in
            continuation.yield(Data("new".utf8))
            continuation.finish(throwing: Broken())
        }
        await #expect(throws: Broken.self) { try await ResponseBody(broken).write(to: url) }
        #expect(try Data(contentsOf: url) == bytes)
    }

    @Test func whereDownloadsGo() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("downloads-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // As long as a name may be.
        let name = String(repeating: "n", count: 255)
        try await ResponseBody(Data("new".utf8)).write(to: folder.appendingPathComponent(name))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
        let error = await #expect(throws: (any Error).self) { try await ResponseBody(Data()).write(to: folder) }
        #expect(error?.localizedDescription == "'\(folder.path)' is a folder; give the name of a file")
    }
}
