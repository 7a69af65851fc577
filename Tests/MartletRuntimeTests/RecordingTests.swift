// Recordings: which files there are, and that no credential is in them.

import Foundation
import MartletRuntime
import MartletTestSupport
import Testing

@Suite struct RecordingTests {
    private static let secret = "sécret&12345"

    /// Records an answer that has `body`, and gives the files by name.
    private func recorded(
        _ body: String, times: Int = 1, in folder: TemporaryFolder, at name: String = "",
        _ scheme: SecurityScheme? = nil
    ) async throws -> [String: String] {
        for _ in 0..<times {
            let transport = ScriptedTransport([
                .status(200, ["Content-Type": "application/json"], body: body)
            ])
            var request = OperationRequest("get", .get, "/x")
            var credentials: [String: SecurityCredential] = [:]
            if let scheme {
                credentials["a"] = SecurityCredential(scheme, Self.secret)
                request.security([["a"]])
            }
            let server = try #require(URL(string: "http://h"))
            let core = ClientCore(server: server, transport: transport, credentials: credentials)
            _ = try await core.recording(to: folder.url(name)).raw(request).data()
        }
        return folder.names().reduce(into: [:]) { files, name in files[name] = folder.read(name) }
    }

    /// Another run, with another client, adds to them.
    @Test func recordingsThatAreThereStay() async throws {
        let folder = try TemporaryFolder()
        _ = try await recorded("1", in: folder)
        try FileManager.default.moveItem(
            at: folder.url("0001-get.json"), to: folder.url("0007-get.json"))
        #expect(
            try await recorded("2", times: 2, in: folder)
                == ["0007-get.json": "1", "0008-get.json": "2", "0009-get.json": "2"])
    }

    @Test func aFolderThatCannotBeMade() async throws {
        let folder = try TemporaryFolder()
        try folder.write("taken", "")
        let error = await #expect(throws: ClientError.self) { _ = try await recorded("1", in: folder, at: "taken") }
        let start = "get: The response can't be recorded in '\(folder.location("taken"))': "
        #expect(error?.description.hasPrefix(start) == true && error?.attempts == 1)
    }

    @Test(arguments: [SecurityScheme.bearer, .header("X-Key"), .query("api key"), .cookie("sid")])
    func noCredentialIsInThem(_ scheme: SecurityScheme) async throws {
        let folder = try TemporaryFolder()
        let body = "[\"\(Self.secret)\",\"s%C3%A9cret%2612345\",\"secret\"]"
        let files = try await recorded(body, in: folder, scheme)
        let text = try #require(files["0001-get.json"])
        #expect(!text.contains("12345") && text.contains("xxxxxxxx") && text.hasSuffix("\"secret\"]"))
        #expect(text.utf8.count == body.utf8.count)
    }

    /// What is written instead may look like the credential itself.
    @Test func aCredentialOfNothingButX() async throws {
        let folder = try TemporaryFolder()
        let server = try #require(URL(string: "http://h"))
        let transport = ScriptedTransport([.status(200, body: "[\"xxxxxxxxxx\"]")])
        let core = ClientCore(
            server: server, transport: transport,
            credentials: ["a": SecurityCredential(.bearer, "xxxxxxxx")])
        var request = OperationRequest("get", .get, "/x")
        request.security([["a"]])
        #expect(try await core.recording(to: folder.url()).raw(request).data().count == 14)
    }
}
