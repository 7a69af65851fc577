// A mock server that runs while a test needs it.

import Foundation
import MartletRuntime
import MartletTestSupport
import Testing

/// A running `martlet mock`.
struct Mock {
    private let folder: TemporaryFolder
    private let process = Process()
    let url: String

    /// - Parameter exchanges: what `--replay` names, unless it is empty.
    init(document: String, recording: String, exchanges: String = "", options: [String] = []) throws {
        folder = try TemporaryFolder()
        try folder.write("api.yaml", document)
        try folder.write("recording.sse", recording)
        try folder.write("exchanges.jsonl", exchanges)
        url = try Self.start(
            process,
            ["api.yaml"] + (recording.isEmpty ? [] : ["--stream", "recording.sse"])
                + (exchanges.isEmpty ? [] : ["--replay", "exchanges.jsonl"]) + options, in: folder)
    }

    /// Serves `path`, a document or a configuration.
    init(_ path: String, options: [String] = []) throws {
        folder = try TemporaryFolder()
        url = try Self.start(process, [path] + options, in: folder)
    }

    private static func start(_ process: Process, _ words: [String], in folder: TemporaryFolder) throws -> String {
        let output = Pipe()
        process.executableURL = ToolRun.executable
        process.arguments = ["mock", "--delay", "0"] + words
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = output
        try process.run()
        // The URL is the first line, written once the server listens.
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        return line.split(separator: "\n").first.map(String.init) ?? ""
    }

    func stop() {
        process.terminate()
    }

    /// Status, content type and body of an answer, in one line.
    func answer(
        _ method: String, _ path: String, body: String? = nil, _ headers: [String: String] = [:]
    ) async throws -> String {
        let response = try await response(method, path, body: body, headers)
        let text = String(decoding: try await response.body.data(), as: UTF8.self)
        return "\(response.status) \(response.headers["Content-Type"] ?? "") \(text)"
    }

    /// The header fields of an answer, their names in lower case.
    func fields(_ method: String, _ path: String, _ headers: [String: String] = [:]) async throws -> [String: String] {
        let fields = try await response(method, path, body: nil, headers).headers.fields
        return Dictionary(fields.map { ($0.name.lowercased(), $0.value) }) { $0 + ", " + $1 }
    }

    private func response(
        _ method: String, _ path: String, body: String?, _ headers: [String: String]
    ) async throws -> TransportResponse {
        let request = TransportRequest(
            method: HTTPMethod(rawValue: method), url: try #require(URL(string: url + path)),
            headers: HTTPHeaders(headers.map { .init($0.key, $0.value) }), body: body.map { .data(Data($0.utf8)) })
        return try await URLSessionTransport().send(request)
    }
}
