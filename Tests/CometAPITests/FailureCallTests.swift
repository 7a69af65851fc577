// Calls that fail: what a `ClientError` tells.

import CometAPI
import Foundation
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct FailureCallTests {
    private func client(_ server: RecordingServer) -> Client {
        Client(bearerAuth: "sk-test", server: server.url)
    }

    @Test(arguments: [400, 401, 403, 429, 500, 503]) func failuresAreTyped(_ status: Int) async throws {
        let body = #"{"error":{"message":"Out of tokens","type":"limit","code":"too_many","param":null}}"#
        let server = try RecordingServer(status: status, json: body)
        let client = client(server)
        for isStream in [false, true] {
            do {
                if isStream {
                    _ = try await client.createResponseStream(.init(model: "gpt-5.4", input: "Hello"))
                } else {
                    _ = try await client.createResponse(.init(model: "gpt-5.4", input: "Hello"))
                }
                Issue.record("nothing was thrown")
            } catch let error as ClientError {
                guard case .status = error.kind else { throw error }
                #expect(error.operation == "createResponse")
                #expect(error.status == status)
                #expect(error.headers["X-Request-ID"] == "req_1")
                #expect(error.requestID == "req_1")
                #expect(String(decoding: error.body, as: UTF8.self) == body)
                #expect(error.body(as: ErrorResponse.self)?.error.message == "Out of tokens")
                #expect(error.body(as: ErrorResponse.self)?.error.code == "too_many")
                #expect(error.description.contains("Out of tokens") && error.description.contains("\(status)"))
            }
        }
    }

    @Test func aMisfitNamesItsPlace() async throws {
        let server = try RecordingServer(json: "[]")
        do {
            _ = try await client(server).createResponse(.init(model: "gpt-5.4", input: "Hello"))
            Issue.record("nothing was thrown")
        } catch let error as ClientError {
            guard case .decoding = error.kind else { throw error }
            #expect(error.path == "$")
            #expect(error.status == 200)
            #expect(String(decoding: error.body, as: UTF8.self) == "[]")
        }
    }
}
