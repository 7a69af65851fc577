// What clients read like whose document's first server has no host.

import MartletConfiguration
import MartletIR
import MartletTemplates
import MartletTestSupport
import Testing

@Suite struct ServerTextTests {
    @Test func withoutADefault() throws {
        let files = try render(
            """
            openapi: 3.0.3
            info: {title: Snippet, version: '1'}
            servers: [{url: /api/v3}, {url: 'https://staging.example'}]
            paths:
              /files: {post: {operationId: upload, servers: [{url: 'https://files.example/v2'}], responses: {'204': {description: Done}}}}
              /pets: {get: {operationId: pets, responses: {'204': {description: Done}}}}
            """)
        let text = files.map(\.text).joined()
        for piece in [
            """
                /// Another server.
                public static var server2: Foundation.URL { ClientCore.url("https://staging.example") }

                /// - Parameters:
                ///   - server: Where requests go: the whole URL of what the document calls `/api/v3`.
                ///   - transport: What carries them.
                ///   - options: Headers, timeouts and how answers are read.
                public init(
                    server: Foundation.URL,
                    transport: any ClientTransport = URLSessionTransport(),

            """,
            """
                /// `POST /files` of `https://files.example/v2`, whatever the client's server is

            """,
            """
                    request.server(ClientCore.url("https://files.example/v2"))

            """,
            "    /// `GET /pets`\n",
        ] {
            #expect(text.contains(piece), "\(piece)")
        }
        #expect(!text.contains("defaultServer"))
        guard let compiler = SwiftCompiler.found else { return }
        #expect(try compiler.typecheck(files, module: "Sample", .swift6) == "")
    }

    private func render(_ document: String) throws -> [(name: String, text: String)] {
        let api = LoweredAPI(try Snippet(document)).api
        return try Renderer().render(api, source: api.title, names: FileNames(namespace: nil, shards: 1))
            .map { (name: $0.name, text: $0.text) }
    }
}
