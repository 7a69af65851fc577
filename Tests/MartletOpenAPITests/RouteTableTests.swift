// Which operation a request is for.

import MartletOpenAPI
import Testing

@Suite struct RouteTableTests {
    private static let paths = [
        "/jobs/{id}", "/jobs/{id}:cancel", "/jobs/{id}.json", "/jobs/v1-{id}", "/jobs/latest", "/jobs/{id}/{part}",
        "/{kind}/all", "/jobs/{id}/log-{part}",
    ]

    @Test(arguments: [
        ("/jobs/7", "GET /jobs/{id}"), ("/jobs/7:cancel", "GET /jobs/{id}:cancel"),
        ("/jobs/7.json?page=2", "GET /jobs/{id}.json"), ("/jobs/v1-7", "GET /jobs/v1-{id}"),
        ("/jobs/v1-7:cancel", "GET /jobs/{id}:cancel"), ("/jobs/latest", "GET /jobs/latest"),
        ("/api/jobs/latest", "GET /jobs/latest"), ("/jobs/7/out", "GET /jobs/{id}/{part}"),
        ("/jobs/7/log-1", "GET /jobs/{id}/log-{part}"), ("/cats/all", "GET /{kind}/all"), ("/cats/7", nil),
    ])
    func theOneThatSaysMost(_ target: String, _ name: String?) throws {
        for paths in [Self.paths, Self.paths.reversed()] {
            let document = Decoded(body: "paths:\n" + paths.map { "  \"\($0)\": {get: {}}\n" }.joined()).document
            #expect(RouteTable(try #require(document)).route("get", target)?.name == name)
        }
    }
}
