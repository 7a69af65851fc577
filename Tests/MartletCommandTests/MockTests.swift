// The mock server: a document's examples, a recorded stream, and what it says where it has neither.
import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite(.timeLimit(.minutes(1))) struct MockTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        paths:
          /pets/{id}:
            get:
              responses: {'200': {description: x, content: {application/json: {schema: {}, example: {name: Ada}}}}}
            delete:
              responses: {'204': {description: x}}
          /ask:
            post:
              responses:
                '200':
                  description: x
                  content:
                    application/json: {schema: {}, example: {text: hello}}
                    text/event-stream: {schema: {}}
          /bare:
            get: {responses: {'200': {description: x, content: {application/json: {schema: {}}}}}}
        """

    private static let recording = "data: {\"a\":1}\n\nevent: end\ndata: 2\n\n"

    @Test func answersAsTheDocumentDescribes() async throws {
        let mock = try Mock(document: Self.document, recording: Self.recording)
        defer { mock.stop() }
        #expect(try await mock.answer("GET", "/pets/7") == "200 application/json {\n  \"name\": \"Ada\"\n}")
        #expect(try await mock.answer("GET", "/v1/pets/7?x=1") == "200 application/json {\n  \"name\": \"Ada\"\n}")
        #expect(try await mock.answer("DELETE", "/pets/7") == "204  ")
        #expect(
            try await mock.answer("POST", "/ask", body: #"{"stream": false}"#)
                == "200 application/json {\n  \"text\": \"hello\"\n}")
        #expect(
            try await mock.answer("POST", "/ask", body: #"{"stream": true}"#)
                == "200 text/event-stream " + Self.recording)
        #expect(
            try await mock.answer("GET", "/bare") == "501 application/json "
                + #"{"error":{"message":"the document has no example of this answer; add 'example' beside its schema","#
                + #""type":"mock_error"}}"#)
        #expect(
            try await mock.answer("GET", "/nothing") == "404 application/json "
                + #"{"error":{"message":"no operation of the document answers GET /nothing","type":"mock_error"}}"#)
    }

    @Test func faultsAreSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write("api.yaml", Self.document)
        #expect(
            try ToolRun(["mock", "api.yaml", "--stream", "none.sse"], in: folder)
                == ToolRun(code: 1, errors: "martlet mock: none.sse: no such file\n"))
        #expect(try ToolRun(["mock", "none.yaml"], in: folder).code == 3)
        #expect(try ToolRun(["mock", "api.yaml", "--port", "x"], in: folder).code == 2)
    }
}

/// A running `martlet mock`.
private struct Mock {
    private let folder: TemporaryFolder
    private let process = Process()
    private let url: String

    init(document: String, recording: String) throws {
        folder = try TemporaryFolder()
        try folder.write("api.yaml", document)
        try folder.write("recording.sse", recording)
        let output = Pipe()
        process.executableURL = ToolRun.executable
        process.arguments = ["mock", "api.yaml", "--stream", "recording.sse", "--delay", "0"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = output
        try process.run()
        // The URL is the first line, written once the server listens.
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        url = line.split(separator: "\n").first.map(String.init) ?? ""
    }

    func stop() {
        process.terminate()
    }

    /// Status, content type and body of an answer, in one line.
    func answer(_ method: String, _ path: String, body: String? = nil) async throws -> String {
        var request = URLRequest(url: try #require(URL(string: url + path)))
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        let (data, response) = try await URLSession.shared.data(for: request)
        let head = try #require(response as? HTTPURLResponse)
        let type = head.value(forHTTPHeaderField: "Content-Type") ?? ""
        return "\(head.statusCode) \(type) \(String(decoding: data, as: UTF8.self))"
    }
}
