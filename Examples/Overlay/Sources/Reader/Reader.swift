// A client of a document that isn't ours: an overlay corrects it, and the next version of it can be dropped in as it comes.

import Foundation
import MartletRuntime

@main
struct Reader {
    static func main() async throws {
        let book = try await Client(transport: Shelf()).readBook(isbn: "978-0-00-000000-2")
        print("\(book.title), \(book.pages ?? 0) pages, from \(Client.defaultServer)")
    }
}

/// Answers in place of the service, so that the example needs none.
struct Shelf: ClientTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let json = Data(#"{"title": "The Swift", "pages": 96}"#.utf8)
        return TransportResponse(status: 200, body: ResponseBody(chunks: [json]))
    }
}
