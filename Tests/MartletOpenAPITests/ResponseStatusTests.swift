// What responses stand under, and which of them is for a status.

import MartletOpenAPI
import Testing

@Suite struct ResponseStatusTests {
    @Test(arguments: [
        ("200", "200"), ("4xx", "4XX"), ("5XX ", "5XX"), ("Default", "default"), ("600", nil), ("2X0", nil),
        ("20", nil),
        ("4XXX", nil), ("", nil), ("２００", nil),
    ])
    func readings(_ text: String, _ status: String?) {
        #expect(ResponseStatus(text)?.description == status)
    }

    @Test(arguments: [
        ([204], "200 204 default", "204"), ([207], "200 2XX default", "2XX"),
        ([404, 500], "200 4XX default", "4XX default"),
        ([404], "200", ""), ([404], "default 404 4XX", "404"),
    ])
    func theOneThatCounts(_ codes: [Int], _ documented: String, _ expected: String) {
        let responses = documented.split(separator: " ").map { "'\($0)': {description: D}" }
        let body = "paths: {/a: {get: {responses: {\(responses.joined(separator: ", "))}}}}"
        let operation = Decoded(body: body).document?.paths.first?.operations.first
        let found = codes.compactMap { operation?.response(to: $0)?.status.description }
        #expect(found.joined(separator: " ") == expected)
    }

    @Test func classes() {
        let all = [ResponseStatus.code(200), .range(2), .code(304), .code(404), .range(5), .rest]
        #expect(all.filter(\.isSuccess) == [.code(200), .range(2)])
        #expect(all.filter(\.isFailure) == [.code(404), .range(5)])
        #expect(all.filter(\.hasNoBody) == [.code(304)])
        #expect(all.filter(ResponseStatus.range(2).covers) == [.code(200)])
        #expect(all.filter(ResponseStatus.rest.covers) == [])
    }
}
