// What a generated client can be made of and replaced by: the environment, and doubles of its protocol.

import CometAPI
import Foundation
import MartletRuntime
import Testing

@Suite struct ClientShapeTests {
    /// Implements one of the operations.
    private struct Double: ClientProtocol {
        func createResponse(_ body: CreateResponseRequest, options: RequestOptions) async throws -> CometAPI.Response {
            let json =
                #"{"id":"resp_1","object":"response","created_at":1,"status":"completed","model":"m","output":[]}"#
            return try JSONDecoder().decode(CometAPI.Response.self, from: Data(json.utf8))
        }
    }

    @Test func aDoubleStandsIn() async throws {
        let client: any ClientProtocol = Double()
        #expect(try await client.createResponse(.init(model: "m", input: "hi")).id == "resp_1")
        let error = await #expect(throws: ClientError.self) {
            try await client.createResponseStream(.init(model: "m", input: "hi"))
        }
        #expect(
            error?.description == "createResponse: This double has no such operation; implement it, or don't call it")
    }

    @Test func theClientIsOne() async throws {
        let client: any ClientProtocol = Client(
            bearerAuth: "sk", transport: ReplayTransport(chunks: [Data("data: [DONE]\n\n".utf8)]))
        let stream = try await client.createResponseStream(.init(model: "m", input: "hi"))
        #expect(stream.response.status == 200)
    }

    @Test func theEnvironmentMakesOne() throws {
        let full = ["COMETAPI_KEY": "sk-1", "COMETAPI_BASE_URL": "https://proxy.example/comet"]
        #expect(try Client.fromEnvironment(full).core.server.absoluteString == "https://proxy.example/comet")
        #expect(try Client.fromEnvironment(["COMETAPI_KEY": "sk-1"]).core.server == Client.defaultServer)
        for (environment, text) in [
            ([:], "The environment variable COMETAPI_KEY isn't set, or is empty; set it"),
            (["COMETAPI_KEY": ""], "The environment variable COMETAPI_KEY isn't set, or is empty; set it"),
            (
                ["COMETAPI_KEY": "sk-1", "COMETAPI_BASE_URL": "sk-2"],
                "The environment variable COMETAPI_BASE_URL isn't a URL; set it to one such as https://api.example.com"
            ),
        ] {
            let error = #expect(throws: EnvironmentError.self) { try Client.fromEnvironment(environment) }
            #expect(error?.description == text)
        }
        #expect(!"\(EnvironmentVariables(full))".contains("sk-1"))
    }
}
