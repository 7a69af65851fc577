// Servers of single operations.

import Foundation
import Testing

@testable import MartletRuntime

@Suite struct OperationServerTests {
    /// The client's server, the default that the operation's own stands in for, and where its request goes.
    @Test(
        arguments: [
            ("https://a.example", "https://a.example", "https://own.example/x"),
            ("http://127.0.0.1", "https://a.example", "http://127.0.0.1/x"),
            // Without a default, that the client was given a server says nothing.
            ("http://127.0.0.1", nil, "https://own.example/x"),
        ] as [(String, String?, String)])
    func ownServer(_ client: String, _ replaced: String?, _ url: String) async throws {
        var request = OperationRequest("test", .get, "/x")
        request.server(ClientCore.url("https://own.example"), insteadOf: replaced.map { ClientCore.url($0) })
        let server = ClientCore.url(client)
        #expect(try await request.finished(server: server, timeouts: .init()).url.absoluteString == url)
        // What a call asks for comes first.
        request.dropServer()
        #expect(try await request.finished(server: server, timeouts: .init()).url.absoluteString == client + "/x")
    }
}
