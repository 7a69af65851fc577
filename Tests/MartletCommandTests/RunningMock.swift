// A mock server that runs while a test needs it.
import Foundation
import MartletTestSupport
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

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
        var request = URLRequest(url: try #require(URL(string: url + path)))
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        request.httpBody = body.map { Data($0.utf8) }
        let (data, response) = try await URLSession.shared.data(for: request)
        let head = try #require(response as? HTTPURLResponse)
        let type = head.value(forHTTPHeaderField: "Content-Type") ?? ""
        return "\(head.statusCode) \(type) \(String(decoding: data, as: UTF8.self))"
    }
}
