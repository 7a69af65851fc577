// What is said of requests that can't be sent, whole.

import Foundation
import MartletRuntime
import Testing

@Suite struct RefusedRequestTests {
    private func text(
        _ path: String = "/pets", server: String = "https://api.example.com",
        _ build: (inout OperationRequest) throws -> Void
    ) async throws -> String? {
        let core = ClientCore(
            server: try #require(URL(string: server)), transport: ReplayTransport(ReplayResponse.status(204)))
        do {
            var request = OperationRequest("listPets", .post, path)
            try build(&request)
            try await core.void(request)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test func valuesThatHaveNoText() async throws {
        let start = "listPets: The request can't be sent: "
        #expect(
            try await text { try $0.query("weight", Double.infinity) } == start
                + "the parameter 'weight' can't be encoded: Unable to encode Double.inf directly in JSON.")
        #expect(
            try await text { try $0.queryString(["weight": Double.infinity]) } == start
                + "the query can't be encoded at $.weight: Unable to encode Double.inf directly in JSON.")
        #expect(
            try await text { try $0.json(["pets": [Double.infinity]]) } == start
                + "the body can't be encoded at $.pets[0]: Unable to encode Double.inf directly in JSON.")
        #expect(
            try await text { try $0.queryString([1]) } == start
                + "a list can't be the whole query; give an object or a single value")
        #expect(
            try await text { try $0.form([1]) } == start
                + "the body can't be encoded: a form has named fields; give it an object")
        #expect(
            try await text { try $0.form(["photo": FileContent.data(Data())]) } == start
                + "the body can't be encoded at $.photo: a URL-encoded form takes no files; send it as "
                + "multipart/form-data")
        #expect(
            try await text { try $0.json(["photo": FileContent.data(Data([0xFF]))]) } == start
                + "the body can't be encoded at $.photo: JSON takes no files; send this one as a body, or in a "
                + "multipart form")
    }

    @Test func addressesThatLeadElsewhere() async throws {
        let start = "listPets: The request can't be sent: "
        #expect(
            try await text("/pets/{id}") { try $0.path("id", "") } == start
                + "the path parameter 'id' is empty; give it a value")
        #expect(try await text("/pets/{id}") { _ in } == start + "the path parameter 'id' is missing")
        #expect(
            try await text("/pets/{id}") { try $0.path("id", "..") } == start
                + "a path parameter is '.' or '..', which would change the path; give another value")
        #expect(
            try await text(server: "https://api.example.com/v1/../v2") { _ in } == start
                + "the path of the server's address has '.' or '..' in it; write it without")
        #expect(
            try await text { $0.follow("https://other.example.com/pets") } == start
                + "the address of the next page is malformed, or another server's, which must not see the credentials")
        #expect(
            try await text { try $0.header("X-Name", "a\nb") } == start
                + "the header field \"X-Name\" has a character in its name or value that HTTP doesn't allow, "
                + "such as a line break")
    }

    @Test func aReplayWithoutAnyResponse() async throws {
        let core = ClientCore(
            server: try #require(URL(string: "https://api.example.com")), transport: ReplayTransport([:]))
        let error = await #expect(throws: ClientError.self) {
            try await core.void(OperationRequest("listPets", .get, "/pets"))
        }
        #expect(
            error?.description
                == "listPets: The ReplayTransport has no response for listPets, GET /pets; add one")
    }
}
